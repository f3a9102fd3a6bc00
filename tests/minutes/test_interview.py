"""What the minutes tell of interviews: how many, what was read out, findings without names; and the guide on paper."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.activities.interview import INTERVIEW
from shared.domain.drawing import drawn
from shared.domain.records import Activity, Interview
from shared.minutes.guide import guide
from shared.minutes.render import render, written
from shared.web.language import Speech, languages
from tests.minutes.records import Desk

CONSENT = "May we note down what you tell us?"
POINT = {"question": "q4", "factors": ["2.1"], "sign": "-", "quote": "", "rating": None, "confidential": False}


def desk(phase: str = "confirmed", language: str = "en") -> Desk:
    made = Desk("interviews", language)
    step = made.step("interview", phase, settings=INTERVIEW.complete({"firms": 2}))
    for n, group in enumerate(("firm", "office"), start=1):
        points = [
            {**POINT, "id": f"a{n}", "statement": f"The road is mud ({group})", "quote": f"We wait for the sun ({n})"},
            {**POINT, "id": f"b{n}", "statement": f"Twice told ({group})", "sign": "+" if n == 2 else "-"},
            {**POINT, "id": f"c{n}", "statement": f"Hush ({group})", "quote": "Canary quote", "confidential": True},
            {**POINT, "id": f"d{n}", "statement": "Canary note", "factors": []},
        ]
        about = {"line_of_work": "Canary work", "place": "Canary place", "note": "Mrs Canary"}
        held = Interview(f"i{n}", "w", step.id, n, group, float(n), CONSENT, answers=points, author="s", **about)
        made.records.append(held)
    if phase == "confirmed":
        made.records += [edit.after for edit in drawn(_Board(made.records), step)]
    return made


class _Board:
    """What drawing findings up asks a board for."""

    def __init__(self, records: list[Any]) -> None:
        self.records = records

    def find(self, kind: type[Any], **where: Any) -> list[Any]:
        return [r for r in self.records if isinstance(r, kind)]

    def get(self, kind: type[Any], id: str) -> None:
        return None


def told(made: Desk) -> str:
    return "".join(render(made.minutes(), format) for format in ("md", "html", "json"))


def test_a_closed_round_is_told_with_counts_consent_evidence_and_findings():
    text = told(desk())
    assert "Interviews by a guide of 23 questions" in text
    assert "| Private | **1** | 2 |" in text and "| Public | **1** | 5 |" in text
    assert CONSENT in text
    assert "| Roads, transport cost 2.1 | 1 | 1 | 0 | low confidence |" in text
    assert "An advantage to some and an obstacle to others: Roads, transport cost 2.1" in text
    assert "The road is mud (firm)" in text and "We wait for the sun (1)" in text
    assert "Told in confidence and counted, not written here: 2" in text
    assert "No public office has spoken of: " in text


@pytest.mark.parametrize("phase", ["open", "confirmed"])
def test_names_notes_and_what_is_confidential_are_in_no_minutes(phase: str):
    text = told(desk(phase))
    assert "Canary" not in text and "Hush" not in text


def test_an_open_round_tells_how_many_and_nothing_of_what_was_said():
    text = told(desk("open"))
    assert "Interviews: 2" in text and "once the round is closed" in text
    assert "mud" not in text and "We wait" not in text


@pytest.mark.parametrize("language", languages())
def test_the_guide_on_paper_has_every_question_in_every_language(language: str):
    step = next(r for r in desk(language=language).records if isinstance(r, Activity) and r.kind == "interview")
    speech = Speech(language)
    page = render(guide(step, speech), "html")
    for key in ("consent", *(f"q{n}" for n in range(1, 24))):
        assert speech.say(f"interview.words.{key}").split("?")[0].split("؟")[0] in page, key


def test_the_guide_on_paper_keeps_own_questions_and_their_order_and_is_a_file():
    own = [
        {"key": "own", "text": "How is the felt selling?", "asks": "firm", "factors": ["5.1"]},
        {"key": "q1", "text": "What <b>do</b> you sell?", "asks": "firm", "factors": []},
    ]
    settings = INTERVIEW.complete({"guide": own, "consent": "May we?"})
    step = Activity("interview", "x", "w", "Interviews", "", 1, 60, settings=settings)
    page = render(guide(step, Speech("en")), "html")
    assert "1. How is the felt selling?" in page and "May we?" in page and "Bank" not in page
    assert "<b>do" not in page
    assert written(guide(step, Speech("en")), "pdf").startswith(b"%PDF")
