"""Choices in the minutes: how many ballots chose each option, and whether one has more than half of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shared.domain.records import Activity

from ..sheet import Sheet
from ..tree import Block, Paragraph, Part, Run, Runs, Strong, Table, strong
from . import vote
from .polls import reasons


def choice(sheet: Sheet, activity: Activity) -> Part:
    """Tell the frozen result, and of a choice of one whether there is a majority."""
    asked = _asked(sheet, activity.settings)
    result = vote.revealed(activity)
    if result is None:
        return vote.not_yet(sheet, activity, asked)
    blocks: list[Block] = [vote.how(sheet, activity, asked), vote.turnout(sheet, result), _table(sheet, result)]
    rows = [vote.bar(item["title"], item["n"], result, item) for item in result["items"]]
    blocks += vote.chart(sheet, sheet.say("choice.minutes.result_table"), rows)
    if result["short"]:
        blocks.append(Paragraph(sheet.say("choice.minutes.short", n=result["short"])))
    if result["most"] == 1 and result["cast"]:
        blocks.append(Paragraph(strong(_majority(sheet, result))))
    blocks += vote.level(sheet, result["items"])
    blocks.append(Paragraph(sheet.say("choice.minutes.percent_note"), role="hint"))
    balanced = any("balanced" in item for item in result["items"])
    blocks += vote.by_sector(sheet, result, sheet.say("vote.minutes.balanced_note") if balanced else "")
    return Part((*blocks, *reasons(sheet, activity, result)), {"result": result})


def _majority(sheet: Sheet, result: Mapping[str, Any]) -> Runs:
    for item in result["items"]:
        if item["id"] == result["majority"]:
            return sheet.woven("choice.minutes.majority", title=[vote.named(sheet, item)])
    return sheet.say("choice.minutes.no_majority")


def _asked(sheet: Sheet, settings: Mapping[str, Any]) -> str:
    limit = {0: "any", 1: "one"}.get(settings["most"], "most")
    asked = sheet.say(f"choice.minutes.asked_{limit}", n=settings["most"])
    return f"{asked}, {sheet.say('choice.minutes.asked_least', n=settings['least'])}" if settings["least"] else asked


def _table(sheet: Sheet, result: dict[str, Any]) -> Table:
    sectors = vote.present(result)
    balanced = any("balanced" in item for item in result["items"])
    columns = [sheet.say("vote.minutes.place"), sheet.say("vote.minutes.choice")]
    columns += [sheet.say("choice.minutes.ballots"), sheet.say("choice.minutes.percent")]
    columns += [sheet.say(f"common.sector.{sector}") for sector in sectors]
    columns += [sheet.say("choice.minutes.balanced"), sheet.say("choice.minutes.balanced_place")] * balanced
    rows = []
    for item in result["items"]:
        row: list[Run] = [str(item["place"]), vote.named(sheet, item), Strong(str(item["n"])), item["percent"]]
        row += [str(item["by_sector"][sector]) for sector in sectors]
        row += [item.get("balanced", ""), str(item.get("balanced_place", ""))] * balanced
        rows.append(row)
    return Table(sheet.say("choice.minutes.result_table"), columns, rows, frozenset(range(len(columns))) - {1})
