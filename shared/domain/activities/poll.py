"""What votes with a single question have in common: they are about nothing but the question itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..changes import Board
from ..records import Activity, Workshop
from . import vote
from .base import Setting, flag

QUESTION = "?"  # what a poll is about; no record can bear this id

SETTINGS: Mapping[str, Any] = {"by_sector": True, "receipts": False, **vote.QUORUM}
ALLOWED: Mapping[str, Setting] = {"by_sector": flag, "receipts": flag, **vote.ALLOWED_QUORUM}


def opened(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    """Fix that the question is what is voted on, and how it is held."""
    return {"options": [QUESTION], "settings": vote.held(board, activity)}


def before(board: Board, activity: Activity, *names: str) -> dict[str, Any]:
    """Tell in a second round, under ``before``, what some figures of the first were."""
    first = vote.first_round(board, activity)
    if first is None or not first.result:
        return {}
    return {"before": {name: first.result[name] for name in names if name in first.result}}
