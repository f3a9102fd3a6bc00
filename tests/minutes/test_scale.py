"""What the minutes tell of a scale."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.changes import Paper
from tests.minutes.polls import told

CAST = [Paper({"value": 5}, "private")] * 6 + [Paper({"value": 2}, "public")] * 5 + [Paper({"value": 1}, "public")] * 5


def scale(cast: list[Paper] = CAST, phase: str = "revealed", **settings: Any) -> str:
    return told("scale", cast, phase, **settings)


def test_the_middle_the_mean_and_the_sectors_are_told():
    text = scale(names=["not at all", "very well"])
    assert "a whole number from 1 (not at all) to 5 (very well) · secret vote" in text
    assert "16 of 16 voted; 0 blank." in text
    assert "| 5 · very well | **6** | 6 | 0 |" in text and "| 3 | **0** | 0 | 0 |" in text
    assert "**16 values; median 2, mean 2.8, middle half 1.0 to 5.0.**" in text
    assert "Answers lie far apart" in text
    assert "Means by sector: Private 5.0, Public 1.5. With the three sectors weighing the same: 3.3." in text
    assert '"exact": "45/16"' in text


def test_who_does_not_know_is_told_apart():
    text = scale([Paper({"value": 3}), Paper({"value": 4}), Paper({"value": None}), Paper({})], unsure=True)
    assert "4 of 4 voted; 1 blank." in text and "1 does not know." in text
    assert "2 values; median 3 to 4, mean 3.5" in text


def test_each_step_has_its_name():
    assert "| 2 · now and then | **1** |" in scale(
        [Paper({"value": 2})], to=3, names=["never", "now and then", "always"]
    )


def test_nobody_answered():
    text = scale([Paper({})])
    assert "1 of 1 voted; 1 blank." in text and "median" not in text.replace("The median is", "")


@pytest.mark.parametrize("phase", ["open", "closed"])
def test_nothing_is_told_before_the_reveal(phase: str):
    text = scale(phase=phase)
    assert "a whole number from 1 to 5" in text
    assert not any(figure in text for figure in ("16 of 16", "2.8", '"steps": [{', "45/16"))


def test_it_is_told_in_mongolian():
    assert "16 утга; голч 2, дундаж 2.8" in scale(language="mn")
