"""What everybody's own sorting has in common, as groups to look through. No single sort leaves the server."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shared.clustering.consensus import FEWEST_PEOPLE, Sort, consensus
from shared.clustering.groups import MOST_GROUPS, OF_THEMES
from shared.clustering.likeness import units_of, vectors
from shared.clustering.titles import title
from shared.domain.changes import Refused
from shared.domain.records import Card

MOST_CARDS = 400  # that groups grow from at once


def enough(sorts: Sequence[Sort], free: Sequence[Card]) -> None:
    """Refuse to look at the sorts of so few people that one could be told from the groups, and at too many cards."""
    if len(sorts) < FEWEST_PEOPLE:
        raise Refused("limit", "too_few_sorted", least=FEWEST_PEOPLE)
    if len(free) > MOST_CARDS:
        raise Refused("limit", "too_many_to_suggest", most=MOST_CARDS)


def agreed_groups(sorts: Sequence[Sort], free: Sequence[Card]) -> list[dict[str, Any]]:
    """Propose the groups that the sorts agree on, each with its agreement in percent."""
    units = units_of(free)
    weighed = {id: vector for unit, vector in zip(units, vectors(units, OF_THEMES), strict=True) for id in unit.ids}
    texts = {card.id: card.text for card in free}
    return [
        {
            "into": None,
            "title": title(texts[group.ids[0]], [weighed[id] for id in group.ids]),
            "cards": group.ids,
            "agreement": round(100 * group.agreement),
        }
        for group in consensus(sorts)[:MOST_GROUPS]
    ]
