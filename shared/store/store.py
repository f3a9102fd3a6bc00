"""The store: one writer, many readers. Nothing outside this folder speaks SQL."""

from __future__ import annotations

import logging
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from shared.domain.changes import Paper, Refused

from . import ballots, engine, log
from .board import Board, Memory
from .recent import Recent
from .tables import RECORDS
from .transaction import Transaction, read_records
from .writer import Job, Writer

_BOARDS_KEPT = 50
_TRIES = 3
_TRANSIENT = ("40001", "40P01", "57P0", "08")  # serialisation, deadlock, shutdown, connection
logger = logging.getLogger(__name__)
R = TypeVar("R")


class Work(Protocol):
    """A piece of work for the writer: what it needs looked up, and what it does."""

    @property
    def needs(self) -> Needs: ...
    def run(self, transaction: Transaction) -> Any: ...


@dataclass(frozen=True)
class Needs:
    """What a batch looks up at once for all its work."""

    changing: str | None = None  # a workshop that is changed: nobody else at the same time
    voting: str | None = None  # a workshop that gets a ballot: beside other ballots
    command: tuple[str, str] | None = None
    casting: ballots.Casting | None = None


@dataclass(frozen=True)
class Plain:
    """Work that is a function of the connection alone: people, regions, doors. Refused midway it leaves nothing."""

    function: Callable[[sa.Connection], Any]
    needs: Needs = Needs()

    def run(self, transaction: Transaction) -> Any:
        with transaction.connection.begin_nested():
            return self.function(transaction.connection)


