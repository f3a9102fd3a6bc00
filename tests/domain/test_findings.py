"""Findings: who may write them, what they may say, who sees them, and how a card becomes one."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.changes import Refused
from shared.domain.factors import CORE, FACTORS, GROUPS
from shared.domain.records import Finding
from shared.domain.visibility import AUDIENCES, view
from tests.domain.room import Room

WOOL = {"factors": ["1.1"], "sign": "+", "statement": "Soft local sheep and camel wool", "rating": 2}


def finding(room: Room, id: str = "f") -> Finding:
    found = room.board.get(Finding, id)
    assert found is not None
    return found


def refused(room: Room, verb: str, by: Any = None, **args: Any) -> Refused:
    with pytest.raises(Refused) as raised:
        room.does(verb, **args, **({"by": by} if by else {}))
    return raised.value


def test_the_list_has_46_factors_in_nine_groups_and_24_are_the_core():
    assert (len(FACTORS), len(GROUPS), len(CORE)) == (46, 9, 24)
    assert {factor.group for factor in FACTORS.values()} == set(GROUPS)
    road, service = FACTORS["2.1"], FACTORS["6.5"]
    assert (road.hard, road.reach, road.core) == (True, "N", True)
    assert (service.hard, service.reach, service.core) == (False, "L", True)
    assert sum(not factor.hard for factor in FACTORS.values()) == 17


def test_a_finding_is_written_and_written_anew(room: Room):
    room.does("finding.write", finding="f", **WOOL, details={"used_by": "two felt makers", "hits": "nobody"})
    assert finding(room).details == {"used_by": "two felt makers"}
    room.does("finding.write", finding="f", **{**WOOL, "factors": ["5.5", "1.1"], "sign": "-", "rating": -1})
    changed = finding(room)
    assert (changed.factors, changed.sign, changed.rating, changed.details) == (["1.1", "5.5"], "-", -1, {})
    room.does("finding.drop", finding="f")
    assert room.board.get(Finding, "f") is None
    room.does("undo", version=3)
    assert finding(room) == changed


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"sign": "?"}, "finding_sign"),
        ({"factors": []}, "finding_factors"),
        ({"factors": ["1.1", "1.2", "1.3", "1.4"]}, "finding_factors"),
        ({"factors": ["1.1", "1.1"]}, "finding_factors"),
        ({"factors": ["1.6"]}, "factor_unknown"),
        ({"statement": " "}, "text_empty"),
        ({"statement": "x" * 141}, "text_long"),
        ({"quote": "x" * 201}, "text_long"),
        ({"rating": 4}, "finding_rating"),
        ({"rating": -1}, "finding_rating_sign"),
        ({"sector": "army"}, "argument_wrong"),
        ({"source_kind": "gossip"}, "argument_wrong"),
        ({"date": "soon"}, "argument_wrong"),
        ({"details": {"colour": "red"}}, "argument_unknown"),
    ],
)
def test_what_is_no_finding_is_refused(room: Room, wrong: dict[str, Any], key: str):
    assert refused(room, "finding.write", finding="f", **{**WOOL, **wrong}).key == key


def test_phones_may_not_write_findings(room: Room):
    ann = room.joins()
    assert refused(room, "finding.write", by=ann, finding="f", **WOOL).code == "not_allowed"


def test_many_come_in_at_once_and_go_at_once_or_none(room: Room):
    many = [{"finding": f"f{n}", **WOOL} for n in range(3)]
    version = room.does("finding.import", findings=many)
    assert [f.id for f in room.board.find(Finding)] == ["f0", "f1", "f2"]
    room.does("undo", version=version)
    assert room.board.find(Finding) == []
    assert (
        refused(room, "finding.import", findings=[*many, {**many[0], "finding": "x", "sign": ""}]).key == "finding_sign"
    )
    assert refused(room, "finding.import", findings=[many[0], many[0]]).key == "id_taken"
    assert refused(room, "finding.import", findings=[]).key == "findings_none"
    assert room.board.find(Finding) == []


def test_a_workshop_keeps_so_many_and_no_more(room: Room):
    room.does("finding.import", findings=[{"finding": f"f{n}", **WOOL} for n in range(1000)])
    assert refused(room, "finding.write", finding="one-more", **WOOL).key == "findings_full"
    room.does("finding.write", finding="f7", **{**WOOL, "statement": "Changed"})


def test_a_card_becomes_a_finding_under_its_own_id(room: Room):
    ann = room.joins("public")
    room.does("activity.open", activity=room.obstacles.id)
    card = room.writes(ann, "Land permits take months")
    room.does("finding.promote", card=card, factors=["6.4"], sign="-")
    made = finding(room, card)
    assert (made.statement, made.sector, made.card, made.source_kind) == (
        "Land permits take months",
        "public",
        card,
        "card",
    )
    assert made.date == room.workshop.date
    assert refused(room, "finding.promote", card=card, factors=["6.4"], sign="-").key == "finding_there"
    added = next(n for n, change in enumerate(room.board.log, 1) if change.verb == "card.added")
    assert refused(room, "undo", version=added).key == "changed_since"
    room.does("card.withdraw", card=card, by=ann)
    assert finding(room, card).card is None


def test_wall_and_room_see_findings_once_they_are_shown_and_never_whose_they_are(room: Room):
    more = {"source_kind": "interview", "source_ref": "I-07", "place": "Bayan soum", "line_of_work": "felt"}
    room.does("finding.write", finding="f", **WOOL, **more, sector="private", quote="We could sell twice as much")
    room.does("finding.write", finding="secret", **WOOL, confidential=True)
    for id in ("f", "secret"):
        assert view(finding(room, id), None, "room") is view(finding(room, id), None, "wall") is None
        assert view(finding(room, id), None, "console")
    room.does("finding.show", shown=True)
    for audience in ("wall", "room"):
        seen = view(finding(room), None, audience)
        assert seen and seen["quote"] == "We could sell twice as much"
        assert not {"source_ref", "source_kind", "place", "line_of_work", "date"} & seen.keys()
        assert view(finding(room, "secret"), None, audience) is None
    assert refused(room, "finding.show", shown=True, findings=["secret"]).key == "finding_confidential"
    room.does("finding.write", finding="f", **WOOL, confidential=True)
    assert all(bool(view(finding(room), None, audience)) == (audience == "console") for audience in AUDIENCES)
    assert not finding(room).shown
