"""Dots in the minutes: the frozen result as it was revealed. Of a vote that is not revealed nothing is told."""

from __future__ import annotations

from typing import Any

from shared.domain.records import Activity

from ..sheet import Sheet
from ..tree import Block, Paragraph, Part, Run, Strong, Table
from . import vote


def dots(sheet: Sheet, activity: Activity) -> Part:
    asked = sheet.say("dots.minutes.asked_dots", n=activity.settings["dots"], most=activity.settings["most"])
    result = vote.revealed(activity)
    if result is None:
        return vote.not_yet(sheet, activity, asked)
    turnout = sheet.say(
        "dots.minutes.turnout",
        cast=result["cast"],
        seats=result["seats"],
        blank=result["blank"],
        unused=result["unused"],
    )
    told = Paragraph(vote.with_channel(sheet, turnout, result))
    blocks: list[Block] = [vote.how(sheet, activity, asked), told, _table(sheet, result)]
    rows = [vote.bar(item["title"], item["dots"], result, item) for item in result["items"]]
    blocks += vote.chart(sheet, sheet.say("dots.minutes.dots_table"), rows)
    blocks += vote.level(sheet, result["items"])
    balanced = any("balanced" in item for item in result["items"])
    blocks += vote.by_sector(sheet, result, sheet.say("vote.minutes.balanced_note") if balanced else "")
    return Part(tuple(blocks), {"result": result})


def _table(sheet: Sheet, result: dict[str, Any]) -> Table:
    sectors = vote.present(result)
    balanced = any("balanced" in item for item in result["items"])
    minus = any("minus" in item for item in result["items"])
    columns = [sheet.say("vote.minutes.place"), sheet.say("dots.minutes.group_or_card"), sheet.say("dots.minutes.dots")]
    columns += [sheet.say("dots.minutes.minus")] * minus
    columns += [sheet.say(f"common.sector.{sector}") for sector in sectors]
    columns += [sheet.say("dots.minutes.balanced"), sheet.say("dots.minutes.balanced_place")] * balanced
    rows = []
    for item in result["items"]:
        row: list[Run] = [str(item["place"]), vote.named(sheet, item), Strong(str(item["dots"]))]
        row += [str(item.get("minus", 0))] * minus
        row += [str(item["by_sector"][sector]) for sector in sectors]
        row += [item.get("balanced", ""), str(item.get("balanced_place", ""))] * balanced
        rows.append(row)
    return Table(sheet.say("dots.minutes.dots_table"), columns, rows, frozenset(range(len(columns))) - {1})
