"""A fund in the minutes: what is paid, the reserve, the account step by step, and what each rule would have paid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shared.domain.records import Activity

from ..charts.bars import Bar
from ..sheet import Sheet
from ..tree import Block, Item, Items, Paragraph, Part, Run, Strong, Table
from . import vote


def fund(sheet: Sheet, activity: Activity) -> Part:
    settings = activity.settings
    asked = " · ".join(
        [
            sheet.say("fund.minutes.asked", budget=money(settings["budget"], settings["currency"])),
            sheet.say(f"fund.minutes.rule_{settings['rule']}"),
            sheet.say(f"fund.minutes.ballot_{settings['ballot']}", n=settings["points"]),
        ]
    )
    result = vote.revealed(activity)
    if result is None:
        return vote.not_yet(sheet, activity, asked)
    sums = {name: money(result[name], result["currency"]) for name in ("spent", "budget", "left")}
    blocks: list[Block] = [
        vote.how(sheet, activity, asked),
        vote.turnout(sheet, result),
        Paragraph(Strong(sheet.say("fund.minutes.spent", **sums))),
        *_listed(sheet, result, "chosen"),
        *_listed(sheet, result, "reserve"),
        *_shares(sheet, result),
        _account(sheet, result),
        *vote.chart(sheet, sheet.say("fund.minutes.account"), _bars(sheet, result)),
        Paragraph(sheet.say("fund.minutes.ties", lot=str(result["lot"])), role="hint"),
        _compare(sheet, result),
        *vote.by_sector(sheet, result),
    ]
    return Part(tuple(blocks), {"result": result})


def money(amount: int | str, currency: str) -> str:
    """Write a sum: 9800 and EUR give "9 800 EUR"; cents only where there are some."""
    whole, _, cents = str(amount).partition(".")
    return f"{int(whole):,}".replace(",", "\u00a0") + (f".{cents}" if cents.strip("0") else "") + f"\u00a0{currency}"


def _listed(sheet: Sheet, result: Mapping[str, Any], which: str) -> list[Block]:
    """Name what is paid, or what is in reserve, in its order, each with its cost."""
    items = {item["id"]: item for item in result["items"]}
    if not result[which]:
        return [Paragraph(sheet.say("fund.minutes.nothing"))] if which == "chosen" else []
    found = [items[id] for id in result[which]]
    lines = [Item((vote.named(sheet, item), f": {money(item['cost'], result['currency'])}")) for item in found]
    return [Paragraph(sheet.say(f"fund.minutes.{which}")), Items(lines, ordered=True)]


def _shares(sheet: Sheet, result: Mapping[str, Any]) -> list[Block]:
    """Tell the shares: what each voter had, what that bought, and to what it was raised."""
    share = result.get("share")
    if share is None:
        return []
    words = {name: money(share[name], result["currency"]) for name in ("plain", "final", "plain_spent")}
    told = sheet.say("fund.minutes.share", n=share["voters"], plain=words["plain"])
    if share["raised"]:
        raised = {"chosen": len(share["plain_chosen"]), "spent": words["plain_spent"], "final": words["final"]}
        told += " " + sheet.say("fund.minutes.raised", **raised)
    return [Paragraph(told)]


def _account(sheet: Sheet, result: Mapping[str, Any]) -> Table:
    items = {item["id"]: item for item in result["items"]}
    points, priced = result["ballot"] == "points", "share" in result
    columns = [sheet.say("fund.minutes.measure"), sheet.say("fund.minutes.supporters")]
    columns += [sheet.say("fund.minutes.points")] * points + [sheet.say("fund.minutes.cost")]
    columns += [sheet.say("fund.minutes.price")] * priced
    columns += [sheet.say("fund.minutes.left"), sheet.say("fund.minutes.outcome")]
    rows: list[list[Run]] = []
    for step in result["steps"]:
        row: list[Run] = [vote.named(sheet, items[step["id"]]), str(step["votes"])]
        row += [str(items[step["id"]]["score"])] * points + [money(step["cost"], result["currency"])]
        row += [money(step["price"], result["currency"]) if "price" in step else ""] * priced
        row += [money(step["left"], result["currency"]), _outcome(sheet, result, step)]
        rows.append(row)
    numbers = frozenset(range(1, len(columns) - 1))
    return Table(sheet.say("fund.minutes.account"), columns, rows, numbers)


def _bars(sheet: Sheet, result: Mapping[str, Any]) -> list[Bar]:
    """Draw what each measure costs, in the order of the account; hollow where it is not paid."""
    items = {item["id"]: item for item in result["items"]}
    return [
        Bar(
            items[step["id"]]["title"],
            round(100 * float(step["cost"])),
            figure=" · ".join(
                [money(step["cost"], result["currency"]), *[sheet.say("fund.minutes.paid")] * (not step["why"])]
            ),
            hollow=bool(step["why"]),
        )
        for step in result["steps"]
    ]


def _outcome(sheet: Sheet, result: Mapping[str, Any], step: Mapping[str, Any]) -> Run:
    if not step["why"]:
        tie = f" ({sheet.say('fund.minutes.tie_' + step['tie'])})" if step["tie"] else ""
        return Strong(sheet.say("fund.minutes.paid") + tie)
    words = {name: money(step[name], result["currency"]) for name in ("missing", "together") if name in step}
    return sheet.say(f"fund.minutes.why_{step['why']}", **words)


def _compare(sheet: Sheet, result: Mapping[str, Any]) -> Table:
    columns = [sheet.say("fund.minutes.rule"), sheet.say("fund.minutes.would_pay"), sheet.say("fund.minutes.left")]
    sectors = vote.present(result)
    columns += [sheet.say(f"common.sector.{sector}") for sector in sectors]
    names = {item["id"]: vote.named(sheet, item) for item in result["items"]}
    rows: list[list[Run | list[Run]]] = []
    for one in result["compare"]:
        name = sheet.say(f"fund.minutes.rule_{one['rule']}")
        row: list[Run | list[Run]] = [Strong(name) if one["rule"] == result["by"] else name]
        row += [sheet.joined((names[id] for id in one["chosen"]), " · "), money(one["left"], result["currency"])]
        row += [money(one["credit"][sector], result["currency"]) for sector in sectors]
        rows.append(row)
    return Table(sheet.say("fund.minutes.compare"), columns, rows, frozenset(range(2, len(columns))))
