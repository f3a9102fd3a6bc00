"""Interviews: who is asked, without a name and with their consent, and what they tell, point by point.

Whoever asks keeps the interview on an own phone; to other phones and the wall it is not there at all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from . import places
from .activities import KINDS_OF_ACTIVITY
from .activities.interview import CONSENT
from .changes import Change, Edit, Refused, add, edit, remove
from .drawing import tagged
from .findings import LENGTHS, MOST_FINDINGS, WriteFinding, values_of
from .records import Activity, Finding, Interview, Mark, Phase, Seat
from .registry import ANYONE, Asked, rule
from .room import iso_day
from .shape import Id
from .specimen import SECTOR_OF
from .text import line

MOST_INTERVIEWS = 200  # of a workshop
MOST_POINTS = 80  # of an interview
NOTE = 160  # characters


@dataclass(frozen=True)
class WriteInterview:
    activity: Id
    interview: Id
    group: str
    consent: str
    line_of_work: str = ""
    place: str = ""
    date: str = ""
    note: str = ""


@dataclass(frozen=True)
class Answer:
    interview: Id
    answer: Id
    question: Id
    statement: str
    factors: list[str] = field(default_factory=list)
    sign: str = ""
    quote: str = ""
    rating: int | None = None
    confidential: bool = False


@dataclass(frozen=True)
class OneAnswer:
    interview: Id
    answer: Id


@dataclass(frozen=True)
class OneInterview:
    interview: Id


@rule("interview.write", WriteInterview, ANYONE)
def write(asked: Asked, command: WriteInterview) -> Change:
    """Begin an interview, or tell anew who is asked. Without the consent that was read out nothing is kept."""
    activity = _open(asked, command.activity)
    if command.group not in SECTOR_OF:
        raise Refused("invalid", "argument_wrong", name="group")
    if not command.consent.strip():
        raise Refused("invalid", "interview_no_consent")
    values: dict[str, Any] = {
        "group": command.group,
        "consent": line(command.consent, CONSENT, least=1),
        **{name: line(getattr(command, name), LENGTHS[name]) for name in ("line_of_work", "place")},
        "date": iso_day(command.date) if command.date else "",
        "note": line(command.note, NOTE),
    }
    before = asked.board.get(Interview, command.interview)
    if before is not None:
        before = _own(asked, command.interview)
        if before.activity != activity.id:
            raise Refused("conflict", "id_taken")
        return Change("interview.written", (edit(before, **values),), _subject(before))
    fellows = asked.board.find(Interview)
    if len(fellows) >= MOST_INTERVIEWS:
        raise Refused("limit", "interviews_full", most=MOST_INTERVIEWS)
    begun = Interview(
        id=command.interview,
        workshop=asked.workshop.id,
        activity=activity.id,
        number=max((other.number for other in fellows), default=0) + 1,
        position=places.last(fellows),
        author=None if asked.by_facilitator else asked.one(Seat, asked.actor.id).id,
        **values,
    )
    return Change("interview.written", (add(begun),), _subject(begun))


@rule("interview.answer", Answer, ANYONE)
def answer(asked: Asked, command: Answer) -> Change:
    """Note a point, or note it anew; the whole point is sent each time. One with factors and a sign is a finding."""
    interview = _own(asked, command.interview)
    _open(asked, interview.activity)
    there = any(point["id"] == command.answer for point in interview.answers)
    if not there:
        _room_for_one(asked, interview, command.answer)
    point = {"id": command.answer, "question": command.question, **_point(command)}
    points = [point if old["id"] == command.answer else old for old in interview.answers] + ([] if there else [point])
    untagged = not (point["factors"] and point["sign"])
    gone = _findings_gone(asked, [command.answer]) if there and untagged else []
    return Change("interview.answered", (*gone, edit(interview, answers=points)), _subject(interview))


@rule("interview.strike", OneAnswer, ANYONE)
def strike(asked: Asked, command: OneAnswer) -> Change:
    """Take a point out, and the finding that an earlier closing made of it."""
    interview = _own(asked, command.interview)
    _open(asked, interview.activity)
    points = [point for point in interview.answers if point["id"] != command.answer]
    if len(points) == len(interview.answers):
        raise Refused("not_found", "gone_interview")
    gone = _findings_gone(asked, [command.answer])
    return Change("interview.struck", (*gone, edit(interview, answers=points)), _subject(interview))


@rule("interview.withdraw", OneInterview, ANYONE)
def withdraw(asked: Asked, command: OneInterview) -> Change:
    """Take an interview back with all that was told in it."""
    interview = _own(asked, command.interview)
    _open(asked, interview.activity)
    gone = _findings_gone(asked, [point["id"] for point in interview.answers])
    return Change("interview.withdrawn", (*gone, remove(interview)), _subject(interview))


def _open(asked: Asked, id: str) -> Activity:
    activity = asked.one(Activity, id)
    if not KINDS_OF_ACTIVITY[activity.kind].interviews:
        raise Refused("invalid", "takes_no_interviews")
    if activity.phase != Phase.OPEN:
        raise Refused("phase_closed", "writing_closed" if activity.phase != Phase.DRAFT else "writing_not_open")
    return activity


def _own(asked: Asked, id: str) -> Interview:
    """Find an interview for whoever may change it; to others it is not there."""
    interview = asked.one(Interview, id)
    if not asked.by_facilitator and interview.author != asked.actor.id:
        raise Refused("not_found", "gone_interview")
    return interview


def _subject(interview: Interview) -> str:
    """Name it in the history by its number: what is told there everybody may read."""
    return str(interview.number)


def _room_for_one(asked: Asked, interview: Interview, id: str) -> None:
    """Refuse a point beyond what an interview or the list of findings takes, or under another record's id."""
    if len(interview.answers) >= MOST_POINTS:
        raise Refused("limit", "points_full", most=MOST_POINTS)
    held = asked.board.find(Interview)
    if asked.board.get(Finding, id) is not None or any(p["id"] == id for one in held for p in one.answers):
        raise Refused("conflict", "id_taken")
    others = len({f.id for f in asked.board.find(Finding)} - {p["id"] for one in held for p in one.answers})
    if others + sum(len(tagged(one)) for one in held) >= MOST_FINDINGS:
        raise Refused("limit", "findings_full", most=MOST_FINDINGS)


