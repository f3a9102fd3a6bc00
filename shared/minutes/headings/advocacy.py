"""What others have to move: the matter, the office it has to reach, who carries it, by when."""

from __future__ import annotations

from shared.domain.records import Activity, Note

from ..sheet import Sheet
from ..tree import Link, Part, Run, Table, Words
from .common import day, has_part, under


def advocacy(sheet: Sheet) -> Part:
    notes = sheet.find(Note, type="advocacy")
    rows: list[list[Run | list[Run]]] = []
    for number, note in enumerate(notes, start=1):
        step = sheet.get(Activity, note.activity)
        leads = step is not None and has_part(sheet, step)
        source: list[Run] = [" (", Link(step.title, f"step-{step.id}"), ")"] if step is not None and leads else []
        rows.append([str(number), [Words(note.text), *source], note.office, note.who, day(sheet, note.due)])
    columns = [sheet.say(f"minutes.{key}") for key in ("number_short", "matter", "office", "carrier", "due")]
    table = Table(sheet.say("minutes.advocacy"), columns, rows, frozenset({0}))
    names = ("id", "text", "activity", "office", "who", "due")
    data = [{name: getattr(note, name) for name in names} for note in notes]
    return under(sheet, "advocacy", (table,) if rows else (), data)
