"""What interviews gave, taken over by another workshop of the region: findings without who said it, each only once.

A confidential one comes as evidence alone: its factors and sign, no words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from . import places
from .changes import Change, Refused, add
from .drawing import tagged
from .findings import MOST_FINDINGS, for_others, sound
from .records import Activity, Finding, Interview, Phase, Record, Workshop, to_dict
from .registry import SYSTEM, Asked, rule
from .stored import restored


@dataclass(frozen=True)
class Carry:
    findings: list[dict[str, Any]]
    title: str


@rule("finding.carry", Carry, SYSTEM)
def carry(asked: Asked, command: Carry) -> Change:
    """Take the findings of interviews over; what is here already is passed over. Nobody in the room sees them yet."""
    fellows = asked.board.find(Finding)
    came: list[Finding] = [restored("finding", {**item, "workshop": asked.workshop.id}) for item in command.findings]
    if not all(sound(finding) and finding.origin for finding in came):
        raise Refused("invalid", "argument_wrong", name="findings")
    fresh = [finding for finding in came if asked.board.get(Finding, finding.id) is None]
    if not fresh:
        raise Refused("conflict", "heard_already" if came else "heard_none")
    if len(fellows) + len(fresh) > MOST_FINDINGS:
        raise Refused("limit", "findings_full", most=MOST_FINDINGS)
    first = places.last(fellows)
    edits = tuple(add(replace(for_others(finding), position=first + n)) for n, finding in enumerate(fresh))
    return Change("finding.carried", edits, command.title, answer={"findings": len(fresh)})


def heard(records: Iterable[Record]) -> dict[str, Any]:
    """Tell the findings of a workshop's closed rounds of interviews, as ``finding.carry`` takes them."""
    found = list(records)
    workshop = next(record for record in found if isinstance(record, Workshop))
    closed = {r.id for r in found if isinstance(r, Activity) and r.kind == "interview" and r.phase == Phase.CONFIRMED}
    interviews = [r for r in found if isinstance(r, Interview) and r.activity in closed]
    points = {point["id"] for interview in interviews for point in tagged(interview)}
    origin = {"workshop": workshop.id, "title": workshop.title, "date": workshop.date}
    drawn = sorted((r for r in found if isinstance(r, Finding) and r.id in points), key=lambda f: (f.position, f.id))
    return {"findings": [_told(finding, origin) for finding in drawn], "title": workshop.title}


def _told(finding: Finding, origin: dict[str, str]) -> dict[str, Any]:
    return {**to_dict(for_others(finding)), "origin": finding.origin or origin}
