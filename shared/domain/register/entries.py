"""An entry of the register, and what may be done with it: begun, filled in, moved on, made public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ..changes import Refused
from ..records import Measure
from ..text import block, line
from .form import FIELDS, filled, missing
from .states import APPLYING, COMMITTEE, FOLLOWS, OFFICE, REASONED, STARTED, WRITABLE, may_follow

MOST_REASON = 300
CHANGES = "changes"  # of a contract, among what is told of the course of an entry
OFFICE_NOTES = {"received": 10, "visit": 600, "adviser": 120}  # what the office writes down for itself, in characters


@dataclass(frozen=True)
class Entry:
    """A measure in the register. ``form`` is its application by ``form.FIELDS``; times are milliseconds, UTC."""

    id: str
    region: str
    number: str  # REGION-YEAR-nn, given once
    title: str
    state: str
    form: dict[str, Any] = field(default_factory=dict)
    office: dict[str, str] = field(default_factory=dict)  # seen by the office alone
    workshop: str = ""  # where it comes from, with its measure there; "": from outside a workshop
    measure: str = ""
    released: bool = False  # may be read outside the office
    call: str = ""  # of the fund, that it applies to
    ended_on: str = ""  # ISO day; the checks fall due 6, 12 and 24 months after it
    course: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)  # course.py: milestones, risks, by id
    joint: list[str] = field(default_factory=list)  # regions that it is shared with; it counts in its own alone
    version: int = 0
    created_at: int = 0
    changed_at: int = 0


@dataclass(frozen=True)
class Event:
    """A line of an entry's history. ``changes``: by field what stood before and what stands now."""

    verb: str  # as course.py tells, or: begun | filled | moved | noted | released | withdrawn | ended | read | unread
    # | checked | called | booked | reminded | pictured | unpictured | arrived | taken_back | joined | attached
    # | detached | concluded | changed | change_asked | change_refused
    # | reported | report_accepted | report_returned
    by: str
    party: str
    to: str = ""
    reason: str = ""
    changes: dict[str, list[Any]] = field(default_factory=dict)


def begin(entry: Entry, by: str, title: str, form: Mapping[str, Any] | None = None) -> tuple[Entry, Event]:
    """Enter a measure as an idea; with a whole outline it is outlined at once."""
    named = line(title, FIELDS["title"].most, least=1)
    kept = filled({}, {**(form or {}), "title": named})
    state = "idea" if missing(kept, sketch=True) else "outlined"
    return replace(entry, title=named, form=kept, state=state), Event("begun", by, OFFICE, state)


def may_write(entry: Entry, party: str) -> bool:
    """Say whether an application may be changed as it stands: the office may from the first idea on."""
    return entry.state in (WRITABLE if party == OFFICE else APPLYING)


def fill(entry: Entry, by: str, party: str, given: Mapping[str, Any]) -> tuple[Entry, Event | None]:
    """Write answers into an application while it may be written; None where nothing changed."""
    if not may_write(entry, party):
        raise Refused("phase_closed", "form_closed")
    form = filled(entry.form, given)
    if "title" in given and not form.get("title"):
        raise Refused("invalid", "text_empty", least=1, field="title")
    changes = {n: [entry.form.get(n), form.get(n)] for n in FIELDS if entry.form.get(n) != form.get(n)}
    if not changes:
        return entry, None
    return replace(entry, form=form, title=form["title"]), Event("filled", by, party, changes=changes)


