"""What everybody's own sorting has in common, as groups to look through. No single sort leaves the server."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from shared.clustering.consensus import FEWEST_PEOPLE, Sort, consensus
from shared.clustering.groups import MOST_GROUPS, OF_THEMES
from shared.clustering.likeness import units_of, vectors
from shared.clustering.titles import title
from shared.domain.changes import Refused
from shared.domain.records import Card

MOST_CARDS = 400  # that groups grow from at once
_STEPS_KEPT = 200  # whose last offer is remembered
Whole = list[list[list[str]]]  # everybody's piles of cards


class Offers:
    """The sorts that were looked at last, by step, in this process's memory.

    Whoever asked again after each person could tell from the difference how that one sorts. So the sorts that were
    looked at stay as they were, also where people change theirs, until three more have sorted.
    """

    def __init__(self) -> None:
        self._seen: OrderedDict[str, Whole] = OrderedDict()

    def looked_at(self, step: str, now: Whole) -> Whole:
        """Give the sorts that may be looked at, of those that there are ``now``."""
        seen = self._seen.get(step)
        if len(now) >= FEWEST_PEOPLE and (seen is None or len(now) >= len(seen) + FEWEST_PEOPLE):
            self._seen[step] = seen = now
            self._seen.move_to_end(step)
            while len(self._seen) > _STEPS_KEPT:
                self._seen.popitem(last=False)
        return now if seen is None else seen

    def seen(self, step: str) -> Whole | None:
        """Give the sorts that were looked at last, None where nobody has looked."""
        return self._seen.get(step)


offers = Offers()


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