class Store:
    """Opens the database at ``url``; ``secret`` keys credentials' hashes. ``after`` hears what a commit touched."""

    def __init__(self, url: str, secret: bytes) -> None:
        self.url, self.secret = url, secret
        self.after: Callable[[set[str], set[str]], None] | None = None
        self._reading = engine.reading(url)
        self._writing = engine.writing(url)
        self._boards: OrderedDict[str, Board] = OrderedDict()
        self._recent = Recent()
        self._traces = False  # a vote has closed, and its order of arrival still lies in the files
        self._writer = Writer(self._run, then=self._tidy)

    @property
    def dialect(self) -> str:
        return self._reading.dialect.name

    @property
    def waiting(self) -> int:
        return self._writer.waiting

    def write(self, work: Work | Callable[[sa.Connection], Any]) -> Any:
        """Do work in the writer and give its result after the commit."""
        return self._writer.submit(Plain(work) if callable(work) else work)

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one consistent picture and writes nothing."""
        with self._reading.begin() as connection:
            yield connection

    def close(self) -> None:
        self._writer.close()
        self._writing.dispose()
        self._reading.dispose()

    def version(self, workshop: str) -> int | None:
        table = RECORDS["workshop"]
        with self.read() as connection:
            return connection.execute(sa.select(table.c.version).where(table.c.id == workshop)).scalar_one_or_none()

    def versions(self, workshops: Sequence[str]) -> dict[str, int]:
        """Give the head versions of several workshops in one query."""
        table = RECORDS["workshop"]
        with self.read() as connection:
            query = sa.select(table.c.id, table.c.version).where(table.c.id.in_(list(workshops)))
            return {row.id: row.version for row in connection.execute(query)}

    def records(self, workshop: str) -> tuple[int, list[Any]]:
        """Read a workshop's version and all its records as they are at that version."""
        table = RECORDS["workshop"]
        with self.read() as connection:
            version = connection.execute(sa.select(table.c.version).where(table.c.id == workshop)).scalar_one_or_none()
            if version is None:
                raise Refused("not_found", "not_found")
            return version, read_records(connection, workshop)

    def look(self, workshop: str, see: Callable[[Board], R]) -> R:
        """Let ``see`` look at a workshop's board and its ballots, all of one moment; nothing can be changed."""
        table = RECORDS["workshop"]
        with self.read() as connection:
            version = connection.execute(sa.select(table.c.version).where(table.c.id == workshop)).scalar_one()
            board = Board(version, read_records(connection, workshop))
            board.memory = Memory(
                lambda activity: ballots.papers(connection, self.secret, workshop, activity),
                lambda number: getattr(log.one(connection, workshop, number), "change", None),
                lambda number: log.undone(connection, workshop, number),
            )
            return see(board)

    def changes_since(self, workshop: str, version: int, limit: int = 500) -> list[log.Logged]:
        """Give a workshop's next changes after a version, oldest first; those made here are not read back."""
        recent = self._recent.since(workshop, version)
        if recent and recent[-1].version == self.version(workshop):  # else another process has written, too
            return recent[:limit]
        with self.read() as connection:
            return log.since(connection, workshop, version, limit)

    def acts(self, workshop: str, last: int = 100, before: int | None = None) -> list[dict[str, Any]]:
        with self.read() as connection:
            return log.acts(connection, workshop, last, before)

    def papers(self, workshop: str, activity: str) -> list[Paper]:
        with self.read() as connection:
            return ballots.papers(connection, self.secret, workshop, activity)

    def sheets_in(self, workshop: str, activity: str) -> list[int]:
        """List the numbers of the sheets of paper that were entered into a vote."""
        with self.read() as connection:
            return ballots.sheets_in(connection, self.secret, workshop, activity)

    def ballot_count(self, workshop: str, activity: str) -> int:
        with self.read() as connection:
            return ballots.number(connection, workshop, activity)

    def _run(self, jobs: Sequence[Job]) -> None:
        """Run a batch in one transaction; where the database objects, run its jobs one by one."""
        try:
            self._together(jobs)
        except Exception as error:  # every job gets an answer, whatever happens
            if len(jobs) > 1 and not _is_blocked(error):
                for job in jobs:
                    self._run_alone(job)
            else:  # where nothing can be written just now, nobody waits for each of the others to find out
                for job in jobs:
                    self._fail(job, error)

    def _run_alone(self, job: Job) -> None:
        for left in range(_TRIES - 1, -1, -1):
            try:
                self._together([job])
                return
            except Exception as error:
                if left and _is_transient(error):
                    continue
                self._fail(job, error)
                return

    def _together(self, jobs: Sequence[Job]) -> None:
        works: list[Work] = [job.work for job in jobs]
        needs = [work.needs for work in works]
        for job in jobs:
            job.result, job.error = None, None
        transaction: Transaction | None = None
        try:
            with self._writing.begin() as connection:
                transaction = Transaction(connection, self._boards, self.secret)
                transaction.prepare(
                    changing=[n.changing for n in needs if n.changing],
                    voting=[n.voting for n in needs if n.voting],
                    commands=[n.command for n in needs if n.command],
                    casts=[n.casting for n in needs if n.casting],
                )
                for job, work in zip(jobs, works, strict=True):
                    try:
                        job.result = work.run(transaction)
                    except Refused as refusal:
                        job.error = refusal
                transaction.flush()
        except BaseException as error:
            for workshop in transaction.held if transaction is not None else ():
                self._boards.pop(workshop, None)
            if _is_broken(error):
                self._writing.dispose()
            raise
        self._after_commit(transaction)

    def _after_commit(self, transaction: Transaction) -> None:
        touched = set(transaction.changes)
        for workshop in touched | transaction.voted_in:
            if workshop in self._boards:
                self._boards.move_to_end(workshop)
        for workshop, changes in transaction.changes.items():
            self._recent.add(workshop, changes)
        while len(self._boards) > _BOARDS_KEPT:
            workshop, _ = self._boards.popitem(last=False)
            self._recent.forget(workshop)
        self._traces = self._traces or transaction.leaves_traces
        if self.after is not None and (touched or transaction.voted_in):
            try:
                self.after(touched, transaction.voted_in)
            except Exception:  # it is committed: whatever goes wrong now must not have it done again
                logger.exception("what was to follow a commit failed")

    def _tidy(self) -> bool:
        """After a vote has closed: wipe the order of arrival from the write-ahead log and dead rows. True: not yet."""
        if not self._traces:
            return False
        try:
            if self.dialect == "postgresql":
                with self._writing.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                    for table in ("ballot", "voted"):
                        connection.exec_driver_sql(f"VACUUM FULL {table}")
                self._traces = False
            else:
                with closing(self._writing.raw_connection()) as raw:  # no checkpoint inside a transaction
                    self._traces = not _truncate_log(raw.driver_connection)
        except (DBAPIError, sqlite3.Error):
            logger.warning("traces of a closed vote are wiped later", exc_info=True)
        return self._traces

    def _fail(self, job: Job, error: BaseException) -> None:
        if isinstance(error, DBAPIError) and (_is_transient(error) or isinstance(error, OperationalError)):
            logger.warning("the database could not write: %s", error.orig)
            job.error = Refused("busy", "busy", retry=True)
        else:
            logger.error("a piece of work failed", exc_info=error)
            job.error = error


def _truncate_log(connection: Any) -> bool:
    """Empty SQLite's write-ahead log, unless somebody is reading in it just now."""
    connection.execute("PRAGMA busy_timeout=200")
    try:
        busy: int = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return not busy
    finally:
        connection.execute("PRAGMA busy_timeout=5000")


def _is_broken(error: BaseException) -> bool:
    """Say whether SQLite's connection is not to be trusted after this: the disk itself failed under it."""
    code = getattr(getattr(error, "orig", None), "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_READONLY)


def _is_blocked(error: BaseException) -> bool:
    return isinstance(error, OperationalError) and not _is_transient(error)


def _is_transient(error: BaseException) -> bool:
    if not isinstance(error, DBAPIError):
        return False
    state = getattr(error.orig, "sqlstate", None) or ""
    return error.connection_invalidated or isinstance(error, InterfaceError) or state.startswith(_TRANSIENT)
