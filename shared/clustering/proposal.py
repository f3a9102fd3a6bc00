"""Propose where cards may go: into groups that there are, and the rest into new ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .groups import LEAST_ALIKE, MOST_GROUPS, OF_THEMES, suggest
from .likeness import Text, likenesses, units_of, vectors

FEWEST = 4  # cards; fewer are sorted sooner than looked through


@dataclass(frozen=True)
class Proposal:
    """Cards that may go together; ``into`` names a group that there is, None stands for a new one."""

    ids: tuple[str, ...]
    title: str
    into: str | None = None


@dataclass(frozen=True)
class Held:
    """A group that there is, and its cards."""

    id: str
    title: str
    cards: Sequence[Text]


def propose(free: Sequence[Text], held: Sequence[Held]) -> list[Proposal]:
    """Propose a place for the cards that hang free, groups that there are first; in whatever order they come."""
    near = _nearest(free, held)
    into = {group.id: sorted(id for id, other in near.items() if other == group.id) for group in held}
    made = [Proposal(tuple(into[group.id]), group.title, group.id) for group in held if into[group.id]]
    rest = [card for card in free if card.id not in near]
    new = suggest(rest, MOST_GROUPS) if len(rest) >= min(FEWEST, len(free)) else []
    return made + [Proposal(group.ids, group.title) for group in new]


def _nearest(free: Sequence[Text], held: Sequence[Held]) -> Mapping[str, str]:
    """Name the group that each free card is nearest to by its mean likeness to what hangs there, where it is near."""
    if not held:
        return {}
    units = units_of([*free, *(card for group in held for card in group.cards)])
    place = {id: i for i, unit in enumerate(units) for id in unit.ids}
    likes = likenesses(vectors(units, OF_THEMES))
    found: dict[str, str] = {}
    for card in free:
        row = likes[place[card.id]]
        best, nearest = LEAST_ALIKE, None
        for group in sorted(held, key=lambda group: group.id):
            alike = [1.0 if place[c.id] == place[card.id] else row.get(place[c.id], 0.0) for c in group.cards]
            mean = sum(alike) / len(alike) if alike else 0.0
            if mean > best:
                best, nearest = mean, group.id
        if nearest is not None:
            found[card.id] = nearest
    return found
