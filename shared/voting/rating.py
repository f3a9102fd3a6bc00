"""Rate measures on nine weighted criteria, scored 0 to 5: means, total of 100, minimums, spread, order, reasons.

total = sum of weight x mean score / 5. A measure counts on a paper only where all nine criteria are answered; whoever
has an interest in it stands aside, which makes the divisor smaller. Exact integers and fractions throughout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from .lot import drawn
from .sectors import decimal, levels, mean, told

CRITERIA = tuple(f"C{n}" for n in range(1, 10))
EFFECT, FEASIBLE = CRITERIA[:4], CRITERIA[4:]  # the two axes of the picture
HIGHEST = 5
SPREAD = 3  # points between the highest and the lowest score of a criterion that are worth a talk
APART = 10  # points of 100 by which a sector stands apart from every other
LEVEL = Fraction(1, 2)  # totals that differ by less are level
RECUSED = "recused"
REASONS = "reasons"  # beside the criteria of a sheet: a line of text by criterion
LOW, HIGH = (0, 1), (HIGHEST,)  # scores for which a reason is asked

Scores = Mapping[str, Any]  # whole numbers by criterion; under REASONS the lines
Ballot = tuple[Mapping[str, Scores | str], str | None]
Counted = list[tuple[Scores, str | None]]


@dataclass(frozen=True)
class Rules:
    """What is fixed before anybody scores. ``asked`` are the sums asked, where known; ``lot`` decides last of all."""

    weights: Mapping[str, int]
    minimums: Mapping[str, int]
    line: int
    asked: Mapping[str, int]
    lot: int


def count(options: Sequence[str], ballots: Iterable[Ballot], rules: Rules, floor: int) -> dict[str, Any]:
    """Count ballots (scores by measure and criterion, sector or None) over ``options``, in board order.

    Measures that stand come first, in their order; then the refused ones, by total. ``floor`` is the number of ballots
    that each present sector needs, in all and on a measure, before anything is told by sector.
    """
    ballots = list(ballots)
    sectors = told(ballots, floor)
    items = {option: _item(option, ballots, rules, floor if sectors else None) for option in options}
    totals = totals_on(options, ballots, rules.weights)
    seconds = {id: _means(_counted(id, ballots)[0])["C2"] for id in totals}
    standing = {id: total for id, total in totals.items() if items[id]["verdict"] == "stands"}
    ties: list[dict[str, Any]] = []
    order: list[str] = []
    for group in _groups(standing):
        keys = {id: (id not in rules.asked, rules.asked.get(id, 0), -seconds[id], drawn(rules.lot, id)) for id in group}
        group.sort(key=keys.__getitem__)
        order += group
        if len(group) > 1:
            ties.append({"ids": list(group), "by": _decided(keys, group)})
    for place, id in enumerate(order, start=1):
        items[id]["place"] = place
    refused = sorted((id for id in totals if id not in standing), key=lambda id: -totals[id])
    result = {**_frame("rating", options, ballots), "ties": ties, "order_differs": False}
    if sectors:
        result["sectors"] = sectors
        shown = [id for id in standing if "balanced" in items[id]]
        balanced = {id: _balanced(_counted(id, ballots)[0], rules.weights) for id in shown}
        result["order_differs"] = len(balanced) == len(standing) > 0 and levels(balanced) != levels(standing)
    result["items"] = [items[id] for id in [*order, *refused, *(o for o in options if o not in totals)]]
    return result


def spread(options: Sequence[str], ballots: Iterable[Ballot]) -> dict[str, Any]:
    """Tell of a first round only what the talk needs: where scores of a measure lie far apart, and why."""
    ballots = list(ballots)
    items = [_of_the_flags(_spread_of(option, ballots)) for option in options]
    return {**_frame("rating", options, ballots), "items": items}


def earlier(options: Sequence[str], ballots: Iterable[Ballot], weights: Mapping[str, int]) -> dict[str, dict[str, Any]]:
    """Tell a first round in full, by measure, for the result of the second; what nobody rated is not there."""
    ballots = list(ballots)
    return {
        id: {
            **_spread_of(id, ballots),
            "total": decimal(total),
            "means": _written(_means(_counted(id, ballots)[0])),
            "exact": str(total),
        }
        for id, total in totals_on(options, ballots, weights).items()
    }


def totals_on(options: Sequence[str], ballots: Iterable[Ballot], weights: Mapping[str, int]) -> dict[str, Fraction]:
    """Give the exact total of each measure that at least one paper rates in full."""
    ballots = list(ballots)
    found = {option: _counted(option, ballots)[0] for option in options}
    return {id: total_of(_means(counted), weights) for id, counted in found.items() if counted}


def total_of(means: Mapping[str, Fraction], weights: Mapping[str, int]) -> Fraction:
    """Weigh the means of the criteria to a total of 100."""
    return sum((weights[c] * means[c] for c in CRITERIA), Fraction(0)) / HIGHEST


def axis(means: Mapping[str, Fraction], weights: Mapping[str, int], criteria: Sequence[str]) -> Fraction:
    """Weigh some of the criteria by themselves, to 100."""
    weight = sum(weights[c] for c in criteria)
    reached = sum((weights[c] * means[c] for c in criteria), Fraction(0))
    return 100 * reached / (HIGHEST * weight) if weight else Fraction(0)


def _item(id: str, ballots: list[Ballot], rules: Rules, floor: int | None) -> dict[str, Any]:
    item = _spread_of(id, ballots)
    counted = _counted(id, ballots)[0]
    if not counted:
        return {**item, "verdict": "unrated"}
    means = _means(counted)
    total = total_of(means, rules.weights)
    below = [c for c in CRITERIA if means[c] < rules.minimums[c]]
    item |= {
        "total": decimal(total),
        "exact": str(total),
        "means": _written(means),
        "below": below,
        "verdict": "minimum" if below else "line" if total < rules.line else "stands",
        "effect": decimal(axis(means, rules.weights, EFFECT)),
        "feasible": decimal(axis(means, rules.weights, FEASIBLE)),
    }
    if floor is not None and told(counted, floor):
        by_sector = _by_sector(counted, rules.weights)
        item["by_sector"] = {sector: decimal(value) for sector, value in by_sector.items()}
        item["balanced"] = decimal(mean(list(by_sector.values())))
        item["apart"] = [sector for sector in by_sector if _apart(by_sector, sector)]
    return item


def _frame(rule: str, options: Sequence[str], ballots: list[Ballot]) -> dict[str, Any]:
    blank = sum(not any(paper.get(option) for option in options) for paper, _ in ballots)
    return {"rule": rule, "cast": len(ballots), "blank": blank}


def _spread_of(id: str, ballots: list[Ballot]) -> dict[str, Any]:
    counted, recused = _counted(id, ballots)
    ranges = {c: _range([scores[c] for scores, _ in counted]) for c in CRITERIA}
    told = {"id": id, "n": len(counted), "recused": recused, "flags": [c for c in CRITERIA if ranges[c] >= SPREAD]}
    reasons = _reasons([scores for scores, _ in counted])
    return {**told, REASONS: reasons} if reasons else told


def _of_the_flags(item: dict[str, Any]) -> dict[str, Any]:
    """Keep only the reasons on criteria where scores lie far apart."""
    reasons = [one for one in item.pop(REASONS, []) if one["c"] in item["flags"]]
    return {**item, REASONS: reasons} if reasons else item


def _reasons(sheets: Sequence[Scores]) -> list[dict[str, Any]]:
    """Gather by criterion why it was scored low or high, in the order of the alphabet: nobody sees who wrote what."""
    found = [{"c": c, "low": _lines(sheets, c, LOW), "high": _lines(sheets, c, HIGH)} for c in CRITERIA]
    return [reasons for reasons in found if reasons["low"] or reasons["high"]]


def _lines(sheets: Sequence[Scores], criterion: str, scores: Sequence[int]) -> list[str]:
    lines = [sheet.get(REASONS, {}).get(criterion) for sheet in sheets if sheet[criterion] in scores]
    return sorted(line for line in lines if line)


def _range(scores: Sequence[int]) -> int:
    return max(scores) - min(scores) if scores else 0


def _counted(id: str, ballots: list[Ballot]) -> tuple[Counted, int]:
    """Take the papers that rate a measure in full, and the number of those that stand aside."""
    given = [(paper.get(id), sector) for paper, sector in ballots]
    full = [(scores, s) for scores, s in given if isinstance(scores, Mapping) and all(c in scores for c in CRITERIA)]
    return full, sum(scores == RECUSED for scores, _ in given)


def _means(counted: Counted) -> dict[str, Fraction]:
    return {c: mean([scores[c] for scores, _ in counted]) for c in CRITERIA}


def _written(means: Mapping[str, Fraction]) -> dict[str, str]:
    return {c: decimal(value) for c, value in means.items()}


def _by_sector(counted: Counted, weights: Mapping[str, int]) -> dict[str, Fraction]:
    present = sorted({sector for _, sector in counted if sector is not None})
    return {one: total_of(_means([(s, sector) for s, sector in counted if sector == one]), weights) for one in present}


def _balanced(counted: Counted, weights: Mapping[str, int]) -> Fraction:
    return mean(list(_by_sector(counted, weights).values()))


def _apart(by_sector: Mapping[str, Fraction], one: str) -> bool:
    others = [value for sector, value in by_sector.items() if sector != one]
    return bool(others) and all(abs(by_sector[one] - value) >= APART for value in others)


def _groups(totals: Mapping[str, Fraction]) -> list[list[str]]:
    """Put together what is level with the highest that is left, group by group."""
    groups: list[list[str]] = []
    for id in sorted(totals, key=lambda id: (-totals[id], id)):
        if groups and totals[groups[-1][0]] - totals[id] < LEVEL:
            groups[-1].append(id)
        else:
            groups.append([id])
    return groups


def _decided(keys: Mapping[str, tuple[Any, ...]], group: Sequence[str]) -> str:
    """Say how far the rule for level measures had to go: to the sum asked, to C2, or to the lot."""
    pairs = list(pairwise(group))
    if any(keys[a][:3] == keys[b][:3] for a, b in pairs):
        return "lot"
    return "C2" if any(keys[a][:2] == keys[b][:2] for a, b in pairs) else "asked"
