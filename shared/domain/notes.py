"""Notes: the facilitator's own words for the minutes: said, decided, promised; or private, for facilitators only."""

from __future__ import annotations

from dataclasses import dataclass

from . import places
from .changes import Change, Edit, Refused, add, edit, remove
from .records import Activity, Note
from .registry import Asked, rule
from .room import iso_day
from .shape import Id
from .text import block, line

TYPES = ("note", "decision", "task", "summary", "private")
MOST_NOTES = 500
MOST_TEXT = 8000


@dataclass(frozen=True)
class WriteNote:
    note: Id
    type: str
    text: str
    activity: Id | None = None
    who: str = ""
    due: str = ""
    over: str | None = None


@dataclass(frozen=True)
class OneNote:
    note: Id


@rule("note.write", WriteNote)
def write(asked: Asked, command: WriteNote) -> Change:
    """Write a note or write it anew; the whole note is sent each time. An emptied one is taken out.

    ``over`` are the words that its writer had before: where there are others meanwhile, nothing is laid over them.
    """
    if command.type not in TYPES:
        raise Refused("invalid", "argument_wrong", name="type")
    if command.activity is not None:
        asked.one(Activity, command.activity)
    text = block(command.text, MOST_TEXT)
    values = {"text": text, "who": line(command.who, 120), "due": iso_day(command.due) if command.due else ""}
    note = asked.board.get(Note, command.note)
    if command.over is not None and block(command.over, MOST_TEXT) != (note.text if note else ""):
        raise Refused("conflict", "note_changed")
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
    return Change(f"{command.type}.written", edits, "" if command.type == "private" else text[:80])


@rule("note.remove", OneNote)
def take_out(asked: Asked, command: OneNote) -> Change:
    note = asked.one(Note, command.note)
    return Change("note.removed", (remove(note),), "" if note.type == "private" else note.text[:80])
