"""One batch of the writer: many commands and ballots of many workshops in one transaction.

Rules run on boards in memory; what they change is collected and written at the end, each record once. A refused command
has touched nothing. Where anything fails, the boards that were touched are forgotten and read anew next time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from shared.domain.changes import Actor, Change, Edit, Paper, Refused
from shared.domain.records import KINDS, Workshop, to_dict
from shared.domain.stored import restored

from . import ballots, log
from .ballots import INSERT, Cast, Casting
from .board import Board, Memory
from .tables import RECORDS
from .tables import change as log_table

MOST_CAUGHT_UP = 1000  # changes to catch up on; beyond that the records are read anew


class Transaction:
    """What the work of one batch shares: the connection, the boards, and what is to be written."""

    def __init__(self, connection: sa.Connection, boards: dict[str, Board], secret: bytes) -> None:
        self.connection, self.secret = connection, secret
        self.boards = boards
        self.changes: dict[str, list[log.Logged]] = {}  # by workshop
        self.voted_in: set[str] = set()  # workshops with ballots
        self.leaves_traces = False  # in the files, of who voted when
        self.held: set[str] = set()  # workshops whose boards are current
        self._answered: dict[tuple[str, str], log.Answered] = {}
        self._records: dict[str, dict[tuple[str, str], dict[str, Any] | None]] = {}
        self._changes: list[dict[str, Any]] = []
        self._casts: list[Cast] = []
        self._kept = ballots.Kept({}, set())

    def prepare(
        self,
        changing: Iterable[str],
        voting: Iterable[str],
        commands: Iterable[tuple[str, str]],
        casts: Iterable[Casting],
    ) -> None:
        """Lock the workshops, bring their boards up to date and look up ids and ballots, in one query each."""
        # Ballots take the workshop alone, too: two processes must not each find that a seat has not voted yet.
        self._hold(sorted({*changing, *voting}))
        if commands := list(commands):
            self._answered = log.answered(self.connection, commands)
        if casts := list(casts):
            self._kept = ballots.kept(self.connection, casts)

    def board(self, workshop: str) -> Board:
        if workshop not in self.held:
            raise Refused("not_found", "not_found")
        return self.boards[workshop]

    def answered(self, workshop: str, command_id: str) -> log.Answered | None:
        return self._answered.get((workshop, command_id))

    def change(
        self, workshop: str, actor: Actor, command_id: str, body: str, change: Change, answer: dict[str, Any]
    ) -> int:
        """Take a change into the transaction: the next version of its workshop."""
        board = self.boards[workshop]
        version = board.version + 1
        board.apply(version, change.edits)
        self._stage(change.edits)
        entry = log.Logged(
            version=version,
            verb=change.verb,
            subject=change.subject,
            reason=change.reason,
            at=change.at,
            undoes=change.undoes,
            actor_role=actor.role,
            actor=actor.id,
            actor_name=actor.name,
            edits=change.edits,
        )
        command = {"workshop": workshop, "command_id": command_id, "body": body, "answer": answer}
        self._changes.append({**vars(entry), "edits": log.dump(entry.edits), **command})
        self.changes.setdefault(workshop, []).append(entry)
        self._answered[workshop, command_id] = log.Answered(version, body, actor.id, answer)
        return version

    def create(self, records: list[Any]) -> None:
        """Take a new workshop in: its records are its first version, and nothing is in its log."""
        workshop = records[0]
        assert isinstance(workshop, Workshop)
        if self._exists(workshop.id, workshop.code):
            raise Refused("conflict", "id_taken")
        self._stage(tuple(Edit(None, record) for record in records))
        self._write_records()
        self.boards[workshop.id] = Board(0, records)
        self.held.add(workshop.id)

    def paper(self, workshop: str, activity: str, key_hash: str) -> Any:
        """Give the paper that is stored under a key, None before the first."""
        self._write_ballots()
        return ballots.paper(self.connection, workshop, activity, key_hash)

    def cast(self, cast: Cast) -> bool:
        """Take a ballot in, once its voter and its key are found to belong together; say whether it is a newer one."""
        voter = (cast.workshop, cast.activity, cast.credential_hash)
        key = (cast.workshop, cast.activity, cast.key_hash)
        if (voter in self._kept.voters) != (key in self._kept.revisions):
            raise Refused("already_voted", "already_voted")
        self._kept.voters.add(voter)
        newer = cast.revision > self._kept.revisions.get(key, -1)
        if newer:
            self._kept.revisions[key] = cast.revision
            self._casts.append(cast)
            self.voted_in.add(cast.workshop)
        return newer

    def entered(self, casting: Casting) -> tuple[Any, str | None] | None:
        """Give paper and sector that were entered under a key; None before the first time."""
        self._write_ballots()
        return ballots.under(self.connection, casting)

    def next_revision(self, casting: Casting) -> int:
        return self._kept.revisions.get((casting.workshop, casting.activity, casting.key_hash), 0) + 1

    def take_out(self, casting: Casting) -> None:
        """Drop a ballot, as if it had never been cast."""
        self._write_ballots()
        ballots.take_out(self.connection, casting)
        self._kept.revisions.pop((casting.workshop, casting.activity, casting.key_hash), None)
        self._kept.voters.discard((casting.workshop, casting.activity, casting.credential_hash))
        self.voted_in.add(casting.workshop)

    def sheets_in(self, workshop: str, activity: str) -> list[int]:
        self._write_ballots()
        return ballots.sheets_in(self.connection, self.secret, workshop, activity)

    def shuffle(self, workshop: str, activity: str) -> None:
        self._write_ballots()
        ballots.shuffle(self.connection, workshop, activity)
        self._kept.revisions = {
            key: 0 if key[:2] == (workshop, activity) else revision for key, revision in self._kept.revisions.items()
        }
        self.leaves_traces = True

    def forget_voters(self, workshop: str, activity: str) -> None:
        self._write_ballots()
        ballots.forget_voters(self.connection, workshop, activity)
        self.leaves_traces = True
        self._kept.voters = {voter for voter in self._kept.voters if voter[:2] != (workshop, activity)}

    def forget_papers(self, workshop: str, activity: str) -> None:
        """Drop all papers of a step, and who has given one."""
        self._write_ballots()
        ballots.forget(self.connection, workshop, activity)
        self.leaves_traces = True
        vote = (workshop, activity)
        self._kept.voters = {voter for voter in self._kept.voters if voter[:2] != vote}
        self._kept.revisions = {key: kept for key, kept in self._kept.revisions.items() if key[:2] != vote}

    def voters_forgotten(self, workshop: str, activity: str) -> bool:
        self._write_ballots()
        return ballots.voters_forgotten(self.connection, workshop, activity)

    def flush(self) -> None:
        """Write all that was taken in."""
        self._write_ballots()
        self._write_records()
        self._write_changes()

    def _hold(self, workshops: list[str]) -> None:
        if not workshops:
            return
        table = RECORDS["workshop"]
        query = sa.select(table.c.id, table.c.version).where(table.c.id.in_(workshops)).order_by(table.c.id)
        versions = {row.id: row.version for row in self.connection.execute(query.with_for_update())}
        for workshop, version in versions.items():
            self.held.add(workshop)
            board = self.boards.get(workshop)
            if board is None or board.version > version or version - board.version > MOST_CAUGHT_UP:
                board = self.boards[workshop] = Board(version, read_records(self.connection, workshop))
            elif board.version < version:
                for logged in log.since(self.connection, workshop, board.version, MOST_CAUGHT_UP):
                    board.apply(logged.version, logged.edits)
            board.memory = self._memory(workshop)

    def _memory(self, workshop: str) -> Memory:
        def papers(activity: str) -> list[Paper]:
            self._write_ballots()
            return ballots.papers(self.connection, self.secret, workshop, activity)

        def change(version: int) -> Change | None:
            self._write_changes()
            logged = log.one(self.connection, workshop, version)
            return logged.change if logged else None

        def undone(version: int) -> bool:
            self._write_changes()
            return log.undone(self.connection, workshop, version)

        return Memory(papers, change, undone)

    def _stage(self, edits: tuple[Edit, ...]) -> None:
        for edit in edits:
            record = edit.record
            staged = self._records.setdefault(edit.kind, {})
            staged[record.workshop, record.id] = to_dict(edit.after) if edit.after is not None else None

    def _write_records(self) -> None:
        for kind in KINDS:
            staged = self._records.pop(kind, None)
            if not staged:
                continue
            table = RECORDS[kind]
            if gone := [key for key, row in staged.items() if row is None]:
                of = sa.and_(table.c.workshop == sa.bindparam("w"), table.c.id == sa.bindparam("i"))
                self.connection.execute(table.delete().where(of), [{"w": w, "i": i} for w, i in gone])
            if rows := [row for row in staged.values() if row is not None]:
                put = INSERT[self.connection.dialect.name](table)
                fields = [c.name for c in table.c if c.name not in ("workshop", "id", "version")]
                put = put.on_conflict_do_update(
                    index_elements=["workshop", "id"], set_={name: put.excluded[name] for name in fields}
                )
                self.connection.execute(put, rows)

    def _write_changes(self) -> None:
        self._write_records()
        if not self._changes:
            return
        self.connection.execute(log_table.insert(), self._changes)
        table = RECORDS["workshop"]
        newest = {row["workshop"]: row["version"] for row in self._changes}
        self.connection.execute(
            table.update().where(table.c.id == sa.bindparam("w")).values(version=sa.bindparam("v")),
            [{"w": workshop, "v": version} for workshop, version in newest.items()],
        )
        self._changes = []

    def _write_ballots(self) -> None:
        ballots.write(self.connection, self._casts)
        self._casts = []

    def _exists(self, id: str, code: str) -> bool:
        table = RECORDS["workshop"]
        query = sa.select(table.c.id).where(sa.or_(table.c.id == id, table.c.code == code))
        return self.connection.execute(query).first() is not None


def read_records(connection: sa.Connection, workshop: str) -> list[Any]:
    """Read all records of a workshop."""
    return [
        restored(kind, dict(row._mapping))
        for kind, table in RECORDS.items()
        for row in connection.execute(sa.select(table).where(table.c.workshop == workshop))
    ]
