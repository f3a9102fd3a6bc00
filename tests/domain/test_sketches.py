"""Sketches of measures: a table group fills one in on one phone, and may go on with it on another."""

from __future__ import annotations

import pytest

from shared.domain.changes import Actor
from tests.domain.room import Room


@pytest.fixture
def sketching(room: Room) -> Room:
    room.does("activity.add", activity="s", kind="sheet", title="Sketch", settings={"sketches": 2})
    room.does("activity.open", activity="s")
    return room


def seat(room: Room) -> Actor:
    return Actor("seat", room.joins().id)


def sketch(room: Room, by: Actor, id: str = "m", **args: object) -> None:
    room.does("measure.sketch", {"activity": "s", "measure": id, **args}, by=by)


def measure(room: Room, id: str = "m"):
    return room.board.records["measure", id]


def test_a_sketch_grows_field_by_field(sketching):
    aya = seat(sketching)
    sketch(sketching, aya, title="Craft centre")
    sketch(sketching, aya, sheet={"what": "A hall"})
    sketch(sketching, aya, sheet={"month": 4}, title="Craft house")
    assert measure(sketching).title == "Craft house"
    assert measure(sketching).sheet == {"what": "A hall", "month": 4}


def test_a_sketch_needs_a_title_first(sketching, refused):
    with refused("invalid", "text_empty"):
        sketch(sketching, seat(sketching), sheet={"what": "A hall"})


def test_another_phone_may_only_go_on_after_taking_over(sketching, refused):
    aya, bat = seat(sketching), seat(sketching)
    sketch(sketching, aya, title="Craft centre")
    with refused("not_allowed", "sketch_elsewhere"):
        sketch(sketching, bat, sheet={"what": "A hall"})
    sketching.does("measure.take", {"activity": "s", "measure": "m"}, by=bat)
    sketch(sketching, bat, sheet={"what": "A hall"})
    with refused("not_allowed", "sketch_elsewhere"):
        sketch(sketching, aya, sheet={"what": "Another"})
    assert measure(sketching).sheet == {"what": "A hall"}


def test_a_phone_makes_so_many_and_no_more(sketching, refused):
    aya = seat(sketching)
    sketch(sketching, aya, "m", title="One")
    sketch(sketching, aya, "n", title="Two")
    with refused("limit", "sketches_all_made"):
        sketch(sketching, aya, "o", title="Three")


def test_sketching_ends_with_the_step(sketching, refused):
    aya = seat(sketching)
    sketch(sketching, aya, title="Craft centre")
    sketching.does("activity.confirm", activity="s")
    with refused("phase_closed", "writing_closed"):
        sketch(sketching, aya, title="Another")
    with refused("phase_closed"):
        sketching.does("measure.take", {"activity": "s", "measure": "m"}, by=aya)


def test_other_steps_take_no_sketches(sketching, refused):
    with refused("invalid", "takes_no_sketches"):
        sketching.does(
            "measure.sketch",
            {"activity": sketching.obstacles.id, "measure": "m", "title": "x"},
            by=seat(sketching),
        )


def test_the_facilitator_changes_a_sketch_beside_its_phone(sketching):
    aya = seat(sketching)
    sketch(sketching, aya, title="Craft centre", sheet={"what": "A hall"})
    sketching.does("measure.edit", measure="m", sheet={"total": 9000})
    sketch(sketching, aya, sheet={"month": 4})
    assert measure(sketching).sheet == {"what": "A hall", "total": 9000, "month": 4}
    assert measure(sketching).author == aya.id
