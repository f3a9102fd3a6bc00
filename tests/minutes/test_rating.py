"""What the minutes tell of a rating: all of it once it is revealed, of a first round the flags, before that nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest

from shared.demo.day import demo_data
from shared.domain.activities.rating import MINIMUMS, WEIGHTS
from shared.domain.records import Activity
from shared.minutes.render import render
from shared.voting.rating import CRITERIA, Rules, count, earlier, spread
from tests.minutes.records import Desk

VECTOR = demo_data()["rating"]
MEASURES = {measure["id"]: measure for measure in demo_data()["measures"]}
COMMITTEE = ("private",) * 3 + ("public",) * 2 + ("semi-public",) * 2
RULES = Rules(
    weights=VECTOR["weights"],
    minimums=dict(zip(CRITERIA, MINIMUMS, strict=True)),
    line=60,
    asked={id: measure["fund_eur"] for id, measure in MEASURES.items()},
    lot=4711,
)
CHECKS = [
    {"id": "M2", "title": "Solar greenhouses", "failed": [], "repaired": [{"k": "K6", "word": "own work added"}]},
    {"id": "M9", "title": "A private garage", "failed": [{"k": "K3", "word": "one firm gains"}], "repaired": []},
]


def last_round(floor: int) -> dict[str, Any]:
    scores = {**VECTOR["base_scores"]}
    scores["M8"] = {**scores["M8"], "reasons": {"C8": "nobody pays for the guide"}}
    aside = [({**scores, "M4": "recused"}, "private"), *((scores, sector) for sector in COMMITTEE[1:])]
    result = count(sorted(scores), aside, RULES, floor)
    before = earlier(["M3"], first_papers(), RULES.weights)["M3"]
    next(item for item in result["items"] if item["id"] == "M3").update(first=before, shift="-0.57")
    return {**result, "round": "second", "weights": list(WEIGHTS), "minimums": list(MINIMUMS), "line": 60, "lot": 4711}


def first_papers() -> list[Any]:
    full = VECTOR["full_example_M3"]["scores"]
    sheets = [{c: sheet[c] for c in CRITERIA} for sheet in full]
    sheets[5]["reasons"] = {"C8": "who pays the guard?"}
    return [({"M3": sheet}, one["sector"]) for sheet, one in zip(sheets, full, strict=True)]


def told(result: dict[str, Any], phase: str = "revealed", language: str = "en", form: str = "md") -> str:
    for item in result["items"]:
        item |= {"title": MEASURES[item["id"]]["title"], "short": ""}
    result |= {"checks": CHECKS, "seats": 7, "secret": True, "credential": "link"}
    desk = Desk(language=language)
    settings = {"round": result["round"], "secret": True}
    desk.records.append(
        Activity("rating", "r", "w", "Score", "How well?", 99, 20, phase, settings, None, list(MEASURES), result)
    )
    return "".join(render(desk.minutes(), form)).replace("\\", "")


def rows(text: str, *words: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("|") and all(word in line for word in words)]


def test_totals_places_and_refusals_are_those_of_the_vector():
    text = told(last_round(floor=9))
    assert rows(text, "1 | Felt workshop", "83.00", "7 | 0 | stands")
    assert rows(text, "3 | Milk cooling", "77.00", "6 | 1 | stands"), "who stood aside is a number"
    assert rows(text, "Permit guide", "61.00", "refused: below a minimum (C8)")
    assert rows(text, "Felt workshop", "5.00 | 5.00 | 4.00 | 5.00 | 3.00 | 4.00 | 3.00 | 4.00 | 3.00 | **83.00**")
    assert rows(text, "C2 Visible soon | 15 | 2")
    assert "Level: Short course for camp cooks and guides, Solar greenhouses run by trained young people." in text
    assert "C8 Lasts: low: nobody pays for the guide" in text
    assert "No figures by sector" in text and "Balanced" not in text


def test_both_rounds_stand_side_by_side():
    text = told(last_round(floor=9))
    assert rows(text, "Shared winter cellar", "79.00", "79.57", "\u22120.57")
    assert rows(text, "Shared winter cellar", "3.71 *", "**79.57**")


def test_sectors_and_balanced_totals_stand_where_they_may_be_told():
    text = told(last_round(floor=2))
    assert rows(text, "Place | Measure | Total | Balanced", "Private | Public | Semi-public")
    assert "The plain total decides." in text


def test_what_was_knocked_out_or_repaired_is_told_with_its_word():
    text = told(last_round(floor=9))
    assert "**Not rated: A private garage**" in text and "one firm gains" in text
    assert "**Repaired and rated: Solar greenhouses**" in text and "own work added" in text


def test_a_first_round_tells_flags_and_reasons_and_no_score():
    result = {**spread(["M3", "M4"], first_papers()), "round": "first"}
    text = told(result)
    assert rows(text, "Shared winter cellar", "7 | 0 | C8")
    assert "C8 Lasts: low: who pays the guard?" in text
    assert not any(figure in text for figure in ("3.71", "79.57", "| Total", "| stands"))
    near = {**spread(["M4"], first_papers()), "round": "first"}
    assert "Nowhere were people three points or more apart." in told(near)


@pytest.mark.parametrize("phase", ["open", "closed"])
@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_nothing_is_told_before_the_reveal(phase: str, form: str):
    text = told(last_round(floor=2), phase, form=form)
    assert not any(figure in text for figure in ("83.00", "79.57", "nobody pays", "own work added"))


def test_the_minutes_speak_mongolian():
    text = told(last_round(floor=2), language="mn")
    assert "доод хязгаарт хүрээгүй" in text and "rating.minutes" not in text and "rating.words" not in text


def test_effect_across_feasibility_is_drawn_and_letters_are_told():
    text = told(last_round(5))
    assert "Effect (C1 to C4) across feasibility (C5 to C9), in points of 100; the lines stand at 60" in text
    points = re.findall(r"^- ([A-Z]): (.+), effect ([\d.]+), feasibility ([\d.]+)$", text, re.MULTILINE)
    items = [item for item in last_round(5)["items"] if "effect" in item]
    assert [(effect, feasible) for _, _, effect, feasible in points] == [(i["effect"], i["feasible"]) for i in items]
    assert [letter for letter, *_ in points] == list("ABCDEFGH")[: len(items)]
    page = told(last_round(5), form="html")
    assert page.count("<circle") == len(items)


def test_a_first_round_draws_nothing():
    first = {**spread(["M3"], first_papers()), "round": "first"}
    assert "<circle" not in told(first, form="html")


def test_nothing_is_drawn_before_the_reveal():
    assert "<circle" not in told(last_round(5), phase="closed", form="html")
