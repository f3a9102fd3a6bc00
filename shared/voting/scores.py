"""Count scores: several items, each answered on one or several questions on one declared scale. Exact throughout.

What a cell (one item, one question) comes to depends on the scale: the median (reach, agreement), the mean (stars), the
share of yes (lights) or the bare counts (future). "Don't know" is told, and left out of every figure. Rating each item
by itself keeps similar ones from splitting each other's votes (F. Simmons on range voting, 2006).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .sectors import decimal, levels, mean, percent, places, told

Answer = int | str
Paper = Mapping[str, Any]  # {"role"?, "answers"?: {item: {"1": answer, ...} or "recused"}}
Ballot = tuple[Paper, str | None]
One = tuple[Answer, str | None, str]  # answer, sector, role
Given = list[One]

UNKNOWN = "unknown"
RECUSED = "recused"
ROLES = ("implementer", "user", "other")
GREEN, YELLOW = Fraction(7, 10), Fraction(4, 10)  # shares of yes from which a light has this colour
REACHED = 3  # the median from which local people can move something
MOST_GAPS = 3


@dataclass(frozen=True)
class Scale:
    """What may be answered, lowest or first answer first, and by which figure the answers are told."""

    answers: tuple[Answer, ...]
    figure: str  # "median" | "mean" | "share" | "counts"


SCALES: Mapping[str, Scale] = {
    "reach": Scale((1, 2, 3, 4), "median"),
    "lights": Scale(("yes", "unsure", "no"), "share"),
    "stars": Scale((0, 1, 2, 3, 4, 5), "mean"),
    "agreement": Scale((1, 2, 3, 4, 5), "median"),
    "future": Scale(("go_on", "change", "grow", "hand_over", "stop"), "counts"),
}


def count(
    options: Sequence[str], ballots: Iterable[Ballot], name: str, questions: int, floor: int, goes_on: int = 0
) -> dict[str, Any]:
    """Count ballots over ``options``, in board order, on so many ``questions`` of the scale called ``name``.

    ``floor`` is the number of answers that a role, and each present sector, needs in a cell before it is told there.
    With stars, items come by their place, and those up to place ``goes_on`` go on: level ones together.
    """
    ballots = [(paper, sector) for paper, sector in ballots]
    scale = SCALES[name]
    keys = [str(n) for n in range(1, questions + 1)]
    items: list[dict[str, Any]] = [
        {
            "id": option,
            "recused": sum(_answers(paper).get(option) == RECUSED for paper, _ in ballots),
            "cells": [_cell(_given(ballots, option, key), scale, floor) for key in keys],
        }
        for option in options
    ]
    result: dict[str, Any] = {
        "rule": "scores",
        "scale": name,
        "figure": scale.figure,
        "cast": len(ballots),
        "blank": sum(not any(_answers(paper).get(option) for option in options) for paper, _ in ballots),
        "order_differs": False,
        "items": items,
    }
    voters = told(ballots, floor)
    if voters:
        result["sectors"] = voters
    roles = {role: sum(paper.get("role") == role for paper, _ in ballots) for role in ROLES}
    if any(n >= floor for n in roles.values()):
        result["roles"] = {role: n for role, n in roles.items() if n >= floor}
        result["gaps"] = gaps(items)
    if scale.figure == "mean":
        result |= _order(items, {item["id"]: _known(_given(ballots, item["id"], "1")) for item in items}, goes_on)
    elif name == "reach":
        medians = {item["id"]: Fraction(item["cells"][0]["exact"]) for item in items if item["cells"][0]["n"]}
        result["work"] = [id for id, median in medians.items() if median >= REACHED]
        result["advocacy"] = [id for id, median in medians.items() if median < REACHED]
    return result


def figure_of(values: Sequence[Answer], scale: Scale) -> Fraction:
    """Give the exact figure of one or more answers; of nominal ones there is none."""
    if scale.figure == "share":
        return Fraction(sum(value == scale.answers[0] for value in values), len(values))
    numbers = sorted(int(value) for value in values)
    return mean(numbers) if scale.figure == "mean" else median(numbers)


def median(numbers: Sequence[int]) -> Fraction:
    """Give the median of one or more sorted whole numbers; of an even count the mean of the two in the middle."""
    low, high = numbers[(len(numbers) - 1) // 2], numbers[len(numbers) // 2]
    return Fraction(low + high, 2)


def light(share: Fraction) -> str:
    """Say which light a share of yes is; the colour decides nothing by itself."""
    return "green" if share >= GREEN else "yellow" if share >= YELLOW else "red"


def gaps(items: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Find the three largest gaps between the roles' medians, with all that are level with the third."""
    found = []
    for item in items:
        for number, cell in enumerate(item["cells"], start=1):
            by_role = {role: Fraction(value) for role, value in cell.get("by_role", {}).items()}
            gap = max(by_role.values()) - min(by_role.values()) if by_role else Fraction(0)
            if gap:
                found.append((gap, {"id": item["id"], "question": number, "gap": decimal(gap, 1)}))
    widest = sorted((gap for gap, _ in found), reverse=True)[:MOST_GAPS]
    return [one for gap, one in sorted(found, key=lambda pair: -pair[0]) if gap >= widest[-1]]


