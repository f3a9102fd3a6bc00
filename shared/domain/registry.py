"""Where rules are found: a verb, the command that it takes, who may ask, and the rule that decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from .changes import Actor, Board, Change, Refused
from .records import Workshop

R = TypeVar("R")

FACILITATOR = frozenset({"facilitator", "system"})
ANYONE = frozenset({"facilitator", "system", "seat"})
SEAT = frozenset({"seat"})
SYSTEM = frozenset({"system"})


@dataclass(frozen=True)
class Asked:
    """The surroundings of a command: the board it is decided on, who asks, and when (milliseconds since 1970).

    ``chance`` is a number that the server drew for this command, for rules that leave something to a lot. ``beside`` is
    what the server has shown the one who asks and no board tells, such as sorts that a suggestion came from.
    """

    board: Board
    actor: Actor
    at: int
    chance: int = 0
    beside: Mapping[str, Any] = field(default_factory=dict)

    @property
    def workshop(self) -> Workshop:
        return self.board.find(Workshop)[0]

    @property
    def by_facilitator(self) -> bool:
        return self.actor.role in FACILITATOR

    def one(self, kind: type[R], id: str | None) -> R:
        record = self.board.get(kind, id)
        if record is None:
            raise Refused("not_found", f"gone_{kind.__name__.lower()}")
        return record

    def fresh(self, kind: type[Any], id: str) -> str:
        """Answer with the id that a new record is to have, unless there is one already."""
        if self.board.get(kind, id) is not None:
            raise Refused("conflict", "id_taken")
        return id


@dataclass(frozen=True)
class Rule:
    verb: str
    command: type[Any]
    who: frozenset[str]
    decide: Callable[[Asked, Any], Change]


RULES: dict[str, Rule] = {}

D = TypeVar("D", bound=Callable[..., Change])


def rule(verb: str, command: type[Any], who: frozenset[str] = FACILITATOR) -> Callable[[D], D]:
    """Register the rule for a verb; ``who`` is the outermost gate, the rule itself may ask for more."""

    def register(decide: D) -> D:
        assert verb not in RULES, verb
        RULES[verb] = Rule(verb, command, who, decide)
        return decide

    return register
