"""What the minutes tell of a choice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from shared.domain.activities.choice import CHOICE
from shared.minutes.render import render
from shared.voting.choice import count
from tests.minutes.records import Desk

TITLES = {"own-1": "Yes", "own-2": "No", "own-3": "Abstain"}
CAST = [(["own-1"], "private")] * 6 + [(["own-2"], "public")] * 5


def told(cast: list[Any] = CAST, phase: str = "revealed", language: str = "en", **settings: Any) -> str:
    given = {**CHOICE.settings, "secret": True, **settings}
    result = count(list(TITLES), cast, given["least"], 5)
    for item in result["items"]:
        item |= {"title": TITLES[item["id"]], "short": ""}
    limits = {"least": given["least"], "most": given["most"]}
    desk = Desk(language=language)
    step = desk.step("dots", phase, settings=given, result={**result, **limits, "seats": 12, "secret": True})
    desk.records[desk.records.index(step)] = replace(step, kind="choice")
    return "".join(render(desk.minutes(), format) for format in ("md", "html", "json"))


def test_a_decision_is_told_with_its_majority():
    text = told()
    assert "one choice a ballot · secret vote" in text
    assert "11 of 12 voted; 0 blank." in text
    assert "| 1 | Yes | **6** | 54.55 | 6 | 0 | 50.00 | 1 |" in text
    assert "More than half of all ballots: Yes." in text
    assert "The order differs when the three sectors weigh the same." in text


def test_where_nothing_has_more_than_half_that_is_told():
    text = told([(["own-1"], None)] * 2 + [(["own-2"], None)] * 2)
    assert "Nothing has more than half of all ballots." in text
    assert "Level on place 1: Yes · No." in text


def test_limits_and_ballots_with_too_few_choices_are_told():
    text = told([(["own-1"], None), (["own-1", "own-2"], None)], least=2, most=0)
    assert "any number of choices a ballot (approval), at least 2" in text
    assert "1 ballot had fewer choices than asked for and chose nothing." in text
    assert "More than half" not in text
    assert "up to 2 choices a ballot" in told(most=2)


@pytest.mark.parametrize("phase", ["open", "closed"])
def test_nothing_is_told_before_the_reveal(phase: str):
    text = told(phase=phase)
    assert "one choice a ballot" in text
    for figure in ("54.55", "Yes", '"items"', "11 of 12"):
        assert figure not in text


def test_it_is_told_in_mongolian():
    assert "Нийт саналын талаас илүү: Yes." in told(language="mn")
