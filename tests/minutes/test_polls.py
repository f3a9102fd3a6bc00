"""What the minutes tell of numbers, fists of five, word clouds and feedback."""

from __future__ import annotations

from typing import Any

import pytest

from shared.domain.changes import Paper
from shared.minutes.render import render
from tests.minutes.polls import minutes_of, told


def papers(*given: Any, sector: str | None = None) -> list[Paper]:
    return [Paper(one, sector) for one in given]


NUMBERS = [
    *papers(*({"value": str(v)} for v in (1, 2, 3, 4, 5)), sector="private"),
    *papers(*({"value": "7"} for _ in range(5)), sector="public"),
]


def test_numbers_are_told_by_their_middle():
    text = told("number", NUMBERS, unit="days", most="30")
    assert "a number, in days, from 0 to 30 · secret vote" in text
    assert "**10 numbers; median 6, middle half 3 to 7, least 1, most 7.**" in text
    assert "| 7 | **5** |" in text
    assert "Medians by sector: Private 3, Public 7." in text
    assert "Mean: 5.0." in text
    assert "a number, 0 or more" in told("number", NUMBERS)


@pytest.mark.parametrize(
    ("kind", "listed", "rows"),
    [
        ("number", [{"value": "2"}, {}], ["| R0 | 2 days |", "| R1 | blank |"]),
        (
            "scale",
            [{"value": 5}, {"value": 3}, {"value": None}],
            ["5 · very much |", "| R1 | 3 |", "| I do not know |"],
        ),
    ],
)
def test_papers_under_receipts_are_said_in_words(kind: str, listed: list[Any], rows: list[str]):
    settings = {"number": {"unit": "days"}, "scale": {"names": ["not at all", "very much"], "unsure": True}}[kind]
    receipts = [{"receipt": f"R{n}", "paper": paper} for n, paper in enumerate(listed)]
    minutes = minutes_of(kind, papers(*listed), beside={"receipts": receipts}, **settings)
    text = render(minutes, "md")
    for row in rows:
        assert row in text


@pytest.mark.parametrize(("kind", "value"), [("number", "3"), ("scale", 3), ("fist", 3)])
def test_reasons_are_told_without_names_and_hidden_ones_counted(kind: str, value: Any):
    given = papers({"value": value, "text": "Far roads"}, {"value": value, "text": "Fool"})
    text = told(kind, given, reasons=True, fields={"hidden": ["fool"]})
    assert "Reasons\n\n- Far roads" in text
    assert "Fool" not in text
    assert "1 text was hidden" in text or "1 text is hidden" in text


def test_a_fist_tells_consent_the_lowest_and_reasons():
    text = told("fist", papers({"value": 5}, {"value": 2, "text": "Who pays?"}, {}), reasons=True)
    assert "consent where nobody shows fewer than 3" in text
    assert "**No consent: 1 showed fewer than 3 fingers.**" in text
    assert "The lowest: 2 · Some doubts: let us talk first." in text
    assert "- Who pays?" in text
    assert "**Consent: nobody showed fewer than 3 fingers.**" in told("fist", papers({"value": 4}, {"value": 3}))


def test_words_are_told_by_people():
    text = told("wordcloud", papers(["Road", "wool"], ["road"], ["road", "loans"]))
    assert "| road | 3 |" in text and "| loans | 1 |" in text
    assert "3 of 3 voted; 0 blank." in text


def test_what_is_hidden_is_counted_and_not_told():
    text = told("wordcloud", papers(["Fool"], ["wool"]), fields={"hidden": ["fool", "never written"]})
    assert "Fool" not in text and "| wool | 1 |" in text
    assert "1 text was hidden by the facilitator." in text
    assert "hidden by" not in told("wordcloud", papers(["wool"]), fields={"hidden": ["never written"]})


DAY = papers({"value": 5, "text": "More breaks"}, {"value": 4}, {"text": "Start earlier"})


def test_feedback_has_a_heading_of_its_own():
    text = told("feedback", DAY)
    assert "\n## Feedback\n" in text
    assert "**Mean 4.5 of 2 answers.**" in text
    assert "- More breaks" in text and "- Start earlier" in text
    data = minutes_of("feedback", DAY).data["feedback"]
    assert (data[0]["n"], data[0]["mean"], data[0]["exact"]) == (2, "4.5", "9/2")
    assert sorted(data[0]["remarks"]) == ["More breaks", "Start earlier"]


@pytest.mark.parametrize("kind", ["number", "fist", "wordcloud", "feedback"])
@pytest.mark.parametrize("phase", ["open", "closed"])
def test_nothing_is_told_before_the_reveal(kind: str, phase: str):
    cast = {
        "number": NUMBERS,
        "fist": papers({"value": 0, "text": "Canary"}),
        "wordcloud": papers(["Canary"]),
        "feedback": papers({"value": 1, "text": "Canary"}),
    }[kind]
    settings = {"reasons": True} if kind == "fist" else {}
    text = told(kind, cast, phase, **settings)
    assert not any(secret in text for secret in ("Canary", "median", '"cast"', "voted;"))


@pytest.mark.parametrize("kind", ["number", "fist", "wordcloud", "feedback"])
def test_nobody_answered(kind: str):
    assert "1 of 1 voted; 1 blank." in told(kind, papers([] if kind == "wordcloud" else {}))


def test_they_are_told_in_mongolian():
    assert "Санал сэтгэгдэл" in told("feedback", DAY, language="mn")
    assert "Зөвшилцсөн" in told("fist", papers({"value": 4}), language="mn")
