"""One measure after the other, the best first: what fits in the money is in, what does not is skipped."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from .ties import Ties

Score = int | Fraction


@dataclass(frozen=True)
class Looked:
    """One measure when its turn came: was it taken, or why not, and what was left then."""

    id: str
    why: str  # "" taken | "too_dear"
    left: int
    tie: str


def in_order(
    ties: Ties, scores: Mapping[str, Score | None], budget: int, taken: Collection[str] = ()
) -> Iterator[Looked]:
    """Go through the measures by score, highest first, and take what fits.

    None is the score of a measure that may not be chosen at all; it has no turn, nor has one without any score. What is
    ``taken`` already has no turn either.
    """
    standing = {id: score for id, score in scores.items() if score and id not in taken}
    left = budget
    order = sorted(standing, key=lambda id: (-standing[id], *ties.key(id)))
    for at, id in enumerate(order):
        level = [other for other in order[at:] if standing[other] == standing[id]]
        fits = ties.costs[id] <= left
        left -= ties.costs[id] if fits else 0
        yield Looked(id, "" if fits else "too_dear", left, ties.reason(level))
