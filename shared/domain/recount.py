"""Count a workshop's votes anew from their stored ballots, and compare with the results that were shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .activities import KINDS_OF_ACTIVITY
from .activities.vote import carried
from .changes import Board
from .records import Activity, Workshop
from .steps import frozen

# What was so when the vote closed and may have changed since: who is here, how things are called, what was found.
_PASSING = frozenset({"seats", "on_paper", "quorum", "title", "short", "sources", "evidence", "confidence"})


@dataclass(frozen=True)
class Recount:
    activity: Activity
    ballots: int
    equal: bool


def recount(board: Board) -> list[Recount]:
    """Recount every vote that was closed, in the order of the agenda."""
    workshop = board.find(Workshop)[0]
    found = []
    for activity in board.find(Activity):
        if KINDS_OF_ACTIVITY[activity.kind].votes and activity.result is not None and not carried(activity):
            again = frozen(board, workshop, activity)["result"]
            ballots = len(board.papers(activity.id))
            found.append(Recount(activity, ballots, _lasting(again) == _lasting(activity.result)))
    return found


def _lasting(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _lasting(item) for name, item in value.items() if name not in _PASSING}
    return [_lasting(item) for item in value] if isinstance(value, list | tuple) else value
