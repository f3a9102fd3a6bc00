"""What a rating, or an order by stars, came to, for the steps that follow it."""

from __future__ import annotations

from fractions import Fraction

from ..changes import Board
from ..conclusions import JUDGED, plain
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


def means_of(board: Board, activity: Activity) -> dict[str, Fraction]:
    """Give the exact means by which a shown step of stars has put measures in order; no other scale makes an order."""
    result = activity.result if activity.phase in SHOWN else None
    if activity.kind != "scores" or not result or result["figure"] != "mean":
        return {}
    placed = [item for item in result["items"] if "place" in item and board.get(Measure, item["id"]) is not None]
    return {item["id"]: Fraction(item["cells"][0]["exact"]) for item in placed}


def judged_by_users(board: Board, activity: Activity) -> dict[str, dict[str, str]]:
    """Tell by measure how users rated what it was worth, in the nearest shown vote before this step that asked it.

    By the names of conclusions.py; a median is there only where enough users answered for their role to be told.
    """
    asked = [
        a
        for a in board.find(Activity)
        if a.kind == "scores" and a.position < activity.position and a.phase in SHOWN and a.settings.get("judged")
    ]
    if not asked:
        return {}
    told = {}
    for item in (asked[-1].result or {}).get("items", ()):
        medians = zip(JUDGED, (cell.get("by_role", {}).get("user", "") for cell in item["cells"]), strict=False)
        told[item["id"]] = {f"{question}_users": plain(median) for question, median in medians if median}
    return told


def rated_before(board: Board, activity: Activity) -> dict[str, Fraction]:
    """Give the totals or means of the nearest step before this one that rated measures and was shown."""
    earlier = [a for a in board.find(Activity) if a.position < activity.position]
    return next((marks for a in reversed(earlier) if (marks := totals_of(board, a) or means_of(board, a))), {})