def apart(entry: Entry, since: Iterable[Event], given: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Tell two writers apart: what of ``given`` is this writer's, and which of it another changed to something else.

    ``since``: what was done after this writer's page was made, oldest first.
    """
    then: dict[str, Any] = {}
    for event in since:
        for name, (before, _) in event.changes.items():
            then.setdefault(name, before)
    read = filled({}, given)
    own, clashes = {}, []
    for name, value in given.items():
        now = entry.form.get(name)
        base = then.get(name, now)
        if read.get(name) == base:
            continue
        own[name] = value
        if now not in (base, read.get(name)):
            clashes.append(name)
    return own, clashes


def move(entry: Entry, by: str, party: str, to: str, reason: str = "") -> tuple[Entry, Event]:
    """Bring a measure into another state, with a reason where one must be told."""
    if to not in FOLLOWS[entry.state]:
        raise Refused("conflict", "state_unreachable")
    if to not in may_follow(entry.state, party):
        raise Refused("not_allowed", "state_not_yours")
    told = block(reason, MOST_REASON)
    if to in REASONED and not told:
        raise Refused("invalid", "reason_needed")
    if to == "outlined" and (lacking := missing(entry.form, sketch=True)):
        raise Refused("invalid", "form_lacks", n=len(lacking))
    if to == "submitted" and (lacking := missing(entry.form)):
        raise Refused("invalid", "form_lacks", n=len(lacking))
    # Who comes under contract again has a contract of its own; the history keeps what was changed of the last.
    course = {name: rows for name, rows in entry.course.items() if name != CHANGES or to != "contracted"}
    return replace(entry, state=to, course=course), Event("moved", by, party, to, told)


def apply_to(entry: Entry, by: str, call: str, title: str) -> tuple[Entry, Event | None]:
    """Say to which call of the fund an application is made, or to none (""); ``title`` is for the history."""
    if entry.state not in WRITABLE:
        raise Refused("phase_closed", "form_closed")
    if call == entry.call:
        return entry, None
    return replace(entry, call=call), Event("called", by, OFFICE, reason=title)


def note(entry: Entry, by: str, given: Mapping[str, str]) -> tuple[Entry, Event | None]:
    """Keep what the office writes down for itself."""
    kept = {name: block(given.get(name, entry.office.get(name, "")), most) for name, most in OFFICE_NOTES.items()}
    office = {name: text for name, text in kept.items() if text}
    changes = {
        name: [entry.office.get(name), office.get(name)]
        for name in OFFICE_NOTES
        if entry.office.get(name) != office.get(name)
    }
    return (replace(entry, office=office), Event("noted", by, OFFICE, changes=changes)) if changes else (entry, None)


def release(entry: Entry, by: str, released: bool) -> tuple[Entry, Event | None]:
    """Make a measure public, or take it back; only what the fund has bound itself to, and its applicant allowed."""
    if released == entry.released:
        return entry, None
    if released and entry.state not in STARTED:
        raise Refused("not_allowed", "publish_early")
    if released and entry.form.get("publish") != "yes":
        raise Refused("not_allowed", "publish_refused")
    verb = "released" if released else "withdrawn"
    return replace(entry, released=released), Event(verb, by, OFFICE)


def end(entry: Entry, by: str, day: str, today: str) -> tuple[Entry, Event | None]:
    """Tell on which day a measure ended; until then no check falls due."""
    try:
        told = date.fromisoformat(day).isoformat() if day else ""
    except ValueError:
        raise Refused("invalid", "form_date") from None
    if entry.state not in STARTED:
        raise Refused("phase_closed", "not_begun")
    if told > today:
        raise Refused("invalid", "reading_future")
    if told == entry.ended_on:
        return entry, None
    return replace(entry, ended_on=told), Event("ended", by, OFFICE, changes={"ended_on": [entry.ended_on, told]})


def join(entry: Entry, by: str, regions: Iterable[str], names: Mapping[str, str]) -> tuple[Entry, Event | None]:
    """Say with which other regions a measure is carried out; ``names``: by id, of all regions there are."""
    chosen = [id for id in names if id in set(regions) - {entry.region}]
    if chosen == entry.joint:
        return entry, None
    return replace(entry, joint=chosen), Event("joined", by, OFFICE, reason=", ".join(names[id] for id in chosen))


def report(entry: Entry, by: str, party: str, verb: str, what: str) -> tuple[Entry, Event]:
    """Note in the history that a figure was reported (``read``), a check asked for or made: of what."""
    if entry.state not in STARTED:
        raise Refused("phase_closed", "not_begun")
    return entry, Event(verb, by, party, reason=what)


def decide(entry: Entry, by: str, to: str, reason: str, rating: Mapping[str, Any]) -> tuple[Entry, Event]:
    """Write back what a meeting decided, with the rating that it gave, if it gave one."""
    after, event = move(entry, by, OFFICE, to, reason)
    return after, replace(event, party=COMMITTEE, changes={"rating": [None, dict(rating)]} if rating else {})


def arrived(by: str, source: str, state: str) -> Event:
    """Note that a measure came as it stands at its region; ``source`` names whose signature it bore."""
    return Event("arrived", by, OFFICE, state, source)


def taken_back(entry: Entry, by: str, source: str) -> tuple[Entry, Event | None]:
    """Take a measure from what is public because its region does not release it any more; it stays in the register."""
    if not entry.released:
        return entry, None
    return replace(entry, released=False), Event("taken_back", by, OFFICE, reason=source)


def paying(
    by: str,
    kind: str,
    amount: int,
    currency: str,
    proof: str,
    moved: Event | None = None,
    less: tuple[int, str] | None = None,
) -> Event:
    """Note a booking in the history, together with the move into another state that comes with a contract.

    ``less``: what was asked, and who agreed to less.
    """
    event = moved or Event("booked", by, OFFICE)
    changes: dict[str, list[Any]] = {"money": [kind, [amount, currency]]}
    return replace(event, reason=proof, changes=changes | ({"offer": list(less)} if less else {}))


def number(code: str, year: int, taken: Iterable[str]) -> str:
    """Give the next number of a region and year: ``REGION-YEAR-nn``."""
    head = f"{code}-{year}-"
    used = [int(one.removeprefix(head)) for one in taken if one.startswith(head) and one.removeprefix(head).isdigit()]
    return f"{head}{max(used, default=0) + 1:02}"


def code(region: str) -> str:
    """Make a region's short code from its name: the first letters of its words, three to six in all."""
    words = ["".join(c for c in word if c.isalnum()) for word in region.replace("-", " ").split()]
    letters = "".join(word[:3] for word in words if word)[:6].upper()
    return letters or "R"


def sketched(measure: Measure, cluster: str = "") -> dict[str, Any]:
    """Turn a workshop's measure into answers of the application, in its own words."""
    sheet = measure.sheet
    partners = [
        {"sector": sector, "role": sheet[sector]}
        for sector in ("private", "public", "semi-public")
        if sheet.get(sector)
    ]
    month = sheet.get("month")
    answers: dict[str, Any] = {
        "obstacle": sheet.get("obstacle", cluster),
        "goal": str(sheet.get("what", ""))[:200],
        "further": sheet.get("gains", ""),
        "effect": sheet.get("effect", ""),
        "effect_month": month if month and month <= 12 else "",
        "deputy": sheet.get("deputy", ""),
        "champion": measure.champion,
        "partners": [{name: str(value)[:160] for name, value in row.items()} for row in partners],
        "total": sheet.get("total", ""),
        "asked": sheet.get("asked", ""),
        "own_cash": sheet.get("own", ""),
        "indicators": [
            {name: one[name] for name in ("name", "unit", "base", "target") if one.get(name)}
            for one in measure.indicators
        ],
    }
    return {name: value for name, value in answers.items() if value not in ("", None, [])}
