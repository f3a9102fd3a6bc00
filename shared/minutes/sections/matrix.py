"""The matrix in the minutes: ratings by sector, gaps, evidence, what was corrected beside the vote and why, reach."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shared.domain.activities.vote import carried
from shared.domain.factors import FACTORS
from shared.domain.records import Activity, Amendment, Finding, Phase, Sector

from ..sheet import Sheet
from ..tree import Block, Item, Items, Paragraph, Part, Run, Strong, Table
from . import vote
from .reading import listed, told

_FIRM = "\u00a0"  # a space at which no line breaks


def matrix(sheet: Sheet, activity: Activity) -> Part:
    """Tell the frozen ratings, then what the room settled beside them."""
    asked = sheet.say("matrix.minutes.asked", n=len(activity.options))
    origin = activity.settings.get("origin")
    if origin:
        asked = sheet.say("matrix.minutes.carried", title=origin["title"], date=sheet.words.day(origin["date"]))
    result = vote.revealed(activity)
    if result is None:
        if carried(activity):
            return Part((Paragraph(asked, role="fact"), Paragraph(sheet.say("matrix.minutes.not_shown"), role="hint")))
        return vote.not_yet(sheet, activity, asked)
    beside = {one.factor: one for one in sheet.find(Amendment, activity=activity.id)}
    advocacy = [item["id"] for item in result["items"] if _beyond(item, beside.get(item["id"]))]
    shown = _findings(sheet, activity)
    blocks: list[Block] = [
        Paragraph(asked, role="fact") if origin else vote.how(sheet, activity, asked),
        *([vote.turnout(sheet, result)] if {"cast", "seats", "blank"} <= result.keys() else []),
        _ratings(sheet, result, beside),
        *vote.by_sector(sheet, result),
        *_gaps(sheet, result),
        *_corrections(sheet, result, beside),
        *_advocacy(sheet, advocacy),
        _weights(sheet, result, beside),
        Paragraph(sheet.say("matrix.minutes.rules"), role="hint"),
        *listed(sheet, shown),
    ]
    data = {
        "result": result,
        "origin": origin,
        "amendments": [
            {name: getattr(one, name) for name in ("factor", "rating", "reason", "reach")} for one in beside.values()
        ],
        "advocacy": advocacy,
        "findings": [told(finding) for finding in shown],
    }
    return Part(tuple(blocks), data)


def _ratings(sheet: Sheet, result: Mapping[str, Any], beside: Mapping[str, Amendment]) -> Table:
    """The ratings by priority: the vote's value, beside it the corrected one."""
    sectors = vote.present(result)
    keys = ("factor", "rating", "corrected", "spread", "n", "unknown")
    columns = [sheet.say(f"matrix.minutes.{key}") for key in keys]
    columns += [f"{sheet.say(f'common.sector.{sector}')} (n)" for sector in sectors]
    columns.append(sheet.say("matrix.minutes.gap"))
    rows: list[list[Run]] = []
    for item in result["items"]:
        amended = beside.get(item["id"])
        by = item.get("by_sector", {})
        row: list[Run] = [
            _named(sheet, item["id"]),
            Strong(signed(item.get("median"))),
            "" if amended is None or amended.rating is None else signed(amended.rating),
            _plain(item.get("spread")),
            str(item["n"]),
            str(item["unknown"]),
        ]
        row += [f"{signed(by[s]['median'])}{_FIRM}({by[s]['n']})" if s in by else "" for s in sectors]
        row.append(Strong(_plain(item["gap"])) if item.get("flag") else _plain(item.get("gap")))
        rows.append(row)
    return Table(sheet.say("matrix.minutes.ratings"), columns, rows, frozenset(range(1, len(columns))))


