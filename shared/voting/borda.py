"""The Borda count: one point for every option that a ballot puts an option before, half a point for every level one.

A full ballot of n options thus gives n-1, n-2, ... 0 points. On a partial ballot those that are not ranked stand level
behind the ranked ones and share the points that remain equally, so that every ballot gives the same sum, n(n-1)/2
(D. Black, Partial justification of the Borda count, Public Choice 28, 1976; P. Emerson, The original Borda count and
partial voting, Social Choice and Welfare 40, 2013, tells what other variants do to partial ballots).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

Weighed = tuple[Sequence[str], Fraction]


def points(options: Sequence[str], ballots: Iterable[Weighed]) -> dict[str, Fraction]:
    """Sum each option's points over ballots, each (ranked options, best first; weight)."""
    sums = dict.fromkeys(options, Fraction(0))
    for ranked, weight in ballots:
        rest = Fraction(len(options) - 1 - len(ranked), 2)
        for option in options:
            sums[option] += weight * (len(options) - 1 - ranked.index(option) if option in ranked else rest)
    return sums


def spots(options: Sequence[str], ballots: Iterable[Sequence[str]]) -> Mapping[str, list[int]]:
    """Count how often each option was put first, second ...; the last number counts where it was not ranked."""
    counts = {option: [0] * (len(options) + 1) for option in options}
    for ranked in ballots:
        for option in options:
            counts[option][ranked.index(option) if option in ranked else -1] += 1
    return counts
