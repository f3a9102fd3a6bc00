"""Suggestive writing: who has written a card, or has sat long over an empty one, is offered a few of the others' cards.

Which ones a seat is offered follows from its id and the cards' alone: asking again shows no more. They are spread over
what was written, never more than three, and never more than half of it; from four cards of others on there is always
one. Who wrote them is told to nobody.
"""

from __future__ import annotations

from hashlib import sha256

from ..changes import Board
from ..records import Activity, Card, CardState, Phase, Seat

SUGGESTIVE = "suggestive"
MOST = 3
AFTER = 60_000  # ms before an empty-handed seat is offered something
_FIRST = 4  # one of the others' first so many cards a seat is offered for sure
_ONE_IN = 3  # of the others' cards a seat may be offered one in so many


def ideas_for(board: Board, activity: Activity, seat: Seat, at: int) -> list[Card]:
    """List the cards that a seat is offered now; cards put aside, waiting or taken back are never among them."""
    if activity.settings.get("mode") != SUGGESTIVE or activity.phase != Phase.OPEN:
        return []
    begun = max(activity.started_at or 0, seat.joined_at)
    if not board.count(Card, activity=activity.id, author=seat.id) and at - begun < AFTER:
        return []
    cards = board.find(Card, activity=activity.id, state=CardState.SHOWN, merged_into=None)
    others = [card for card in cards if card.author != seat.id]
    sure = _lot(seat.id) % _FIRST  # chance alone would leave some people of a small room without any
    offered = [card for n, card in enumerate(others) if n == sure or not _lot(f"{seat.id}/{card.id}") % _ONE_IN]
    return offered[: min(MOST, len(others) // 2)]


def _lot(drawn_for: str) -> int:
    return sha256(drawn_for.encode()).digest()[0]
