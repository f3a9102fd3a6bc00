"""The hand-out: the result on one page, given out under an address that only those know who were shown it."""

from __future__ import annotations

from dataclasses import dataclass

from .changes import Change, Refused, edit
from .registry import Asked, rule
from .room import Nothing
from .shape import Id

LEAST_KEY = 32  # characters; nobody guesses one


@dataclass(frozen=True)
class GiveOut:
    key: Id


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
    return Change("handout.taken_back", (edit(asked.workshop, handout="", wall=wall),))
