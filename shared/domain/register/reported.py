"""What a champion reports by link while a measure runs: a milestone reached, how it goes, that the next tranche is due.

A report waits until the office has accepted it or given it back with a reason; by itself it changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ..changes import Refused
from ..text import block
from .course import MILESTONES, write
from .entries import Entry, Event
from .states import CHAMPION, OFFICE, STAGES

REPORTS = "reports"  # among what is told of the course of an entry
REACHED, TOLD, TRANCHE = "reached", "told", "tranche"
KINDS = (REACHED, TOLD, TRANCHE)
WAITS, ACCEPTED, RETURNED = "waits", "accepted", "returned"
MOST_WORD = 600
MOST_WAITING = 20
_OPEN = frozenset(STAGES["going"]) - {"selected"}

Step = tuple[Entry, Event | None]


@dataclass(frozen=True)
class Report:
    """``milestone``: its id, for a milestone that was reached on ``day`` (ISO); ``told``: the day of the report."""

    id: str
    kind: str
    milestone: str
    day: str
    word: str
    by: str
    told: str
    stand: str
    answer: str


def may_report(entry: Entry) -> bool:
    return entry.state in _OPEN


def reports(entry: Entry) -> list[Report]:
    """List what was reported, the newest first."""
    told = sorted(entry.course.get(REPORTS, {}).items(), key=lambda item: -int(item[1]["n"]))
    names = ("kind", "milestone", "day", "word", "by", "told", "stand", "answer")
    return [Report(id, *(row.get(name, "") for name in names)) for id, row in told]


def tell(entry: Entry, by: str, id: str, given: Mapping[str, str], today: str) -> Step:
    """Take a report in: ``kind``, ``word``, of a milestone its id and ``day`` as well. The same ``id`` counts once."""
    there = entry.course.get(REPORTS, {})
    if id in there:
        return entry, None
    if not may_report(entry):
        raise Refused("phase_closed", "report_closed")
    if sum(row["stand"] == WAITS for row in there.values()) >= MOST_WAITING:
        raise Refused("limit", "report_many", most=MOST_WAITING)
    kind, milestone, day = given.get("kind", ""), "", ""
    if kind not in KINDS:
        raise Refused("invalid", "form_choice")
    word = block(given.get("word", ""), MOST_WORD, least=1)
    if kind == REACHED:
        milestone, day = given.get("milestone", ""), _day(given.get("day", ""), today)
        if milestone not in entry.course.get(MILESTONES, {}):
            raise Refused("not_found", "gone_line")
    row = {
        **{"n": str(len(there) + 1), "kind": kind, "milestone": milestone, "day": day, "word": word},
        **{"by": by, "told": today, "stand": WAITS, "answer": ""},
    }
    return _with(entry, id, row), Event("reported", by, CHAMPION, reason=word)


def answer(entry: Entry, by: str, id: str, accepted: bool, word: str, today: str) -> Step:
    """Accept a report, which writes its milestone down, or give it back with a reason."""
    row = entry.course.get(REPORTS, {}).get(id)
    if row is None or row["stand"] != WAITS:
        raise Refused("not_found", "report_gone")
    said = block(word, MOST_WORD)
    if not accepted and not said:
        raise Refused("invalid", "reason_needed")
    stand = {"stand": ACCEPTED if accepted else RETURNED, "answer": said, "office": by}
    answered = _with(entry, id, {**row, **stand})
    if not accepted:
        return answered, Event("report_returned", by, OFFICE, reason=said)
    accepted_as = Event("report_accepted", by, OFFICE, reason=row["word"])
    if row["kind"] == REACHED:
        if row["milestone"] not in entry.course.get(MILESTONES, {}):
            raise Refused("not_found", "gone_line")
        given = {"reached": row["day"], "word": row["word"].splitlines()[0][:160]}
        after, event = write(answered, by, MILESTONES, row["milestone"], given, today)
        return after, event or accepted_as
    return answered, Event("told", row["by"], CHAMPION, reason=row["word"]) if row["kind"] == TOLD else accepted_as


def _with(entry: Entry, id: str, row: dict[str, str]) -> Entry:
    return replace(entry, course={**entry.course, REPORTS: {**entry.course.get(REPORTS, {}), id: row}})


def _day(text: str, today: str) -> str:
    try:
        day = date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused("invalid", "form_date") from None
    if day > today:
        raise Refused("invalid", "reading_future")
    return day
