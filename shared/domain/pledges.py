"""Pledges: who does what by when with what. Open and named, written by whoever takes part or by the facilitator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from . import places
from .activities import KINDS_OF_ACTIVITY
from .changes import Change, Edit, Refused, add, edit, remove
from .records import Activity, Measure, Phase, Pledge
from .registry import ANYONE, Asked, rule
from .room import iso_day
from .shape import Id
from .text import line

MOST_PLEDGES = 500
MOST_OF_A_SEAT = 40  # in one step


@dataclass(frozen=True)
class WritePledge:
    activity: Id
    pledge: Id
    what: str
    measure: Id | None = None
    who: str = ""
    due: str = ""
    means: str = ""
    champion: bool = False


@dataclass(frozen=True)
class OnePledge:
    pledge: Id


@rule("pledge.write", WritePledge, ANYONE)
def write(asked: Asked, command: WritePledge) -> Change:
    """Write a pledge or write it anew; the whole pledge is sent each time."""
    activity = _open(asked, command.activity)
    named = KINDS_OF_ACTIVITY[activity.kind].name == "commit"
    values: dict[str, Any] = {
        "measure": asked.one(Measure, command.measure).id if command.measure is not None else None,
        "what": line(command.what, 200, least=0 if command.champion else 1),
        "who": line(command.who, 120, least=1 if named else 0),
        "due": iso_day(command.due) if command.due else "",
        "means": line(command.means, 160),
        "champion": command.champion,
    }
    if command.champion and (not named or command.measure is None):
        raise Refused("invalid", "argument_wrong", name="champion")
    before = asked.board.get(Pledge, command.pledge)
    if before is not None:
        _may_change(asked, before)
        if before.activity != activity.id:
            raise Refused("conflict", "id_taken")
        written: Edit = edit(before, **values)
    else:
        author = None if asked.by_facilitator else asked.actor.id
        if author and asked.board.count(Pledge, activity=activity.id, author=author) >= MOST_OF_A_SEAT:
            raise Refused("limit", "pledges_all_written", most=MOST_OF_A_SEAT)
        fellows = asked.board.find(Pledge)
        if len(fellows) >= MOST_PLEDGES:
            raise Refused("limit", "pledges_full", most=MOST_PLEDGES)
        position = places.last(fellows)
        written = add(
            Pledge(
                id=command.pledge,
                workshop=asked.workshop.id,
                activity=activity.id,
                position=position,
                author=author,
                **values,
            )
        )
    edits = (written, *_stands_up(asked, before, values))
    return Change("pledge.written", edits, _told(values["who"], values["what"]))


@rule("pledge.drop", OnePledge, ANYONE)
def drop(asked: Asked, command: OnePledge) -> Change:
    pledge = asked.one(Pledge, command.pledge)
    _may_change(asked, pledge)
    _open(asked, pledge.activity)
    edits = (remove(pledge), *_stands_up(asked, pledge, {"champion": False}))
    return Change("pledge.dropped", edits, _told(pledge.who, pledge.what))


def _open(asked: Asked, id: str) -> Activity:
    """Find a step in which pledges are written: while it is open, by the facilitator afterwards as well."""
    activity = asked.one(Activity, id)
    if not KINDS_OF_ACTIVITY[activity.kind].pledges:
        raise Refused("invalid", "takes_no_pledges")
    if activity.phase == Phase.OPEN or (asked.by_facilitator and activity.phase != Phase.DRAFT):
        return activity
    raise Refused("phase_closed", "writing_closed" if activity.phase != Phase.DRAFT else "writing_not_open")


def _may_change(asked: Asked, pledge: Pledge) -> None:
    """Refuse to change another's word; who it is nobody is told, so to others it is not there."""
    if not asked.by_facilitator and pledge.author != asked.actor.id:
        raise Refused("not_found", "gone_pledge")


def _stands_up(asked: Asked, before: Pledge | None, now: dict[str, Any]) -> list[Edit]:
    """Keep a measure's champion what the pledges say: one name, taken away again with the pledge that gave it."""
    edits: list[Edit] = []
    left = asked.board.get(Measure, before.measure) if before is not None and before.champion else None
    taken = asked.board.get(Measure, now["measure"]) if now["champion"] else None
    if taken is not None:
        if taken.champion not in ("", now["who"], before.who if before is not None and left == taken else ""):
            raise Refused("conflict", "has_champion", name=taken.champion)
        edits.append(edit(taken, champion=now["who"]))
    if left is not None and left != taken and before is not None and left.champion == before.who:
        edits.append(edit(left, champion=""))
    return edits


def _told(who: str, what: str) -> str:
    return ": ".join(part for part in (who, what) if part)[:80]
