"""Dots in the minutes: the frozen result as it was revealed. Of a vote that is not revealed nothing is told."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from shared.domain.records import Activity, Cluster, Phase, Sector

from ..sheet import Sheet
from ..tree import Block, Link, Paragraph, Part, Run, Strong, Table


def dots(sheet: Sheet, activity: Activity) -> Part:
    result = activity.result
    how = _how(sheet, activity)
    if result is None or activity.phase not in (Phase.REVEALED, Phase.CONFIRMED):
        return Part((how, Paragraph(sheet.say(f"dots.minutes.vote_{activity.phase}"), role="hint")))
    turnout = sheet.say(
        "dots.minutes.turnout",
        cast=result["cast"],
        seats=result["seats"],
        blank=result["blank"],
        unused=result["unused"],
    )
    blocks: list[Block] = [how, Paragraph(turnout), _table(sheet, result)]
    blocks += [Paragraph(text) for text in _level(sheet, result["items"])]
    if "sectors" in result:
        voters = ", ".join(
            f"{sheet.say(f'common.sector.{sector}')} {result['sectors'][sector]}"
            for sector in Sector
            if sector in result["sectors"]
        )
        blocks.append(Paragraph(sheet.say("dots.minutes.ballots_by_sector", voters=voters), role="hint"))
        if any("balanced" in item for item in result["items"]):
            blocks.append(Paragraph(sheet.say("dots.minutes.balanced_note"), role="hint"))
    else:
        blocks.append(Paragraph(sheet.say("dots.minutes.no_sectors"), role="hint"))
    if result["order_differs"]:
        blocks.append(Paragraph(Strong(sheet.say("dots.minutes.order_differs"))))
    return Part(tuple(blocks), {"result": result})


def _how(sheet: Sheet, activity: Activity) -> Paragraph:
    """Tell how it was voted: dots, secrecy, what a ballot was given for, and the line (reliability: 2.4)."""
    settings = activity.settings
    secret = settings.get("secret", True)
    parts = [
        sheet.say("dots.minutes.asked_dots", n=settings["dots"], most=settings["most"]),
        sheet.say("dots.minutes.secret" if secret else "dots.minutes.not_secret"),
        sheet.say("dots.minutes.credential_link"),
        sheet.say("dots.minutes.encrypted" if sheet.encrypted else "dots.minutes.not_encrypted"),
    ]
    if secret and settings.get("few"):
        parts.append(sheet.say("dots.minutes.few_voters"))
    return Paragraph(" · ".join(parts), role="fact")


def _table(sheet: Sheet, result: dict[str, Any]) -> Table:
    sectors = [sector for sector in Sector if sector in result.get("sectors", {})]
    balanced = any("balanced" in item for item in result["items"])
    minus = any("minus" in item for item in result["items"])
    columns = [sheet.say("dots.minutes.place"), sheet.say("dots.minutes.group_or_card"), sheet.say("dots.minutes.dots")]
    columns += [sheet.say("dots.minutes.minus")] * minus
    columns += [sheet.say(f"common.sector.{sector}") for sector in sectors]
    columns += [sheet.say("dots.minutes.balanced"), sheet.say("dots.minutes.balanced_place")] * balanced
    rows = []
    for item in result["items"]:
        row: list[Run] = [str(item["place"]), _named(sheet, item), Strong(str(item["dots"]))]
        row += [str(item.get("minus", 0))] * minus
        row += [str(item["by_sector"][sector]) for sector in sectors]
        row += [item.get("balanced", ""), str(item.get("balanced_place", ""))] * balanced
        rows.append(row)
    return Table(sheet.say("dots.minutes.dots_table"), columns, rows, frozenset(range(len(columns))) - {1})


def _named(sheet: Sheet, item: dict[str, Any]) -> Run:
    return Link(item["title"], f"group-{item['id']}") if sheet.get(Cluster, item["id"]) else item["title"]


def _level(sheet: Sheet, items: list[dict[str, Any]]) -> list[str]:
    """Name the items that share a place: there is no tie-break, they stay level."""
    told = []
    for place, fellows in groupby(items, key=lambda item: item["place"]):
        titles = [item["title"] for item in fellows]
        if len(titles) > 1:
            told.append(sheet.say("dots.minutes.level", place=place, titles=" · ".join(titles)))
    return told
