"""Who may see which record, and which of its fields: an allow-list a kind and audience. Nothing else leaves the server.

Audiences: ``console`` (facilitators), ``wall`` (projectors), ``room`` (all phones alike). What is a seat's own comes
through ``mine``. A record and its activity decide; who asks, or when, does not.
"""

from __future__ import annotations

from typing import Any

from .activities import KINDS_OF_ACTIVITY
from .changes import Edit
from .records import (
    Activity,
    Amendment,
    Card,
    CardState,
    Cluster,
    Finding,
    Interview,
    Mark,
    Measure,
    Phase,
    Pledge,
    Record,
    Seat,
    Voice,
    kind_of,
)
from .showing import told

AUDIENCES = ("console", "wall", "room")
OWN_KINDS = ("card", "measure", "pledge", "mark", "seat", "voice", "interview")  # of which a record may be a seat's own

_FIELDS: dict[str, dict[str, tuple[str, ...]]] = {
    "workshop": {
        "room": (
            *("id", "code", "title", "language", "languages", "date", "place", "asks", "now", "locked", "paused"),
            *("timer", "started_at", "ended_at", "handout"),
        ),
        "wall": ("host", "wifi", "wall"),
        "console": ("region", "template", "facilitators", "begins", "ends", "expected", "capacity", "attendance"),
    },
    "activity": {
        "room": (
            *("id", "kind", "title", "question", "position", "minutes", "phase", "settings", "source", "options"),
            *("translations", "started_at", "ended_at", "revealed", "agreed_because"),
        ),
        "wall": (),
        "console": ("guide", "hidden"),
    },
    "cluster": {
        "room": ("id", "activity", "title", "position", "short", "pictogram", "aside"),
        "wall": (),
        "console": (),
    },
    "card": {
        "room": ("id", "activity", "text", "position", "cluster", "tags", "pinned", "merged_into", "verdict", "story"),
        "wall": (),
        "console": ("sector", "channel", "state", "unlike"),
    },
    "measure": {
        "room": (
            *("id", "title", "cluster", "position", "champion", "sheet", "parked"),
            *("indicators", "budget", "reached", "checks", "origin"),
        ),
        "wall": (),
        "console": (),
    },
    "pledge": {
        "room": ("id", "activity", "measure", "what", "who", "due", "means", "champion", "position", "former"),
        "wall": (),
        "console": (),
    },
    "finding": {
        "room": ("id", "factors", "sign", "statement", "quote", "sector", "position", "origin", "marks"),
        "wall": (),
        "console": (
            *("source_kind", "source_ref", "line_of_work", "place", "rating", "date", "details"),
            *("confidential", "shown", "card"),
        ),
    },
    "voice": {
        "room": ("id", "activity", "measure", "who", "answer", "sector", "word", "position"),
        "wall": (),
        "console": (),
    },
    "mark": {"console": ("id", "activity", "finding")},
    "amendment": {"room": ("id", "activity", "factor", "rating", "reason", "reach"), "wall": (), "console": ()},
    "interview": {
        "console": (
            *("id", "activity", "number", "group", "position", "consent"),
            *("line_of_work", "place", "date", "answers"),
        )
    },
    "note": {"console": ("id", "type", "text", "position", "activity", "who", "due", "office", "reasons", "dissent")},
    "seat": {
        "console": ("id", "number", "sector", "language", "name", "organisation", "named", "removed", "joined_at")
    },
}
_MINE = {
    "measure": ("id",),
    "pledge": ("id",),
    "voice": ("id",),
    "mark": ("id", "activity", "finding"),
    "card": ("id", "activity", "text", "position", "cluster", "tags", "state", "merged_into", "story"),
    "seat": ("id", "number", "sector", "language", "name", "organisation", "named"),
    "interview": (
        *("id", "activity", "number", "group", "position", "consent", "line_of_work", "place", "date", "note"),
        "answers",
    ),
}


def _fields_of(kind: str, audience: str) -> tuple[str, ...] | None:
    """The wall sees what the room sees and a little more, the console what the wall sees and more."""
    widening = {"room": ("room",), "wall": ("room", "wall"), "console": ("room", "wall", "console")}[audience]
    shown = [_FIELDS[kind][a] for a in widening if a in _FIELDS[kind]]
    return tuple(name for names in shown for name in names) if shown else None


_SEEN = {(kind, audience): _fields_of(kind, audience) for kind in _FIELDS for audience in AUDIENCES}


def activity_id(record: Record) -> str | None:
    """Name the activity on which the visibility of a record hangs."""
    return record.activity if isinstance(record, Card | Cluster | Amendment) else None


def view(record: Record, activity: Activity | None, audience: str) -> dict[str, Any] | None:
    """Show a record to an audience, or None where it may not know of it. ``activity`` is the record's own."""
    names = _SEEN[kind_of(record), audience]
    if names is None or (audience != "console" and not _open_to_all(record, activity)):
        return None
    shown = {name: getattr(record, name) for name in names}
    if isinstance(record, Activity):
        shown |= _outcome(record)
    return shown


def mine(record: Record) -> dict[str, Any]:
    """Show a seat one of its own records: its seat, its cards, which measures and pledges it may change."""
    return {name: getattr(record, name) for name in _MINE[kind_of(record)]}


def owner(record: Record) -> str | None:
    """Name the seat whose own a record is."""
    if isinstance(record, Seat):
        return record.id
    return record.author if isinstance(record, Card | Measure | Pledge | Voice | Mark | Interview) else None


def reveals(edit: Edit) -> bool:
    """Say whether an edit of an activity shows or hides records that the edit does not name."""
    if not isinstance(edit.record, Activity):
        return False
    return _shows(edit.before) != _shows(edit.after)


def _shows(activity: Record | None) -> tuple[bool, bool, bool]:
    if not isinstance(activity, Activity):
        return (False, False, False)
    kind = KINDS_OF_ACTIVITY[activity.kind]
    return kind.cards_shown(activity), kind.clusters_shown(activity), kind.name == "matrix" and _in_full(activity)


def _open_to_all(record: Record, activity: Activity | None) -> bool:
    if isinstance(record, Card):
        if record.state != CardState.SHOWN or activity is None:
            return False
        return KINDS_OF_ACTIVITY[activity.kind].cards_shown(activity)
    if isinstance(record, Cluster):
        return activity is not None and KINDS_OF_ACTIVITY[activity.kind].clusters_shown(activity)
    if isinstance(record, Finding):
        return record.shown and not record.confidential
    if isinstance(record, Amendment):
        return activity is not None and _in_full(activity)
    return True


def _in_full(activity: Activity) -> bool:
    return activity.phase in (Phase.REVEALED, Phase.CONFIRMED)


def _outcome(activity: Activity) -> dict[str, Any]:
    """Show what may be known of a result by now, and its lots; before the reveal not even that there is one."""
    if not KINDS_OF_ACTIVITY[activity.kind].votes:
        return {"result": activity.result}
    shown = told(activity)
    return {} if shown is None else {"result": shown, "lots": activity.lots}
