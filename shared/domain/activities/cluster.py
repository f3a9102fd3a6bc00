"""Cluster: cards of an earlier brainstorm are put together and the groups get their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..changes import Board, Edit, Refused
from ..records import Activity, Card, Cluster, Phase, Workshop
from .base import Kind, one_of
from .own import OWN, check_piles
from .shares import SHARES, check_taps, judged
from .sources import source_of


def _opening(board: Board, activity: Activity) -> Sequence[Edit]:
    """Close and turn the cards that are to be sorted: nobody can sort what nobody may read."""
    source = source_of(board, activity)
    if source is None:
        raise Refused("invalid", "no_cards_before")
    if source.phase in (Phase.REVEALED, Phase.CONFIRMED):
        return ()
    return (Edit(source, replace(source, phase=Phase.REVEALED)),)


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    source = source_of(board, activity)
    cards = board.find(Card, activity=source.id) if source else []
    groups = {c.id for c in board.find(Cluster, activity=activity.id)}
    placed = sum(card.cluster in groups for card in cards)
    return {"result": {"rule": "clusters", "clusters": len(groups), "cards": len(cards), "placed": placed}}


def check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> dict[str, Any]:
    """Take what a phone has said by itself, in either way: who sorts may change, and what was said before stays."""
    if not isinstance(paper, dict) or not paper or not paper.keys() <= {"taps", "piles"}:
        raise Refused("invalid", "paper_wrong")
    taps = check_taps(board, activity, seat, paper) if "taps" in paper else {}
    return {**taps, **(check_piles(board, activity, paper) if "piles" in paper else {})}


CLUSTER = Kind(
    name="cluster",
    phases=(Phase.DRAFT, Phase.OPEN, Phase.CONFIRMED),
    settings={"hands": "all"},
    allowed={"hands": one_of("all", "facilitator", SHARES, OWN)},
    makes="clusters",
    takes=("cards",),
    clusters_shown=lambda activity: activity.phase != Phase.DRAFT,
    opening=_opening,
    closed=_closed,
    check_paper=check_paper,
    judged=judged,
)
