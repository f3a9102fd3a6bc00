"""Fist of five: everybody shows 0 to 5 fingers, a fist says no; hidden from all until the reveal."""

from __future__ import annotations

from typing import Any

from shared.voting import fist as counting

from ..changes import Board
from ..records import Activity, Workshop
from . import poll, vote
from .base import Kind, flag, whole


def _check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> dict[str, Any]:
    """Refuse what is not {"value": 0 to 5, "text": a reason}; both may be left out, the reason where none is asked."""
    answer, reason = poll.apart(activity, paper)
    return {**poll.value_of(answer, counting.FINGERS), **reason}


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    papers = [paper for paper, _ in vote.ballots_of(board, activity)]
    result = counting.count([paper.get("value") for paper in papers], activity.settings["least"])
    before = poll.before(board, activity, "n", "lowest", "below", "consent")
    return {"result": {**result, **poll.reasons(board, activity), **before, **vote.frame(board, activity)}}


FIST = Kind(
    name="fist",
    phases=vote.PHASES,
    settings={"least": 3, "reasons": False, **vote.QUORUM},
    allowed={"least": whole(1, 5), "reasons": flag, **vote.ALLOWED_QUORUM},
    votes=True,
    writes=True,
    again=True,
    opened=poll.opened,
    closed=_closed,
    check_paper=_check_paper,
)
