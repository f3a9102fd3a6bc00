"""The front end asks for the lines, proofs, questions and lengths that the rules know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shared.domain import conclusions, evaluations, measures, stories, sustainability
from shared.domain.activities import evaluation
from shared.domain.register.indicators import INDICATORS

FRONT = Path(__file__).parents[2] / "shared" / "web" / "front"
SOURCE = (FRONT / "evaluation.ts").read_text("utf-8")
WORTH = (FRONT / "conclusions.ts").read_text("utf-8")
THREE = (FRONT / "sectors.ts").read_text("utf-8")
STORIES = (FRONT / "stories.ts").read_text("utf-8")


def listed(name: str, source: str = SOURCE) -> tuple[str, ...]:
    found = re.search(rf"export const {name} = \[(.*?)\]", source, re.S)
    assert found, name
    return tuple(re.findall(r'"([^"]+)"', found[1]))


def numbers(name: str, source: str = SOURCE) -> dict[str, int]:
    found = re.search(rf"export const {name} = {{(.*?)}}", source)
    assert found, name
    return {key: int(n) for key, n in re.findall(r"(\w+): (\d+)", found[1])}


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("LINES", evaluations.LINES),
        ("PROOFS", evaluations.PROOFS),
        ("STATES", evaluations.STATES),
        ("QUESTIONS", sustainability.QUESTIONS),
        ("ANSWERS", sustainability.ANSWERS),
        ("FIGURES", evaluations.FIGURES),
        ("COMMON", tuple(INDICATORS)),
        ("TIMES", evaluation.TIMES),
        ("PARTS", evaluation.PARTS),
    ],
)
def test_the_words_are_those_of_the_rules(name, known):
    assert listed(name) == known


def test_the_lengths_are_those_of_the_rules():
    told = {name: getattr(evaluations, name.upper()) for name in numbers("LIMITS")}
    assert numbers("LIMITS") == told
    assert numbers("INDICATOR_LIMITS") == measures.INDICATOR
    assert f"MOST_INDICATORS = {measures.MOST_INDICATORS};" in SOURCE


def test_what_a_measure_was_worth_is_asked_alike_on_both_sides():
    for name in ("JUDGED", "BY", "AGAIN"):
        assert listed(name, WORTH) == getattr(conclusions, name)
    for names, source in (
        *((names, WORTH) for names in (conclusions.EFFECTS, conclusions.LESSONS)),
        (conclusions.SECTORS, THREE),
    ):
        quoted = ", ".join(f'"{name}"' for name in names)
        assert f"[{quoted}]" in source
    told = {name: int(n) for name, n in re.findall(r"words\([`\"](\w+?)_?[`\"$].*?, (\d+)[,)]", WORTH)}
    groups = {name if name in told else name.partition("_")[0]: most for name, most in conclusions.WORDS.items()}
    assert {name: told[name] for name in groups} == groups


def test_stories_have_the_same_limits_on_both_sides():
    assert listed("CONSENT", STORIES) == stories.CONSENT
    assert numbers("STORY_LIMITS", STORIES) == {"title": stories.TITLE, **stories.TEXTS}
