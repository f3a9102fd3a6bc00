"""What a rating came to, for the steps that follow it."""

from __future__ import annotations

from fractions import Fraction

from ..changes import Board
from ..records import Activity, Measure, Phase

SHOWN = (Phase.REVEALED, Phase.CONFIRMED)


def totals_of(board: Board, activity: Activity) -> dict[str, Fraction]:
    """Give the exact totals that a revealed rating has told, without the measures that it refused or that are gone.

    A first round tells none.
    """
    result = activity.result if activity.phase in SHOWN else None
    if activity.kind != "rating" or not result or activity.settings["round"] == "first":
        return {}
    stand = [item for item in result["items"] if item["verdict"] == "stands" and board.get(Measure, item["id"])]
    return {item["id"]: Fraction(item["exact"]) for item in stand}


def rated_before(board: Board, activity: Activity) -> dict[str, Fraction]:
    """Give the totals of the nearest rating before a step; none where no rating was shown."""
    ratings = [a for a in board.find(Activity) if a.kind == "rating" and a.position < activity.position]
    return next((totals for a in reversed(ratings) if (totals := totals_of(board, a))), {})
