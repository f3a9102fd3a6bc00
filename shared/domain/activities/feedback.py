"""Feedback: was the day worth the time, 1 to 5, and one thing to change; nobody knows who said what."""

from __future__ import annotations

from typing import Any

from shared.voting import scale as counting

from ..changes import Board
from ..records import Activity, Workshop
from ..said import remark_of, remarks
from . import poll, vote
from .base import Kind

STEPS = range(1, 6)


def _check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> dict[str, Any]:
    """Refuse what is not {"value": 1 to 5, "text": one thing to change}; either may be left out."""
    return {**poll.value_of(paper, STEPS, "text"), **remark_of(paper)}


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    papers = [paper for paper, _ in vote.ballots_of(board, activity)]
    values = [paper["value"] for paper in papers if "value" in paper]
    result = {
        "rule": "feedback",
        "cast": len(papers),
        "blank": sum(not paper for paper in papers),
        "n": len(values),
        "steps": [{"value": step, "n": values.count(step)} for step in STEPS],
        **counting.figures(values, STEPS),
        "remarks": remarks(activity.id, papers),
    }
    return {"result": {**result, **vote.frame(board, activity)}}


FEEDBACK = Kind(
    name="feedback",
    phases=vote.PHASES,
    group="talk",
    votes=True,
    writes=True,
    opened=poll.opened,
    closed=_closed,
    check_paper=_check_paper,
)
