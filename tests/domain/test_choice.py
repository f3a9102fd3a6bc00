"""Choices: what opens, which papers are taken, and what closing freezes."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.changes import Paper, Refused
from shared.domain.records import Activity
from shared.domain.recount import recount
from tests.domain.room import Room

YES_NO = ["Yes", "No", "Abstain"]


def choice(room: Room, open: bool = True, **settings: Any) -> Activity:
    room.does("activity.add", activity="c", kind="choice", title="Do we agree?")
    room.does("activity.edit", activity="c", settings={"about": "own", "choices": YES_NO, **settings})
    if open:
        room.does("activity.open", activity="c")
    return room.board.get(Activity, "c")


def paper(room: Room, given: Any) -> Any:
    check = KINDS_OF_ACTIVITY["choice"].check_paper
    assert check is not None
    return check(room.board, room.board.get(Activity, "c"), "seat", given)


def test_a_decision_is_counted_when_it_closes(room: Room) -> None:
    choice(room)
    room.board.ballots["c"] = [Paper(["own-1"]), Paper(["own-1"]), Paper(["own-2"]), Paper([])]
    room.does("activity.close", activity="c")
    result = room.board.records["activity", "c"].result
    assert [(i["title"], i["n"], i["percent"], i["place"]) for i in result["items"]] == [
        ("Yes", 2, "50.00", 1),
        ("No", 1, "25.00", 2),
        ("Abstain", 0, "0.00", 3),
    ]
    assert (result["cast"], result["blank"], result["majority"], result["most"]) == (4, 1, None, 1)


def test_a_paper_is_kept_in_the_order_of_the_board(room: Room) -> None:
    choice(room, most=0)
    assert paper(room, ["own-3", "own-1"]) == ["own-1", "own-3"]
    assert paper(room, []) == []


def test_a_paper_may_still_grow_and_counts_once_it_is_complete(room: Room) -> None:
    choice(room, least=2, most=2)
    assert paper(room, ["own-1"]) == ["own-1"]
    room.board.ballots["c"] = [Paper(["own-1"]), Paper(["own-1", "own-2"])]
    room.does("activity.close", activity="c")
    result = room.board.records["activity", "c"].result
    assert (result["short"], [item["n"] for item in result["items"]]) == (1, [1, 1, 0])


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"own-1": 1}, "paper_wrong"),
        (None, "paper_wrong"),
        ([1], "paper_wrong"),
        ([["own-1"]], "paper_wrong"),
        (["own-1", "own-1"], "paper_wrong"),
        (["own-4"], "paper_option"),
        (["own-1", "own-2"], "paper_choices"),
    ],
)
def test_a_paper_that_is_no_choice_is_refused(room: Room, given: Any, key: str) -> None:
    choice(room)
    with pytest.raises(Refused) as refused:
        paper(room, given)
    assert refused.value.key == key


def test_a_reason_stands_beside_what_was_chosen_where_one_is_asked(room: Room) -> None:
    choice(room, most=0, reasons=True)
    assert paper(room, {"chosen": ["own-3", "own-1"], "text": "  It lasts "}) == {
        "chosen": ["own-1", "own-3"],
        "text": "It lasts",
    }
    assert paper(room, {"text": "I came late"}) == {"chosen": [], "text": "I came late"}
    assert paper(room, {"chosen": ["own-1"], "text": " "}) == paper(room, ["own-1"]) == ["own-1"], (
        "no reason, no mapping"
    )


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"own-1": 1}, "paper_wrong"),
        ({"chosen": {"own-1": 1}, "text": "x"}, "paper_wrong"),
        ({"chosen": ["own-1"], "text": 1}, "paper_wrong"),
        ({"chosen": ["own-1"], "text": "x", "seat": "s"}, "paper_wrong"),
        ({"chosen": ["own-4"], "text": "x"}, "paper_option"),
        ({"chosen": ["own-1", "own-2"], "text": "x"}, "paper_choices"),
        ({"chosen": ["own-1"], "text": "x" * 201}, "text_long"),
    ],
)
def test_a_reason_lets_nothing_else_through(room: Room, given: Any, key: str) -> None:
    choice(room, reasons=True)
    with pytest.raises(Refused) as refused:
        paper(room, given)
    assert refused.value.key == key


def test_where_no_reason_is_asked_none_is_taken(room: Room) -> None:
    choice(room)
    with pytest.raises(Refused) as refused:
        paper(room, {"chosen": ["own-1"], "text": "It lasts"})
    assert refused.value.key == "paper_wrong"


def test_reasons_are_told_apart_from_the_choices_and_receipts_hold_none(room: Room) -> None:
    choice(room, reasons=True, receipts=True)
    given = [{"chosen": ["own-1"], "text": "It lasts"}, ["own-1"], {"chosen": [], "text": "I came late"}]
    room.board.ballots["c"] = [Paper(paper, receipt=f"R{n}") for n, paper in enumerate(given)]
    room.does("activity.close", activity="c")
    result = room.board.records["activity", "c"].result
    assert [item["n"] for item in result["items"]] == [2, 0, 0]
    assert (result["cast"], result["blank"], result["majority"]) == (3, 1, "own-1")
    assert sorted(one["text"] for one in result["remarks"]) == ["I came late", "It lasts"]
    assert [one["paper"] for one in result["receipts"]] == [["own-1"], ["own-1"], []]
    assert [(one.ballots, one.equal) for one in recount(room.board)] == [(3, True)]


def test_limits_that_nobody_can_keep_are_refused(room: Room) -> None:
    with pytest.raises(Refused) as refused:
        choice(room, open=False, least=2, most=1)
    assert refused.value.key == "choice_least_over_most"
    room.does("activity.edit", activity="c", settings={"about": "own", "choices": YES_NO, "least": 4, "most": 0})
    with pytest.raises(Refused) as refused:
        room.does("activity.open", activity="c")
    assert refused.value.key == "choice_too_few"


@pytest.mark.parametrize("choices", [[], ["Yes"]])
def test_one_option_is_no_choice(room: Room, choices: list[str]) -> None:
    choice(room, open=False, choices=choices)
    with pytest.raises(Refused) as refused:
        room.does("activity.open", activity="c")
    assert refused.value.key == "too_few_choices"
