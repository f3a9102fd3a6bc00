"""Breaks and energisers bring their own clock; nobody but the facilitator turns it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from shared.domain.activities.energiser import ENERGISERS
from tests.domain.room import Room


def pause(room: Room, **settings: Any) -> None:
    room.does("activity.add", activity="p", kind="discussion", title="Break", minutes=15, settings={"pause": True})


def energiser(room: Room, **settings: Any) -> None:
    room.does("activity.add", activity="p", kind="energiser", title="Wake up", settings=settings)


@pytest.mark.parametrize(("make", "seconds"), [(pause, 900), (energiser, 180)])
def test_starting_it_starts_its_clock_and_ending_it_stops_it(
    room: Room, make: Callable[[Room], None], seconds: int
) -> None:
    make(room)
    room.does("activity.open", activity="p")
    assert room.workshop.timer == {"seconds": seconds, "ends_at": room.now + seconds * 1000}
    assert room.workshop.now == "p"
    room.does("timer.add", seconds=60)
    room.does("activity.confirm", activity="p")
    assert room.workshop.timer is None


def test_the_clock_of_another_step_runs_on(room: Room) -> None:
    pause(room)
    room.does("activity.open", activity="p")
    room.does("activity.enter", activity=room.obstacles.id)
    room.does("timer.start", seconds=60)
    room.does("activity.confirm", activity="p")
    assert room.workshop.timer is not None


def test_a_talk_and_a_break_without_minutes_leave_the_clock_to_the_facilitator(room: Room) -> None:
    room.does("activity.add", activity="t", kind="discussion", title="Talk", minutes=15)
    room.does("activity.open", activity="t")
    assert room.workshop.timer is None
    pause(room)
    room.does("activity.edit", activity="p", minutes=0)
    room.does("activity.open", activity="p")
    assert room.workshop.timer is None


def test_one_undo_takes_back_the_opening_and_its_clock(room: Room) -> None:
    energiser(room, which="rain", lasts=5)
    version = room.does("activity.open", activity="p")
    room.does("undo", version=version)
    assert room.workshop.timer is None and room.board.records["activity", "p"].phase == "draft"


@pytest.mark.parametrize("settings", [{"which": "football"}, {"lasts": 1}, {"lasts": 6}])
def test_there_are_eight_of_two_to_five_minutes(room: Room, refused: Callable[..., Any], settings: Any) -> None:
    assert len(ENERGISERS) == 8
    with refused("invalid", "setting_wrong"):
        energiser(room, **settings)


@pytest.mark.parametrize("verb", ["timer.start", "timer.pause", "timer.resume", "timer.add", "timer.stop"])
def test_nobody_in_the_room_turns_the_clock(room: Room, refused: Callable[..., Any], verb: str) -> None:
    seat = room.joins()
    room.does("timer.start", seconds=60)
    before = room.workshop.timer
    args = {"seconds": 5} if verb in ("timer.start", "timer.add") else {}
    with refused("not_allowed", "not_allowed"):
        room.does(verb, args, by=seat)
    assert room.workshop.timer == before
