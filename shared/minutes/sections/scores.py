"""Scores in the minutes: each item's figures question by question, by sector and role, and the lists they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from shared.domain.records import Activity, Measure
from shared.voting.scores import RECUSED, ROLES, SCALES, UNKNOWN

from ..sheet import Sheet
from ..tree import Block, Item, Items, Paragraph, Part, Run, Strong, Table, strong
from . import vote
from .cards import measure_link

LISTS = ("work", "advocacy", "goes_on")


def scores(sheet: Sheet, activity: Activity) -> Part:
    """Tell the frozen result, and which measures the room has set aside since."""
    asked = _asked(sheet, activity)
    result = vote.revealed(activity)
    if result is None:
        return vote.not_yet(sheet, activity, asked)
    blocks: list[Block] = [vote.how(sheet, activity, asked), vote.turnout(sheet, result)]
    if result["figure"] == "counts":
        blocks.append(_counts(sheet, result))
    else:
        blocks += [_figures(sheet, result, number) for number in range(len(result["questions"]))]
    blocks += [*_lists(sheet, result), *_notes(sheet, result), *_gaps(sheet, result)]
    if result["figure"] == "mean":
        blocks += vote.level(sheet, [item for item in result["items"] if "place" in item])
    balanced = any("balanced" in item["cells"][0] for item in result["items"])
    blocks += vote.by_sector(sheet, result, sheet.say("scores.minutes.balanced_note") if balanced else "")
    blocks += _parked(sheet, result)
    return Part(tuple(blocks), {"result": result})


def scores_paper(sheet: Sheet, activity: Activity, paper: Any) -> str:
    """Say each item with its answers in the order of the questions, and the role if one was told."""
    result = activity.result or {}
    titles = {item["id"]: item.get("short") or item["title"] for item in result["items"]}
    questions = range(1, len(result["questions"]) + 1)
    said = [sheet.say(f"scores.words.role.{paper['role']}")] if "role" in paper else []
    for id, given in paper.get("answers", {}).items():
        if given == RECUSED:
            answers = sheet.say("scores.words.recused")
        else:
            answers = " / ".join(_given(sheet, result, given.get(str(number))) for number in questions)
        said.append(f"{titles.get(id, '')}: {answers}")
    return " · ".join(said)


def _given(sheet: Sheet, result: dict[str, Any], answer: int | str | None) -> str:
    if answer is None:
        return "–"
    return sheet.say("scores.words.unknown") if answer == UNKNOWN else _answer(sheet, result, answer)


def _asked(sheet: Sheet, activity: Activity) -> str:
    settings = activity.settings
    asked = [sheet.say("scores.minutes.asked", scale=sheet.say(f"scores.words.scale.{settings['scale']}"))]
    asked += [sheet.say(f"scores.minutes.asked_{name}") for name in ("unknown", "roles") if settings[name]]
    if settings["top"] and settings.get("weighed"):
        asked.append(sheet.say("scores.minutes.asked_top", n=settings["top"]))
    return " · ".join(asked)


def _answer(sheet: Sheet, result: dict[str, Any], answer: int | str) -> str:
    return str(answer) if isinstance(answer, int) else sheet.say(f"scores.words.{result['scale']}.{answer}")


def _counts(sheet: Sheet, result: dict[str, Any]) -> Table:
    """Table the answers of a scale without figures; the most frequent ones are strong."""
    answers = SCALES[result["scale"]].answers
    columns = [sheet.say("scores.minutes.item"), *(_answer(sheet, result, answer) for answer in answers)]
    unknown = any(item["cells"][0]["unknown"] for item in result["items"])
    columns += [sheet.say("scores.minutes.unknown")] * unknown
    rows: list[list[Run]] = []
    for item in result["items"]:
        cell = item["cells"][0]
        row: list[Run] = [vote.named(sheet, item)]
        for answer, n in zip(answers, cell["counts"], strict=True):
            row.append(Strong(str(n)) if answer in cell.get("most", ()) else str(n))
        rows.append([*row, *[str(cell["unknown"])] * unknown])
    return Table(sheet.say("scores.minutes.table"), columns, rows, frozenset(range(1, len(columns))))


def _figures(sheet: Sheet, result: dict[str, Any], number: int) -> Table:
    """Table one question: the figure, what is behind it, by sector and by role."""
    cells = [item["cells"][number] for item in result["items"]]
    answers = SCALES[result["scale"]].answers
    shown = {name: any(name in cell for cell in cells) for name in ("middle", "light", "before", "balanced")}
    places = any("place" in item for item in result["items"])
    balanced_places = any("balanced_place" in item for item in result["items"])
    weights = any("weight" in item for item in result["items"])
    unknown = any(cell["unknown"] for cell in cells)
    recused = any(item["recused"] for item in result["items"])
    sectors = [sector for sector in vote.present(result) if any(sector in cell.get("by_sector", {}) for cell in cells)]
    roles = [role for role in ROLES if any(role in cell.get("by_role", {}) for cell in cells)]

    say = sheet.say
    columns = [say("vote.minutes.place")] * places + [
        say("scores.minutes.item"),
        say(f"scores.minutes.{result['figure']}"),
    ]
    columns += [say("scores.minutes.light")] * shown["light"] + [say("scores.minutes.middle")] * shown["middle"]
    columns += [_answer(sheet, result, answer) for answer in answers]
    columns += [say("scores.minutes.n")] + [say("scores.minutes.unknown")] * unknown
    columns += [say("scores.minutes.recused")] * recused
    columns += [say(f"common.sector.{sector}") for sector in sectors] + [
        say(f"scores.words.role.{role}") for role in roles
    ]
    columns += [say("scores.minutes.balanced")] * shown["balanced"]
    columns += [say("scores.minutes.balanced_place")] * balanced_places
    columns += [say("scores.minutes.before")] * shown["before"] + [say("scores.minutes.weight")] * weights
    rows: list[list[Run]] = []
    for item, cell in zip(result["items"], cells, strict=True):
        row: list[Run] = [str(item.get("place", ""))] * places
        row += [vote.named(sheet, item), Strong(cell.get("figure", "–"))]
        row += [say(f"scores.words.light.{cell['light']}") if "light" in cell else ""] * shown["light"]
        row += ["–".join(map(str, cell.get("middle", ())))] * shown["middle"]
        row += [str(n) for n in cell["counts"]]
        row += [str(cell["n"])] + [str(cell["unknown"])] * unknown + [str(item["recused"])] * recused
        row += [cell.get("by_sector", {}).get(sector, "") for sector in sectors]
        row += [cell.get("by_role", {}).get(role, "") for role in roles]
        row += [cell.get("balanced", "")] * shown["balanced"] + [str(item.get("balanced_place", ""))] * balanced_places
        row += [cell.get("before", "")] * shown["before"] + [str(item.get("weight", {}).get("place", ""))] * weights
        rows.append(row)
    text = frozenset({int(places), *([int(places) + 2] * shown["light"])})
    label = say("scores.minutes.table_of", question=result["questions"][number])
    return Table(label, columns, rows, frozenset(range(len(columns))) - text)


def _lists(sheet: Sheet, result: dict[str, Any]) -> Iterable[Block]:
    items = {item["id"]: item for item in result["items"]}
    for name in LISTS:
        if name in result and (result[name] or name != "goes_on"):
            names = sheet.joined((vote.named(sheet, items[id]) for id in result[name]), " · ")
            said = sheet.woven(f"scores.minutes.{name}", names=names or sheet.say("scores.minutes.none"))
            yield Paragraph(strong(said))
    for tie in result.get("ties", ()):
        if tie["by"]:
            level = sheet.joined((vote.named(sheet, items[id]) for id in tie["ids"]), " · ")
            yield Paragraph(sheet.woven("scores.minutes.tie_median", names=level))


def _notes(sheet: Sheet, result: dict[str, Any]) -> Iterable[Block]:
    """Say how to read the figures."""
    keys = {"mean": ("rule_order", "middle_note"), "median": ("middle_note",), "share": ("lights_note",), "counts": ()}
    notes = [sheet.say(f"scores.minutes.{key}") for key in keys[result["figure"]]]
    if "roles" in result:
        told = [f"{sheet.say(f'scores.words.role.{role}')} {n}" for role, n in result["roles"].items()]
        notes.append(sheet.say("scores.minutes.roles", roles=sheet.listed(told)))
    return [Paragraph(note, role="hint") for note in notes]


def _gaps(sheet: Sheet, result: dict[str, Any]) -> Sequence[Block]:
    if not result.get("gaps"):
        return ()
    items = {item["id"]: item for item in result["items"]}
    roles = [role for role in ROLES if role in result["roles"]]
    columns = [sheet.say("scores.minutes.item"), sheet.say("scores.minutes.question"), sheet.say("scores.minutes.gap")]
    columns += [sheet.say(f"scores.words.role.{role}") for role in roles]
    rows: list[list[Run]] = []
    for gap in result["gaps"]:
        by_role = items[gap["id"]]["cells"][gap["question"] - 1]["by_role"]
        row: list[Run] = [
            vote.named(sheet, items[gap["id"]]),
            result["questions"][gap["question"] - 1],
            Strong(gap["gap"]),
        ]
        rows.append([*row, *(by_role.get(role, "") for role in roles)])
    return [Table(sheet.say("scores.minutes.gaps"), columns, rows, frozenset(range(2, len(columns))))]


def _parked(sheet: Sheet, result: dict[str, Any]) -> Sequence[Block]:
    found = [sheet.get(Measure, item["id"]) for item in result["items"]]
    lines = [
        sheet.woven("scores.minutes.parked", title=measure_link(measure), reason=measure.parked)
        for measure in found
        if measure is not None and measure.parked
    ]
    return [Items([Item(line) for line in lines])] if lines else []
