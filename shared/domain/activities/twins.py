"""Same or different? Cards that look alike, two by two: each phone is asked about a few, and the facilitator stacks.

The machine finds the pairs when the step opens, the likeliest first and no more than the room can answer. Which of them
a seat is asked about follows from its number. A pair is "card/card", a paper {pair: "same" | "different" | "unsure"}.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shared.clustering.twins import Pair, near_duplicates
from shared.voting import twins as counting

from ..changes import Board, Edit, Refused
from ..records import Activity, Card, Seat, Workshop
from . import vote
from .base import Kind, whole
from .sources import items_of, source_of

MOST_CARDS = 400  # to compare while the room waits; the work grows with the square
LOOKED_AT = 500  # pairs, of which those are left out that were told apart


def not_told_apart(pairs: Sequence[Pair], cards: Sequence[Card]) -> list[Pair]:
    """Leave out the pairs of which somebody has said that they are none."""
    apart = {frozenset((card.id, other)) for card in cards for other in card.unlike}
    return [pair for pair in pairs if frozenset((pair.one, pair.other)) not in apart]


def _opening(board: Board, activity: Activity) -> Sequence[Edit]:
    source = source_of(board, activity)
    if source is None:
        raise Refused("invalid", "no_cards_before")
    vote.cards_are_read(source)
    if board.count(Seat, removed=False) < counting.LEAST:
        raise Refused("invalid", "twins_too_few_people", least=counting.LEAST)
    return ()


def _opened(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    source = source_of(board, activity)
    cards = [item for item in items_of(board, source) if isinstance(item, Card)] if source else []
    if len(cards) > MOST_CARDS:
        raise Refused("limit", "too_many_to_suggest", most=MOST_CARDS)
    most = counting.asked(board.count(Seat, removed=False), activity.settings["each"])
    pairs = not_told_apart(near_duplicates(cards, LOOKED_AT), cards)[:most]
    if not pairs:
        raise Refused("invalid", "twins_none")
    return {"options": [f"{pair.one}/{pair.other}" for pair in pairs], "settings": vote.held(board, activity)}


def _check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> dict[str, str]:
    """Refuse what is no {pair: answer}, and pairs that this seat was not asked about."""
    if not isinstance(paper, dict) or not all(
        isinstance(said, str) and said in counting.ANSWERS for said in paper.values()
    ):
        raise Refused("invalid", "paper_wrong")
    me = board.get(Seat, seat)
    dealt = counting.hand(activity.options, me.number, activity.settings["each"]) if me else []
    if not paper.keys() <= set(dealt):
        raise Refused("invalid", "paper_option")
    return {pair: paper[pair] for pair in activity.options if pair in paper}


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    result = counting.count(activity.options, (paper for paper, _ in vote.ballots_of(board, activity)))
    for item in result["pairs"]:
        item["cards"] = [_named(board, id) for id in item["id"].split("/")]
    return {"result": {**result, **vote.frame(board, activity)}}


def _named(board: Board, id: str) -> dict[str, str]:
    card = board.get(Card, id)
    return {"id": id, "title": card.text if card else ""}


TWINS = Kind(
    name="twins",
    phases=vote.PHASES,
    settings={"each": 5},
    allowed={"each": whole(1, 10)},
    takes=("cards",),
    group="sort",
    votes=True,
    opening=_opening,
    opened=_opened,
    closed=_closed,
    check_paper=_check_paper,
)
