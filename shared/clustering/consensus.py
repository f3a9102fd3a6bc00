"""Find the groups that several people's own sorts have in common: cards that most of those who saw both put together.

How often two cards lie in one pile is their likeness (Rosenberg and Kim 1975: the method of sorting), counted over the
people who had both. Groups grow by its mean between their cards, average linkage, while at least half agree. All that
is level grows together at once, so neither the order of people and cards nor their names decide anything; where level
ones cannot all go together, they stay apart.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import lcm

HALF = Fraction(1, 2)  # of those who saw both; below it more people part two cards than join them
FEWEST_PEOPLE = 3  # with two, one alone would decide what is half

Sort = Sequence[Sequence[str]]  # one person's piles
Pair = tuple[str, str]


@dataclass(frozen=True)
class Agreed:
    """Cards that belong together, the most central first; ``agreement`` is their mean co-occurrence."""

    ids: tuple[str, ...]
    agreement: Fraction


def consensus(sorts: Iterable[Sort]) -> list[Agreed]:
    """Give the groups of two or more cards that the sorts agree on, the largest first, of equals the most agreed."""
    near = co_occurrence(sorts)
    found = [Agreed(_central(members, near), _mean(members, near)) for members in _Growing(near).grown()]
    return sorted(found, key=lambda group: (-len(group.ids), -group.agreement, sorted(group.ids)))


def agreement(sorts: Iterable[Sort], cards: Iterable[str]) -> Fraction | None:
    """Give the mean co-occurrence of some cards, None where nobody had two of them."""
    near = co_occurrence(sorts)
    members = sorted(set(cards))
    return _mean(members, near) if any(pair in near for pair in combinations(members, 2)) else None


def co_occurrence(sorts: Iterable[Sort]) -> dict[Pair, Fraction]:
    """Say of each two cards which part of those who had both put them together; pairs that nobody had are left out."""
    seen, together = Counter[Pair](), Counter[Pair]()
    for piles in sorts:
        pile_of = {card: number for number, pile in enumerate(piles) for card in pile}
        for one, other in combinations(sorted(pile_of), 2):
            seen[one, other] += 1
            together[one, other] += pile_of[one] == pile_of[other]
    return {pair: Fraction(together[pair], n) for pair, n in seen.items()}


def _mean(members: Sequence[str], near: dict[Pair, Fraction]) -> Fraction:
    known = [near[pair] for pair in combinations(sorted(members), 2) if pair in near]
    return sum(known, Fraction(0)) / len(known)


def _central(members: Sequence[str], near: dict[Pair, Fraction]) -> tuple[str, ...]:
    """Order cards by how often they lie with the others."""
    lies: dict[str, Fraction] = dict.fromkeys(members, Fraction(0))
    for one, other in combinations(sorted(members), 2):
        lies[one] += near.get((one, other), 0)
        lies[other] += near.get((one, other), 0)
    return tuple(sorted(members, key=lambda card: (-lies[card], card)))


class _Growing:
    """Groups that grow together; between any two of them the sum of co-occurrences, in whole parts, and its pairs."""

    def __init__(self, near: dict[Pair, Fraction]) -> None:
        cards = sorted({card for pair in near for card in pair})
        number = {card: i for i, card in enumerate(cards)}
        self._members = {i: [card] for i, card in enumerate(cards)}
        self._parts = lcm(*(likeness.denominator for likeness in near.values()))
        self._rows: dict[int, dict[int, tuple[int, int]]] = {i: {} for i in self._members}
        self._level: dict[Fraction, set[tuple[int, int]]] = defaultdict(set)  # pairs of groups, by their mean
        self._highest: list[Fraction] = []  # the negatives of the means, as a heap
        for (one, other), likeness in near.items():
            self._link(number[one], number[other], (int(likeness * self._parts), 1))

    def grown(self) -> list[list[str]]:
        while self._highest:
            pairs = self._level.pop(-heapq.heappop(self._highest), ())  # of a level that was left, none
            for group in _connected(pairs):
                between = [self._rows[a][b] for a, b in combinations(sorted(group), 2) if b in self._rows[a]]
                if self._share(sum(s for s, _ in between), sum(n for _, n in between)) >= HALF:
                    self._join(sorted(group))
        return [sorted(cards) for cards in self._members.values() if len(cards) > 1]

    def _share(self, parts: int, pairs: int) -> Fraction:
        return Fraction(parts, pairs * self._parts)

    def _link(self, a: int, b: int, between: tuple[int, int]) -> None:
        self._rows[a][b] = self._rows[b][a] = between
        mean = self._share(*between)
        if mean >= HALF:
            if not self._level[mean]:
                heapq.heappush(self._highest, -mean)
            self._level[mean].add((min(a, b), max(a, b)))

    def _unlink(self, a: int, b: int) -> tuple[int, int]:
        between = self._rows[a].pop(b)
        del self._rows[b][a]
        level = self._level.get(self._share(*between))
        if level is not None:
            level.discard((min(a, b), max(a, b)))
        return between

    def _join(self, group: Sequence[int]) -> None:
        """Let the first of the groups stand for all of them."""
        kept = group[0]
        sums: dict[int, tuple[int, int]] = {}
        for one in group:
            for other in list(self._rows[one]):
                parts, pairs = self._unlink(one, other)
                if other not in group:
                    had = sums.get(other, (0, 0))
                    sums[other] = (had[0] + parts, had[1] + pairs)
        for gone in group[1:]:
            self._members[kept] += self._members.pop(gone)
            del self._rows[gone]
        for other, between in sums.items():
            self._link(kept, other, between)


def _connected(pairs: Iterable[tuple[int, int]]) -> list[set[int]]:
    """Collect what hangs together by pairs."""
    of: dict[int, set[int]] = {}
    for a, b in pairs:
        joined = of.get(a, {a}) | of.get(b, {b})
        for one in joined:
            of[one] = joined
    return list({id(group): group for group in of.values()}.values())
