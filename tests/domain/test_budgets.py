"""A budget beside what was spent: exact, and silent about what nobody told or what is disputed."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.budgets import money
from shared.domain.changes import Refused
from shared.domain.conclusions import costs
from shared.domain.records import Measure
from tests.domain.room import SYSTEM, Room

LINES = [
    {"id": "b1", "item": "Looms", "planned": "2500.10", "payer": "fund"},
    {"id": "b2", "item": "Room", "planned": "900.20", "payer": "own"},
]


@pytest.fixture
def evaluating(room: Room) -> Room:
    room.does("activity.add", activity="e", kind="evaluation", title="Facts")
    came = {"id": "m", "title": "Craft centre", "budget": LINES, "origin": {"measure": "former"}}
    room.does("measure.carry", {"title": "", "measures": [came], "pledges": []}, by=SYSTEM)
    room.does("activity.open", activity="e")
    return room


def reports(room: Room, line: str, value: str) -> None:
    room.does("measure.report", activity="e", measure="m", line=line, value=value)


def measure(room: Room) -> Measure:
    found: Measure = room.board.get(Measure, "m")
    return found


def told(room: Room) -> tuple[Any, ...]:
    found = money(measure(room))
    assert found is not None
    return found.planned, found.spent, found.known, found.difference


def test_sums_are_exact_and_the_difference_waits_for_the_last_line(evaluating: Room):
    assert told(evaluating) == (340030, 0, 0, None)
    reports(evaluating, "b1", "2 600,05")
    assert measure(evaluating).reached["b1"]["value"] == "2600.05"
    assert told(evaluating) == (340030, 260005, 1, None)
    reports(evaluating, "b2", "800")
    assert told(evaluating) == (340030, 340005, 2, -25)
    evaluating.does("measure.judge", activity="e", measure="m", line="b2", state="disputed", word="Rent was paid twice")
    assert told(evaluating) == (340030, 260005, 1, None)


@pytest.mark.parametrize("value", ["much", "-5", "0.125", "1.2345", "inf"])
def test_what_was_spent_is_a_figure(evaluating: Room, value: str):
    with pytest.raises(Refused, match="form_number"):
        reports(evaluating, "b1", value)
    reports(evaluating, "b1", "")
    assert "b1" not in measure(evaluating).reached


def test_a_line_of_another_budget_is_none_of_this_plan(evaluating: Room):
    with pytest.raises(Refused, match="argument_wrong"):
        reports(evaluating, "b3", "5")


def test_the_lines_make_the_total_where_nobody_told_one(evaluating: Room):
    reports(evaluating, "common-jobs", "2")
    reports(evaluating, "b1", "2500")
    assert costs(measure(evaluating)) == {}
    reports(evaluating, "b2", "1000")
    assert costs(measure(evaluating)) == {"cost_job": 1750}
    reports(evaluating, "total", "4000")
    assert costs(measure(evaluating)) == {"cost_job": 2000}


def test_a_measure_without_lines_has_no_budget(room: Room):
    room.does("measure.adopt", measure="m", title="Craft centre")
    assert money(measure(room)) is None
