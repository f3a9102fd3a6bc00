"""Brainstorm: everybody answers one question with cards. Alone: nobody reads the others' before all are turned."""

from __future__ import annotations

import re
from typing import Any

from ..changes import Board
from ..records import Activity, Card, Phase, Workshop
from .base import Kind, Tags, flag, one_of, whole
from .ideas import SUGGESTIVE

BY_MEASURE = "measure"  # the tag that names a measure by its id, where the step places cards by measure


def _cards_shown(activity: Activity) -> bool:
    return activity.settings.get("mode") == "open" or activity.phase in (Phase.REVEALED, Phase.CONFIRMED)


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    return {"result": {"rule": "cards", "cards": board.count(Card, activity=activity.id)}}


LEAST_TRIOS = 17  # people: so many write in groups of three, fewer each alone
WALL = 50  # cards that a room can read and sort


def _suggested(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    """Suggest cards a unit, a person or a trio, so that about ``WALL`` hang in the end: at least 1, at most 5."""
    people = workshop.expected
    if not people:
        return {}
    units = people if people < LEAST_TRIOS else people // 3
    return {"limit": min(5, max(1, (2 * WALL + units) // (2 * units)))}


def _day(value: Any) -> bool:
    """Until when cards are collected before the workshop: an ISO day, or nothing."""
    return isinstance(value, str) and re.fullmatch(r"(\d{4}-\d{2}-\d{2})?", value, re.ASCII) is not None


BRAINSTORM = Kind(
    name="brainstorm",
    phases=(Phase.DRAFT, Phase.OPEN, Phase.CLOSED, Phase.REVEALED),
    settings={
        "mode": "alone",
        "limit": 5,
        "length": 90,
        "review": False,
        "tags": {},
        "by_measure": False,
        "stock": "yellow",
        "until": "",
    },
    allowed={
        "mode": one_of("alone", SUGGESTIVE, "open"),
        "limit": whole(0, 50),
        "length": whole(20, 500),
        "review": flag,
        "tags": Tags(most=3, words=12, characters=40, taken=(BY_MEASURE,)),
        "by_measure": flag,
        "until": _day,
        "stock": one_of("yellow", "green", "sky", "rose", "orange", "white"),
    },
    makes="cards",
    cards_shown=_cards_shown,
    closed=_closed,
    suggested=_suggested,
)
