"""Scales: which settings go together, which papers are taken, and what closing freezes."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.changes import Paper, Refused
from shared.domain.records import Activity
from tests.domain.room import Room


def scale(room: Room, id: str = "s", open: bool = True, **settings: Any) -> Activity:
    room.does("activity.add", activity=id, kind="scale", title="How well does it work?")
    room.does("activity.edit", activity=id, settings=settings)
    if open:
        room.does("activity.open", activity=id)
    return room.board.get(Activity, id)


def paper(room: Room, given: Any) -> Any:
    check = KINDS_OF_ACTIVITY["scale"].check_paper
    assert check is not None
    return check(room.board, room.board.get(Activity, "s"), "seat", given)


def closes(room: Room, id: str, *values: int) -> dict[str, Any]:
    room.board.ballots[id] = [Paper({"value": value}) for value in values]
    room.does("activity.close", activity=id)
    room.does("activity.reveal", activity=id)
    return room.board.records["activity", id].result


def test_a_scale_is_counted_when_it_closes(room: Room) -> None:
    scale(room)
    result = closes(room, "s", 2, 4, 4)
    assert [step["n"] for step in result["steps"]] == [0, 1, 0, 2, 0]
    assert (result["mean"], result["median"], result["cast"]) == ("3.3", [4, 4], 3)


@pytest.mark.parametrize("given", [{"value": 1}, {"value": 5}, {}])
def test_a_step_or_no_answer_is_taken(room: Room, given: Any) -> None:
    scale(room)
    assert paper(room, given) == given


def test_one_may_not_know_only_where_that_is_asked(room: Room) -> None:
    scale(room, unsure=True)
    assert paper(room, {"value": None}) == {"value": None}


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"value": 0}, "paper_scale"),
        ({"value": 6}, "paper_scale"),
        ({"value": 10**30}, "paper_scale"),
        ({"value": None}, "paper_wrong"),
        ({"value": 3.0}, "paper_wrong"),
        ({"value": True}, "paper_wrong"),
        ({"value": "3"}, "paper_wrong"),
        ({"value": [3]}, "paper_wrong"),
        ({"value": 3, "more": 1}, "paper_wrong"),
        ([3], "paper_wrong"),
        (3, "paper_wrong"),
        (None, "paper_wrong"),
    ],
)
def test_a_paper_that_is_no_step_is_refused(room: Room, given: Any, key: str) -> None:
    scale(room)
    with pytest.raises(Refused) as refused:
        paper(room, given)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ({"from": 5}, "scale_steps"),
        ({"from": 0, "to": 11}, "scale_steps"),
        ({"names": ["little"]}, "scale_names"),
        ({"names": ["a", "b", "c"]}, "scale_names"),
        ({"names": ["same", "same"]}, "setting_wrong"),
        ({"about": "own"}, "setting_unknown"),
    ],
)
def test_settings_that_make_no_scale_are_refused(room: Room, settings: dict[str, Any], key: str) -> None:
    with pytest.raises(Refused) as refused:
        scale(room, open=False, **settings)
    assert refused.value.key == key


def test_eleven_steps_with_a_name_each_are_a_scale(room: Room) -> None:
    activity = scale(room, **{"from": -5, "to": 5, "names": [f"step {n}" for n in range(11)]})
    assert paper(room, {"value": -5}) == {"value": -5}
    assert activity.settings["secret"] is False  # nobody sits in the room yet


def test_a_second_round_tells_the_mean_of_the_first(room: Room) -> None:
    scale(room)
    closes(room, "s", 1, 2)
    room.does("activity.again", activity="s", again="t")
    room.does("activity.open", activity="t")
    result = closes(room, "t", 4, 5)
    assert (result["before"], result["mean"]) == ({"n": 2, "mean": "1.5", "exact": "3/2", "median": [1, 2]}, "4.5")
    assert "before" not in room.board.records["activity", "s"].result


def test_a_second_round_after_nobody_answered_has_nothing_to_tell_of_it(room: Room) -> None:
    scale(room)
    closes(room, "s")
    room.does("activity.again", activity="s", again="t")
    room.does("activity.open", activity="t")
    assert closes(room, "t", 4)["before"] == {"n": 0}
