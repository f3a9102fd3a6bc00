"""Decide what a budget pays for, by one of three rules, and account for every step so that all can follow it.

"most" goes by the number of supporters, "score" by points or marks; both take what fits, best first. "equal_shares" is
the Method of Equal Shares. All three are counted, so that people see what the choice of the rule decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from ..sectors import decimal, places, told
from .account import by_order, by_shares, step
from .order import Score, in_order
from .shares import equal_shares
from .ties import Ties

RULES = ("most", "score", "equal_shares")
Ballot = tuple[Mapping[str, int], str | None]


@dataclass(frozen=True)
class Fund:
    """What was agreed before the vote: money, costs in board order, the rule, how equal shares end, the lot."""

    budget: int
    costs: Mapping[str, int]
    rule: str
    completion: str = "raise"  # "raise" | "raise_most": then by supporters | "none"
    lot: int = 0


@dataclass
class _Found:
    """What one rule comes to."""

    steps: list[dict[str, Any]]
    chosen: list[str]
    more: dict[str, Any] = field(default_factory=dict)


def count(
    fund: Fund, ballots: Sequence[Ballot], floor: int, scores: Mapping[str, Score | None] | None = None
) -> dict[str, Any]:
    """Count ballots, each (points by measure, sector or None), where a point or more is support.

    ``scores`` are those of an earlier rating (None: may not be chosen); without them a measure's score is its points.
    ``floor`` is the number of ballots that each present sector needs before anything is told by sector.
    """
    kept = [({id: n for id, n in paper.items() if id in fund.costs and n > 0}, sector) for paper, sector in ballots]
    support = Counter(id for paper, _ in kept for id in paper)
    points = Counter[str]()
    for paper, _ in kept:
        points.update(paper)
    supporters = {id: support[id] for id in fund.costs}
    ties = Ties(fund.costs, supporters, fund.lot)
    marks: Mapping[str, Score | None] = {id: points[id] for id in fund.costs} if scores is None else scores
    found = {
        "most": _by_order(ties, supporters, fund.budget),
        "score": _by_order(ties, marks, fund.budget),
        "equal_shares": _by_shares(ties, [set(paper) for paper, _ in kept], fund),
    }
    voters = told(kept, floor)
    this = found[fund.rule]
    deciding = marks if fund.rule == "score" else supporters
    items = _items(ties, deciding, marks, scores is not None)
    if voters:
        for item in items:
            item["by_sector"] = {s: sum(item["id"] in paper for paper, of in kept if of == s) for s in voters}
    return {
        "rule": "fund",
        "by": fund.rule,
        "budget": fund.budget,
        "cast": len(kept),
        "blank": sum(not paper for paper, _ in kept),
        "order_differs": False,
        "lot": fund.lot,
        **({"sectors": voters} if voters else {}),
        "items": items,
        **_sums(fund, this.chosen),
        "reserve": _reserve(ties, deciding, this.chosen),
        "steps": this.steps + _without_turn(ties, marks, this, fund),
        **this.more,
        "compare": [
            {"rule": rule, **_sums(fund, found[rule].chosen), **_credit(items, voters, found[rule].chosen)}
            for rule in RULES
        ],
    }


def _items(
    ties: Ties, deciding: Mapping[str, Score | None], marks: Mapping[str, Score | None], rated: bool
) -> list[dict[str, Any]]:
    """List the measures by what decides, best first, level ones in the order of the ties."""
    ranks = places({id: deciding[id] or 0 for id in ties.costs})
    return [
        {
            "id": id,
            "place": ranks[id],
            "cost": ties.costs[id],
            "votes": ties.supporters[id],
            "score": decimal(marks[id] or 0) if rated else marks[id],
        }
        for id in sorted(ties.costs, key=lambda id: (ranks[id], *ties.key(id)))
    ]


def _by_order(ties: Ties, scores: Mapping[str, Score | None], budget: int) -> _Found:
    looked = list(in_order(ties, scores, budget))
    return _Found(by_order(ties, looked, budget), [one.id for one in looked if not one.why])


def _by_shares(ties: Ties, ballots: Sequence[set[str]], fund: Fund) -> _Found:
    outcome = equal_shares(ties, ballots, fund.budget, fund.completion != "none")
    steps = by_shares(ties, outcome, fund.budget)
    chosen = outcome.final.ids
    if fund.completion == "raise_most":
        left = fund.budget - sum(fund.costs[id] for id in chosen)
        looked = list(in_order(ties, ties.supporters, left, chosen))
        steps = [one for one in steps if not one["why"]] + by_order(ties, looked, left)
        chosen = chosen + [one.id for one in looked if not one.why]
    share = {
        "plain": decimal(outcome.plain.share),
        "final": decimal(outcome.final.share),
        "raised": outcome.raised,
        "step": outcome.step,
        "voters": sum(n for _, n in outcome.blocks),
        **{f"plain_{name}": value for name, value in _sums(fund, outcome.plain.ids).items() if name != "left"},
    }
    return _Found(steps, chosen, {"share": share, "completion": fund.completion})


def _without_turn(ties: Ties, marks: Mapping[str, Score | None], found: _Found, fund: Fund) -> list[dict[str, Any]]:
    """Account for what had no turn: what may not be chosen, and what nobody stands behind."""
    seen = {one["id"] for one in found.steps}
    left = fund.budget - sum(fund.costs[id] for id in found.chosen)
    return [
        step(ties, id, "barred" if fund.rule == "score" and marks[id] is None else "no_support", left)
        for id in fund.costs
        if id not in seen
    ]


def _sums(fund: Fund, chosen: Sequence[str]) -> dict[str, Any]:
    spent = sum(fund.costs[id] for id in chosen)
    return {"chosen": list(chosen), "spent": spent, "left": fund.budget - spent}


def _reserve(ties: Ties, scores: Mapping[str, Score | None], chosen: Sequence[str]) -> list[str]:
    """List what comes next if there is more money: what anybody supports, best first."""
    waiting = {id: score for id, score in scores.items() if score and id not in chosen}
    return sorted(waiting, key=lambda id: (-waiting[id], *ties.key(id)))


def _credit(
    items: Sequence[Mapping[str, Any]], voters: Mapping[str, int] | None, chosen: Sequence[str]
) -> dict[str, dict[str, int]]:
    """Tell whose wishes the money follows, by sector: each cost split evenly over those who support the measure."""
    if not voters:
        return {}
    credit = dict.fromkeys(voters, Fraction(0))
    for item in items:
        if item["id"] in chosen and item["votes"]:
            for sector, n in item["by_sector"].items():
                credit[sector] += Fraction(item["cost"] * n, item["votes"])
    return {"credit": {sector: int(decimal(money, 0)) for sector, money in credit.items()}}
