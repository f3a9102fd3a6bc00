"""What was promised by name, before all."""

from __future__ import annotations

from shared.domain.records import Measure, Pledge

from ..sections.cards import measure_link
from ..sections.pledging import told
from ..sheet import Sheet
from ..tree import Part, Run, Strong
from .common import day, steps_of, table, under


def commitments(sheet: Sheet) -> Part:
    steps = {step.id for step in steps_of(sheet, "commit")}
    pledges = [pledge for pledge in sheet.find(Pledge) if pledge.activity in steps]
    rows: list[list[Run]] = []
    for pledge in pledges:
        measure = sheet.get(Measure, pledge.measure)
        stands = sheet.say("commit.minutes.champion") if pledge.champion else ""
        promise = "; ".join(part for part in (stands, pledge.what) if part)
        about: Run = measure_link(measure) if measure else ""
        rows.append([Strong(pledge.who), promise, about, day(sheet, pledge.due), pledge.means])
    keys = ("who", "what", "measure", "due", "means")
    made = table(sheet, "commit.minutes.table", keys, rows, ("measure", "due", "means"), of="commit.minutes")
    return under(sheet, "commitments", (made,) if rows else (), [told(pledge) for pledge in pledges])
