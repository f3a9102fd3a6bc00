"""Evaluation: what became of measures beside the plan; whether they last; what they were worth; the next checks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..changes import Board, Edit, Refused, edit
from ..conclusions import WORTH
from ..records import Activity, Measure, Phase, Workshop
from .base import Kind, one_of
from .scored import judged_by_users

PARTS = ("facts", "check", "worth", "dates")
TIMES = ("Te", "T6", "T12", "T24")  # at the end of a measure, and so many months after it


def _opening(board: Board, activity: Activity) -> Sequence[Edit]:
    """Refuse to open without a measure. What users voted on a measure's worth stands in it where nobody typed it."""
    if not board.count(Measure):
        raise Refused("invalid", "nothing_to_evaluate")
    if activity.settings["part"] != WORTH:
        return ()
    edits = []
    for id, voted in judged_by_users(board, activity).items():
        measure = board.get(Measure, id)
        if measure is not None and voted:
            worth = {**voted, **measure.checks.get(WORTH, {})}
            edits.append(edit(measure, checks={**measure.checks, WORTH: worth}))
    return edits


def _opened(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    """Keep who stood for each measure: new people may stand up for it today."""
    champions = {measure.id: measure.champion for measure in board.find(Measure)}
    return {"settings": {**activity.settings, "champions": champions}}


def champion_planned(activity: Activity, measure: Measure) -> str:
    """Name who stood for a measure when the step opened."""
    return str(activity.settings.get("champions", {}).get(measure.id, measure.champion))


EVALUATION = Kind(
    name="evaluation",
    phases=(Phase.DRAFT, Phase.OPEN, Phase.CONFIRMED),
    settings={"part": "facts", "time": "T12"},
    allowed={"part": one_of(*PARTS), "time": one_of(*TIMES)},
    evaluates=True,
    opening=_opening,
    opened=_opened,
)
