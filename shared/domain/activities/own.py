"""Sorting by oneself: every phone lays the cards into piles of its own, and what the sorts have in common is offered.

A phone's paper is a ballot: ``{"piles": [[card, ...], ...]}``. A pile has no name, and nobody is shown anybody's.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Any

from ..changes import Board, Refused
from ..records import Activity, Card
from .sources import source_of

OWN = "own"
MOST_CARDS = 2000  # on one paper


def check_piles(board: Board, activity: Activity, paper: Any) -> dict[str, Any]:
    """Keep what can count of a paper: cards that have gone meanwhile fall away, and piles that are empty by that."""
    piles = paper["piles"]
    if not isinstance(piles, list) or not all(
        isinstance(pile, list) and all(isinstance(id, str) for id in pile) for pile in piles
    ):
        raise Refused("invalid", "paper_wrong")
    ids = [id for pile in piles for id in pile]
    if len(ids) > MOST_CARDS or len(piles) > MOST_CARDS or len(set(ids)) < len(ids):
        raise Refused("invalid", "paper_wrong")
    source = source_of(board, activity)
    there = {card.id for card in board.find(Card, activity=source.id)} if source else set[str]()
    return {"piles": _within(piles, there)}


def sorts_of(board: Board, activity: Activity, cards: Container[str]) -> list[list[list[str]]]:
    """Collect the sorts of those who have sorted at least two of these cards."""
    return narrowed(whole_sorts(board, activity), cards)


def whole_sorts(board: Board, activity: Activity) -> list[list[list[str]]]:
    """Collect the sorts of all who have sorted at least two cards of any kind."""
    sorts: list[list[list[str]]] = [paper.choices.get("piles", []) for paper in board.papers(activity.id)]
    return [piles for piles in sorts if sum(map(len, piles)) > 1]


def narrowed(sorts: Iterable[list[list[str]]], cards: Container[str]) -> list[list[list[str]]]:
    """Look at sorts as far as they are of these cards, and leave out those that sort fewer than two of them."""
    kept = [_within(piles, cards) for piles in sorts]
    return [piles for piles in kept if sum(map(len, piles)) > 1]


def _within(piles: list[list[str]], cards: Container[str]) -> list[list[str]]:
    kept = [[id for id in pile if id in cards] for pile in piles]
    return [pile for pile in kept if pile]
