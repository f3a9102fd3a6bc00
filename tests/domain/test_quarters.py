"""Quarters: when they end, which can be frozen, and what differs from a picture that was kept."""

from __future__ import annotations

import pytest

from shared.domain.changes import Refused
from shared.domain.register.quarters import (
    Difference,
    Picture,
    changed_verdicts,
    differences,
    last_day,
    quarter_of,
    to_freeze,
    together,
)


@pytest.mark.parametrize(
    ("day", "name", "last"),
    [
        ("2026-01-01", "2026-Q1", "2026-03-31"),
        ("2026-06-30", "2026-Q2", "2026-06-30"),
        ("2026-07-01", "2026-Q3", "2026-09-30"),
        ("2026-12-31", "2026-Q4", "2026-12-31"),
    ],
)
def test_a_day_lies_in_a_quarter_that_ends(day: str, name: str, last: str):
    assert quarter_of(day) == name
    assert last_day(name) == last


@pytest.mark.parametrize("name", ["", "2026-Q5", "2026-Q0", "2026", "0026-Q1", "2026-Q1x", "２０２６-Q1"])
def test_what_names_no_quarter_is_refused(name: str):
    with pytest.raises(Refused, match="form_choice"):
        last_day(name)


def test_only_quarters_that_have_ended_can_be_frozen_and_each_once():
    assert to_freeze("2026-10-01", [])[:2] == ["2026-Q3", "2026-Q2"]
    assert to_freeze("2026-09-30", [])[0] == "2026-Q2"
    assert to_freeze("2026-01-15", ["2025-Q4"])[0] == "2025-Q3"
    assert len(to_freeze("2026-10-01", [])) == 8 == len(set(to_freeze("2026-10-01", [])))


def test_a_figure_counts_nobody_twice_and_is_missing_where_nothing_was_reported():
    picture = Picture({"trained": {"a": 500, "b": 300}, "jobs": {"a": 0}}, {"trained": 200})
    assert (picture.figure("trained"), picture.figure("jobs"), picture.figure("income")) == (600, 0, None)


def test_regions_add_up_with_what_counts_once_over_all_of_them():
    one = Picture({"trained": {"a": 500}}, {"trained": 100}, {"a": "effective"})
    two = Picture({"trained": {"b": 300}}, {}, {"b": "ended"})
    whole = together([one, two], {"trained": 400})
    assert whole.figure("trained") == 400
    assert (whole.rate.effective, whole.rate.checked) == (1, 2)
    assert one.values == {"trained": {"a": 500}}, "the parts stay as they were"


def test_a_difference_leads_to_its_measures():
    then = Picture({"jobs": {"a": 300, "b": 200}}, {}, {"a": "effective", "b": "not_verified"})
    now = Picture({"jobs": {"a": 300, "b": 100}, "fte": {"c": 50}}, {}, {"a": "effective", "b": "ended", "c": "partly"})
    assert differences(then, now) == [Difference("c", "fte", None, 50), Difference("b", "jobs", 200, 100)]
    assert [one.by for one in differences(then, now)] == [50, -100]
    assert changed_verdicts(then, now) == [("b", "not_verified", "ended"), ("c", "", "partly")]
    assert differences(then, then) == [] == changed_verdicts(then, then)
    assert Difference("", "jobs", None, None).by is None
