"""What a room settles about factors beside their rating: a corrected value, the reach. And matrices taken over.

The vote stays as it was counted; a correction stands beside it with its reason, never in its place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from .changes import Change, Edit, Refused, add, edit, remove
from .factors import REACHES
from .findings import MOST_FINDINGS, for_others
from .records import Activity, Amendment, Finding, Phase
from .registry import SYSTEM, Asked, rule
from .shape import Id
from .stored import restored
from .text import line


@dataclass(frozen=True)
class Correct:
    activity: Id
    amendment: Id
    factor: str
    rating: int | None
    reason: str = ""


@dataclass(frozen=True)
class SetReach:
    activity: Id
    amendment: Id
    factor: str
    reach: str


@dataclass(frozen=True)
class Carry:
    activity: Id
    source: dict[str, Any]
    amendments: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    origin: dict[str, str]


@rule("matrix.correct", Correct)
def correct(asked: Asked, command: Correct) -> Change:
    """Put a corrected rating and its reason beside the vote; None takes it back."""
    if command.rating is not None and not -3 <= command.rating <= 3:
        raise Refused("invalid", "finding_rating")
    reason = line(command.reason, 200, least=0 if command.rating is None else 1)
    values = {"rating": command.rating, "reason": reason if command.rating is not None else ""}
    return _amended(asked, command, "matrix.corrected", values, reason)


@rule("matrix.reach", SetReach)
def set_reach(asked: Asked, command: SetReach) -> Change:
    """Say how far the room can reach a factor; "" leaves it at what is usual."""
    if command.reach not in ("", *REACHES):
        raise Refused("invalid", "argument_wrong", name="reach")
    return _amended(asked, command, "matrix.reached", {"reach": command.reach})


@rule("matrix.carry", Carry, SYSTEM)
def carry(asked: Asked, command: Carry) -> Change:
    """Take over the confirmed matrix of an earlier workshop, and its findings: copies that name their origin.

    The step then stands where a vote stands that is closed and not yet shown.
    """
    step = asked.one(Activity, command.activity)
    if step.kind != "matrix" or step.phase != Phase.DRAFT:
        raise Refused("phase_closed", "carry_into_draft")
    source: Activity = restored("activity", command.source)
    if not _counted(source.result):
        raise Refused("invalid", "carry_nothing")
    settings = {**source.settings, "origin": command.origin}
    taken = edit(step, phase=Phase.CLOSED, options=source.options, result=source.result, settings=settings)
    home = {"workshop": asked.workshop.id}
    beside = [add(restored("amendment", {**item, **home, "activity": step.id})) for item in command.amendments]
    if any(asked.board.get(Amendment, e.record.id) is not None for e in beside):
        raise Refused("conflict", "id_taken")
    found = _new_findings(asked, [restored("finding", {**item, **home}) for item in command.findings], command.origin)
    return Change("matrix.carried", (taken, *beside, *found), command.origin.get("title", ""))


def _counted(result: dict[str, Any] | None) -> bool:
    """Say whether a result tells all that screens and minutes read from one."""
    figures = [(result or {}).get(name) for name in ("cast", "blank", "seats")]
    return isinstance((result or {}).get("items"), list) and all(type(n) is int for n in figures)


def _new_findings(asked: Asked, came: list[Finding], origin: dict[str, str]) -> list[Edit]:
    """Copy the findings that are not here yet, of confidential ones no words.

    What came from elsewhere before names where it came from first.
    """
    there = asked.board.find(Finding)
    fresh = [finding for finding in came if asked.board.get(Finding, finding.id) is None]
    if len(there) + len(fresh) > MOST_FINDINGS:
        raise Refused("limit", "findings_full", most=MOST_FINDINGS)
    last = max((finding.position for finding in there), default=0.0)
    return [
        add(replace(for_others(f), position=last + n, origin=f.origin or origin)) for n, f in enumerate(fresh, start=1)
    ]


def _amended(asked: Asked, command: Correct | SetReach, verb: str, values: dict[str, Any], reason: str = "") -> Change:
    activity = asked.one(Activity, command.activity)
    if activity.kind != "matrix" or activity.phase not in (Phase.REVEALED, Phase.CONFIRMED):
        raise Refused("phase_closed", "amend_when_shown")
    if command.factor not in activity.options:
        raise Refused("invalid", "paper_option")
    subject = f"{command.factor} {activity.title}"
    before = next(iter(asked.board.find(Amendment, activity=activity.id, factor=command.factor)), None)
    if before is None:
        blank = Amendment(
            id=asked.fresh(Amendment, command.amendment),
            workshop=asked.workshop.id,
            activity=activity.id,
            factor=command.factor,
        )
        return Change(verb, (add(replace(blank, **values)),), subject, reason)
    after = replace(before, **values)
    empty = after.rating is None and not after.reach
    return Change(verb, (remove(before) if empty else Edit(before, after),), subject, reason)
