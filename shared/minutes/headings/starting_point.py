"""Where the day started: what the analysis found, earlier measures, and what was promised for them."""

from __future__ import annotations

from shared.domain.records import Finding, Measure, Pledge

from ..sections.cards import measure_link
from ..sheet import Sheet
from ..tree import Block, Item, Items, Paragraph, Part, Run, Strong, Table
from .common import day, step_link, steps_of, under


def starting_point(sheet: Sheet) -> Part:
    findings = sheet.find(Finding, shown=True, confidential=False)
    earlier = [measure for measure in sheet.find(Measure) if measure.origin]
    open_points = [pledge for pledge in sheet.find(Pledge) if pledge.former]
    blocks: list[Block] = [*_findings(sheet, findings)]
    if earlier:
        rows: list[list[Run]] = [
            [measure_link(m), m.champion, m.origin.get("title", ""), day(sheet, m.origin.get("date", ""))]
            for m in earlier
        ]
        columns = [sheet.say(f"minutes.{key}") for key in ("measure", "champion", "from_workshop", "date")]
        blocks += [Paragraph(Strong(sheet.say("minutes.earlier"))), Table(sheet.say("minutes.earlier"), columns, rows)]
    if open_points:
        items = [Item(sheet.dotted((p.what, p.who, day(sheet, p.due)))) for p in open_points]
        blocks += [Paragraph(Strong(sheet.say("minutes.promised_before"))), Items(items)]
    data = {
        "findings": len(findings),
        "measures": [{"id": m.id, "title": m.title, "origin": m.origin} for m in earlier],
        "promised": [{"what": p.what, "who": p.who, "due": p.due, "measure": p.measure} for p in open_points],
    }
    return under(sheet, "starting_point", blocks, data)


def _findings(sheet: Sheet, findings: list[Finding]) -> list[Block]:
    """Count what the analysis found, and lead to where it was read."""
    if not findings:
        return []
    helps = sum(finding.sign == "+" for finding in findings)
    said = sheet.say("minutes.findings", n=len(findings), helps=helps, hinders=len(findings) - helps)
    steps = [step_link(sheet, step) for step in steps_of(sheet, "reading")]
    return [Paragraph([said, *(run for step in steps for run in (" ", step))])]
