"""A check of a measure as a form: eight questions, each answer with its proof; for the office and by personal link."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import render_template

from shared.domain.register.checks import Check, answered
from shared.domain.register.entries import Entry, report
from shared.domain.sustainability import ANSWERED, QUESTIONS
from shared.store import register, results

from .house import house
from .site import say

MOST_PROOF = 160


def today() -> str:
    return datetime.fromtimestamp(house().desk.now() / 1000, UTC).date().isoformat()


def check_page(entry: Entry, time: str, typed: dict[str, str], frame: str, refused: str = "", **more: Any) -> str:
    """Render a check; ``typed`` is what stands in it, ``frame`` the page around it."""
    questions = [(q, say(f"evaluation.words.{q}"), q in ANSWERED) for q in QUESTIONS]
    return render_template(
        "check.html",
        frame=frame,
        entry=entry,
        time=time,
        questions=questions,
        typed=typed,
        most=MOST_PROOF,
        refused=refused,
        **more,
    )


def make_check(entry: Entry, time: str, typed: dict[str, str], by: str, party: str, way: str, day: str) -> Check:
    """Keep a check with a line in the measure's history, in one piece; or refuse."""
    at = house().desk.now()
    check = answered(entry.id, time, typed, by, way, day, at)

    def work(connection: Any) -> None:
        step = report_of(check, by, party)
        register.change(connection, entry.id, at, step)
        results.keep_check(connection, check)

    house().store.write(work)
    return check


def report_of(check: Check, by: str, party: str) -> register.Step:
    return lambda here: report(here, by, party, "checked", check.time)
