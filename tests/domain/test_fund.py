"""The rules of a fund: what it needs before it opens, what a ballot may say, what closing freezes."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.changes import Paper, Refused
from shared.domain.records import Activity
from shared.domain.visibility import AUDIENCES, view

KIND = KINDS_OF_ACTIVITY["fund"]
COSTS = {"m1": 600, "m2": 300, "m3": 200}


def fund(room: Any, **settings: Any) -> Any:
    """A step about three measures with costs, and six people; not open yet."""
    room.people = [room.joins(sector) for sector in ("private",) * 3 + ("public",) * 3]
    room.does("activity.add", activity="f", kind="fund", title="Who gets the money?")
    room.does("activity.edit", activity="f", settings={"budget": 900, **settings})
    for id, cost in COSTS.items():
        room.does("measure.adopt", measure=id, title=f"Measure {id}")
        room.does("measure.edit", measure=id, sheet={"asked": cost})
    return room


def step(room: Any) -> Activity:
    return room.board.records["activity", "f"]


def check(room: Any, paper: Any) -> Any:
    return KIND.check_paper(room.board, step(room), room.people[0].id, paper)


def test_it_opens_only_with_money_and_with_every_cost_known(room, refused):
    fund(room, budget=0)
    with refused("invalid", "fund_no_budget"):
        room.does("activity.open", activity="f")
    room.does("activity.edit", activity="f", settings={"budget": 900})
    for lacking in (None, 0):
        room.does("measure.edit", measure="m2", sheet={"asked": lacking})
        with refused("invalid", "fund_cost_missing"):
            room.does("activity.open", activity="f")
        assert step(room).phase == "draft"
    room.does("measure.edit", measure="m2", sheet={"asked": 300})
    room.does("activity.open", activity="f")
    assert step(room).settings["costs"] == [600, 300, 200]


def test_the_sentence_names_what_has_no_cost(room):
    fund(room)
    for id in ("m1", "m3"):
        room.does("measure.edit", measure=id, sheet={"asked": 0})
    with pytest.raises(Refused) as caught:
        room.does("activity.open", activity="f")
    assert caught.value.params == {"names": "“Measure m1”, “Measure m3”"}


def test_a_cost_that_is_changed_during_the_vote_does_not_change_the_vote(room):
    fund(room, rule="most")
    room.does("activity.open", activity="f")
    room.does("measure.edit", measure="m1", sheet={"asked": 1})
    room.board.ballots["f"] = [Paper({"m1": 1})]
    room.does("activity.close", activity="f")
    assert step(room).result["spent"] == 600


def test_choices_of_its_own_bring_their_costs(room, refused):
    fund(room, about="own", choices=["A well", "A bridge"], costs=[400])
    with refused("invalid", "fund_cost_missing"):
        room.does("activity.open", activity="f")
    with refused("invalid", "fund_costs_over_choices"):
        room.does("activity.edit", activity="f", settings={"costs": [400, 500, 600]})
    room.does("activity.edit", activity="f", settings={"costs": [400, 500], "rule": "most"})
    room.does("activity.open", activity="f")
    room.board.ballots["f"] = [Paper({"own-2": 1}), Paper({"own-2": 1}), Paper({"own-1": 1})]
    room.does("activity.close", activity="f")
    result = step(room).result
    assert [(i["title"], i["cost"], i["votes"]) for i in result["items"]] == [("A bridge", 500, 2), ("A well", 400, 1)]
    assert (result["chosen"], result["left"]) == (["own-2", "own-1"], 0)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("budget", wrong) for wrong in (-1, 1.5, 10**9 + 1)),
        *(("currency", wrong) for wrong in ("eur", "EURO", 7)),
        *(("costs", wrong) for wrong in ([1.5], [-1], "10", [1] * 31)),
        *(("about", "groups"), ("points", 0), ("rule", "borda"), ("ballot", "dots"), ("completion", True)),
    ],
)
def test_settings_that_are_none_are_refused(room, refused, name, value):
    fund(room)
    with refused("invalid", "setting_wrong"):
        room.does("activity.edit", activity="f", settings={name: value})


def test_equal_shares_take_support_and_no_points(room, refused):
    fund(room)
    with refused("invalid", "fund_shares_need_support"):
        room.does("activity.edit", activity="f", settings={"ballot": "points"})
    room.does("activity.edit", activity="f", settings={"ballot": "points", "rule": "score"})


def test_a_ballot_supports_each_measure_once(room, refused):
    fund(room)
    room.does("activity.open", activity="f")
    assert check(room, {"m1": 1, "m2": 1, "m3": 0}) == {"m1": 1, "m2": 1}
    assert check(room, {}) == {}
    with refused("invalid", "paper_option"):
        check(room, {"elsewhere": 1})
    for nonsense in ({"m1": 2}, {"m1": True}, {"m1": -1}, {"m1": 1.0}, ["m1"], None):
        with refused("invalid", "paper_wrong"):
            check(room, nonsense)


def test_a_ballot_gives_no_more_points_than_one_has(room, refused):
    fund(room, ballot="points", rule="score", points=5)
    room.does("activity.open", activity="f")
    assert check(room, {"m1": 3, "m2": 2}) == {"m1": 3, "m2": 2}
    with refused("limit", "fund_points"):
        check(room, {"m1": 3, "m2": 3})
    with refused("invalid", "paper_wrong"):
        check(room, {"m1": -1, "m2": 6})


def test_closing_freezes_what_the_ballots_pay_for_and_only_the_reveal_shows_it(room):
    fund(room)
    room.does("activity.open", activity="f")
    papers = [({"m1": 1, "m3": 1}, "private")] * 3 + [({"m2": 1, "m3": 1}, "public")] * 3
    room.board.ballots["f"] = [Paper(*paper) for paper in papers]
    room.does("activity.close", activity="f")
    result = step(room).result
    assert (result["rule"], result["by"], result["cast"], result["seats"]) == ("fund", "equal_shares", 6, 6)
    assert result["chosen"][0] == "m3" and result["spent"] + result["left"] == result["budget"] == 900
    assert (result["currency"], result["ballot"]) == ("EUR", "approval")
    assert all("result" not in view(step(room), step(room), audience) for audience in AUDIENCES)
    room.does("activity.reveal", activity="f")
    assert all(view(step(room), step(room), audience)["result"] == result for audience in AUDIENCES)


def test_the_lot_is_drawn_at_the_opening_and_told(room):
    fund(room)
    room.does("activity.open", activity="f")
    lot = step(room).settings["lot"]
    assert 0 <= lot < 10**6
    room.does("activity.close", activity="f")
    assert step(room).result["lot"] == lot
    room.does("activity.reopen", activity="f", reason="too early")
    assert step(room).settings["lot"] == lot
    room.does("activity.add", activity="g", kind="fund", title="Again", settings={"budget": 900})
    room.joins()
    room.does("activity.open", activity="g")
    assert room.board.records["activity", "g"].settings["lot"] != lot
