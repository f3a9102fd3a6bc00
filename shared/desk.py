"""The one door through which a workshop is changed: commands, ballots, and people coming in."""

from __future__ import annotations

import hashlib
import json
import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.changes import Actor, Change, Edit, Refused
from shared.domain.records import Activity, Phase, Record, Seat, Workshop
from shared.domain.registry import Asked
from shared.domain.rules import decide, present
from shared.domain.sheets import filled_in, number_of, sector_of, voted_on
from shared.store import keys, seats, workshops
from shared.store.ballots import Cast, Casting, receipt_of, sheet_key
from shared.store.store import Needs, Store
from shared.store.transaction import Transaction
from shared.voting.lot import NUMBERS

SYSTEM = Actor("system", "system")
ROOM = Actor("system", "room")  # what several people have come to; no one of them did it
_RETURN_CODE = 4  # characters
_LONGEST_ID = 64


@dataclass(frozen=True)
class Answer:
    """What the desk answers once a thing is done: the version that it made, and what the rule had to say."""

    version: int
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Joined:
    """A seat and the only copy of its secrets."""

    seat: str
    number: int
    token: str
    return_code: str


class Desk:
    """Takes commands and ballots; ``now`` gives milliseconds since 1970."""

    def __init__(self, store: Store, now: Callable[[], int] = lambda: time.time_ns() // 1_000_000) -> None:
        self.store, self.now = store, now

    def perform(
        self,
        workshop: str,
        actor: Actor,
        command_id: str,
        verb: str,
        args: dict[str, Any],
        beside: Mapping[str, Any] | None = None,
    ) -> Answer:
        """Carry out a command once, however often it is sent; answer when it is on disk.

        ``beside`` is what the server, and not the message, tells the rule.
        """
        if not _is_hex(command_id):
            raise Refused("invalid", "argument_wrong", name="id")
        chance = secrets.randbelow(NUMBERS)
        return self.store.write(_Command(workshop, actor, command_id, verb, args, self.now(), chance, beside or {}))  # type: ignore[no-any-return]

    def cast(self, workshop: str, actor: Actor, activity: str, key: str, revision: int, paper: Any) -> Answer:
        """Store a seat's whole paper under the phone's own key; the highest revision wins.

        The ballot lies under a hash of seat and key: a key that somebody else sends finds nothing, and without the key,
        which is kept nowhere here, nobody finds a seat's ballot.
        """
        if not _is_hex(key):
            raise Refused("invalid", "argument_wrong", name="key")
        if type(revision) is not int or not 1 <= revision <= 2**53:
            raise Refused("invalid", "argument_wrong", name="revision")
        if not isinstance(activity, str):
            raise Refused("invalid", "argument_wrong", name="activity")
        secret = self.store.secret
        return self.store.write(  # type: ignore[no-any-return]
            _Ballot(
                workshop,
                actor,
                activity,
                keys.keyed(secret, "voter", workshop, activity, actor.id),
                keys.keyed(secret, "ballot", workshop, activity, actor.id, key),
                revision,
                paper,
                self.now(),
            )
        )

    def enter_sheet(
        self, workshop: str, actor: Actor, activity: str, sheet: int, sector: str, paper: Any, *, again: bool = False
    ) -> Answer:
        """Enter the ballot that stands on a sheet of paper, under its number; a ``paper`` of None takes it out again.

        Whoever enters a sheet anew is told whether the same stands there; ``again`` puts the new one in its place.
        """
        if not isinstance(activity, str) or len(activity) > _LONGEST_ID:
            raise Refused("invalid", "argument_wrong", name="activity")
        number = number_of(sheet)
        secret = self.store.secret
        casting = Casting(
            workshop,
            activity,
            keys.keyed(secret, "sheet voter", workshop, activity, str(number)),
            sheet_key(secret, workshop, activity, number),
        )
        return self.store.write(_Sheet(casting, actor, number, sector, paper, again, self.now()))  # type: ignore[no-any-return]

    def create(self, records: list[Record]) -> Workshop:
        """Make a new workshop of these records (the workshop first), with a projector's address of its own."""
        workshop = self.store.write(_Creation(records))
        assert isinstance(workshop, Workshop)
        return workshop

    def join(self, workshop: str, details: dict[str, Any]) -> Joined:
        """Give somebody a seat: sector, language, and name or organisation where the workshop asks for them."""
        joining = _Joining(workshop, details, self.now())
        return self.store.write(joining)  # type: ignore[no-any-return]

    def move_seat(self, workshop: str, return_code: str) -> Joined:
        """Give a seat to another phone: a new token and code; the old ones are dead."""
        moving = _Moving(workshop, return_code.strip().upper(), self.now())
        return self.store.write(moving)  # type: ignore[no-any-return]


@dataclass(frozen=True)
class _Command:
    workshop: str
    actor: Actor
    command_id: str
    verb: str
    args: dict[str, Any]
    at: int
    chance: int
    beside: Mapping[str, Any]

    @property
    def needs(self) -> Needs:
        return Needs(changing=self.workshop, command=(self.workshop, self.command_id))

    def run(self, transaction: Transaction) -> Answer:
        body = _hash(self.verb, self.args)
        done = transaction.answered(self.workshop, self.command_id)
        if done is not None:
            if (done.body, done.actor) != (body, self.actor.id):
                raise Refused("id_reused", "id_reused")
            return Answer(done.version, done.answer)
        board = transaction.board(self.workshop)
        change = decide(board, self.actor, self.verb, self.args, self.at, self.chance, self.beside)
        _let_nobody_vote_twice(transaction, self.workshop, change)
        version = transaction.change(self.workshop, self.actor, self.command_id, body, change, change.answer)
        _tidy_ballots(transaction, self.workshop, change)
        return Answer(version, change.answer)


def _let_nobody_vote_twice(transaction: Transaction, workshop: str, change: Change) -> None:
    """Refuse to open a vote again once nobody knows who has voted, by whatever way it came back from its end."""
    for before, after in _votes(change):
        if (
            after.phase == Phase.OPEN
            and before.phase != Phase.OPEN
            and transaction.voters_forgotten(workshop, after.id)
        ):
            raise Refused("phase_closed", "vote_was_seen")


def _tidy_ballots(transaction: Transaction, workshop: str, change: Change) -> None:
    """A vote that ends leaves ballots without order; one that is agreed on leaves nobody who has voted.

    Of a sorting that is agreed on no single tap is kept: what the room made of each card stands in the card.
    """
    for edit in change.edits:
        after = edit.after
        if isinstance(after, Activity) and after.phase == Phase.CONFIRMED and KINDS_OF_ACTIVITY[after.kind].judged:
            transaction.forget_papers(workshop, after.id)
    for before, after in _votes(change):
        if before.phase == Phase.OPEN and after.phase == Phase.CLOSED:
            transaction.shuffle(workshop, after.id)
        elif after.phase == Phase.CONFIRMED:
            transaction.forget_voters(workshop, after.id)


def _votes(change: Change) -> Iterator[tuple[Activity, Activity]]:
    for edit in change.edits:
        before, after = edit.before, edit.after
        if isinstance(before, Activity) and isinstance(after, Activity) and KINDS_OF_ACTIVITY[after.kind].votes:
            yield before, after


@dataclass(frozen=True)
class _Ballot:
    workshop: str
    actor: Actor
    activity: str
    credential_hash: str
    key_hash: str
    revision: int
    paper: Any
    at: int

    @property
    def needs(self) -> Needs:
        casting = Casting(self.workshop, self.activity, self.credential_hash, self.key_hash)
        return Needs(voting=self.workshop, casting=casting)

    def run(self, transaction: Transaction) -> Answer:
        board = transaction.board(self.workshop)
        if self.actor.role != "seat":
            raise Refused("not_allowed", "not_allowed")
        seat = present(Asked(board, self.actor, self.at))
        activity = board.get(Activity, self.activity)
        if activity is None:
            raise Refused("not_found", "gone_activity")
        check = KINDS_OF_ACTIVITY[activity.kind].check_paper
        if check is None:
            raise Refused("invalid", "takes_no_ballots")
        if activity.phase != Phase.OPEN:
            raise Refused("phase_closed", "vote_not_open")
        paper = check(board, activity, seat.id, self.paper)
        sector = (seat.sector or None) if activity.settings.get("by_sector") else None
        judged = KINDS_OF_ACTIVITY[activity.kind].judged
        before = transaction.paper(self.workshop, activity.id, self.key_hash) if judged else None
        cast = Cast(self.workshop, activity.id, self.credential_hash, self.key_hash, self.revision, sector, paper)
        if transaction.cast(cast) and judged is not None:
            for change in judged(board, activity, before or {}, paper):
                change = replace(change, at=self.at)
                transaction.change(self.workshop, ROOM, keys.new_id(), "", change, {})
        receipts = activity.settings.get("receipts", False)
        return Answer(board.version, {"receipt": receipt_of(self.key_hash)} if receipts else {})


@dataclass(frozen=True)
class _Sheet:
    """A ballot on paper. Like any ballot it stands in no log: not its content, nor who entered it when."""

    casting: Casting
    actor: Actor
    number: int
    sector: str
    paper: Any
    again: bool
    at: int

    @property
    def needs(self) -> Needs:
        return Needs(voting=self.casting.workshop, casting=self.casting)

    def run(self, transaction: Transaction) -> Answer:
        casting, board = self.casting, transaction.board(self.casting.workshop)
        asked = Asked(board, self.actor, self.at)
        activity = voted_on(asked, casting.activity)
        before = transaction.entered(casting)
        if self.paper is None:
            if before is None:
                raise Refused("not_found", "sheet_not_in", number=self.number)
            transaction.take_out(casting)
        else:
            paper, sector = filled_in(asked, activity, self.number, self.paper), sector_of(activity, self.sector)
            if before is not None and not self.again and before != (json.loads(json.dumps(paper)), sector):
                raise Refused("conflict", "sheet_differs", number=self.number)
            revision = transaction.next_revision(casting)
            transaction.cast(Cast(**vars(casting), revision=revision, sector=sector, paper=paper))
        told: dict[str, Any] = {"sheets": transaction.sheets_in(casting.workshop, activity.id)}
        if self.paper is not None:
            told["known"] = before is not None
            if activity.settings.get("receipts"):
                told["receipt"] = receipt_of(casting.key_hash)
        return Answer(board.version, told)


@dataclass(frozen=True)
class _Creation:
    records: list[Record]

    @property
    def needs(self) -> Needs:
        return Needs()

    def run(self, transaction: Transaction) -> Workshop:
        workshop = self.records[0]
        assert isinstance(workshop, Workshop)
        transaction.create(self.records)
        workshops.add_door(transaction.connection, workshop.id, "projector")
        return workshop


@dataclass(frozen=True)
class _Joining:
    workshop: str
    details: dict[str, Any]
    at: int

    @property
    def needs(self) -> Needs:
        return Needs(changing=self.workshop)

    def run(self, transaction: Transaction) -> Joined:
        board = transaction.board(self.workshop)
        seat = keys.new_id()
        change = decide(board, SYSTEM, "seat.join", {**self.details, "seat": seat}, self.at)
        transaction.change(self.workshop, SYSTEM, keys.new_id(), "", change, change.answer)
        return _admit(transaction, self.workshop, seat, change.answer["number"])


@dataclass(frozen=True)
class _Moving:
    workshop: str
    return_code: str
    at: int

    @property
    def needs(self) -> Needs:
        return Needs(changing=self.workshop)

    def run(self, transaction: Transaction) -> Joined:
        board = transaction.board(self.workshop)
        found = seats.by_return_code(transaction.connection, self.workshop, self.return_code)
        seat = board.get(Seat, found)
        if seat is None or seat.removed:
            raise Refused("not_found", "return_code_unknown")
        seats.forget(transaction.connection, self.workshop, seat.id)
        # Nothing of the record changes, but every process must hear that the seat's old phone is out.
        moved = Change("seat.moved", (Edit(seat, seat),), str(seat.number), at=self.at)
        transaction.change(self.workshop, SYSTEM, keys.new_id(), "", moved, {})
        return _admit(transaction, self.workshop, seat.id, seat.number)


def _admit(transaction: Transaction, workshop: str, seat: str, number: int) -> Joined:
    token = keys.new_token()
    code = seats.admit(transaction.connection, workshop, seat, token, lambda: keys.code(_RETURN_CODE))
    return Joined(seat, number, token, code)


def _hash(verb: Any, args: Any) -> str:
    return hashlib.sha256(json.dumps([verb, args], sort_keys=True, default=str).encode()).hexdigest()


def _is_hex(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 32 and all(c in "0123456789abcdef" for c in value)
