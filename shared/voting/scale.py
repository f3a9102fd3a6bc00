"""Count answers on a scale of whole numbers: how many a step, the median, the mean, the spread; by sector. Exact.

Who does not know is counted by itself and has no part in n. Balanced is the mean of the sectors' means, so that each
sector weighs the same whatever its number. Answers lie apart where the middle half of them reaches over half of the
scale or more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .sectors import decimal, mean, told
from .spread import hinges, middles

Paper = Mapping[str, int | None]
Ballot = tuple[Paper, str | None]
Counted = list[tuple[int, str | None]]


def count(steps: range, ballots: Iterable[Ballot], floor: int) -> dict[str, Any]:
    """Count ballots ({"value": a step, or None for "I do not know"} or {}, sector or None) on ``steps``.

    ``floor`` is the number of ballots that each present sector needs, in all and among those with a value, before
    anything is told by sector.
    """
    ballots = list(ballots)
    counted = [(value, sector) for paper, sector in ballots if (value := paper.get("value")) is not None]
    sectors = told(counted, floor) if told(ballots, floor) else None
    return {
        "rule": "scale",
        "cast": len(ballots),
        "blank": sum("value" not in paper for paper, _ in ballots),
        "unsure": sum(paper.get("value", 0) is None for paper, _ in ballots),
        "n": len(counted),
        "steps": [_step(step, counted, sectors) for step in steps],
        **figures([value for value, _ in counted], steps),
        **(_by_sector(counted, sectors) if sectors else {}),
    }


def figures(values: Sequence[int], steps: range) -> dict[str, Any]:
    """Tell the middle and the spread of the values; nothing where there are none.

    ``median`` holds the lower and the upper one. ``mean`` has one decimal, ``exact`` is the fraction itself.
    """
    if not values:
        return {}
    low, high = hinges(values)
    return {
        "median": list(middles(values)),
        "mean": decimal(mean(values), 1),
        "exact": str(mean(values)),
        "least": min(values),
        "most": max(values),
        "half": [decimal(low, 1), decimal(high, 1)],
        "divided": 2 * (high - low) >= steps[-1] - steps[0],
    }


def _step(step: int, counted: Counted, sectors: Mapping[str, int] | None) -> dict[str, Any]:
    given = [sector for value, sector in counted if value == step]
    parts = {"by_sector": {sector: given.count(sector) for sector in sectors}} if sectors else {}
    return {"value": step, "n": len(given), **parts}


def _by_sector(counted: Counted, sectors: Mapping[str, int]) -> dict[str, Any]:
    means = {one: mean([value for value, sector in counted if sector == one]) for one in sectors}
    balanced = {"balanced": decimal(mean(list(means.values())), 1)} if len(means) > 1 else {}
    return {"sectors": dict(sectors), "by_sector": {one: decimal(value, 1) for one, value in means.items()}, **balanced}
