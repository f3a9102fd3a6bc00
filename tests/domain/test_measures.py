"""A measure's sheet: what a table fills in, a field at a time."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.changes import Refused
from tests.domain.room import Room


def sheet(room: Room, **answers: Any) -> dict[str, Any]:
    room.does("measure.edit", measure="m", sheet=answers)
    kept: dict[str, Any] = room.board.records["measure", "m"].sheet
    return kept


@pytest.fixture
def measured(room: Room) -> Room:
    room.does("measure.adopt", measure="m", title="Craft centre")
    return room


def test_answers_lie_over_the_earlier_ones(measured: Room) -> None:
    assert sheet(measured, what="A hall with two looms", total=9000) == {"what": "A hall with two looms", "total": 9000}
    assert sheet(measured, own=0, what="A hall") == {"what": "A hall", "total": 9000, "own": 0}


@pytest.mark.parametrize("empty", ["", None])
def test_an_empty_answer_takes_one_back(measured: Room, empty: str | None) -> None:
    sheet(measured, gains="Twelve weavers", month=3)
    assert sheet(measured, gains=empty, month=None) == {}


@pytest.mark.parametrize(
    "answers",
    [{"colour": "red"}, {"month": 19}, {"month": -1}, {"total": True}, {"total": 1.5}, {"what": 3}, {"own": "9"}],
)
def test_what_no_sheet_asks_is_refused_and_changes_nothing(measured: Room, answers: dict[str, Any]) -> None:
    sheet(measured, what="A hall")
    with pytest.raises(Refused):
        sheet(measured, obstacle="No orders", **answers)
    assert sheet(measured) == {"what": "A hall"}


def test_an_answer_that_is_too_long_is_refused(measured: Room) -> None:
    with pytest.raises(Refused):
        sheet(measured, gains="x" * 201)
