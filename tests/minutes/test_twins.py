"""Same or different, in the minutes: pairs with their figures, and none where few answered."""

from __future__ import annotations

from typing import Any

from shared.domain.changes import Paper
from shared.minutes.render import render
from shared.voting.twins import count
from tests.minutes.polls import minutes_of

SAID = [*({"a/b": "same", "c/d": "same"} for _ in range(3)), {"a/b": "unsure"}]
TITLES = {"a": "No winter storage", "b": "No storage in winter", "c": "Loans come late", "d": "=Late loans"}


def told(format: str, phase: str = "revealed") -> str:
    pairs: list[dict[str, Any]] = count(["a/b", "c/d"], SAID)["pairs"]
    for pair in pairs:
        pair["cards"] = [{"id": id, "title": TITLES[id]} for id in pair["id"].split("/")]
    fields = {"options": ["a/b", "c/d"]}
    papers = [Paper(paper) for paper in SAID]
    return str(render(minutes_of("twins", papers, phase, fields=fields, beside={"pairs": pairs}), format))


def test_pairs_are_told_with_figures_from_four_answers_on():
    text = told("md")
    assert "same or different, up to 5 pairs of cards a person · secret vote" in text
    assert "**1 of 2 pairs say the same to most people**" in text
    assert "| No winter storage | No storage in winter | 3 | 0 | 1 |" in text
    assert "| Loans come late | &#61;Late loans | – | – | – |" in text


def test_nothing_is_told_before_the_reveal():
    for format in ("md", "html", "json"):
        text = told(format, phase="closed")
        assert "say the same to most" not in text and "Late loans" not in text
