"""What the minutes tell of a ranking: the places, and how each method came to them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from shared.domain.activities.ranking import RANKING
from shared.minutes.render import render
from shared.voting.ranking import count
from tests.minutes.records import Desk

TITLES = {"M": "Memphis", "N": "Nashville", "C": "Chattanooga", "K": "Knoxville"}
TENNESSEE = {"MNCK": 42, "NCKM": 26, "CKNM": 15, "KCNM": 17}
CYCLE = {"MNC": 3, "NCM": 2, "CMN": 2}


def told(profile: dict[str, int], phase: str = "revealed", language: str = "en", **settings: Any) -> str:
    given = {**RANKING.settings, "secret": True, **settings}
    cast = [(list(ranked), None) for ranked, n in profile.items() for _ in range(n)]
    result = count(list(TITLES), cast, given["method"], 5)
    for item in result["items"]:
        item |= {"title": TITLES[item["id"]], "short": ""}
    desk = Desk(language=language)
    more = {"seats": 120, "secret": True, "places": 4}
    step = desk.step("dots", phase, settings=given, result={**result, **more})
    desk.records[desk.records.index(step)] = replace(step, kind="ranking")
    return "".join(render(desk.minutes(), format) for format in ("md", "html", "json"))


def test_the_places_stand_by_both_methods():
    text = told(TENNESSEE)
    assert "each person puts the options in order · direct comparison by Schulze's method decides" in text
    assert "| Place, Schulze | Choice | Place, Borda | Points, Borda |" in text
    assert "| 1 | Nashville | 1 | 194.00 |\n| 2 | Chattanooga | 2 | 173.00 |\n| 3 | Knoxville | 4 | 107.00 |" in text
    assert "The two methods give different places." in text


def test_each_method_is_told_step_by_step():
    text = told(TENNESSEE, method="borda", places=3)
    assert "each person puts the best 3 options in order · points by Borda's count decide the places" in text
    assert "A first place gives 3 points, each place after it one less." in text
    assert "| Nashville | 26 | 42 | 32 | 0 | 0 | **194.00** |" in text
    assert "| 1 · Nashville | – | **68** | **68** | **58** |" in text
    assert "“Nashville” comes before every other option in direct comparison." in text
    assert "| Nashville › Memphis | 58 | 0 |" in text


def test_a_way_through_others_is_told():
    text = told(CYCLE)
    assert "No option comes before every other in direct comparison" in text
    assert "| Memphis › Nashville › Chattanooga | 5 | 4 |" in text


def test_where_nobody_ranks_anything_there_is_nothing_to_explain():
    text = told({"": 3})
    assert "Level on place 1: Memphis · Nashville · Chattanooga · Knoxville." in text
    assert "How the points came about" not in text


@pytest.mark.parametrize("phase", ["open", "closed"])
def test_nothing_is_told_before_the_reveal(phase: str):
    text = told(TENNESSEE, phase=phase)
    assert "each person puts the options in order" in text
    for figure in ("194", "Nashville", '"items"', "100 of 120"):
        assert figure not in text


def test_it_is_told_in_mongolian():
    assert "Хоёр арга өөр байр гаргаж байна." in told(TENNESSEE, language="mn")
