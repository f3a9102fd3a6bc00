"""Rankings: what opens, which papers are taken, and what closing freezes."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.changes import Paper, Refused
from shared.domain.records import Activity
from tests.domain.room import Room

CHOICES = ["Roads", "Loans", "Wool"]


def ranking(room: Room, open: bool = True, **settings: Any) -> Activity:
    room.does("activity.add", activity="r", kind="ranking", title="Which first?")
    room.does("activity.edit", activity="r", settings={"about": "own", "choices": CHOICES, **settings})
    if open:
        room.does("activity.open", activity="r")
    return room.board.get(Activity, "r")


def paper(room: Room, given: Any) -> Any:
    check = KINDS_OF_ACTIVITY["ranking"].check_paper
    assert check is not None
    return check(room.board, room.board.get(Activity, "r"), "seat", given)


def test_a_ranking_is_counted_when_it_closes(room: Room) -> None:
    ranking(room, method="borda")
    room.board.ballots["r"] = [Paper(["own-1", "own-2"]), Paper(["own-1"]), Paper([])]
    room.does("activity.close", activity="r")
    result = room.board.records["activity", "r"].result
    assert [(item["title"], item["points"]) for item in result["items"]] == [
        ("Roads", "4.00"),
        ("Loans", "1.50"),
        ("Wool", "0.50"),
    ]
    assert (result["cast"], result["blank"], result["places"], result["method"]) == (3, 1, 3, "borda")


@pytest.mark.parametrize("given", [["own-2", "own-1"], [], ["own-3"]])
def test_an_order_is_taken_as_it_is(room: Room, given: list[str]) -> None:
    ranking(room, places=2)
    assert paper(room, given) == given


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"own-1": 1}, "paper_wrong"),
        ("own-1", "paper_wrong"),
        ([1], "paper_wrong"),
        ([["own-1"]], "paper_wrong"),
        (["own-1", "own-1"], "paper_wrong"),
        (["own-4"], "paper_option"),
        (["own-1", "own-2", "own-3"], "paper_places"),
    ],
)
def test_a_paper_that_is_no_order_is_refused(room: Room, given: Any, key: str) -> None:
    ranking(room, places=2)
    with pytest.raises(Refused) as refused:
        paper(room, given)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("choices", "key"), [(["Roads"], "too_few_choices"), ([f"c{n}" for n in range(10)], "ranking_too_many")]
)
def test_from_two_to_nine_options_can_be_ranked(room: Room, choices: list[str], key: str) -> None:
    ranking(room, open=False, choices=choices)
    with pytest.raises(Refused) as refused:
        room.does("activity.open", activity="r")
    assert refused.value.key == key


@pytest.mark.parametrize("settings", [{"method": "plurality"}, {"places": 10}, {"places": -1}])
def test_settings_that_are_none_are_refused(room: Room, settings: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        ranking(room, open=False, **settings)
    assert refused.value.key == "setting_wrong"
