"""Nine questions that a measure must pass before it is rated: yes, no, or repaired, with a word on the last two."""

from __future__ import annotations

from typing import Any

from ..records import Measure

QUESTIONS = tuple(f"K{n}" for n in range(1, 10))
ANSWERS = ("yes", "no", "repaired")
WORD_LENGTH = 160


def word(question: str) -> str:
    """Name the field of a measure's sheet that holds the word on a question; the answer has the question's own."""
    return f"{question}_word"


FIELDS = {**dict.fromkeys(QUESTIONS, ANSWERS), **{word(question): WORD_LENGTH for question in QUESTIONS}}


def noted(measure: Measure, answer: str) -> list[dict[str, str]]:
    """List the questions with this answer, each with its word."""
    sheet = measure.sheet
    return [{"k": k, "word": str(sheet.get(word(k), ""))} for k in QUESTIONS if sheet.get(k) == answer]


def out(measure: Measure) -> bool:
    """Say whether a measure is knocked out: one "no" is enough."""
    return bool(noted(measure, "no"))


def unsettled(measure: Measure) -> bool:
    """Say whether the office has yet to answer: a question is open, or a no or a repair has no word."""
    lacking = [note for answer in ("no", "repaired") for note in noted(measure, answer) if not note["word"]]
    return bool(lacking) or not (out(measure) or all(measure.sheet.get(k) for k in QUESTIONS))


def checks(measures: list[Measure]) -> list[dict[str, Any]]:
    """Tell the measures that something was found about: what knocked them out, and what was repaired."""
    found = [
        {"id": m.id, "title": m.title, "failed": noted(m, "no"), "repaired": noted(m, "repaired")} for m in measures
    ]
    return [check for check in found if check["failed"] or check["repaired"]]
