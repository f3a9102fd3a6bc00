"""Stories: table groups write down the change that matters most to them, and why; the room picks one."""

from __future__ import annotations

from typing import Any

from ..changes import Board
from ..records import Activity, Card, Phase, Workshop
from .base import Kind, whole


def _shown(activity: Activity) -> bool:
    return activity.phase in (Phase.REVEALED, Phase.CONFIRMED)


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    return {"result": {"rule": "stories", "cards": board.count(Card, activity=activity.id)}}


STORIES = Kind(
    name="stories",
    phases=(Phase.DRAFT, Phase.OPEN, Phase.CLOSED, Phase.REVEALED, Phase.CONFIRMED),
    settings={"stories": 1},  # a phone
    allowed={"stories": whole(1, 5)},
    makes="cards",
    stories=True,
    cards_shown=_shown,
    closed=_closed,
)
