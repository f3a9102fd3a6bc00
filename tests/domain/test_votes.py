"""What a vote may be about: what an earlier step made, the workshop's measures, or the step's own choices."""

from __future__ import annotations

import pytest

from shared.domain.changes import Paper, Refused
from shared.domain.records import Seat
from tests.domain.room import Room


def dots(room: Room, **settings: object) -> None:
    room.does("activity.add", activity="v", kind="dots", title="What first?")
    room.does("activity.edit", activity="v", settings=settings)


def test_a_vote_about_measures_names_them(room: Room) -> None:
    dots(room, about="measures")
    room.does("measure.adopt", measure="m1", title="Craft centre")
    with pytest.raises(Refused) as refused:
        room.does("activity.open", activity="v")
    assert refused.value.key == "too_few_measures"
    room.does("measure.adopt", measure="m2", title="Workshop for women")
    room.does("activity.open", activity="v")
    room.board.ballots["v"] = [Paper({"m2": 1}), Paper({"m2": 1}), Paper({"m1": 1})]
    for verb, args in (("measure.drop", {}), ("measure.edit", {"title": "Another"})):
        with pytest.raises(Refused) as refused:
            room.does(verb, measure="m1", **args)
        assert refused.value.key == "voted_on"
    room.does("activity.close", activity="v")
    room.does("activity.reveal", activity="v")
    room.does("measure.drop", measure="m1")
    items = room.board.records["activity", "v"].result["items"]
    assert [(item["id"], item["title"], item["dots"]) for item in items] == [
        ("m2", "Workshop for women", 2),
        ("m1", "Craft centre", 1),
    ]


def test_a_vote_about_choices_of_its_own(room: Room) -> None:
    dots(room, about="own", choices=["Morning"])
    with pytest.raises(Refused) as refused:
        room.does("activity.open", activity="v")
    assert refused.value.key == "too_few_choices"
    room.does("activity.edit", activity="v", settings={"choices": ["Morning", "Evening"]})
    room.does("activity.open", activity="v")
    activity = room.board.records["activity", "v"]
    assert activity.options == ["own-1", "own-2"]
    room.board.ballots["v"] = [Paper({"own-2": 1})]
    room.does("activity.close", activity="v")
    assert [item["title"] for item in activity_result(room)["items"]] == ["Evening", "Morning"]


@pytest.mark.parametrize(
    "choices", ["Morning", ["Morning", "Morning"], [""], [" Morning"], ["x" * 121], [1], ["a\nb"], ["c"] * 31]
)
def test_choices_that_are_none_are_refused(room: Room, choices: object) -> None:
    with pytest.raises(Refused) as refused:
        dots(room, choices=choices)
    assert refused.value.key == "setting_wrong"


@pytest.mark.parametrize(("voters", "secret", "few"), [(3, False, True), (4, True, True), (8, True, False)])
def test_a_vote_of_very_few_is_not_called_secret(room: Room, voters: int, secret: bool, few: bool) -> None:
    for seat in room.board.find(Seat):
        del room.board.records["seat", seat.id]
    for _ in range(voters):
        room.joins()
    dots(room, about="own", choices=["Morning", "Evening"])
    room.does("activity.open", activity="v")
    settings = room.board.records["activity", "v"].settings
    assert (settings["secret"], settings["few"]) == (secret, few)


def activity_result(room: Room) -> dict:
    return room.board.records["activity", "v"].result
