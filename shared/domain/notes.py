"""Notes: the facilitator's own words for the minutes: said, decided, promised, left open; or private."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from . import places
from .changes import Change, Edit, Refused, add, edit, remove
from .records import Activity, Note
from .registry import Asked, rule
from .room import iso_day
from .shape import Id
from .text import block, line

TYPES: Mapping[str, tuple[str, ...]] = {  # the fields that a note has beside its text
    "note": (),
    "decision": ("reasons", "dissent"),
    "task": ("who", "due"),
    "advocacy": ("office", "who", "due"),
    "question": (),
    "summary": (),
    "private": (),
}
BESIDE = ("who", "due", "office", "reasons", "dissent")
MOST_NOTES = 500
MOST_TEXT = 8000
MOST_REASONS = 2000


@dataclass(frozen=True)
class WriteNote:
    note: Id
    type: str
    text: str
    activity: Id | None = None
    who: str = ""
    due: str = ""
    office: str = ""
    reasons: str = ""
    dissent: str = ""
    over: str | None = None
    base: str | None = None


@dataclass(frozen=True)
class OneNote:
    note: Id
    base: str | None = None


@rule("note.write", WriteNote)
def write(asked: Asked, command: WriteNote) -> Change:
    """Write a note or write it anew; the whole note is sent each time. An emptied one is taken out.

    ``over`` are the words that its writer had before, ``base`` the fingerprint of the whole note as its writer had it:
    where it is another meanwhile, nothing is laid over it. Answers ``base``, that of the note as it is now.
    """
    if command.type not in TYPES:
        raise Refused("invalid", "argument_wrong", name="type")
    if command.activity is not None:
        asked.one(Activity, command.activity)
    text = block(command.text, MOST_TEXT)
    values = {"text": text, **_beside(command)}
    note = asked.board.get(Note, command.note)
    if command.over is not None and block(command.over, MOST_TEXT) != (note.text if note else ""):
        raise Refused("conflict", "note_changed")
    _on_base(note, command.base)
    notes = asked.board.find(Note)
    edits: tuple[Edit, ...]
    if note is not None:
        edits = (edit(note, type=command.type, activity=command.activity, **values),) if text else (remove(note),)
    elif not text:
        edits = ()
    elif len(notes) >= MOST_NOTES:
        raise Refused("limit", "notes_full", most=MOST_NOTES)
    else:
        position = places.last(notes)
        fresh = Note(
            command.note, asked.workshop.id, command.type, position=position, activity=command.activity, **values
        )
        edits = (add(fresh),)
    after = edits[0].after if edits else None
    answer = {"base": fingerprint(after if isinstance(after, Note) else None)}
    return Change(f"{command.type}.written", edits, "" if command.type == "private" else text[:80], answer=answer)


def fingerprint(note: Note | None) -> str:
    """Tell one state of a note from others, by all that its writer sees of it; "" for one that is not there."""
    if note is None:
        return ""
    seen = [note.type, note.text, note.activity, *(getattr(note, name) for name in BESIDE)]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()


def _on_base(note: Note | None, base: str | None) -> None:
    if base is not None and base != fingerprint(note):
        raise Refused("conflict", "note_changed")


def _beside(command: WriteNote) -> dict[str, str]:
    """Read the fields of the note's type; what belongs to another type falls away."""
    read = {
        "who": line(command.who, 120),
        "due": iso_day(command.due) if command.due else "",
        "office": line(command.office, 120),
        "reasons": block(command.reasons, MOST_REASONS),
        "dissent": block(command.dissent, MOST_REASONS),
    }
    return {name: value if name in TYPES[command.type] else "" for name, value in read.items()}


@rule("note.remove", OneNote)
def take_out(asked: Asked, command: OneNote) -> Change:
    note = asked.one(Note, command.note)
    _on_base(note, command.base)
    return Change("note.removed", (remove(note),), "" if note.type == "private" else note.text[:80])
