"""The one door through which a workshop is changed: commands, ballots, and coming in."""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.changes import Actor, Board, Change, Refused
from shared.domain.records import Activity, Phase, Record, Seat, Workshop
from shared.domain.registry import Asked
from shared.domain.rules import decide, present
from shared.store import Answer, Ballot, Command, Store
from shared.store.ballots import Cast, hashes
from shared.store.keys import new_id
from shared.store.seats import Ticket

SYSTEM = Actor("system", "system")
_HEX = re.compile(r"[0-9a-f]{32}", re.ASCII)
_MOST_REVISIONS = 2**53

Poke = Callable[[str, bool], object]


@dataclass(frozen=True)
class Joined:
    """A seat, and what brings its phone, or another one, back to it. Neither is told a second time."""

    workshop: str
    seat: Seat
    token: str
    return_code: str


@dataclass(frozen=True)
class Created:
    workshop: Workshop
    projector_key: str


class Desk:
    """Every change goes through here, once. ``poke(workshop, only_ballots)`` follows a commit, and must not block."""

    def __init__(self, store: Store, poke: Poke | None = None, clock: Callable[[], int] | None = None) -> None:
        self.store, self._now = store, clock or _milliseconds
        if poke is not None:
            store.after_commit(poke)

    def perform(self, workshop: str, actor: Actor, command_id: Any, verb: Any, args: Any, at: int | None = None) -> Answer:
        """Carry out a command once, however often it is sent; answer with the version that it made, or raise Refused.

        ``at`` is the time of the act (milliseconds since 1970), now where it is not given.
        """
        _be_hex(command_id, "id")
        moment = self._now() if at is None else at
        body = _hash(verb, args)
        return self.store.do(
            Command(workshop, command_id, body, actor, lambda board: decide(board, actor, verb, args, moment))
        )

    def cast(
        self, workshop: str, actor: Actor, credential: str, activity: Any, key: Any, revision: Any, paper: Any
    ) -> Answer:
        """Take a seat's whole paper under its key; of several, the highest revision counts.

        ``credential`` is what the right to vote hangs on (the seat, where there are no slips). The answer holds the
        ``revision`` and ``paper`` that count now.
        """
        _be_hex(key, "key")
        if type(revision) is not int or not 0 < revision <= _MOST_REVISIONS:
            raise Refused("invalid", "argument_wrong", name="revision")
        if not isinstance(activity, str):
            raise Refused("invalid", "argument_wrong", name="activity")
        voted, ballot = hashes(self.store.secret, workshop, activity, credential, key)
        now = self._now()

        def check(board: Board) -> Cast:
            choices, sector = _checked(Asked(board, actor, now), activity, paper)
            return Cast(workshop, activity, voted, ballot, revision, choices, sector)

        return self.store.do(Ballot(workshop, activity, voted, ballot, check))

    def create(self, records: list[Record]) -> Created:
        """Keep a new workshop; it gets a code of its own where it has none, and a door for the projector."""
        return Created(*self.store.create(records))

    def join(self, workshop: str, **details: Any) -> Joined:
        """Take a seat in a workshop. ``details`` are those of ``seat.join``: sector, language, name, organisation."""
        seat, now, tickets = new_id(), self._now(), list[Ticket]()
        args = {"seat": seat, **details}

        def enter(board: Board) -> Change:
            return decide(board, SYSTEM, "seat.join", args, now)

        def give(connection: sa.Connection) -> None:
            tickets[:] = [self.store.seats.issue(connection, workshop, seat)]

        self.store.do(Command(workshop, new_id(), _hash("seat.join", args), SYSTEM, enter, give))
        return Joined(workshop, self._seat(workshop, seat), tickets[0].token, tickets[0].return_code)

    def move_seat(self, workshop: str, return_code: str) -> Joined:
        """Bring a seat to another phone by its return code; the phone that had it is out from now on."""
        seat, ticket = self.store.seats.move(workshop, return_code)
        return Joined(workshop, self._seat(workshop, seat), ticket.token, ticket.return_code)

    def _seat(self, workshop: str, id: str) -> Seat:
        seat = self.store.seat(workshop, id)
        assert seat is not None  # seats are never deleted
        return seat


def _checked(asked: Asked, id: str, paper: Any) -> tuple[Any, str | None]:
    """Answer with the paper as it is kept, and with the sector where results by sector are on; or refuse it."""
    if asked.actor.role != "seat":
        raise Refused("not_allowed", "not_allowed")
    seat, activity = present(asked), asked.one(Activity, id)
    check = KINDS_OF_ACTIVITY[activity.kind].check_paper
    if check is None:
        raise Refused("invalid", "takes_no_ballots")
    if activity.phase != Phase.OPEN:
        raise Refused("phase_closed", "vote_not_open")
    choices = check(asked.board, activity, seat.id, paper)
    return choices, seat.sector if activity.settings.get("by_sector") else None


def _be_hex(value: Any, name: str) -> None:
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        raise Refused("invalid", "argument_wrong", name=name)


def _hash(verb: Any, args: Any) -> str:
    """Hash what a command says: the same words in another order are the same."""
    try:
        body = json.dumps([verb, args], sort_keys=True, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError) as error:
        raise Refused("invalid", "args_not_a_map") from error
    return hashlib.sha256(body.encode()).hexdigest()


def _milliseconds() -> int:
    return time.time_ns() // 1_000_000
