"""Rankings in the minutes: the places by both methods, and step by step how each of them came to its places."""

from __future__ import annotations

from typing import Any

from shared.domain.records import Activity

from ..sheet import Sheet
from ..tree import Block, Paragraph, Part, Run, Strong, Table
from . import vote


def ranking(sheet: Sheet, activity: Activity) -> Part:
    """Tell the frozen result, the points and the comparisons behind it."""
    places = activity.settings["places"]
    asked = sheet.say("ranking.minutes.asked_best", n=places) if places else sheet.say("ranking.minutes.asked_all")
    asked += f" · {sheet.say('ranking.minutes.' + activity.settings['method'] + '_decides')}"
    result = vote.revealed(activity)
    if result is None:
        return vote.not_yet(sheet, activity, asked)
    blocks: list[Block] = [vote.how(sheet, activity, asked), vote.turnout(sheet, result), _table(sheet, result)]
    blocks += vote.level(sheet, result["items"])
    if result["methods_differ"]:
        blocks.append(Paragraph(Strong(sheet.say("ranking.minutes.methods_differ"))))
    balanced = any("balanced" in item for item in result["items"])
    blocks += vote.by_sector(sheet, result, sheet.say("ranking.minutes.balanced_note") if balanced else "")
    if result["cast"] > result["blank"]:
        blocks += [*_points(sheet, result), *_comparisons(sheet, result)]
    return Part(tuple(blocks), {"result": result})


def _table(sheet: Sheet, result: dict[str, Any]) -> Table:
    sectors = vote.present(result)
    balanced = any("balanced" in item for item in result["items"])
    methods = [result["method"], "borda" if result["method"] == "schulze" else "schulze"]
    columns = [sheet.say(f"ranking.minutes.by_{methods[0]}"), sheet.say("vote.minutes.choice")]
    columns += [sheet.say(f"ranking.minutes.by_{methods[1]}"), sheet.say("ranking.minutes.points")]
    columns += [
        sheet.say("ranking.minutes.sector_points", sector=sheet.say(f"common.sector.{sector}")) for sector in sectors
    ]
    columns += [sheet.say("ranking.minutes.balanced"), sheet.say("ranking.minutes.balanced_place")] * balanced
    rows = []
    for item in result["items"]:
        row: list[Run] = [str(item["place"]), vote.named(sheet, item), str(item[f"{methods[1]}_place"]), item["points"]]
        row += [item["by_sector"].get(sector, "") for sector in sectors]
        row += [item.get("balanced", ""), str(item.get("balanced_place", ""))] * balanced
        rows.append(row)
    return Table(sheet.say("ranking.minutes.result_table"), columns, rows, frozenset(range(len(columns))) - {1})


def _points(sheet: Sheet, result: dict[str, Any]) -> list[Block]:
    """Tell how often each option was put on each place; the points follow from that."""
    ranks = range(1, len(result["items"]) + 1)
    columns = [sheet.say("vote.minutes.choice"), *(f"{rank}." for rank in ranks)]
    columns += [sheet.say("ranking.minutes.unranked"), sheet.say("ranking.minutes.points")]
    rows = [
        [vote.named(sheet, item), *(str(n) for n in item["spots"]), Strong(item["points"])]
        for item in sorted(result["items"], key=lambda item: int(item["borda_place"]))
    ]
    return [
        Paragraph(Strong(sheet.say("ranking.minutes.borda_title"))),
        Paragraph(sheet.say("ranking.minutes.borda_rule", n=len(ranks) - 1), role="hint"),
        Table(sheet.say("ranking.minutes.spots_table"), columns, rows, frozenset(range(1, len(columns)))),
    ]


def _comparisons(sheet: Sheet, result: dict[str, Any]) -> list[Block]:
    """Tell all comparisons of two, and by which way each option beats another."""
    items = sorted(result["items"], key=lambda item: int(item["schulze_place"]))
    number = {item["id"]: str(n) for n, item in enumerate(items, start=1)}
    names = {item["id"]: vote.named(sheet, item, item["short"]) for item in items}
    pairs: list[list[Run | list[Run]]] = [
        [
            [f"{number[a['id']]} · ", vote.named(sheet, a)],
            *(_cell(result["pairs"], a["id"], b["id"]) for b in items),
        ]
        for a in items
    ]
    first = result["condorcet"]
    ways: list[list[Run | list[Run]]] = [
        [sheet.joined((names[option] for option in way["over"]), " › "), str(way["strength"]), str(way["back"])]
        for way in result["ways"]
    ]
    columns = [sheet.say(f"ranking.minutes.{key}") for key in ("way", "strength", "back")]
    blocks: list[Block] = [
        Paragraph(Strong(sheet.say("ranking.minutes.schulze_title"))),
        Paragraph(sheet.say("ranking.minutes.schulze_rule"), role="hint"),
        Table(
            sheet.say("ranking.minutes.pairs_table"),
            [sheet.say("vote.minutes.choice"), *number.values()],
            pairs,
            frozenset(range(1, len(items) + 1)),
        ),
        Paragraph(
            sheet.woven("ranking.minutes.condorcet", title=[names[first]])
            if first
            else sheet.say("ranking.minutes.no_condorcet")
        ),
    ]
    if ways:
        blocks += [
            Paragraph(sheet.say("ranking.minutes.ways_rule"), role="hint"),
            Table(sheet.say("ranking.minutes.ways_table"), columns, ways, frozenset({1, 2})),
        ]
    return blocks


def _cell(pairs: dict[str, dict[str, int]], a: str, b: str) -> Run:
    """Give the ballots that put a before b, strong where they are more than the other way round."""
    if a == b:
        return "–"
    return Strong(str(pairs[a][b])) if pairs[a][b] > pairs[b][a] else str(pairs[a][b])
