"""A board finds by its indexes just what looking at every record would find."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.changes import Edit
from shared.domain.records import Card
from shared.store.board import Board

SOME = st.sampled_from(["a", "b"])
EVERY = list(product("ab", "ab", (None, "a", "b"), (True, False)))
"""One card of every kind there can be, so that no condition of a search goes without a card that only it keeps out."""
CARDS = st.lists(st.sampled_from(EVERY), max_size=8)
WHERE = st.fixed_dictionaries(
    {}, optional={"activity": SOME, "author": SOME, "cluster": st.none() | SOME, "pinned": st.booleans()}
)


def cards(told: list[tuple[Any, ...]]) -> list[Card]:
    return [
        Card(
            id=f"c{n}",
            workshop="w",
            activity=activity,
            text="",
            position=float(n),
            author=author,
            cluster=cluster,
            pinned=pinned,
        )
        for n, (activity, author, cluster, pinned) in enumerate(told)
    ]


@given(CARDS, WHERE)
def test_what_is_found_and_counted_is_what_fits(then: list[tuple[Any, ...]], where: dict[str, Any]) -> None:
    before, after = cards(EVERY), cards(then)
    board = Board(1, before)
    board.apply(2, [Edit(old, new) for old, new in zip(before, after, strict=False)])
    now = [*after, *before[len(after) :]]
    fitting = [card for card in now if all(getattr(card, name) == value for name, value in where.items())]
    assert board.find(Card, **where) == fitting
    assert board.count(Card, **where) == len(fitting)
