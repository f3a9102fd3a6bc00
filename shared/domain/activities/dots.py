"""Dots: everybody places some dots on groups or cards, hidden from all until the reveal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shared.voting import joined as counting

from ..changes import Board, Refused
from ..records import Activity, Card, Workshop
from . import joined, vote
from .base import Kind, flag, whole


def suggested(options: int) -> int:
    """Dots a person for a number of options: a third of them, at least 2 and at most 10 (the N/3 rule)."""
    return min(10, max(2, (2 * options + 3) // 6))


def _suggested(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    options = len(vote.options_of(board, activity))
    return {"dots": suggested(options)} if options else {}


def _agree(settings: Mapping[str, Any]) -> None:
    if settings["most"] > settings["dots"]:
        raise Refused("invalid", "dots_most_over_dots")


def _check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> dict[str, int]:
    """Refuse a paper with too many dots, too many on one, or on what is not up for vote; drop empty places."""
    settings = activity.settings
    if not isinstance(paper, dict) or not all(type(n) is int and abs(n) <= 1000 for n in paper.values()):
        raise Refused("invalid", "paper_wrong")
    given = {option: n for option, n in paper.items() if n}
    if not given.keys() <= set(activity.options):
        raise Refused("invalid", "paper_option")
    if sum(n for n in given.values() if n > 0) > settings["dots"]:
        raise Refused("limit", "paper_dots", most=settings["dots"])
    if any(n > settings["most"] for n in given.values()):
        raise Refused("limit", "paper_most", most=settings["most"])
    minus = [-n for n in given.values() if n < 0]
    if sum(minus) > settings["minus"] or any(n > settings["most"] for n in minus):
        raise Refused("limit", "paper_minus", most=settings["minus"])
    if not settings["own"] and any((card := board.get(Card, o)) and card.author == seat for o in given):
        raise Refused("not_allowed", "paper_own")
    return given


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    settings = activity.settings
    result = counting.count_dots(
        activity.options,
        vote.ballots_of(board, activity),
        settings["dots"],
        settings["most"],
        vote.floor_of(activity),
        joined.joins_of(activity),
        joined.guarded(activity),
    )
    for item in result["items"]:
        item |= vote.named(board, activity, item["id"])
    return {"result": {**result, "most": settings["most"], **vote.frame(board, activity)}}


DOTS = Kind(
    name="dots",
    phases=vote.PHASES,
    settings={"dots": 3, "most": 1, "minus": 0, "own": True, **vote.SETTINGS},
    allowed={"dots": whole(1, 20), "most": whole(1, 20), "minus": whole(0, 5), "own": flag, **vote.ALLOWED},
    agree=_agree,
    takes=("clusters", "cards"),
    votes=True,
    reveals=("turnout", "top", "totals"),
    figure="dots",
    again=True,
    joins=True,
    opening=vote.opening,
    opened=vote.opened,
    closed=_closed,
    suggested=_suggested,
    check_paper=_check_paper,
)
