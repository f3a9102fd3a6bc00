"""Who does what by when: the lines of the plans, and the facilitator's own tasks."""

from __future__ import annotations

from typing import Any

from shared.domain.records import Measure, Note

from ..sections.cards import measure_link
from ..sections.pledging import told
from ..sheet import Sheet
from ..tree import Part, Run, Words
from .common import day, plan_lines, table, under


def tasks(sheet: Sheet) -> Part:
    """Gather what is to be done: the lines of the plans, then the facilitator's own tasks."""
    lines = plan_lines(sheet)
    tasks = sheet.find(Note, type="task")
    data: list[dict[str, Any]] = [{**told(line), "text": line.what} for line in lines]
    data += [{"id": task.id, "text": task.text, "who": task.who, "due": task.due} for task in tasks]
    if not data:
        return under(sheet, "tasks", (), data)
    rows: list[list[Run]] = []
    for line in lines:
        measure = sheet.get(Measure, line.measure)
        rows.append([line.what, line.who, line.due, line.means, measure_link(measure) if measure else ""])
    rows += [[Words(task.text), task.who, task.due, "", ""] for task in tasks]
    for number, row in enumerate(rows, start=1):
        row[2] = day(sheet, str(row[2]))
        row.insert(0, str(number))
    keys = ("number_short", "task", "who", "due", "means", "measure")
    return under(sheet, "tasks", (table(sheet, "minutes.tasks", keys, rows, ("means", "measure")),), data)
