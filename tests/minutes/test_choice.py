"""What the minutes tell of a choice."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from shared.domain.activities.choice import CHOICE
from shared.domain.activities.dots import DOTS
from shared.domain.records import Measure
from shared.minutes.render import render
from shared.voting.choice import count
from shared.voting.joined import count_choice
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


def test_reasons_are_told_below_without_names_and_a_hidden_one_only_by_number():
    given = {**CHOICE.settings, "secret": True, "reasons": True}
    result = {**count(list(TITLES), CAST, 0, 5), "least": 0, "most": 1, "seats": 12, "secret": True}
    for item in result["items"]:
        item |= {"title": TITLES[item["id"]], "short": ""}
    result["remarks"] = [{"text": "It lasts"}, {"text": "Canary: who pays?"}]
    desk = Desk()
    step = desk.step("dots", "revealed", settings=given, result=result)
    desk.records[desk.records.index(step)] = replace(step, kind="choice", hidden=["canary:whopays?"])
    text = "".join(render(desk.minutes(), format) for format in ("md", "html", "json"))
    assert "It lasts" in text and "Reasons" in text
    assert "Canary" not in text and "1 text was hidden" in text


@pytest.mark.parametrize("phase", ["open", "closed"])
def test_nothing_is_told_before_the_reveal(phase: str):
    text = told(phase=phase)
    assert "one choice a ballot" in text
    for figure in ("54.55", "Yes", '"items"', "11 of 12"):
        assert figure not in text


def test_it_is_told_in_mongolian():
    assert "Нийт саналын талаас илүү: Yes." in told(language="mn")


def test_a_join_is_told_with_its_figures_and_who_said_so_and_so_is_one_that_was_taken_apart():
    result = count_choice(list(TITLES), CAST, 0, 5, [("own-3", "own-1")])
    for item in result["items"]:
        item |= {"title": TITLES[item["id"]], "short": ""}
    entry = {"gone": "own-3", "title": "Abstain", "short": "", "into": "own-1", "by": "Aya", "at": 36_000_000}
    result |= {"joined": [{**entry, "before": [0, 6], "after": 6}], "seats": 12, "secret": True, "least": 0, "most": 0}
    result |= {"parted": [{"ids": ["own-1", "own-2"], "by": "Bold", "at": 36_060_000}]}
    desk = Desk()
    step = desk.step("dots", "revealed", settings={**CHOICE.settings, "secret": True}, result=result)
    desk.records[desk.records.index(step)] = replace(step, kind="choice")
    text = render(desk.minutes(), "md")
    assert re.search(
        r"“Abstain” was said to be the same as “Yes” \(Aya, \d\d:\d\d\): 6 and 0 became 6, counted anew", text
    )
    assert re.search(r"Yes, No had been joined and were taken apart again \(Bold, \d\d:\d\d\)", text)


def test_a_measure_of_a_group_that_counts_as_another_leads_to_its_vote():
    desk = Desk()
    groups = [desk.cluster(desk.step("cluster"), title) for title in ("Roads", "Streets")]
    items = [{"id": groups[0].id, "title": "Roads", "short": "", "dots": 7, "place": 1}]
    entry = {"gone": groups[1].id, "title": "Streets", "short": "", "into": groups[0].id, "by": "Aya", "at": 36_000_000}
    result = {"rule": "dots", "items": items, "joined": [{**entry, "before": [4, 5], "after": 7}]}
    result |= {"cast": 7, "blank": 0, "unused": 0, "seats": 8, "secret": True, "dots": 3, "most": 1}
    step = desk.step("dots", "revealed", settings={**DOTS.settings, "secret": True}, result=result)
    desk._add(Measure("m", "w", "Repair streets", cluster=groups[1].id, position=1.0))
    html = render(desk.minutes(), "html")
    assert f'<a href="#step-{step.id}">Dots: 7</a>' in html


@pytest.mark.parametrize(("kind", "figure", "said"), [("dots", "dots", "Dots: 7"), ("choice", "n", "Ballots: 7")])
def test_a_measure_that_counts_as_another_leads_to_its_vote(kind: str, figure: str, said: str):
    desk = Desk()
    titles = {"a": "Mend roads", "b": "Repair streets"}
    for n, (id, title) in enumerate(titles.items()):
        desk._add(Measure(id, "w", title, cluster=None, position=float(n)))
    items = [{"id": "a", "title": titles["a"], "short": "", "place": 1, figure: 7, "percent": "58.33"}]
    entry = {"gone": "b", "title": titles["b"], "short": "", "into": "a", "by": "Aya", "at": 36_000_000}
    result = {"rule": kind, "items": items, "joined": [{**entry, "before": [4, 5], "after": 7}]}
    result |= {"cast": 12, "blank": 0, "unused": 0, "short": 0, "seats": 12, "secret": True, "majority": None}
    settings = {**(DOTS if kind == "dots" else CHOICE).settings, "secret": True, "about": "measures"}
    step = desk.step("dots", "revealed", settings=settings, result={**result, "dots": 3, "least": 0, "most": 0})
    desk.records[desk.records.index(step)] = replace(step, kind=kind)
    html = render(desk.minutes(), "html")
    assert html.count(f'<a href="#step-{step.id}">{said}</a>') == 2, "the one that stands and the one that is gone"
