"""The analysis matrix: location factors, how each sector rates them, what is known of each. Blank, or of a workshop."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from shared.domain.factors import FACTORS, GROUPS, Factor
from shared.domain.findings import evidence_of
from shared.domain.records import Activity, Amendment, Finding, Sector

from ..sections.matrix import signed
from ..sections.vote import revealed
from ..sheet import Sheet, Words
from ..tree import Block, Document, Heading, Item, Items, Paragraph, Run, Table
from .paper import RULE, paper

_ROOM = RULE * 6


def matrix_sheet(speech: Words) -> Document:
    """Lay out the blank matrix with all factors."""
    blocks = _head(speech)
    for group in GROUPS:
        of = [factor for factor in FACTORS.values() if factor.group == group]
        blocks += _table(group, [(factor, [_ROOM] * 8) for factor in of], speech)
    return paper(speech.say("materials.matrix"), blocks, speech)


def matrix_of(sheet: Sheet) -> Document:
    """Fill the matrix from a workshop: ratings that were shown, evidence of its findings, what the room corrected."""
    speech = sheet.words
    items, beside = _rated(sheet)
    findings = sheet.find(Finding)
    evidence = evidence_of(findings)
    told = set(items) | set(evidence)
    blocks = _head(speech, sheet)
    if not told:
        blocks.append(Paragraph(speech.say("materials.matrix_none"), "hint"))
    for group in GROUPS:
        of = [factor for factor in FACTORS.values() if factor.group == group and factor.code in told]
        rows = []
        for factor in of:
            found, item = evidence.get(factor.code), items.get(factor.code, {})
            by = item.get("by_sector", {})
            amended = beside.get(factor.code)
            row = [f"{signed(by[s]['median'])} ({by[s]['n']})" if s in by else "–" for s in Sector]
            overall = amended.rating if amended is not None and amended.rating is not None else item.get("median")
            row += [signed(overall), _figure(item.get("importance")), _trend(item, speech)]
            row.append(amended.reach if amended is not None and amended.reach else factor.reach)
            counts = "/".join(str(found.by_sector.get(s, 0)) for s in Sector) if found else "0/0/0"
            sure = speech.say(f"findings.confidence.{found.confidence if found else 'low'}")
            rows.append((factor, [*row, f"{counts} {sure}"]))
        blocks += _table(group, rows, speech) if rows else []
        blocks += _said(findings, {factor.code for factor in of}, speech)
    return paper(speech.say("materials.matrix"), blocks, speech)


def _rated(sheet: Sheet) -> tuple[dict[str, Mapping[str, Any]], dict[str, Amendment]]:
    """Gather what was rated by factor, the newest step first where several rate the same, and what was corrected."""
    items: dict[str, Mapping[str, Any]] = {}
    beside: dict[str, Amendment] = {}
    for step in sheet.find(Activity):
        if step.kind == "matrix" and (result := revealed(step)) is not None:
            items |= {item["id"]: item for item in result["items"]}
            beside |= {one.factor: one for one in sheet.find(Amendment, activity=step.id)}
    return items, beside


def _head(speech: Words, sheet: Sheet | None = None) -> list[Block]:
    say = speech.say
    blocks: list[Block] = [Heading(1, say("materials.matrix"))]
    if sheet is not None:
        facts = [sheet.workshop.title, sheet.region, speech.day(sheet.workshop.date) if sheet.workshop.date else ""]
        blocks.append(Paragraph(sheet.dotted(facts), "fact"))
    return [*blocks, Paragraph(say("materials.matrix_scale")), Paragraph(say("materials.matrix_columns"), "hint")]


def _table(group: str, rows: list[tuple[Factor, list[str]]], speech: Words) -> list[Block]:
    say = speech.say
    sectors = [say(f"common.sector.{sector}") for sector in Sector]
    heads = [say(f"materials.matrix_{name}") for name in ("all", "importance", "trend", "reach", "evidence")]
    named = [[_named(factor, speech), *cells] for factor, cells in rows]
    title = say(f"factors.words.group.{group}")
    return [Heading(2, title), Table(title, [say("matrix.minutes.factor"), *sectors, *heads], named)]


def _named(factor: Factor, speech: Words) -> str:
    star = " *" if factor.core else ""
    return f"{factor.code} {speech.say(f'factors.words.{factor.code}')}{star}"


def _said(findings: Collection[Finding], codes: set[str], speech: Words) -> list[Block]:
    """List what was found about these factors in words; confidential findings count, and are not told."""
    said = [f for f in findings if not f.confidential and f.factors and f.factors[0] in codes]
    items = [Item(_line(f, speech)) for f in sorted(said, key=lambda f: (f.factors[0], f.sign, f.position))]
    return [Items(items)] if items else []


def _line(finding: Finding, speech: Words) -> list[Run]:
    sign = "+" if finding.sign == "+" else "−"
    sector = f" ({speech.say(f'common.sector.{finding.sector}')})" if finding.sector else ""
    return [f"{sign} {finding.factors[0]} {finding.statement}{sector}"]


def _trend(item: Mapping[str, Any], speech: Words) -> str:
    way = item.get("trend")
    return "–" if way is None else speech.say(f"matrix.words.trend.{way}")


def _figure(value: str | int | None) -> str:
    return "–" if value is None else f"{float(value):g}"
