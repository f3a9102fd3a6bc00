"""Corrections: how long a version is open, what a remark may be, and that a sealed one changes no more."""

from __future__ import annotations

import pytest

from shared.domain.corrections import MOST_OF_ONE, MOST_REMARKS, Window, answered, open_for, remark

OPEN = Window(0, 100)


def test_a_window_takes_remarks_from_its_beginning_to_its_end():
    assert [OPEN.takes(at) for at in (-1, 0, 99, 100)] == [False, True, True, False]
    assert open_for("30", 7, sealed=False) == Window(7, 7 + 30 * 24 * 3600 * 1000)


@pytest.mark.parametrize("days", ["0", "31", "", "-1", "5.0", "³", "005"])
def test_days_are_one_to_thirty(refused, days):
    with refused("invalid", "correction_days"):
        open_for(days, 0, sealed=False)


def test_a_remark_is_some_words_in_time(refused):
    assert remark(" Rain ", " Dorj\n", OPEN, 50, sealed=False, all=0, own=0) == ("Rain", "Dorj")
    for text, now, counts, told in (
        ("Rain", 100, (0, 0), ("phase_closed", "correction_over")),
        ("", 50, (0, 0), ("invalid", "text_empty")),
        ("x" * 2001, 50, (0, 0), ("limit", "text_long")),
        ("Rain", 50, (MOST_REMARKS, 0), ("limit", "remarks_full")),
        ("Rain", 50, (MOST_OF_ONE, MOST_OF_ONE), ("limit", "remarks_full")),
    ):
        with refused(*told):
            remark(text, "", OPEN, now, sealed=False, all=counts[0], own=counts[1])


def test_a_sealed_version_changes_no_more(refused):
    for act in (
        lambda: open_for("5", 0, sealed=True),
        lambda: remark("Rain", "", OPEN, 50, sealed=True, all=0, own=0),
        lambda: answered("accepted", "Yes", sealed=True),
    ):
        with refused("phase_closed", "version_sealed"):
            act()
