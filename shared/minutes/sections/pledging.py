"""The plan of action and the commitments in the minutes: who does what by when with what."""

from __future__ import annotations

from shared.domain.records import Activity, Measure, Pledge

from ..sheet import Sheet
from ..tree import Block, Link, Paragraph, Part
from .cards import measure_link


def plan(sheet: Sheet, activity: Activity) -> Part:
    """Tell how many lines were written; they stand with all that is to be done."""
    n = sheet.count(Pledge, activity=activity.id)
    heading = sheet.say("minutes.tasks")
    there = [Link(heading, "tasks")]
    said = sheet.woven("plan.minutes.count", n=n, heading=there) if n else sheet.say("plan.minutes.none")
    return Part((Paragraph(said, role="hint"),), {"lines": n})


def commit(sheet: Sheet, activity: Activity) -> Part:
    """Tell how much was promised by name, and which measures nobody stands up for; all promises stand together."""
    pledges = sheet.find(Pledge, activity=activity.id)
    data = {"commitments": [told(pledge) for pledge in pledges]}
    if not pledges:
        return Part((Paragraph(sheet.say("commit.minutes.none"), role="hint"),), data)
    there = [Link(sheet.say("minutes.commitments"), "commitments")]
    said = sheet.woven("commit.minutes.count", n=len(pledges), heading=there)
    blocks: list[Block] = [Paragraph(said, role="hint")]
    if alone := [measure_link(measure) for measure in sheet.find(Measure) if not measure.champion]:
        blocks.append(Paragraph(sheet.woven("commit.minutes.no_champion", titles=sheet.joined(alone, " · "))))
    return Part(tuple(blocks), data)


def told(pledge: Pledge) -> dict[str, object]:
    """Give a line as machines read it."""
    return {name: getattr(pledge, name) for name in ("id", "measure", "who", "what", "due", "means", "champion")}
