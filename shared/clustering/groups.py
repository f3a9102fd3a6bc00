"""Suggest groups: cards that share telling words or speak of one matter, each group with a title from its own cards.

Groups grow from pairs by the mean likeness between their cards, so that one bridging card does not draw two themes
together. What is like nothing stays out; a wrong suggestion costs a facilitator more than a missing one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .likeness import Likes, Text, Unit, likenesses, units_of, vectors
from .titles import title

LEAST_ALIKE = 0.12  # mean likeness at which groups still grow together
OF_THEMES = 2.0  # a shared matter weighs more than a shared word: cards of one theme often share no word
MOST_GROUPS = 12  # more at once nobody looks through


@dataclass(frozen=True)
class Group:
    """Cards that may belong together, the most central first; ``confidence`` is their mean likeness, 0 to 100."""

    ids: tuple[str, ...]
    title: str
    confidence: int


def suggest(cards: Sequence[Text], most: int = MOST_GROUPS) -> list[Group]:
    """Suggest up to ``most`` groups of two or more cards, the weightiest first. The order of the cards is no matter."""
    units = units_of(cards)
    weighed = vectors(units, OF_THEMES)
    likes = likenesses(weighed)
    made = []
    for members in _grown(likes, [len(unit.ids) for unit in units]):
        if sum(len(units[i].ids) for i in members) > 1:
            made.append((_mean(likes, units, members), members))
    made.sort(key=lambda group: (-group[0] * sum(len(units[i].ids) for i in group[1]), group[1]))
    groups = []
    for mean, members in made[:most]:
        central = sorted(members, key=lambda i: (-_nearness(likes, units, members, i), i))
        ids = tuple(id for i in central for id in units[i].ids)
        name = title(units[central[0]].text, [weighed[i] for i in members])
        groups.append(Group(ids, name, max(0, min(100, round(100 * mean)))))
    return groups


def _grown(likes: Likes, sizes: Sequence[int]) -> list[list[int]]:
    """Put groups together while they are alike enough, by chains of nearest neighbours.

    Mean likeness never grows by putting others together, so two that are nearest to each other may be put together at
    once, and one whose nearest is too far is done.
    """
    rows = [{j: alike for j, alike in row.items() if alike > 0} for row in likes]
    weight = list(sizes)
    members = [[i] for i in range(len(rows))]
    done: list[list[int]] = []
    waiting = set(range(len(rows)))
    chain: list[int] = []
    for start in range(len(rows)):
        while start in waiting:
            here = chain[-1] if chain else start
            if not chain:
                chain.append(here)
            before = chain[-2] if len(chain) > 1 else None
            nearest = _nearest(rows[here], before)
            if nearest is None or rows[here][nearest] < LEAST_ALIKE:
                chain.pop()
                waiting.discard(here)
                done.append(sorted(members[here]))
                for other in rows[here]:
                    del rows[other][here]
                rows[here] = {}
            elif nearest == before:
                del chain[-2:]
                kept, gone = min(here, nearest), max(here, nearest)
                _join(rows, weight, kept, gone)
                members[kept] += members[gone]
                waiting.discard(gone)
            else:
                chain.append(nearest)
    return sorted(done)


def _nearest(row: dict[int, float], before: int | None) -> int | None:
    """Find the nearest neighbour; of equals the one that the chain came from, else the first."""
    best = None
    for j, alike in row.items():
        if best is None or (alike, j == before, -j) > (row[best], best == before, -best):
            best = j
    return best


def _join(rows: Likes, weight: list[int], kept: int, gone: int) -> None:
    """Let one row stand for two, by their mean."""
    a, b = weight[kept], weight[gone]
    one, two = rows[kept], rows[gone]
    mean = {}
    for j in {**one, **two}:
        if j in (kept, gone):
            continue
        mean[j] = (a * one.get(j, 0.0) + b * two.get(j, 0.0)) / (a + b)
        rows[j].pop(gone, None)
        rows[j][kept] = mean[j]
    rows[kept], rows[gone] = mean, {}
    weight[kept] = a + b


def _nearness(likes: Likes, units: Sequence[Unit], members: Sequence[int], i: int) -> float:
    """Sum how alike a text is to all cards of its group, its own doubles included."""
    others = sum(likes[i].get(j, 0.0) * len(units[j].ids) for j in members if j != i)
    return others + len(units[i].ids) - 1


def _mean(likes: Likes, units: Sequence[Unit], members: Sequence[int]) -> float:
    number = sum(len(units[i].ids) for i in members)
    whole = sum(len(units[i].ids) * _nearness(likes, units, members, i) for i in members)
    return whole / (number * (number - 1))
