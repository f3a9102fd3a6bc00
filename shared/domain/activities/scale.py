"""Scale: everybody answers one question with a whole number; hidden from all until the reveal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shared.voting import scale as counting

from ..changes import Board, Refused
from ..records import Activity, Workshop
from . import poll, vote
from .base import Kind, Texts, flag, whole

LEAST_STEPS, MOST_STEPS = 2, 11
TRUST_STEPS = 1, 5  # of the question that workshops have in common
NAME_LENGTH = 30  # characters of a step's name


def steps_of(settings: Mapping[str, Any]) -> range:
    return range(settings["from"], settings["to"] + 1)


def _agree(settings: Mapping[str, Any]) -> None:
    steps = len(steps_of(settings))
    if not LEAST_STEPS <= steps <= MOST_STEPS:
        raise Refused("invalid", "scale_steps", least=LEAST_STEPS, most=MOST_STEPS)
    if settings["trust"] and (settings["from"], settings["to"]) != TRUST_STEPS:
        raise Refused("invalid", "scale_trust", least=TRUST_STEPS[0], most=TRUST_STEPS[1])
    if len(settings["names"]) not in (0, 2, steps):
        raise Refused("invalid", "scale_names", steps=steps)


def _check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> dict[str, Any]:
    """Refuse what is not {"value": a step, or None where one may not know, "text": a reason where one is asked}."""
    answer, reason = poll.apart(activity, paper)
    if activity.settings["unsure"] and answer == {"value": None}:
        return {"value": None, **reason}
    return {**poll.value_of(answer, steps_of(activity.settings)), **reason}


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    result = counting.count(steps_of(activity.settings), vote.ballots_of(board, activity), vote.floor_of(activity))
    before = poll.before(board, activity, "n", "mean", "exact", "median")
    return {"result": {**result, **poll.reasons(board, activity), **before, **vote.frame(board, activity)}}


SCALE = Kind(
    name="scale",
    phases=vote.PHASES,
    settings={"from": 1, "to": 5, "names": [], "unsure": False, "reasons": False, "trust": False, **poll.SETTINGS},
    allowed={
        "from": whole(-100, 100),
        "to": whole(-100, 100),
        "names": Texts(MOST_STEPS, NAME_LENGTH),
        "unsure": flag,
        "reasons": flag,
        "trust": flag,
        **poll.ALLOWED,
    },
    agree=_agree,
    votes=True,
    writes=True,
    reveals=("turnout", "totals"),
    again=True,
    opened=poll.opened,
    closed=_closed,
    check_paper=_check_paper,
)
