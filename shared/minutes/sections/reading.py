"""Findings in the minutes: what was shown, by groups of factors, with quotes and without sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shared.domain.factors import FACTORS, GROUPS
from shared.domain.records import Activity, Finding

from ..sheet import Sheet
from ..tree import Block, Item, Items, Link, Paragraph, Part, Run, Strong


def reading(sheet: Sheet, activity: Activity) -> Part:
    """Tell what was read and what surprised; of confidential findings nothing."""
    read = (activity.result or {}).get("findings")
    shown = [f for f in sheet.find(Finding, confidential=False) if (f.shown if read is None else f.id in read)]
    return Part((*listed(sheet, shown), *_marked(sheet, shown)), {"findings": [told(f) for f in shown]})


def listed(sheet: Sheet, findings: Sequence[Finding]) -> list[Block]:
    """List findings by the group of their first factor."""
    blocks: list[Block] = []
    for group in GROUPS:
        of = [f for f in findings if FACTORS[f.factors[0]].group == group]
        if of:
            blocks.append(Paragraph(Strong(sheet.say(f"factors.words.group.{group}"))))
            blocks.append(Items([_item(sheet, f) for f in sorted(of, key=lambda f: list(FACTORS).index(f.factors[0]))]))
    return blocks


def told(finding: Finding) -> dict[str, Any]:
    """Give what the room has seen of a finding."""
    names = ("id", "factors", "sign", "statement", "quote", "sector", "marks", "origin")
    return {name: getattr(finding, name) for name in names}


def _item(sheet: Sheet, finding: Finding) -> Item:
    sign = "+" if finding.sign == "+" else "−"
    factors = sheet.listed(f"{sheet.say(f'factors.words.{code}')} {code}" for code in finding.factors)
    # A finding that was made of a card leads to it.
    runs: list[Run] = [
        f"{sign} ",
        Link(finding.statement, f"card-{finding.card}") if finding.card else finding.statement,
    ]
    if finding.quote:
        runs.append(f" “{finding.quote}”")
    parts = [factors, sheet.say(f"common.sector.{finding.sector}") if finding.sector else ""]
    if finding.origin:
        parts.append(sheet.say("reading.minutes.origin", title=finding.origin.get("title", "")))
    runs.append(f" ({' · '.join(filter(None, parts))})")
    return Item(runs)


def _marked(sheet: Sheet, findings: Sequence[Finding]) -> list[Block]:
    marked = sorted((f for f in findings if f.marks), key=lambda f: (-f.marks, f.position, f.id))
    if not marked:
        return []
    items = [Item(sheet.say("reading.minutes.marked", n=f.marks, statement=f.statement)) for f in marked]
    return [Paragraph(Strong(sheet.say("reading.minutes.surprising"))), Items(items)]
