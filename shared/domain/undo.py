"""Undo: the inverse of a logged change, field by field, refused where somebody has built on it since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .activities import KINDS_OF_ACTIVITY
from .changes import Change, Edit, Refused, differing, edit
from .joining import may_part, parted
from .records import (
    Activity,
    Amendment,
    Card,
    Cluster,
    Finding,
    Interview,
    Mark,
    Measure,
    Note,
    Phase,
    Pledge,
    Seat,
    Voice,
)
from .registry import Asked, rule
from .reveals import may_undo

LASTING = frozenset({"seat.joined", "seat.changed", "seat.moved"})  # a person's own acts on their own seat


@dataclass(frozen=True)
class Undo:
    version: int


@rule("undo", Undo)
def undo(asked: Asked, command: Undo) -> Change:
    """Put back what a change did; undoing an undo does it again."""
    change = asked.board.change(command.version)
    if change is None:
        raise Refused("not_found", "gone_change")
    if change.verb in LASTING:
        raise Refused("not_allowed", "undo_not_yours")
    if asked.board.undone(command.version):
        raise Refused("conflict", "undone_already")
    for e in change.edits:
        may_undo(change, e, asked.at)
        may_part(asked.board, change, e)
        _vote_goes_on(asked, e)
    edits = tuple(parted(asked, change, _inverse(asked, e)) for e in reversed(change.edits))
    _nothing_left_hanging(asked, edits)
    return Change(change.verb, edits, change.subject, undoes=command.version)


def _vote_goes_on(asked: Asked, e: Edit) -> None:
    """Refuse to close a vote by undoing, which would bring an old count back, to unopen one that has ballots, or to
    open one again of whose result something was shown."""
    if not (isinstance(e.before, Activity) and isinstance(e.after, Activity) and e.before.phase != e.after.phase):
        return
    opened = KINDS_OF_ACTIVITY[e.after.kind].votes and e.after.phase == Phase.OPEN
    if opened and (e.before.phase != Phase.DRAFT or asked.board.papers(e.after.id)):
        raise Refused("conflict", "changed_since")
    now = asked.board.get(Activity, e.after.id)
    if e.before.phase == Phase.OPEN and now is not None and now.revealed:
        raise Refused("conflict", "changed_since")


def _inverse(asked: Asked, e: Edit) -> Edit:
    now: Any = asked.board.get(type(e.record), e.record.id)
    if e.before is None or e.after is None:
        if now != e.after:
            raise Refused("conflict", "changed_since")
        return Edit(now, e.before)
    if now is None or any(getattr(now, name) != getattr(e.after, name) for name in differing(e)):
        raise Refused("conflict", "changed_since")
    return edit(now, **{name: getattr(e.before, name) for name in differing(e)})


def _nothing_left_hanging(asked: Asked, edits: tuple[Edit, ...]) -> None:
    """Refuse to take away what another record, not touched by this undo, still speaks of."""
    touched = {(e.kind, e.record.id) for e in edits}
    back = {(e.kind, e.record.id) for e in edits if e.after is not None}
    for e in edits:
        if e.after is None:
            gone = e.record
            for kind, field in _SPOKEN_OF.get(type(gone), ()):
                for record in asked.board.find(kind, **{field: gone.id}):
                    if (kind.__name__.lower(), record.id) not in touched:
                        raise Refused("conflict", "changed_since")
            if isinstance(gone, Cluster | Card | Measure) and any(
                gone.id in a.options for a in asked.board.find(Activity)
            ):
                raise Refused("conflict", "voted_on")
        else:
            for field, kind in _SPEAKS_OF.get(type(e.after), {}).items():
                id = getattr(e.after, field)
                if id is not None and (kind.__name__.lower(), id) not in back and asked.board.get(kind, id) is None:
                    raise Refused("conflict", "changed_since")


_SPEAKS_OF: dict[type[Any], dict[str, type[Any]]] = {
    Card: {"activity": Activity, "cluster": Cluster, "merged_into": Card, "author": Seat},
    Cluster: {"activity": Activity},
    Measure: {"cluster": Cluster, "author": Seat},
    Pledge: {"activity": Activity, "measure": Measure, "author": Seat},
    Finding: {"card": Card},
    Voice: {"activity": Activity, "measure": Measure, "author": Seat},
    Mark: {"activity": Activity, "finding": Finding, "author": Seat},
    Amendment: {"activity": Activity},
    Interview: {"activity": Activity, "author": Seat},
    Note: {"activity": Activity},
}
_SPOKEN_OF: dict[type[Any], list[tuple[type[Any], str]]] = {}
for _kind, _fields in _SPEAKS_OF.items():
    for _field, _of in _fields.items():
        _SPOKEN_OF.setdefault(_of, []).append((_kind, _field))
