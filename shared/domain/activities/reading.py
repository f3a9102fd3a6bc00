"""Reading: everybody reads the findings in silence and marks what surprises; how often each was marked is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .. import findings
from ..changes import Board, Edit, Refused
from ..records import Activity, Finding, Phase, Workshop
from .base import Kind, whole


def _opening(board: Board, activity: Activity) -> Sequence[Edit]:
    """Show all findings but the confidential ones; refuse where there is nothing to read."""
    all_ = board.find(Finding)
    if not any(not finding.confidential for finding in all_):
        raise Refused("invalid", "reading_none")
    return findings.shown(all_)


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    """Keep which findings were read; the minutes tell them, whatever is shown later."""
    return {"result": {"rule": "reading", "findings": [f.id for f in board.find(Finding, shown=True)]}}


READING = Kind(
    name="reading",
    phases=(Phase.DRAFT, Phase.OPEN, Phase.CONFIRMED),
    settings={"marks": 3},  # a person
    allowed={"marks": whole(0, 10)},
    opening=_opening,
    closed=_closed,
)
