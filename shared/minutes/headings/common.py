"""What several headings do alike."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from shared.domain.records import Activity, Note, Phase, Pledge

from ..sheet import Sheet
from ..tree import Block, Heading, Link, Paragraph, Part, Run, Runs, Table, text_of


def under(sheet: Sheet, name: str, blocks: Sequence[Block], data: Any, heading: str = "") -> Part:
    """Put blocks under the heading ``minutes.<name>``, or the sentence that there is nothing yet."""
    head = Heading(2, sheet.say(heading or f"minutes.{name}"), name.replace("_", "-"))
    told = blocks or (Paragraph(sheet.say(f"minutes.none_{name}"), role="hint"),)
    return Part((head, *told), {name: data})


def has_part(sheet: Sheet, activity: Activity) -> bool:
    """Say whether a step has anything to tell beyond its line in the agenda."""
    if sheet.find(Note, type="note", activity=activity.id):
        return True
    return activity.phase != Phase.DRAFT and (
        activity.kind not in ("discussion", "energiser") or bool(activity.question)
    )


def steps_of(sheet: Sheet, kind: str) -> list[Activity]:
    return [step for step in sheet.find(Activity) if step.kind == kind]


def plan_lines(sheet: Sheet, **where: Any) -> list[Pledge]:
    """List the lines of the plans of action; what was promised before all is none."""
    plans = {step.id for step in steps_of(sheet, "plan")}
    return [line for line in sheet.find(Pledge, **where) if line.activity in plans]


def step_link(sheet: Sheet, activity: Activity) -> Run:
    """Name a step; the name leads to its part where it has one."""
    return Link(activity.title, f"step-{activity.id}") if has_part(sheet, activity) else activity.title


def table(
    sheet: Sheet,
    name: str,
    keys: Sequence[str],
    rows: Sequence[Sequence[Runs]],
    where_any: Collection[str],
    of: str = "minutes",
) -> Table:
    """Make the table ``name`` with a column for each key, but for those of ``where_any`` that have nothing in any row.

    Numbers stand in columns that say how many and in the one that counts the rows.
    """
    told = [n for n, key in enumerate(keys) if key not in where_any or any(text_of(row[n]) for row in rows)]
    figures = frozenset(at for at, n in enumerate(told) if keys[n] in _FIGURES)
    columns = [sheet.say(f"{of}.{keys[n]}") for n in told]
    return Table(sheet.say(name), columns, [[row[n] for n in told] for row in rows], figures)


_FIGURES = ("number_short", "minutes_planned", "minutes_taken")


def day(sheet: Sheet, iso: str) -> str:
    return sheet.words.day(iso) if iso else ""


def span(sheet: Sheet, began: int | None, ended: int | None) -> str:
    """Tell from when until when, or since when."""
    if began is None:
        return ""
    start = sheet.words.clock(began)
    return sheet.say("minutes.since", clock=start) if ended is None else f"{start}–{sheet.words.clock(ended)}"
