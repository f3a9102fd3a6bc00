"""After a vote: one thing was the same as another. The result is counted anew; distinct people, not added totals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from shared.voting.joined import members_of, tells_singles

from .activities import KINDS_OF_ACTIVITY
from .activities.joined import entries_of, guarded, joins_of, parted_of
from .activities.poll import without_reason
from .activities.vote import carried, named
from .changes import Board, Change, Edit, Refused, edit
from .records import Activity, Phase
from .registry import Asked, rule
from .shape import Id
from .steps import frozen

JOINED = "vote.joined"


@dataclass(frozen=True)
class Join:
    activity: Id
    option: Id
    into: Id


@rule("vote.join", Join)
def join(asked: Asked, command: Join) -> Change:
    """Say that one option was the same as another: who chose both counts once, and the result is frozen anew."""
    activity = asked.one(Activity, command.activity)
    if not KINDS_OF_ACTIVITY[activity.kind].joins or carried(activity):
        raise Refused("invalid", "join_not_here")
    _still_open_to_it(asked.board, activity)
    result = activity.result or {}
    standing = {item["id"] for item in result["items"]}
    if command.option == command.into or not {command.option, command.into} <= standing:
        raise Refused("conflict", "join_gone")
    papers = asked.board.papers(activity.id)
    if len(papers) != result["cast"]:
        raise Refused("conflict", "join_no_ballots")
    _tells_nobody(activity, command, [without_reason(paper.choices) for paper in papers])
    option, into = named(asked.board, activity, command.option), named(asked.board, activity, command.into)
    entry = {
        "gone": option["id"],
        "title": option["title"],
        "short": option["short"],
        "into": into["id"],
        "by": asked.actor.name,
        "at": asked.at,
    }
    joined = {"joined": [*entries_of(activity), entry], "parted": parted_of(activity)}
    counted = frozen(asked.board, asked.workshop, replace(activity, result=joined))["result"]
    kept = {name: result[name] for name in ("seats", "quorum") if name in result}  # as they were when it closed
    after = edit(activity, result={**counted, **kept})
    return Change(JOINED, (after,), f"{option['title']} = {into['title']}")


def _still_open_to_it(board: Board, activity: Activity) -> None:
    """Refuse before a result is shown, once it is agreed on, and once something was built on its order."""
    if activity.phase == Phase.CONFIRMED:
        raise Refused("phase_closed", "join_agreed")
    if activity.phase != Phase.REVEALED:
        raise Refused("phase_closed", "join_not_shown")
    if activity.lots:
        raise Refused("conflict", "join_lot_drawn")
    rounds = (step for step in board.find(Activity) if step.source == activity.id and step.kind == activity.kind)
    if any(step.phase != Phase.DRAFT for step in rounds):
        raise Refused("conflict", "second_round_there")


def _tells_nobody(activity: Activity, command: Join, choices: list[Any]) -> None:
    """Refuse where the joined figure would tell what single people chose.

    One join tells how many chose both. Two that were parted may be joined again, but neither with a third: one join
    after the other would tell who chose what together with what.
    """
    if not guarded(activity):
        return
    sides = [members_of(option, joins_of(activity)) for option in (command.option, command.into)]
    both = sides[0] | sides[1]
    for parted in parted_of(activity):
        if both & set(parted["ids"]) and not set(parted["ids"]) <= both:
            raise Refused("conflict", "join_parted")
    if not activity.settings["receipts"] and tells_singles([_chosen(activity, paper) for paper in choices], sides):
        raise Refused("conflict", "join_tells_singles")


def _chosen(activity: Activity, paper: Any) -> set[str]:
    """List what a ballot counts for."""
    if isinstance(paper, dict):
        return {option for option, n in paper.items() if n}
    return set(paper) if len(paper) >= activity.settings["least"] else set()


def may_part(board: Board, change: Change, e: Edit) -> None:
    """Refuse to undo a join, or to do it again, once its result is agreed on or built upon."""
    if change.verb == JOINED and isinstance(e.after, Activity):
        now = board.get(Activity, e.after.id)
        if now is not None:
            _still_open_to_it(board, now)
    if change.verb == "activity.revealed" and isinstance(e.after, Activity):
        now = board.get(Activity, e.after.id)
        if now is not None and (entries_of(now) or parted_of(now)):
            raise Refused("conflict", "changed_since")


def parted(asked: Asked, change: Change, e: Edit) -> Edit:
    """Keep in a result that something was joined and parted: it limits what may be joined from then on."""
    before, after = e.before, e.after
    if change.verb != JOINED or not (isinstance(before, Activity) and isinstance(after, Activity)):
        return e
    taken_back = entries_of(before)[len(entries_of(after)) :]
    if not taken_back:
        return e
    joins = joins_of(before)
    apart = [
        {"ids": sorted(members_of(entry["into"], joins)), "by": asked.actor.name, "at": asked.at}
        for entry in taken_back
    ]
    return Edit(before, replace(after, result={**(after.result or {}), "parted": [*parted_of(after), *apart]}))
