"""Rate location factors from -3 to +3 and say how many firms each concerns: medians, spread, gaps between sectors.

One scale holds advantages and obstacles. "Don't know" is an answer and not 0: it is left out of n. Spread is the width
of the middle half, between the medians of the lower and the upper half of the answers (Tukey's hinges). The priority
index, importance x |rating|, sorts the list; it never decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from .sectors import decimal, told

LOWEST, HIGHEST = -3, 3
MOST_IMPORTANCE = 3  # 1 some firms | 2 many | 3 nearly all
GAP = 2  # points between two sectors' medians that are worth a talk
LEAST_FOR_GAP = 3  # ratings that each of the two sectors needs
TRENDS = (-1, 0, 1)  # worse, the same, better than three years ago

Answer = Mapping[str, int | None]  # {"rating": None} is "don't know"
Ballot = tuple[Mapping[str, Answer], str | None]


def count(factors: Sequence[str], ballots: Iterable[Ballot], floor: int) -> dict[str, Any]:
    """Count ballots (answers by factor, sector or None) over ``factors``, in the order of the list.

    Items come by priority, highest first; what nobody rated comes last. ``floor`` is the number of ballots that each
    present sector needs, in all and on a factor, before anything is told by sector.
    """
    ballots = list(ballots)
    sectors = told(ballots, floor)
    items = [_item(factor, ballots, floor if sectors else None) for factor in factors]
    rank = {factor: (priority is None, -(priority or 0)) for factor, priority in _priorities(factors, ballots).items()}
    items.sort(key=lambda item: rank[item["id"]])
    result: dict[str, Any] = {
        "rule": "matrix",
        "cast": len(ballots),
        "blank": sum(not any(paper.get(factor) for factor in factors) for paper, _ in ballots),
        "items": items,
    }
    return {**result, "sectors": sectors} if sectors else result


def median(values: Sequence[int]) -> Fraction:
    """Give the exact median of one or more numbers."""
    order = sorted(values)
    half = len(order) // 2
    return Fraction(order[half]) if len(order) % 2 else Fraction(order[half - 1] + order[half], 2)


def spread(values: Sequence[int]) -> Fraction:
    """Give the width of the middle half; the median of an odd number of answers belongs to both halves."""
    order = sorted(values)
    half = (len(order) + 1) // 2
    return median(order[-half:]) - median(order[:half])


def _item(factor: str, ballots: list[Ballot], floor: int | None) -> dict[str, Any]:
    given = [(paper.get(factor) or {}, sector) for paper, sector in ballots]
    rated = [(answer["rating"], sector) for answer, sector in given if answer.get("rating") is not None]
    ratings: list[int] = [rating for rating, _ in rated if rating is not None]
    item: dict[str, Any] = {
        "id": factor,
        "n": len(ratings),
        "unknown": sum("rating" in answer and answer["rating"] is None for answer, _ in given),
    }
    if not ratings:
        return item
    tally = Counter(ratings)
    item |= {
        "median": decimal(median(ratings), 1),
        "spread": decimal(spread(ratings), 1),
        "ratings": [tally[rating] for rating in range(LOWEST, HIGHEST + 1)],
    }
    if weights := _importance(factor, ballots):
        item["importance"] = decimal(median(weights), 1)
        item["priority"] = decimal(median(weights) * abs(median(ratings)))
    item |= _trend(factor, ballots)
    if floor is not None and told(rated, floor):
        item |= _by_sector(rated)
    return item


def _trend(factor: str, ballots: list[Ballot]) -> dict[str, Any]:
    """Tell how often each way was said by those who rate a factor, and the one said most, where one was."""
    given = [paper.get(factor) or {} for paper, _ in ballots]
    said = Counter(answer["trend"] for answer in given if answer.get("rating") is not None and "trend" in answer)
    if not said:
        return {}
    most = [way for way in TRENDS if said[way] == max(said.values())]
    told: dict[str, Any] = {"trends": [said[way] for way in TRENDS]}
    return {**told, "trend": most[0]} if len(most) == 1 else told


def _importance(factor: str, ballots: list[Ballot]) -> list[int]:
    """Take what those say of a factor's importance who rate it; who does not know it cannot weigh it either."""
    given = [paper.get(factor) or {} for paper, _ in ballots]
    known = [answer.get("importance") for answer in given if answer.get("rating") is not None]
    return [weight for weight in known if weight is not None]


def _priorities(factors: Sequence[str], ballots: list[Ballot]) -> dict[str, Fraction | None]:
    found: dict[str, Fraction | None] = {}
    for factor in factors:
        given = [(paper.get(factor) or {}).get("rating") for paper, _ in ballots]
        ratings = [rating for rating in given if rating is not None]
        weights = _importance(factor, ballots)
        found[factor] = median(weights) * abs(median(ratings)) if weights and ratings else None
    return found


def _by_sector(rated: Sequence[tuple[Any, str | None]]) -> dict[str, Any]:
    """Tell each sector's n, median and spread, and the largest gap between two of them."""
    by: dict[str, list[int]] = {}
    for rating, sector in rated:
        if sector is not None:
            by.setdefault(sector, []).append(rating)
    shown: dict[str, Any] = {
        "by_sector": {
            sector: {
                "n": len(by[sector]),
                "median": decimal(median(by[sector]), 1),
                "spread": decimal(spread(by[sector]), 1),
            }
            for sector in sorted(by)
        }
    }
    medians = {sector: median(ratings) for sector, ratings in sorted(by.items()) if len(ratings) >= LEAST_FOR_GAP}
    if len(medians) >= 2:
        low, high = (pick(medians, key=lambda sector: medians[sector]) for pick in (min, max))
        gap = medians[high] - medians[low]
        shown |= {"gap": decimal(gap, 1), "flag": gap >= GAP}
        if gap:
            shown["between"] = [low, high]
    return shown
