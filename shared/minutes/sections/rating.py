"""A rating in the minutes: criteria, means, totals, what was refused and why, what fell level, and all reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shared.domain.records import Activity
from shared.voting.rating import CRITERIA

from ..charts.axes import WIDTH, Point, axes
from ..sheet import Sheet
from ..tree import Block, Figure, Item, Items, Paragraph, Part, Run, Strong, Table, strong
from . import vote
from .cluster import letter_of

Figures = Mapping[str, Any]


def rating(sheet: Sheet, activity: Activity) -> Part:
    """Tell of a first round where people are far apart, of any other all figures, those of both rounds side by side."""
    settings = activity.settings
    asked = " · ".join([sheet.say("rating.minutes.asked"), sheet.say(f"rating.minutes.round_{settings['round']}")])
    result = vote.revealed(activity)
    if result is None:
        return vote.not_yet(sheet, activity, asked)
    blocks: list[Block] = [vote.how(sheet, activity, asked), vote.turnout(sheet, result), *_gate(sheet, result)]
    if result["round"] == "first":
        blocks += [_papers(sheet, result), *_apart(sheet, result)]
    else:
        blocks += [*_criteria(sheet, result), *_means(sheet, result["items"], "means_table"), _totals(sheet, result)]
        blocks += _picture(sheet, result)
        blocks += _ties(sheet, result)
        if any("first" in item for item in result["items"]):
            earlier = [
                {**item["first"], "id": item["id"], "title": item["title"]}
                for item in result["items"]
                if "first" in item
            ]
            blocks += _means(sheet, earlier, "first_table")
        blocks.append(Paragraph(sheet.say("rating.minutes.key"), role="hint"))
        blocks += _reasons(sheet, result)
        balanced = any("balanced" in item for item in result["items"])
        blocks += vote.by_sector(sheet, result, sheet.say("rating.minutes.balanced_note") if balanced else "")
    return Part(tuple(blocks), {"result": result})


def _gate(sheet: Sheet, result: Figures) -> list[Block]:
    """Tell what the knock-out questions kept out, and what was repaired."""
    blocks: list[Block] = []
    for check in result["checks"]:
        which = "failed" if check["failed"] else "repaired"
        notes = [f"{note['k']} {sheet.say('rating.words.' + note['k'])} {note['word']}" for note in check[which]]
        said = sheet.woven(f"rating.minutes.{which}", title=[vote.named(sheet, check)])
        blocks += [Paragraph(strong(said)), Items([Item(note) for note in notes])]
    return blocks


def _papers(sheet: Sheet, result: Figures) -> Table:
    columns = [sheet.say(f"rating.minutes.{key}") for key in ("measure", "papers", "aside", "apart")]
    rows: list[list[Run]] = [
        [vote.named(sheet, item), str(item["n"]), str(item["recused"]), sheet.listed(item["flags"])]
        for item in result["items"]
    ]
    return Table(sheet.say("rating.minutes.papers_table"), columns, rows, frozenset({1, 2}))


def _apart(sheet: Sheet, result: Figures) -> list[Block]:
    if not any(item["flags"] for item in result["items"]):
        return [Paragraph(sheet.say("rating.minutes.nowhere_apart"))]
    return [Paragraph(sheet.say("rating.minutes.apart_note"), role="hint"), *_reasons(sheet, result)]


def _criteria(sheet: Sheet, result: Figures) -> list[Block]:
    """Name the criteria with their weights, and the least mean that each asks for."""
    columns = [sheet.say(f"rating.minutes.{key}") for key in ("criterion", "weight", "least")]
    rows: list[list[Run]] = [
        [f"{c} {sheet.say('rating.words.' + c)}", str(weight), str(least) if least else ""]
        for c, weight, least in zip(CRITERIA, result["weights"], result["minimums"], strict=True)
    ]
    label = sheet.say("rating.minutes.criteria_table", line=result["line"])
    return [Paragraph(Strong(label)), Table(label, columns, rows, frozenset({1, 2}))]


def _picture(sheet: Sheet, result: Figures) -> list[Block]:
    """Draw effect across feasibility, and say which letter is which measure."""
    rated = [item for item in result["items"] if "effect" in item]
    if len(rated) < 2:
        return []
    points = [
        Point(letter_of(place), float(item["feasible"]), float(item["effect"])) for place, item in enumerate(rated)
    ]
    words = {name: sheet.say(f"rating.words.{name}") for name in ("effect", "feasible")}
    alt = sheet.say("rating.words.picture", line=result["line"])
    drawn = axes(points, alt, words["feasible"], words["effect"], result["line"], rtl=sheet.workshop.language == "ar")
    told = [
        Item(
            sheet.woven(
                "rating.words.point",
                letter=point.letter,
                title=[vote.named(sheet, item)],
                **{name: item[name] for name in words},
            )
        )
        for point, item in zip(points, rated, strict=True)
    ]
    return [Figure(drawn, alt, WIDTH), Items(told)]


def _means(sheet: Sheet, items: Sequence[Figures], label: str) -> list[Block]:
    """Lay out the means; a star stands where people are three points or more apart."""
    columns = [sheet.say("rating.minutes.measure"), *CRITERIA, sheet.say("rating.minutes.total")]
    rows: list[list[Run]] = [
        [
            vote.named(sheet, item),
            *(item["means"][c] + (" *" if c in item["flags"] else "") for c in CRITERIA),
            Strong(item["total"]),
        ]
        for item in items
        if "means" in item
    ]
    said = sheet.say(f"rating.minutes.{label}")
    return [Paragraph(Strong(said)), Table(said, columns, rows, frozenset(range(1, len(columns))))]


def _totals(sheet: Sheet, result: Figures) -> Table:
    """Tell places and outcomes, the totals raw and balanced, both rounds, and how many papers and who stood aside."""
    items = result["items"]
    sectors = vote.present(result) if any("balanced" in item for item in items) else []
    rounds = any("first" in item for item in items)
    keys = ["place", "measure", "total", *(["balanced"] if sectors else []), *(["first", "shift"] if rounds else [])]
    columns = [sheet.say(f"rating.minutes.{key}") for key in keys]
    columns += [sheet.say(f"common.sector.{sector}") for sector in sectors]
    columns += [sheet.say(f"rating.minutes.{key}") for key in ("papers", "aside", "outcome")]
    rows: list[list[Run]] = []
    for item in items:
        row: list[Run] = [str(item.get("place", "")), vote.named(sheet, item), item.get("total", "–")]
        row += [item.get("balanced", "")] if sectors else []
        row += [item.get("first", {}).get("total", ""), _signed(item.get("shift", ""))] if rounds else []
        row += [item.get("by_sector", {}).get(sector, "") for sector in sectors]
        row += [str(item["n"]), str(item["recused"]), _outcome(sheet, item)]
        rows.append(row)
    numbers = frozenset(range(len(columns) - 1)) - {1}
    return Table(sheet.say("rating.minutes.totals_table"), columns, rows, numbers)


def _signed(shift: str) -> str:
    return f"+{shift}" if shift.strip("-0.") and not shift.startswith("-") else shift.replace("-", "\u2212")


def _outcome(sheet: Sheet, item: Figures) -> Run:
    verdict = sheet.say(f"rating.words.verdict.{item['verdict']}")
    below = f" ({', '.join(item['below'])})" if item.get("below") else ""
    apart = "".join(
        f"; {sheet.say('rating.minutes.sector_apart', sector=sheet.say('common.sector.' + sector))}"
        for sector in item.get("apart", ())
    )
    return verdict + below + apart


def _ties(sheet: Sheet, result: Figures) -> list[Block]:
    names = {item["id"]: vote.named(sheet, item) for item in result["items"]}
    return [
        Paragraph(
            sheet.woven(
                "rating.words.tie",
                names=sheet.joined(names[id] for id in tie["ids"]),
                by=sheet.say(f"rating.words.by.{tie['by']}", lot=result["lot"]),
            )
        )
        for tie in result["ties"]
    ]


def _reasons(sheet: Sheet, result: Figures) -> list[Block]:
    """List the reasons by measure and criterion; whose they are nobody knows."""
    items = []
    for item in result["items"]:
        told = {reasons["c"]: reasons for reasons in item.get("reasons", ())}
        named = [c for c in CRITERIA if c in told or (result["round"] == "first" and c in item["flags"])]
        lines = [Item(_why(sheet, c, told.get(c))) for c in named]
        if lines:
            items.append(Item(vote.named(sheet, item), lines))
    return [Paragraph(sheet.say("rating.minutes.reasons")), Items(items)] if items else []


def _why(sheet: Sheet, criterion: str, reasons: Figures | None) -> str:
    name = f"{criterion} {sheet.say('rating.words.' + criterion)}"
    lines = [
        sheet.say(f"rating.words.why.{side}", text=text)
        for side in ("low", "high")
        for text in (reasons or {}).get(side, ())
    ]
    return f"{name}: {'; '.join(lines)}" if lines else name