def _point(command: Answer) -> dict[str, Any]:
    """Check what was noted: as a finding where it is one, else by the same lengths."""
    if command.sign not in ("", "+", "-"):
        raise Refused("invalid", "finding_sign")
    if command.factors:
        # A sign may still be missing; the checks of a finding need one.
        sign = command.sign or ("-" if (command.rating or 0) < 0 else "+")
        checked = values_of(
            WriteFinding(command.answer, command.factors, sign, command.statement, command.quote, rating=command.rating)
        )
        factors, statement, quote = checked["factors"], checked["statement"], checked["quote"]
    else:
        factors = []
        statement = line(command.statement, LENGTHS["statement"], least=1)
        quote = line(command.quote, LENGTHS["quote"])
        if command.rating is not None and not -3 <= command.rating <= 3:
            raise Refused("invalid", "finding_rating")
    return {
        "statement": statement,
        "factors": factors,
        "sign": command.sign,
        "quote": quote,
        "rating": command.rating,
        "confidential": command.confidential,
    }


def _findings_gone(asked: Asked, ids: list[str]) -> list[Edit]:
    """Give the edits that take out the findings which an earlier closing made of these points, and their marks."""
    found = [finding for id in ids if (finding := asked.board.get(Finding, id)) is not None]
    marks = [remove(mark) for finding in found for mark in asked.board.find(Mark, finding=finding.id)]
    return [*marks, *(remove(finding) for finding in found)]