def _answers(paper: Paper) -> Mapping[str, Any]:
    answers: Mapping[str, Any] = paper.get("answers", {})
    return answers


def _given(ballots: Iterable[Ballot], option: str, key: str) -> Given:
    """Take what was answered in one cell; who stands aside from the item has not answered."""
    found: Given = []
    for paper, sector in ballots:
        scored = _answers(paper).get(option)
        if isinstance(scored, Mapping) and key in scored:
            found.append((scored[key], sector, paper.get("role", "")))
    return found


def _known(given: Given) -> Given:
    return [one for one in given if one[0] != UNKNOWN]


def _cell(given: Given, scale: Scale, floor: int) -> dict[str, Any]:
    known = _known(given)
    values = [answer for answer, _, _ in known]
    cell: dict[str, Any] = {
        "n": len(known),
        "unknown": len(given) - len(known),
        "counts": [values.count(answer) for answer in scale.answers],
    }
    if not known:
        return cell
    if scale.figure == "counts":
        return {**cell, "most": [a for a in scale.answers if values.count(a) == max(cell["counts"])]}
    figure = figure_of(values, scale)
    cell |= {"figure": written(figure, scale), "exact": str(figure)}
    if scale.figure == "share":
        cell["light"] = light(figure)
    else:
        low, high = middle(sorted(int(value) for value in values))
        span = int(scale.answers[-1]) - int(scale.answers[0])
        cell |= {"middle": [low, high], "far_apart": 2 * (high - low) > span}
    if told([(answer, sector) for answer, sector, _ in known], floor):
        by_sector = _by(known, scale, lambda one: one[1])
        cell["by_sector"] = {sector: written(value, scale) for sector, value in by_sector.items()}
        if scale.figure == "mean" and len(by_sector) > 1:
            cell["balanced"] = decimal(_balanced(known))
    if scale.figure == "median":
        # A median cannot be worked out from those of the others: a role that is too small is left out by itself.
        enough = [one for one in known if one[2] and sum(other[2] == one[2] for other in known) >= floor]
        if enough:
            by_role = _by(enough, scale, lambda one: one[2])
            cell["by_role"] = {role: written(by_role[role], scale) for role in ROLES if role in by_role}
    return cell


def _by(known: Given, scale: Scale, key: Callable[[One], str | None]) -> dict[str, Fraction]:
    """Give the figure of each group of answers by themselves, by the groups' names."""
    names = sorted({name for name in map(key, known) if name})
    return {name: figure_of([one[0] for one in known if key(one) == name], scale) for name in names}


def written(figure: Fraction, scale: Scale) -> str:
    """Write a figure: medians with one decimal (they are halves), means and percentages with two."""
    if scale.figure == "share":
        return percent(figure)
    return decimal(figure, 1 if scale.figure == "median" else 2)


def middle(numbers: Sequence[int]) -> tuple[int, int]:
    """Give the answers between which the middle half lies: a quarter of them is left out at either end."""
    out = len(numbers) // 4
    return numbers[out], numbers[-1 - out]


def _order(items: list[dict[str, Any]], known: Mapping[str, Given], goes_on: int) -> dict[str, Any]:
    """Put items in order by their mean, level ones by their median; what is level still shares its place."""
    means = {item["id"]: Fraction(item["cells"][0]["exact"]) for item in items if item["cells"][0]["n"]}
    keys = {id: (exact, median(sorted(int(answer) for answer, _, _ in known[id]))) for id, exact in means.items()}
    place = places(keys)
    for item in items:
        if item["id"] in place:
            item["place"] = place[item["id"]]
    last = len(items) + 1
    items.sort(key=lambda item: item.get("place", last))
    level = [[item["id"] for item in items if item["id"] in group] for group in levels(means) if len(group) > 1]
    order: dict[str, Any] = {
        "ties": [{"ids": ids, "by": "median" if len({keys[id] for id in ids}) == len(ids) else ""} for ids in level],
        "goes_on": [item["id"] for item in items if "place" in item and item["place"] <= goes_on],
    }
    balanced = {id: _balanced(known[id]) for id in means}
    if means and all("balanced" in item["cells"][0] for item in items if item["id"] in means):
        balanced_place = places(balanced)
        for item in items:
            if item["id"] in balanced:
                item["balanced_place"] = balanced_place[item["id"]]
        order["order_differs"] = levels(keys) != levels(balanced)
    return order


def _balanced(known: Given) -> Fraction:
    """Weigh the sectors the same: the mean of their means."""
    sectors = _by(known, SCALES["stars"], lambda one: one[1]).values()
    return mean(list(sectors)) if sectors else Fraction(0)
