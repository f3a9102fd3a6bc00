"""Show what was written or counted: at once or step by step, and a lot where a vote leaves things level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from shared.voting.lot import order

from .activities import KINDS_OF_ACTIVITY
from .changes import Change, Edit, Refused, edit
from .records import Activity, Phase
from .registry import Asked, rule
from .shape import Id
from .showing import STEPS
from .steps import in_phase

UNSEEN_FOR = 10_000  # ms in which a reveal may be taken back; later it has been read


@dataclass(frozen=True)
class Reveal:
    activity: Id
    step: str = "all"


@dataclass(frozen=True)
class Lot:
    activity: Id
    place: int


@rule("activity.reveal", Reveal)
def reveal(asked: Asked, command: Reveal) -> Change:
    """Show everybody what was written or counted: all at once, or of a vote first its turnout, first places, sums."""
    activity = asked.one(Activity, command.activity)
    if command.step not in STEPS:
        raise Refused("invalid", "argument_wrong", name="step")
    kind = KINDS_OF_ACTIVITY[activity.kind]
    if not (activity.phase == Phase.REVEALED and activity.revealed == "totals"):
        in_phase(asked, activity.id, Phase.CLOSED)
    if command.step != "all" and not (kind.votes and command.step in kind.reveals):
        raise Refused("invalid", "reveals_at_once")
    if activity.revealed and STEPS.index(command.step) <= STEPS.index(activity.revealed):
        raise Refused("conflict", "revealed_already")
    shown = Phase.REVEALED if command.step in ("totals", "all") else Phase(activity.phase)
    revealed = command.step if kind.votes else ""
    return Change("activity.revealed", (edit(activity, phase=shown, revealed=revealed),), activity.title)


@rule("activity.lot", Lot)
def lot(asked: Asked, command: Lot) -> Change:
    """Draw a lot among what shares a place, by the number that the server made when the vote closed."""
    activity = asked.one(Activity, command.activity)
    if not KINDS_OF_ACTIVITY[activity.kind].votes or activity.settings.get("ties") != "lot":
        raise Refused("invalid", "no_lot_here")
    in_phase(asked, activity.id, Phase.REVEALED)
    items = (activity.result or {}).get("items", ())
    level = [item["id"] for item in items if item.get("place") == command.place]
    if len(level) < 2:
        raise Refused("invalid", "lot_nothing_level")
    if any(drawn["place"] == command.place for drawn in activity.lots):
        raise Refused("conflict", "lot_drawn_already")
    found = {"place": command.place, "number": activity.seed, "order": order(activity.seed, level), "at": asked.at}
    lots = sorted([*activity.lots, found], key=lambda drawn: int(drawn["place"]))
    return Change("activity.lot_drawn", (edit(activity, lots=lots),), activity.title)


def sound_lot(lot: Any) -> bool:
    """Say whether a lot that came from elsewhere is one."""
    return (
        isinstance(lot, dict)
        and lot.keys() == {"place", "number", "order", "at"}
        and all(type(lot[name]) is int for name in ("place", "number", "at"))
        and isinstance(lot["order"], list)
        and all(isinstance(id, str) for id in lot["order"])
    )


def may_undo(change: Change, edit_: Edit, at: int) -> None:
    """Refuse to undo what has been seen: a vote's result or a lot once it has stood for ten seconds."""
    after = edit_.after
    if (
        change.verb in ("activity.revealed", "activity.lot_drawn")
        and isinstance(after, Activity)
        and KINDS_OF_ACTIVITY[after.kind].votes
        and at - change.at > UNSEEN_FOR
    ):
        raise Refused("phase_closed", "vote_was_seen")
