"""Marks on findings: what surprises somebody who reads them."""

from __future__ import annotations

from dataclasses import dataclass

from .changes import Change, Refused, add, edit, remove
from .records import Activity, Finding, Mark, Phase
from .registry import SEAT, Asked, rule
from .shape import Id


@dataclass(frozen=True)
class PutMark:
    activity: Id
    mark: Id
    finding: Id
    marked: bool


@rule("reading.mark", PutMark, SEAT)
def mark(asked: Asked, command: PutMark) -> Change:
    """Mark a finding as surprising, or take the mark back; done already, nothing changes."""
    activity = asked.one(Activity, command.activity)
    if activity.kind != "reading":
        raise Refused("invalid", "takes_no_marks")
    if activity.phase != Phase.OPEN:
        raise Refused("phase_closed", "reading_over")
    finding = asked.board.get(Finding, command.finding)
    if finding is None or not finding.shown:
        raise Refused("not_found", "gone_finding")
    own = asked.board.find(Mark, author=asked.actor.id)
    before = next((m for m in own if m.finding == finding.id), None)
    if (before is not None) == command.marked:
        return Change("reading.marked", (), finding.statement)
    if before is not None:
        edits = (remove(before), edit(finding, marks=finding.marks - 1))
        return Change("reading.unmarked", edits, finding.statement)
    if sum(m.activity == activity.id for m in own) >= activity.settings["marks"]:
        raise Refused("limit", "marks_all_given", most=activity.settings["marks"])
    made = Mark(
        id=asked.fresh(Mark, command.mark),
        workshop=asked.workshop.id,
        activity=activity.id,
        finding=finding.id,
        author=asked.actor.id,
    )
    return Change("reading.marked", (add(made), edit(finding, marks=finding.marks + 1)), finding.statement)
