"""The matrix: what is rated, which papers are taken, what closing freezes, corrections beside it, taking it over."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.changes import Actor, Paper, Refused
from shared.domain.factors import CORE
from shared.domain.records import Activity, Amendment, Finding, to_dict
from shared.domain.recount import recount
from shared.domain.visibility import reveals, view
from tests.domain.room import Room

SERVER = Actor("system", "p1", "Aya")
PAPER = {"2.1": {"rating": -3, "importance": 3}, "1.5": {"rating": 2, "importance": 1}}


def matrix(room: Room, open: bool = True, id: str = "m", **settings: Any) -> Activity:
    room.does("activity.add", activity=id, kind="matrix", title="Factors", settings=settings)
    if open:
        room.does("activity.open", activity=id)
    return room.board.get(Activity, id)


def shown(room: Room) -> Activity:
    matrix(room)
    room.board.ballots["m"] = [Paper(PAPER, "private")] * 2
    for act in ("close", "reveal"):
        room.does(f"activity.{act}", activity="m")
    return room.board.get(Activity, "m")


def paper(room: Room, given: Any) -> Any:
    check = KINDS_OF_ACTIVITY["matrix"].check_paper
    assert check is not None
    return check(room.board, room.board.get(Activity, "m"), "seat", given)


def refused(room: Room, verb: str, by: Actor | None = None, **args: Any) -> str:
    with pytest.raises(Refused) as raised:
        room.does(verb, args, **({"by": by} if by else {}))
    return raised.value.key


def test_the_core_factors_are_rated_unless_others_are_chosen(room: Room):
    assert matrix(room).options == list(CORE)
    assert matrix(room, id="n", factors=["9.2", "9.3"]).options == ["9.2", "9.3"]


@pytest.mark.parametrize(
    "factors",
    [[], ["1.6"], ["2.1", "1.1"], ["1.1", "1.1"], "1.1", [1], [f"{g}.{n}" for g in "123456789" for n in "1234"]],
)
def test_factors_that_are_none_or_too_many_are_refused(room: Room, factors: Any):
    with pytest.raises(Refused) as raised:
        matrix(room, factors=factors)
    assert raised.value.key == "setting_wrong"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({}, {}),
        (PAPER, {"1.5": PAPER["1.5"], "2.1": PAPER["2.1"]}),
        (
            {"2.1": {"rating": None}, "4.1": {"importance": 2}, "1.1": {}},
            {"2.1": {"rating": None}, "4.1": {"importance": 2}},
        ),
    ],
)
def test_a_paper_may_be_half_full(room: Room, given: Any, kept: Any):
    matrix(room)
    assert paper(room, given) == kept
    assert list(paper(room, given)) == list(kept), "in which order one went through them is nobody's business"


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ([], "paper_wrong"),
        ({"2.1": -3}, "paper_wrong"),
        ({"2.1": {"rating": 4}}, "paper_wrong"),
        ({"2.1": {"rating": True}}, "paper_wrong"),
        ({"2.1": {"rating": 1.0}}, "paper_wrong"),
        ({"2.1": {"importance": 0}}, "paper_wrong"),
        ({"2.1": {"importance": None}}, "paper_wrong"),
        ({"2.1": {"rating": 1, "name": "x"}}, "paper_wrong"),
        ({"1.2": {"rating": 1}}, "paper_option"),
        ({"none": {"rating": 1}}, "paper_option"),
    ],
)
def test_what_is_no_rating_is_refused(room: Room, given: Any, key: str):
    matrix(room)
    with pytest.raises(Refused) as raised:
        paper(room, given)
    assert raised.value.key == key


def test_a_trend_is_taken_where_the_step_asks_for_it(room: Room):
    answer = {"2.1": {"rating": 1, "importance": 2, "trend": -1}}
    matrix(room, id="m", trend=True)
    assert paper(room, answer) == answer
    for wrong in (2, -2, True, None, "1", 0.5):
        with pytest.raises(Refused) as raised:
            paper(room, {"2.1": {"rating": 1, "trend": wrong}})
        assert raised.value.key == "paper_wrong"


def test_no_trend_is_taken_where_the_step_asks_for_none(room: Room):
    matrix(room)
    with pytest.raises(Refused) as raised:
        paper(room, {"2.1": {"rating": 1, "trend": 1}})
    assert raised.value.key == "paper_wrong"


def test_closing_counts_ratings_and_the_evidence_of_the_findings(room: Room):
    told = {"sign": "-", "source_kind": "interview", "factors": ["2.1"]}
    for n, sector in enumerate(["private", "private", "public"]):
        room.does("finding.write", finding=f"f{n}", statement="Mud", source_ref=f"I-{n}", sector=sector, **told)
    room.does("finding.write", finding="again", statement="More mud", source_ref="I-0", sector="private", **told)
    road, lake, *_ = (shown(room).result or {})["items"]
    assert (road["id"], road["median"], road["priority"], road["n"]) == ("2.1", "-3.0", "9.00", 2)
    assert (road["sources"], road["evidence"], road["confidence"]) == (3, {"private": 2, "public": 1}, "medium")
    assert (lake["id"], lake["sources"], lake["confidence"]) == ("1.5", 0, "low")
    room.does("finding.drop", finding="f0")
    assert [(one.activity.id, one.equal) for one in recount(room.board)] == [("m", True)]


def test_a_correction_stands_beside_the_vote_and_never_in_its_place(room: Room):
    before = shown(room).result
    room.does("matrix.correct", activity="m", amendment="a", factor="2.1", rating=-1, reason="The road was mended")
    room.does("matrix.reach", activity="m", amendment="b", factor="2.1", reach="L")
    [made] = room.board.find(Amendment)
    assert (made.id, made.rating, made.reason, made.reach) == ("a", -1, "The road was mended", "L")
    assert room.board.get(Activity, "m").result == before
    assert room.board.log[-2].reason == "The road was mended"
    room.does("matrix.correct", activity="m", amendment="a", factor="2.1", rating=None)
    assert (room.board.find(Amendment)[0].rating, room.board.find(Amendment)[0].reason) == (None, "")
    version = room.does("matrix.reach", activity="m", amendment="a", factor="2.1", reach="")
    assert room.board.find(Amendment) == []
    room.does("undo", version=version)
    assert room.board.find(Amendment)[0].reach == "L"


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"rating": 4}, "finding_rating"),
        ({"reason": " "}, "text_empty"),
        ({"factor": "1.2"}, "paper_option"),
    ],
)
def test_a_correction_needs_a_value_a_reason_and_a_factor(room: Room, wrong: dict[str, Any], key: str):
    shown(room)
    good = {"activity": "m", "amendment": "a", "factor": "2.1", "rating": 1, "reason": "So it is"}
    assert refused(room, "matrix.correct", **{**good, **wrong}) == key


def test_nothing_is_corrected_before_the_result_is_shown_and_not_by_phones(room: Room):
    matrix(room)
    asked = {"activity": "m", "amendment": "a", "factor": "2.1"}
    assert refused(room, "matrix.reach", **asked, reach="N") == "amend_when_shown"
    room.does("activity.close", activity="m")
    assert refused(room, "matrix.correct", **asked, rating=1, reason="x") == "amend_when_shown"
    room.does("activity.reveal", activity="m")
    assert refused(room, "matrix.reach", **asked, reach="X") == "argument_wrong"
    assert refused(room, "matrix.reach", by=room.joins(), **asked, reach="N") == "not_allowed"


def carries(room: Room, **more: Any) -> int:
    """Take over the matrix of another room, where a value was corrected and something confidential was found."""
    other = Room("led-findings")
    other.does("finding.write", finding="f", factors=["2.1"], sign="-", statement="Mud", source_ref="I-1")
    secret = {"quote": "A secret", "line_of_work": "A secret", "place": "A secret", "details": {"changer": "A secret"}}
    secret |= {"statement": "A secret", "confidential": True}
    other.does("finding.write", finding="g", factors=["2.1"], sign="-", source_ref="I-2", **secret)
    source = shown(other)
    other.does("matrix.correct", activity="m", amendment="a", factor="2.1", rating=-1, reason="Mended")
    return room.does(
        "matrix.carry",
        activity="here",
        source=to_dict(source),
        amendments=[to_dict(one) for one in other.board.find(Amendment)],
        findings=[to_dict(one) for one in other.board.find(Finding)],
        origin={"workshop": "elsewhere", "title": "Findings day", "date": "2026-11-02"},
        by=more.get("by", SERVER),
    )


def test_a_matrix_is_taken_over_unseen_with_its_findings_and_names_its_origin(room: Room):
    matrix(room, open=False, id="here")
    version = carries(room)
    here = room.board.get(Activity, "here")
    assert (here.phase, here.options, here.settings["origin"]["title"]) == ("closed", list(CORE), "Findings day")
    amendment = room.board.find(Amendment)[0]
    assert (amendment.activity, amendment.workshop, amendment.rating) == ("here", "w", -1)
    assert view(amendment, here, "room") is None and "result" not in view(here, None, "wall")
    found = {finding.id: finding for finding in room.board.find(Finding)}
    assert [(f.workshop, f.shown, f.origin["title"]) for f in found.values()] == [("w", False, "Findings day")] * 2
    assert found["g"].confidential and found["g"].source_ref == "I-2"
    assert "secret" not in str([to_dict(f) for f in found.values()]) and found["f"].statement == "Mud"
    room.does("activity.reveal", activity="here")
    here = room.board.get(Activity, "here")
    assert any(reveals(e) for e in room.board.log[-1].edits)
    assert view(amendment, here, "room")["reason"] == "Mended" and view(here, None, "room")["result"]["cast"] == 2
    assert recount(room.board) == []
    assert refused(room, "activity.reopen", activity="here", reason="x") == "vote_was_seen"
    assert refused(room, "undo", version=version) == "changed_since"


def test_a_carry_is_undone_while_nobody_has_seen_it_and_cannot_be_reopened(room: Room):
    matrix(room, open=False, id="here")
    version = carries(room)
    assert refused(room, "activity.reopen", activity="here", reason="x") == "vote_was_seen"
    room.does("undo", version=version)
    assert (
        room.board.get(Activity, "here").phase == "draft" and "origin" not in room.board.get(Activity, "here").settings
    )
    assert room.board.find(Finding) == room.board.find(Amendment) == []


@pytest.mark.parametrize("gone", ["cast", "seats", "blank", "items", "result"])
def test_a_result_that_tells_not_all_that_minutes_tell_is_not_taken_over(room: Room, gone: str):
    matrix(room, open=False, id="here")
    source = to_dict(shown(Room("led-findings")))
    source["result"] = {k: v for k, v in source["result"].items() if k != gone} if gone != "result" else None
    beside = {"amendments": [], "findings": [], "origin": {"workshop": "e", "title": "Day", "date": "2026-11-02"}}
    assert refused(room, "matrix.carry", by=SERVER, activity="here", source=source, **beside) == "carry_nothing"
    assert room.board.get(Activity, "here").phase == "draft"


def test_only_the_server_carries_and_only_into_a_draft(room: Room):
    matrix(room, id="here")
    with pytest.raises(Refused) as raised:
        carries(room)
    assert raised.value.key == "carry_into_draft"
    with pytest.raises(Refused) as raised:
        carries(room, by=Actor("facilitator", "p1"))
    assert raised.value.code == "not_allowed"


def test_what_is_here_already_is_not_taken_over_twice(room: Room):
    matrix(room, open=False, id="here")
    room.does("finding.write", finding="f", factors=["1.1"], sign="+", statement="Ours")
    carries(room)
    assert {f.id: f.statement for f in room.board.find(Finding)} == {"f": "Ours", "g": "…"}
