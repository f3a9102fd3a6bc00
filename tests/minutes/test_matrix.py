"""What the minutes tell of a matrix and of findings: figures, gaps, corrections and why, and nothing confidential."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from shared.domain.activities.matrix import MATRIX
from shared.domain.records import Amendment, Finding
from shared.minutes.render import render
from shared.voting.matrix import count
from tests.minutes.records import Desk

P, A = "private", "public"
FACTORS = ["2.1", "4.1", "7.4"]


def ballots() -> list[Any]:
    private = {"2.1": {"rating": -3, "importance": 3}, "7.4": {"rating": -2, "importance": 2}, "4.1": {"rating": None}}
    public = {"2.1": {"rating": -3, "importance": 3}, "7.4": {"rating": 1, "importance": 2}}
    return [(private, P)] * 5 + [(public, A)] * 5


def desk(phase: str = "revealed", language: str = "en", **settings: Any) -> Desk:
    result = count(FACTORS, ballots(), 5)
    for item in result["items"]:
        item |= {"sources": 3, "evidence": {P: 2, A: 1}, "confidence": "medium"}
    made = Desk(language=language)
    given = {**MATRIX.settings, "factors": FACTORS, "secret": True, **settings}
    step = made.step("dots", phase, settings=given, options=FACTORS, result={**result, "seats": 12, "secret": True})
    made.records[made.records.index(step)] = replace(step, kind="matrix")
    return made


def finds(made: Desk, statement: str, **fields: Any) -> None:
    n = len(made.records)
    given = {"factors": ["2.1"], "sign": "-", "position": float(n), "source_ref": "I-07", "shown": True, **fields}
    made.records.append(Finding(id=f"f{n}", workshop="w", statement=statement, **given))


def told(made: Desk) -> str:
    return "".join(render(made.minutes(), format) for format in ("md", "html", "json"))


def test_ratings_stand_by_priority_with_sectors_and_gaps():
    text = told(desk())
    assert "each person rates 3 location factors from −3" in text
    assert "| Roads, transport cost (2.1) | **−3** |  | 0 | 10 | 0 | −3 (5) | −3 (5) | 0 |" in text
    assert "| Dialogue of firms and offices (7.4) | **−0.5** |  | 3 | 10 | 0 | −2 (5) | &#43;1 (5) | **3** |" in text
    assert "| Getting a loan (4.1) | **–** |  |  | 0 | 5 |" in text
    assert "Dialogue of firms and offices (7.4): Private −2, Public +1" in text
    assert "| Roads, transport cost (2.1) | 3 | 9 | 3 | 2 / 1 / 0 | medium confidence | (N) |" in text


def test_the_trend_is_told_where_it_was_asked_for():
    made = desk()
    step = next(r for r in made.records if getattr(r, "kind", "") == "matrix" and r.phase == "revealed")
    items = step.result["items"]
    assert "Trend" not in told(made)
    items[0] |= {"trends": [7, 2, 1], "trend": -1}
    items[1] |= {"trends": [4, 2, 4]}
    text = told(made)
    assert "| Trend (worse / same / better) |" in text
    assert "| 2 / 1 / 0 | worse (7 / 2 / 1) | medium confidence |" in text
    assert "| 2 / 1 / 0 | (4 / 2 / 4) | medium confidence |" in text


def test_what_the_room_corrected_stands_beside_the_vote_with_its_reason():
    made = desk()
    step = next(r for r in made.records if getattr(r, "kind", "") == "matrix" and r.phase == "revealed")
    made.records.append(Amendment("a", "w", step.id, "7.4", rating=-1, reason="Offices were asked too", reach="N"))
    text = told(made)
    assert "the vote gave −0.5, the room holds −1. Offices were asked too" in text
    assert "| **−0.5** | −1 | 3 |" in text
    assert "Advocacy list" in text and '"advocacy": [\n' in text
    assert "- Roads, transport cost (2.1)\n- Dialogue of firms and offices (7.4)" in text


def test_confidential_findings_and_sources_are_in_no_minutes():
    made = desk()
    finds(made, "The road is mud in spring", quote="We wait for weeks", sector=P)
    finds(made, "CANARY confidential", confidential=True, shown=False)
    finds(made, "CANARY not shown", shown=False)
    text = told(made)
    assert "− The road is mud in spring" in text and "“We wait for weeks”" in text
    assert "CANARY" not in text and "I-07" not in text


def test_a_reading_tells_what_was_read_and_what_surprised():
    made = Desk("led-findings")
    step = made.step("brainstorm", "confirmed", result={"rule": "reading", "findings": ["f1", "f2", "f3"]})
    made.records[made.records.index(step)] = replace(step, kind="reading", settings={"marks": 3})
    for n, (statement, more) in enumerate(
        [
            ("Mud", {"marks": 4, "shown": False}),
            ("Wool", {"factors": ["1.1"], "sign": "+"}),
            ("CANARY", {"confidential": True}),
        ],
        1,
    ):
        finds(made, statement, **{"shown": not more.get("confidential"), **more})
        made.records[-1] = replace(made.records[-1], id=f"f{n}")
    text = told(made)
    assert "Mud (4 persons)" in text and "+ Wool (Raw materials, livestock 1.1)" in text
    assert "CANARY" not in text


@pytest.mark.parametrize("phase", ["open", "closed"])
@pytest.mark.parametrize("origin", [None, {"title": "Findings day", "date": "2026-11-02", "workshop": "x"}])
def test_nothing_is_told_before_the_reveal(phase: str, origin: dict[str, str] | None):
    text = told(desk(phase, **({"origin": origin} if origin else {})))
    for figure in ("−3 (5)", '"items"', "Roads, transport", "10 of 12"):
        assert figure not in text


def test_a_matrix_taken_over_names_its_origin():
    text = told(desk(origin={"title": "Findings day", "date": "2026-11-02", "workshop": "x"}))
    assert "taken over from “Findings day”" in text and "−3 (5)" in text


def test_it_is_told_in_mongolian():
    assert "Салбарууд хоёр ба түүнээс дээш оноогоор" in told(desk(language="mn"))


@pytest.mark.parametrize("gone", [("cast", "seats", "blank"), ("seats",), ("cast",), ("blank",)])
def test_a_matrix_that_was_taken_over_without_its_turnout_is_told_all_the_same(gone: tuple[str, ...]):
    made = desk("confirmed", origin={"title": "Findings day", "date": "2026-11-02", "workshop": "x"})
    step = next(r for r in made.records if getattr(r, "kind", "") == "matrix" and r.result)
    less = {name: value for name, value in step.result.items() if name not in gone}
    made.records[made.records.index(step)] = replace(step, result=less)
    text = told(made)
    assert "Roads, transport cost (2.1)" in text and "10 of 12 voted" not in text
