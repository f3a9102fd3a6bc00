"""Decide what a command does: who may, what it says, then its verb's rule. Pure: the same board, the same answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from . import (  # each registers its rules as it is imported
    agenda,
    answers,
    cards,
    carrying,
    carrying_interviews,
    clusters,
    collecting,
    evaluations,
    findings,
    handout,
    interviews,
    joining,
    matrix,
    measures,
    notes,
    pledges,
    reading,
    reveals,
    room,
    rounds,
    seats,
    steps,
    stories,
    suggested,
    undo,
    voices,
)
from .changes import Actor, Board, Change, Refused
from .records import Seat
from .registry import RULES, Asked
from .shape import command_of

__all__ = ["RULES", "decide", "present"]


def decide(
    board: Board,
    actor: Actor,
    verb: Any,
    args: Any,
    at: int,
    chance: int = 0,
    beside: Mapping[str, Any] | None = None,
) -> Change:
    """Answer with the change that ``verb`` makes on this board at ``at`` (ms since 1970), or raise Refused."""
    rule = RULES.get(verb) if isinstance(verb, str) else None
    if rule is None:
        raise Refused("unknown_verb", "unknown_verb")
    asked = Asked(board, actor, at, chance, beside or {})
    if actor.role == "seat":
        present(asked)
    if actor.role not in rule.who:
        raise Refused("not_allowed", "not_allowed")
    return replace(rule.decide(asked, command_of(rule.command, args)), at=at)


def present(asked: Asked) -> Seat:
    """Answer with the seat that asks, while it is one of the room's and the room is not stopped."""
    seat = asked.board.get(Seat, asked.actor.id)
    if seat is None or seat.removed:
        raise Refused("not_joined", "not_joined")
    if asked.workshop.ended_at is not None:
        raise Refused("ended", "ended")
    if asked.workshop.paused:
        raise Refused("paused", "paused", retry=True)
    return seat
