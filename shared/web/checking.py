"""A check of a measure as a form: eight questions, each answer with its proof; for the office and by personal link."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import render_template

from shared.domain.changes import Refused
from shared.domain.register.checks import Check
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


def make_check(check: Check, party: str, link: str = "") -> None:
    """Keep a check with a line in the measure's history, in one piece; refuse where its ``link`` was used."""
    at = house().desk.now()

    def work(connection: Any) -> None:
        register.change(connection, check.entry, at, lambda here: report(here, check.by, party, "checked", check.time))
        if link and results.behind_check(connection, link) != (check.entry, check.time):
            raise Refused("not_found", "not_found")
        results.keep_check(connection, check)

    house().store.write(work)
