"""Compose the minutes: from records and the facilitator's own words to one document. Pure.

The headings are those of a good record, all of them from the first minute on: who, when, what was asked and how, what
came out, what was decided, who does what by when. Where nothing is recorded yet a heading says so. Numbers come from
the frozen results, never counted anew.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .anchors import anchored
from .headings.advocacy import advocacy
from .headings.agenda import agenda
from .headings.annex import annex
from .headings.commitments import commitments
from .headings.decisions import decisions
from .headings.feedback import feedback
from .headings.header import header
from .headings.measures import measures
from .headings.next_dates import next_dates
from .headings.parking import parking
from .headings.participants import participants
from .headings.photos import photos
from .headings.remarks import remarks
from .headings.starting_point import starting_point
from .headings.steps import steps
from .headings.summary import summary
from .headings.tasks import tasks
from .sheet import Sheet
from .tree import LEFT_TO_RIGHT, Block, Document, Heading, Run, Runs, Strong, Table, runs_of

SCHEMA = "led-workshop/minutes/1"
HEADINGS = (
    *(header, summary, participants, agenda, starting_point, steps, decisions, measures, tasks, commitments),
    *(advocacy, parking, feedback, next_dates, photos, annex),
)


def compose(sheet: Sheet) -> Document:
    """Compose the minutes of a workshop as its records stand now."""
    workshop = sheet.workshop
    parts = [heading(sheet) for heading in HEADINGS]
    anchors = {block.id for part in parts for block in part.blocks if isinstance(block, Heading)}
    parts.append(remarks(sheet, anchors))
    data: dict[str, Any] = {"schema": SCHEMA}
    for part in parts:
        data |= part.data
    blocks = anchored(block for part in parts for block in part.blocks)
    if workshop.language == "ar":
        blocks = tuple(_sign_first(block) if isinstance(block, Table) else block for block in blocks)
    words = {
        "contents": sheet.say("minutes.contents"),
        "page": sheet.say("minutes.page", n="{n}", of="{of}"),
        "missing": sheet.say("minutes.missing", n="{n}"),
        **{name: sheet.say(f"minutes.sheet_{name}") for name in ("cards", "step", "group", "card", "stacked")},
    }
    return Document(workshop.language, workshop.title, blocks, data, words)


def _sign_first(table: Table) -> Block:
    """Keep the sign before its figure where lines run from right to left: it would come to stand behind it."""

    def figure(run: Run) -> Run:
        if isinstance(run, str):
            return f"{LEFT_TO_RIGHT}{run}" if run.startswith(("−", "+")) else run
        return replace(run, text=figure(run.text)) if isinstance(run, Strong) else run  # type: ignore[arg-type]

    def cell(runs: Runs) -> Runs:
        return [figure(run) for run in runs_of(runs)]

    rows = [[cell(one) if n in table.numbers else one for n, one in enumerate(row)] for row in table.rows]
    return replace(table, rows=rows)
