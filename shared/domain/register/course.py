"""How a measure goes while it runs: milestones with planned and actual day, risks, and what the office notes.

All of it stands in the entry itself, so that it has the entry's history. A milestone or risk is named by its id: two
who write at once touch each other's only where they mean the same one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ..changes import Refused
from ..text import block, line
from .entries import Entry, Event
from .states import OFFICE, STARTED

MILESTONES, RISKS = "milestones", "risks"
MOST = {MILESTONES: 30, RISKS: 20}
MOST_LINE, MOST_NOTE = 160, 600
MOST_PHOTOS = 20  # of one measure
OPEN, MET, OVER = "open", "met", "over"  # a risk: may still come, has come, cannot come any more
_WORDS = {MILESTONES: ("what", "who", "word"), RISKS: ("risk", "answer")}
_NAMED = {MILESTONES: "what", RISKS: "risk"}  # what must be there
_VERBS = {MILESTONES: "milestone", RISKS: "risk"}

Step = tuple[Entry, Event | None]


def rows(entry: Entry, kind: str) -> list[dict[str, str]]:
    """List the milestones by their day, those without one last, or the risks as they came."""
    found = [{"id": id, **row} for id, row in entry.course.get(kind, {}).items()]
    if kind == MILESTONES:
        found.sort(key=lambda row: row.get("reached") or row.get("planned") or "9999")
    return found


def planned(entry: Entry) -> dict[str, dict[str, dict[str, str]]]:
    """Read milestones and risks from the application, under ids that stay the same: those that are not there yet."""
    form, course = entry.form, entry.course
    asked = {
        MILESTONES: [
            {"what": str(row.get("what", "")), "who": str(row.get("who", "")), "planned": str(row.get("to", ""))}
            for row in form.get("activities", [])
        ],
        RISKS: [
            {"risk": str(row.get("risk", "")), "answer": str(row.get("answer", ""))} for row in form.get("risks", [])
        ],
    }
    return {
        kind: {
            f"plan{n}": {name: text for name, text in row.items() if text}
            for n, row in enumerate(told)
            if row[_NAMED[kind]] and f"plan{n}" not in course.get(kind, {})
        }
        for kind, told in asked.items()
    }


def take_plan(entry: Entry, by: str) -> Step:
    """Take milestones and risks over from the application; what is there already stays as it is."""
    _running(entry)
    fresh = planned(entry)
    n = sum(len(told) for told in fresh.values())
    if not n:
        return entry, None
    course = {kind: {**entry.course.get(kind, {}), **told} for kind, told in fresh.items()}
    for kind, told in course.items():
        _room(kind, len(told))
    return replace(entry, course={**entry.course, **course}), Event("planned", by, OFFICE, reason=str(n))


def write(entry: Entry, by: str, kind: str, id: str, given: Mapping[str, str], today: str) -> Step:
    """Add a milestone or a risk, or change one; None where nothing changed."""
    _running(entry)
    there = dict(entry.course.get(kind, {}))
    before = there.get(id, {})
    row = {name: line(given.get(name, before.get(name, "")), MOST_LINE) for name in _WORDS[kind]}
    if not row[_NAMED[kind]]:
        raise Refused("invalid", "text_empty", least=1)
    if kind == MILESTONES:
        row |= {name: _day(given.get(name, before.get(name, ""))) for name in ("planned", "reached")}
        if row["reached"] > today:
            raise Refused("invalid", "reading_future")
    else:
        row["state"] = given.get("state", before.get("state", OPEN)) or OPEN
        if row["state"] not in (OPEN, MET, OVER):
            raise Refused("invalid", "form_choice")
    row = {name: text for name, text in row.items() if text}
    if row == before:
        return entry, None
    _room(kind, len(there) + (id not in there))
    changes = {
        name: [before.get(name), row.get(name)] for name in {**before, **row} if before.get(name) != row.get(name)
    }
    return _with(entry, kind, {**there, id: row}), Event(_VERBS[kind], by, OFFICE, reason=_told(row), changes=changes)


def drop(entry: Entry, by: str, kind: str, id: str) -> Step:
    """Take a milestone or a risk out; the history keeps that it was there."""
    _running(entry)
    there = dict(entry.course.get(kind, {}))
    gone = there.pop(id, None)
    if gone is None:
        raise Refused("not_found", "not_found")
    return _with(entry, kind, there), Event(f"no_{_VERBS[kind]}", by, OFFICE, reason=_told(gone))


def tell(entry: Entry, by: str, text: str) -> Step:
    """Note in the history how it goes."""
    _running(entry)
    return entry, Event("told", by, OFFICE, reason=block(text, MOST_NOTE, least=1))


def delay(row: Mapping[str, str], today: str) -> int | None:
    """Say by how many days a milestone was late, or is so far; early is below 0, None where nothing can be said."""
    if not row.get("planned"):
        return None
    if not row.get("reached") and row["planned"] >= today:
        return None
    return (date.fromisoformat(row.get("reached") or today) - date.fromisoformat(row["planned"])).days


def _with(entry: Entry, kind: str, told: dict[str, Any]) -> Entry:
    return replace(entry, course={**entry.course, kind: told})


def _told(row: Mapping[str, str]) -> str:
    return row.get("what") or row.get("risk", "")


def _room(kind: str, n: int) -> None:
    if n > MOST[kind]:
        raise Refused("limit", "form_rows", most=MOST[kind])


def _running(entry: Entry) -> None:
    if entry.state not in STARTED:
        raise Refused("phase_closed", "not_begun")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise Refused("invalid", "form_date") from None
