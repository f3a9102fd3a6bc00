"""The account of a decision, step by step: what was looked at, how many stood behind it, what was left."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from ..sectors import decimal
from .order import Looked
from .shares import Outcome
from .ties import Ties


def by_order(ties: Ties, looked: Iterable[Looked], budget: int) -> list[dict[str, Any]]:
    """Account for taking what fits, best first."""
    steps: list[dict[str, Any]] = []
    before = budget
    for one in looked:
        missing = {"missing": ties.costs[one.id] - before} if one.why else {}
        steps.append({**step(ties, one.id, one.why, one.left, one.tie), **missing})
        before = one.left
    return steps


def by_shares(ties: Ties, outcome: Outcome, budget: int) -> list[dict[str, Any]]:
    """Account for the last run of equal shares; then for what its supporters could not pay."""
    run, left = outcome.final, budget
    steps = []
    for bought in run.bought:
        left -= ties.costs[bought.id]
        strength = Fraction(ties.costs[bought.id]) / bought.price
        price = {"price": decimal(bought.price), "strength": decimal(strength)}
        steps.append({**step(ties, bought.id, "", left, bought.tie), **price})
    rests = [(likes, n * rest) for (likes, n), rest in zip(outcome.blocks, run.rests, strict=True)]
    unpaid = [id for id, n in ties.supporters.items() if n and id not in run.ids]
    for id in sorted(unpaid, key=lambda id: (-ties.supporters[id], *ties.key(id))):
        together = sum((rest for likes, rest in rests if id in likes), Fraction(0))
        missing = {"together": decimal(together), "missing": decimal(ties.costs[id] - together)}
        steps.append({**step(ties, id, "shares", left), **missing})
    return steps


def step(ties: Ties, id: str, why: str, left: int, tie: str = "") -> dict[str, Any]:
    """Account for one measure: "" it is paid, else why not; what was left then; what told it apart from level ones."""
    return {"id": id, "votes": ties.supporters[id], "cost": ties.costs[id], "why": why, "left": left, "tie": tie}
