"""The steps of a workshop: enter, open, close, confirm, reopen. Nothing opens, closes or reveals by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from .activities import KINDS_OF_ACTIVITY
from .activities.joined import retold
from .activities.poll import without_reason
from .activities.sources import takeable
from .activities.vote import carried, quorum_of, shifted
from .changes import Board, Change, Edit, Refused, differing, edit
from .records import Activity, Phase, Workshop
from .registry import Asked, rule
from .shape import Id
from .showing import seen
from .text import block, line
from .translations import questions, translated


@dataclass(frozen=True)
class Enter:
    activity: Id | None


@dataclass(frozen=True)
class Step:
    activity: Id


@dataclass(frozen=True)
class Confirm:
    activity: Id
    reason: str = ""


@dataclass(frozen=True)
class Reopen:
    activity: Id
    reason: str


@dataclass(frozen=True)
class EditActivity:
    activity: Id
    title: str | None = None
    question: str | None = None
    minutes: int | None = None
    settings: dict[str, Any] | None = None
    translations: dict[str, Any] | None = None  # only what changes
    source: str | None = None  # "": the nearest before it that makes what it takes


@rule("activity.enter", Enter)
def enter(asked: Asked, command: Enter) -> Change:
    """Make an activity the running one, or go back to the lobby with None."""
    if command.activity is None:
        edits = [
            edit(asked.workshop, now=None, timer=None, wall={**asked.workshop.wall, "shows": "step", "measure": None})
        ]
        return Change("activity.entered", tuple(edits + _left(asked, None)))
    activity = asked.one(Activity, command.activity)
    return Change("activity.entered", _entered(asked, activity), activity.title)


@rule("activity.open", Step)
def open_(asked: Asked, command: Step) -> Change:
    """Open an activity; it becomes the running one."""
    activity = asked.one(Activity, command.activity)
    kind = KINDS_OF_ACTIVITY[activity.kind]
    if activity.phase != Phase.DRAFT:
        raise Refused("phase_closed", "open_already")
    edits = _merged([*kind.opening(asked.board, activity), *_entered(asked, activity)])
    fields = kind.opened(asked.board, asked.workshop, activity)
    if kind.lot:
        fields["settings"] = {**fields["settings"], "lot": asked.chance}
    opened = _with(edits, activity, phase=Phase.OPEN, **fields)
    if seconds := kind.seconds(activity):
        timer = {"seconds": seconds, "ends_at": asked.at + seconds * 1000}
        opened = _with(list(opened), asked.workshop, timer=timer)
    return Change("activity.opened", opened, activity.title)


@rule("activity.close", Step)
def close(asked: Asked, command: Step) -> Change:
    """End the writing or voting; the result is frozen in the same change, and shown to nobody yet."""
    activity = in_phase(asked, command.activity, Phase.OPEN)
    kind = KINDS_OF_ACTIVITY[activity.kind]
    if Phase.CLOSED not in kind.phases:
        return _confirmed(asked, activity)
    closed = _ended(asked, activity, Phase.CLOSED, **({"seed": asked.chance} if kind.votes else {}))
    return Change("activity.closed", (*kind.closing(asked.board, activity), closed), activity.title)


@rule("activity.confirm", Confirm)
def confirm(asked: Asked, command: Confirm) -> Change:
    """Agree on what came out; below its quorum only with a reason, which the minutes tell."""
    activity = asked.one(Activity, command.activity)
    reason = line(command.reason, 200)
    result = activity.result or {}
    quorum = result.get("quorum")
    if quorum is None or quorum["reached"] or activity.phase != Phase.REVEALED:
        return _confirmed(asked, activity)
    if not reason:
        raise Refused("phase_closed", "no_quorum", need=quorum["need"], cast=result["cast"])
    return _confirmed(asked, activity, reason)


@rule("activity.reopen", Reopen)
def reopen(asked: Asked, command: Reopen) -> Change:
    """Open again, with a reason that the minutes tell. A vote whose result was shown stays as it is."""
    activity = asked.one(Activity, command.activity)
    reason = line(command.reason, 200, least=1)
    kind = KINDS_OF_ACTIVITY[activity.kind]
    if activity.phase in (Phase.DRAFT, Phase.OPEN):
        raise Refused("phase_closed", "not_closed_yet")
    if kind.votes and (seen(activity) or carried(activity)):
        raise Refused("phase_closed", "vote_was_seen")
    again = edit(activity, phase=Phase.OPEN, result=None, ended_at=None, revealed="")
    return Change("activity.reopened", (again,), activity.title, reason)


@rule("activity.edit", EditActivity)
def edit_activity(asked: Asked, command: EditActivity) -> Change:
    """Change how a step is called, what it asks, how long it takes; settings only before it opens."""
    activity = asked.one(Activity, command.activity)
    values: dict[str, Any] = {}
    if command.title is not None:
        values["title"] = line(command.title, 120, least=1)
    if command.question is not None:
        values["question"] = block(command.question, 300)
        if values["question"] != activity.question and KINDS_OF_ACTIVITY[activity.kind].votes:
            _unvoted(activity)
    if command.translations is not None:
        values["translations"] = translated(command.translations, activity.translations)
        same = questions(values["translations"]) == questions(activity.translations)
        if not same and KINDS_OF_ACTIVITY[activity.kind].votes:
            _unvoted(activity)
    if command.minutes is not None:
        if not 0 <= command.minutes <= 600:
            raise Refused("invalid", "argument_wrong", name="minutes")
        values["minutes"] = command.minutes
    if command.settings is not None:
        if KINDS_OF_ACTIVITY[activity.kind].votes:
            _unvoted(activity)
        values["settings"] = KINDS_OF_ACTIVITY[activity.kind].complete(command.settings, activity.settings)
    if command.source is not None and command.source != (activity.source or ""):
        values["source"] = _source(asked, activity, command.source)
    return Change("activity.edited", (edit(activity, **values),), values.get("title", activity.title))


def _unvoted(activity: Activity) -> None:
    if activity.phase != Phase.DRAFT:
        raise Refused("phase_closed", "vote_is_fixed")


def _source(asked: Asked, activity: Activity, source: str) -> str | None:
    """Name what a step takes its input from, or refuse; a second round stays with its first."""
    now = asked.board.get(Activity, activity.source)
    if activity.phase != Phase.DRAFT or (now is not None and now.kind == activity.kind):
        raise Refused("phase_closed", "source_is_fixed")
    if source and source not in {step.id for step in takeable(asked.board, activity)}:
        raise Refused("invalid", "source_wrong")
    return source or None


def in_phase(asked: Asked, id: str, phase: Phase) -> Activity:
    """Answer with an activity in its right phase, or refuse."""
    activity = asked.one(Activity, id)
    if activity.phase != phase:
        raise Refused("phase_closed", "not_in_phase", phase=str(activity.phase))
    return activity


def _confirmed(asked: Asked, activity: Activity, reason: str = "") -> Change:
    kind = KINDS_OF_ACTIVITY[activity.kind]
    if kind.after(activity.phase) != Phase.CONFIRMED:
        raise Refused("phase_closed", "not_in_phase", phase=str(activity.phase))
    if activity.phase == Phase.OPEN:
        edits = [*kind.closing(asked.board, activity), _ended(asked, activity, Phase.CONFIRMED)]
        if kind.seconds(activity) and asked.workshop.now == activity.id and asked.workshop.timer is not None:
            edits.append(edit(asked.workshop, timer=None))
        return Change("activity.confirmed", tuple(edits), activity.title)
    agreed = edit(activity, phase=Phase.CONFIRMED, agreed_because=reason)
    return Change("activity.confirmed", (agreed,), activity.title, reason)


def _ended(asked: Asked, activity: Activity, phase: Phase, **more: Any) -> Edit:
    return edit(activity, phase=phase, ended_at=asked.at, **frozen(asked.board, asked.workshop, activity), **more)


def frozen(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    """Count what an activity came to: the fields that closing freezes, and its papers where it gives receipts.

    Reasons are not part of those: they are told apart from the answers, and some may be hidden.
    """
    fields = KINDS_OF_ACTIVITY[activity.kind].closed(board, workshop, activity)
    if KINDS_OF_ACTIVITY[activity.kind].again:
        fields["result"] = shifted(board, workshop, activity, fields["result"])
    if KINDS_OF_ACTIVITY[activity.kind].joins:
        fields["result"] = retold(board, workshop, activity, fields["result"])
    if KINDS_OF_ACTIVITY[activity.kind].votes and (quorum := quorum_of(activity, fields["result"])):
        fields["result"] = {**fields["result"], "quorum": quorum}
    if activity.settings.get("receipts"):
        papers = sorted(board.papers(activity.id), key=lambda paper: paper.receipt)
        writes = KINDS_OF_ACTIVITY[activity.kind].writes
        told = [
            {"receipt": paper.receipt, "paper": without_reason(paper.choices) if writes else paper.choices}
            for paper in papers
        ]
        fields["result"] = {**fields["result"], "receipts": told}
    return fields


def _entered(asked: Asked, activity: Activity) -> tuple[Edit, ...]:
    workshop = asked.workshop
    if workshop.now == activity.id and workshop.wall["shows"] == "step":
        return ()
    wall = {**workshop.wall, "shows": "step", "cluster": None, "measure": None}
    started = workshop.started_at or asked.at
    edits = [edit(workshop, now=activity.id, started_at=started, timer=None, wall=wall)]
    if activity.started_at is None:
        edits.append(edit(activity, started_at=asked.at))
    return tuple(edits + _left(asked, activity.id))


def _left(asked: Asked, entered: str | None) -> list[Edit]:
    """Note when the step that was running ended, unless it is still open or ended before."""
    left = asked.board.get(Activity, asked.workshop.now)
    if left is None or left.id == entered or left.ended_at is not None or left.phase == Phase.OPEN:
        return []
    return [edit(left, ended_at=asked.at)]


def _merged(edits: list[Edit]) -> list[Edit]:
    """Lay edits of the same record over one another: each record stands in a change once."""
    merged: dict[tuple[str, str], Edit] = {}
    for e in edits:
        key = (e.kind, e.record.id)
        under: Any = merged[key].after if key in merged else None
        if under is None:
            merged[key] = e
        else:
            values = {name: getattr(e.after, name) for name in differing(e)}
            merged[key] = Edit(merged[key].before, replace(under, **values))
    return list(merged.values())


def _with(edits: list[Edit], record: Any, **values: Any) -> tuple[Edit, ...]:
    """Lay values over a record that ``edits`` may hold already: each record stands in a change once."""
    for i, e in enumerate(edits):
        after: Any = e.after
        if type(after) is type(record) and after.id == record.id:
            return (*edits[:i], Edit(e.before, replace(after, **values)), *edits[i + 1 :])
    return (*edits, edit(record, **values))
