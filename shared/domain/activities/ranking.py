"""Ranking: everybody puts the options, or the best of them, in order; hidden from all until the reveal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shared.voting import ranking as counting

from ..changes import Board, Edit, Refused
from ..records import Activity, Workshop
from . import vote
from .base import Kind, one_of, whole

MOST_OPTIONS = 9  # more than people can put in order


def places_of(activity: Activity) -> int:
    """Say how many places a ballot has: as many as the setting says, or one for each option."""
    return min(activity.settings["places"] or len(activity.options), len(activity.options))


def _opening(board: Board, activity: Activity) -> Sequence[Edit]:
    if len(vote.options_of(board, activity)) > MOST_OPTIONS:
        raise Refused("invalid", "ranking_too_many", most=MOST_OPTIONS)
    return vote.opening(board, activity)


def _check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> list[str]:
    """Refuse a paper that is no list of different options, or ranks more than there are places."""
    if not isinstance(paper, list) or not all(isinstance(option, str) for option in paper):
        raise Refused("invalid", "paper_wrong")
    if len(set(paper)) != len(paper):
        raise Refused("invalid", "paper_wrong")
    if not set(paper) <= set(activity.options):
        raise Refused("invalid", "paper_option")
    if len(paper) > places_of(activity):
        raise Refused("limit", "paper_places", most=places_of(activity))
    return paper


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    result = counting.count(
        activity.options, vote.ballots_of(board, activity), activity.settings["method"], vote.floor_of(activity)
    )
    for item in result["items"]:
        item |= vote.named(board, activity, item["id"])
    return {"result": {**result, "places": places_of(activity), **vote.frame(board, activity)}}


RANKING = Kind(
    name="ranking",
    phases=vote.PHASES,
    settings={"method": "schulze", "places": 0, **vote.SETTINGS},
    allowed={"method": one_of(*counting.METHODS), "places": whole(0, MOST_OPTIONS), **vote.ALLOWED},
    takes=("clusters", "cards"),
    votes=True,
    reveals=("turnout", "top", "totals"),
    again=True,
    opening=_opening,
    opened=vote.opened,
    closed=_closed,
    check_paper=_check_paper,
)
