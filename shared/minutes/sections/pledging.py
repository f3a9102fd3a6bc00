"""The plan of action and the commitments in the minutes: who does what by when with what."""

from __future__ import annotations

from shared.domain.records import Activity, Measure, Pledge

from ..sheet import Sheet
from ..tree import Block, Paragraph, Part, Run, Strong, Table


def plan(sheet: Sheet, activity: Activity) -> Part:
    """Tell how many lines were written; they stand with all that is to be done."""
    n = sheet.count(Pledge, activity=activity.id)
    heading = sheet.say("minutes.tasks")
    said = sheet.say("plan.minutes.count", n=n, heading=heading) if n else sheet.say("plan.minutes.none")
    return Part((Paragraph(said, role="hint"),), {"lines": n})


def commit(sheet: Sheet, activity: Activity) -> Part:
    """Tell what was promised by name, and which measures nobody stands up for."""
    pledges = sheet.find(Pledge, activity=activity.id)
    data = {"commitments": [told(pledge) for pledge in pledges]}
    if not pledges:
        return Part((Paragraph(sheet.say("commit.minutes.none"), role="hint"),), data)
    rows: list[list[Run]] = []
    for pledge in pledges:
        measure = sheet.get(Measure, pledge.measure)
        stands = sheet.say("commit.minutes.champion") if pledge.champion else ""
        promise = "; ".join(part for part in (stands, pledge.what) if part)
        due = sheet.words.day(pledge.due) if pledge.due else ""
        rows.append([Strong(pledge.who), promise, measure.title if measure else "", due, pledge.means])
    columns = [sheet.say(f"commit.minutes.{key}") for key in ("who", "what", "measure", "due", "means")]
    blocks: list[Block] = [Table(sheet.say("commit.minutes.table"), columns, rows)]
    if alone := [measure.title for measure in sheet.find(Measure) if not measure.champion]:
        blocks.append(Paragraph(sheet.say("commit.minutes.no_champion", titles=" · ".join(alone))))
    return Part(tuple(blocks), data)


def told(pledge: Pledge) -> dict[str, object]:
    """Give a line as machines read it."""
    return {name: getattr(pledge, name) for name in ("id", "measure", "who", "what", "due", "means", "champion")}
