"""The checks of a measure 6, 12 and 24 months after its end: when they are due, how they are answered, the verdict."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ..changes import Refused
from ..sustainability import ANSWERED, ANSWERS, NOT_VERIFIED, QUESTIONS, verdict, verified
from ..text import line

TIMES = {"T6": 6, "T12": 12, "T24": 24}  # months after the end
WAYS = ("visit", "call", "paper", "link")
MOST_WORD = 160


@dataclass(frozen=True)
class Check:
    """One check of one measure. ``answers``: by question yes, partly, no (Q5: a number), and the words of proof."""

    entry: str
    time: str
    day: str = ""  # when it was made; "" while it waits
    way: str = ""
    by: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    verdict: str = NOT_VERIFIED
    at: int = 0


def due(ended: str, time: str) -> str:
    """Say on which day a check falls due, from the ISO day on which the measure ended; or the last of its month."""
    end = date.fromisoformat(ended)
    year, month = divmod(end.year * 12 + end.month - 1 + TIMES[time], 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(end.day, last)).isoformat()


def first_due_by(today: str) -> str:
    """Give the newest ISO day on which a measure may have ended for its first check to be due by today."""
    now = date.fromisoformat(today)
    months = now.year * 12 + now.month - 1 - TIMES["T6"]
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    at_end = now.day == calendar.monthrange(now.year, now.month)[1]
    return date(year, month + 1, last if at_end else min(now.day, last)).isoformat()


def waiting(ended: str, made: Iterable[str], by: str) -> list[str]:
    """Name the checks that are due by a day and not made."""
    there = set(made)
    return [time for time in TIMES if ended and time not in there and due(ended, time) <= by]


def answered(entry: str, time: str, given: Mapping[str, str], by: str, way: str, day: str, at: int) -> Check:
    """Read a check as it was filled in. A word of proof stands beside every answer that is to count."""
    if time not in TIMES or way not in WAYS:
        raise Refused("invalid", "form_choice")
    answers: dict[str, str] = {}
    for question in QUESTIONS:
        told = given.get(question, "").strip()
        if question in ANSWERED and told not in ("", *ANSWERS):
            raise Refused("invalid", "form_choice")
        if question not in ANSWERED and told and not (told.isascii() and told.isdigit() and len(told) < 7):
            raise Refused("invalid", "form_number")
        if told:
            answers[question] = told
        if proof := line(given.get(f"{question}_word", ""), MOST_WORD):
            answers[f"{question}_word"] = proof
    if not any(question in answers for question in QUESTIONS):
        raise Refused("invalid", "check_empty")
    return Check(entry, time, day, way, line(by, 120), answers, verdict(verified(answers)), at)
