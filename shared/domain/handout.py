"""The hand-out: the result on one page, given out under an address that only those know who were shown it.

With it go the minutes only where the facilitator opens a saved version of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from .changes import Change, Refused, edit
from .registry import Asked, rule
from .room import Nothing
from .shape import Id

LEAST_KEY = 32  # characters; nobody guesses one
MOST_VERSIONS = 2**31 - 1  # of the minutes: what a number in the database holds


@dataclass(frozen=True)
class GiveOut:
    key: Id


@dataclass(frozen=True)
class OpenMinutes:
    number: int


@rule("handout.give", GiveOut)
def give(asked: Asked, command: GiveOut) -> Change:
    """Let everybody who has the key read the hand-out; it follows the workshop."""
    if asked.workshop.handout:
        raise Refused("conflict", "handout_given")
    if len(command.key) < LEAST_KEY:
        raise Refused("invalid", "argument_wrong", name="key")
    return Change("handout.given", (edit(asked.workshop, handout=command.key),))


@rule("handout.take_back", Nothing)
def take_back(asked: Asked, command: Nothing) -> Change:
    """Close the address; the wall shows it no longer."""
    wall = asked.workshop.wall
    if wall["shows"] == "handout":
        wall = {**wall, "shows": "step"}
    return Change("handout.taken_back", (edit(asked.workshop, handout="", handout_minutes=0, wall=wall),))


@rule("handout.open_minutes", OpenMinutes)
def open_minutes(asked: Asked, command: OpenMinutes) -> Change:
    """Let everybody who has the hand-out read a saved version of the minutes."""
    if not asked.workshop.handout:
        raise Refused("conflict", "handout_not_given")
    if not 1 <= command.number <= MOST_VERSIONS:
        raise Refused("invalid", "argument_wrong", name="number")
    return Change("handout.minutes_opened", (edit(asked.workshop, handout_minutes=command.number),))


@rule("handout.close_minutes", Nothing)
def close_minutes(asked: Asked, command: Nothing) -> Change:
    """Keep the minutes to oneself again; the hand-out stays given out."""
    return Change("handout.minutes_closed", (edit(asked.workshop, handout_minutes=0),))
