"""A second round asks the same about the same, keeps the first, and tells what has shifted."""

from __future__ import annotations

import pytest

from shared.domain.changes import Paper
from tests.domain.room import Room

FIRST, SECOND = ["C", "C", "C", "B", "B", "A"], ["A", "A", "A", "B", "B", "C"]


@pytest.fixture
def voted(room: Room) -> Room:
    """Six people have put dots on three groups; the result was shown."""
    for _ in range(6):
        room.joins()
    room.names = dict(zip("ABC", room.groups("A", "B", "C"), strict=True))
    room.does("activity.confirm", activity=room.step("cluster").id)
    room.first = room.step("dots").id
    hold(room, room.first, FIRST)
    return room


def hold(room: Room, vote: str, names: list[str]) -> None:
    room.does("activity.open", activity=vote)
    room.board.ballots[vote] = [Paper({room.names[name]: 1}) for name in names]
    room.does("activity.close", activity=vote)
    room.does("activity.reveal", activity=vote)


def activity(room: Room, id: str):
    return room.board.records["activity", id]


def test_the_second_round_stands_behind_the_first_and_asks_the_same(voted):
    later = activity(voted, voted.first).position + 1
    voted.does("activity.again", activity=voted.first, again="again")
    first, second = activity(voted, voted.first), activity(voted, "again")
    assert second.position == later
    assert (second.phase, second.options, second.result) == ("draft", [], None)
    assert (second.question, second.minutes, second.source) == (first.question, first.minutes, first.id)
    assert second.title == f"{first.title} (2)"
    assert "secret" in first.settings and "secret" not in second.settings


def test_the_shift_is_told_and_the_first_round_stays(voted):
    before = activity(voted, voted.first).result
    voted.does("activity.again", activity=voted.first, again="again")
    hold(voted, "again", SECOND)
    items = activity(voted, "again").result["items"]
    assert [(item["title"], item["place"], item["place_before"]) for item in items] == [
        ("A", 1, 3),
        ("B", 2, 2),
        ("C", 3, 1),
    ]
    assert activity(voted, voted.first).result == before
    assert all("place_before" not in item for item in before["items"])


def test_a_third_round_follows_the_second(voted):
    voted.does("activity.again", activity=voted.first, again="again")
    hold(voted, "again", SECOND)
    voted.does("activity.again", activity="again", again="third")
    hold(voted, "third", FIRST)
    items = activity(voted, "third").result["items"]
    assert [(item["title"], item["place_before"]) for item in items] == [("C", 3), ("B", 2), ("A", 1)]


def test_one_second_round_is_enough(voted, refused):
    voted.does("activity.again", activity=voted.first, again="again")
    with refused("conflict", "second_round_there"):
        voted.does("activity.again", activity=voted.first, again="other")


def test_only_what_was_shown_can_be_voted_on_again(room, refused):
    for step in (room.step("dots").id, room.step("brainstorm").id):
        with refused("phase_closed", "no_second_round"):
            room.does("activity.again", activity=step, again="again")


def test_undo_takes_an_unopened_second_round_away(voted):
    version = voted.does("activity.again", activity=voted.first, again="again")
    voted.does("undo", version=version)
    assert ("activity", "again") not in voted.board.records
