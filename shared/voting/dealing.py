"""Deal cards to the people who are to judge them: evenly, so that everybody has few and each card meets three.

The people stand in a row, sector by sector, and the cards in a circle. Each person takes the next few cards of the
circle, which goes round three times; so the three who judge a card stand a third of the row apart, mostly in different
sectors. Nothing has to be remembered: who asks again gets the cards that lack most.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from .judging import MOST

MOST_HAND = 20  # cards; more tire
MORE = 5


def hand_size(cards: int, people: int) -> int:
    """Give the cards a person so that each card meets three people, within what one hand holds."""
    return min(MOST_HAND, -(-MOST * cards // max(1, people)))


def deal(
    cards: Sequence[str], lacking: Mapping[str, int], place: int, people: int, without: Container[str], size: int
) -> list[str]:
    """Deal ``size`` of the ``cards`` to the person at ``place`` of ``people``, but for those ``without``.

    The cards that lack most come first, of equals those that are this person's in the circle.
    """
    if not cards:
        return []
    start = place * hand_size(len(cards), people) % len(cards)
    order = sorted(range(len(cards)), key=lambda i: (-lacking[cards[i]], (i - start) % len(cards)))
    return [cards[i] for i in order if cards[i] not in without][:size]