def _weights(sheet: Sheet, result: Mapping[str, Any], beside: Mapping[str, Amendment]) -> Table:
    trends = any("trends" in item for item in result["items"])
    told = ("trend",) if trends else ()
    keys = ("factor", "importance", "priority", "sources", "evidence", *told, "confidence", "reach")
    rows: list[list[Run]] = [
        [
            _named(sheet, item["id"]),
            _plain(item.get("importance")),
            _plain(item.get("priority")),
            str(item["sources"]),
            f"{_FIRM}/{_FIRM}".join(str(item["evidence"].get(sector, 0)) for sector in Sector),
            *([_trend(sheet, item)] if trends else []),
            sheet.say(f"findings.confidence.{item['confidence']}"),
            _reach(item["id"], beside.get(item["id"])),
        ]
        for item in result["items"]
    ]
    columns = [sheet.say(f"matrix.minutes.{key}") for key in keys]
    return Table(sheet.say("matrix.minutes.weights"), columns, rows, frozenset({1, 2, 3, 4}))


def _trend(sheet: Sheet, item: Mapping[str, Any]) -> str:
    """Say where a factor is going, and how often worse, the same and better was said."""
    if "trends" not in item:
        return ""
    way = item.get("trend")
    most = "" if way is None else f"{sheet.say(f'matrix.words.trend.{way}')} "
    return f"{most}({' / '.join(map(str, item['trends']))})"


def _gaps(sheet: Sheet, result: Mapping[str, Any]) -> list[Block]:
    """Name the factors that the sectors see two points or more apart."""
    items = []
    for item in result["items"]:
        if item.get("flag"):
            low, high = item["between"]
            seen = [f"{sheet.say(f'common.sector.{s}')} {signed(item['by_sector'][s]['median'])}" for s in (low, high)]
            items.append(Item(f"{_named(sheet, item['id'])}: {', '.join(seen)}"))
    return [Paragraph(Strong(sheet.say("matrix.minutes.gaps"))), Items(items)] if items else []


def _corrections(sheet: Sheet, result: Mapping[str, Any], beside: Mapping[str, Amendment]) -> list[Block]:
    items = [
        Item(
            sheet.say(
                "matrix.minutes.correction",
                factor=_named(sheet, item["id"]),
                vote=signed(item.get("median")),
                value=signed(beside[item["id"]].rating),
                reason=beside[item["id"]].reason,
            )
        )
        for item in result["items"]
        if item["id"] in beside and beside[item["id"]].rating is not None
    ]
    return [Paragraph(Strong(sheet.say("matrix.minutes.corrections"))), Items(items)] if items else []


def _advocacy(sheet: Sheet, codes: list[str]) -> list[Block]:
    if not codes:
        return []
    items = [Item(_named(sheet, code)) for code in codes]
    return [Paragraph(Strong(sheet.say("matrix.minutes.advocacy"))), Items(items)]


def _findings(sheet: Sheet, activity: Activity) -> list[Finding]:
    """List the findings shown beside the bars, where no reading tells them."""
    if any(step.kind == "reading" and step.phase != Phase.DRAFT for step in sheet.find(Activity)):
        return []
    shown = sheet.find(Finding, shown=True, confidential=False)
    return [finding for finding in shown if set(finding.factors) & set(activity.options)]


def _beyond(item: Mapping[str, Any], amended: Amendment | None) -> bool:
    """Say whether a factor is for the advocacy list: put there by the room, or an obstacle beyond the region."""
    if amended is not None and amended.reach:
        return amended.reach == "N"
    value = amended.rating if amended is not None and amended.rating is not None else float(item.get("median", 0))
    return FACTORS[item["id"]].reach == "N" and value < 0


def _reach(code: str, amended: Amendment | None) -> str:
    return amended.reach if amended is not None and amended.reach else f"({FACTORS[code].reach})"


def _named(sheet: Sheet, code: str) -> str:
    return f"{sheet.say(f'factors.words.{code}')} ({code})"


def _plain(figure: str | None) -> str:
    return "" if figure is None else f"{float(figure):g}"


def signed(value: int | str | None) -> str:
    """Write a rating as people do: +2, −1.5, 0; a dash where there is none."""
    if value is None:
        return "–"
    return f"{float(value):+g}".replace("-", "−") if float(value) else "0"
