"""Addresses to which the result goes by e-mail: apart from seats and records, and forgotten once it was sent.

What stays of an address is its hash under the server's secret, so that nobody gets the same mail twice.
"""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from shared.domain.mailing import LEASE, Sending

from .tables import mailing as table

UNSURE = "unsure"  # the reason where nobody knows whether it was sent: the server stopped while it was


@dataclass(frozen=True)
class Letter:
    """One mail to one address. ``tries`` counts this one; ``digest`` is the address's hash, the same every time."""

    workshop: str
    digest: str
    address: str
    language: str
    tries: int


def add(connection: sa.Connection, workshop: str, digest: str, address: str, language: str, now: int) -> bool:
    """Keep an address once; say whether it was new."""
    if connection.scalar(sa.select(table.c.state).where(*_one(workshop, digest))) is not None:
        return False
    row = {"address": address, "language": language, "state": Sending.WAITING, "tries": 0, "at": now, "reason": ""}
    connection.execute(table.insert().values(workshop=workshop, digest=digest, **row))
    return True


def forget(connection: sa.Connection, workshop: str, digest: str) -> bool:
    """Take an address out that was not sent to yet; say whether it was there."""
    idle = table.c.state.in_((Sending.WAITING, Sending.QUEUED, Sending.FAILED))
    return connection.execute(table.delete().where(*_one(workshop, digest), idle)).rowcount == 1


def counts(connection: sa.Connection, workshop: str) -> dict[str, int]:
    """Say how many addresses of a workshop have come how far."""
    query = sa.select(table.c.state, sa.func.count()).where(table.c.workshop == workshop).group_by(table.c.state)
    return {row[0]: row[1] for row in connection.execute(query)}


def failed(connection: sa.Connection, workshop: str) -> list[tuple[str, str, str]]:
    """List what failed as (digest, address, reason), by address."""
    query = sa.select(table.c.digest, table.c.address, table.c.reason)
    query = query.where(table.c.workshop == workshop, table.c.state == Sending.FAILED).order_by(table.c.address)
    return [(row.digest, row.address, row.reason) for row in connection.execute(query)]


def queue(connection: sa.Connection, workshop: str, now: int, state: Sending) -> int:
    """Queue all of a workshop's addresses that are in a state; say how many."""
    chosen = table.update().where(table.c.workshop == workshop, table.c.state == state)
    return connection.execute(chosen.values(state=Sending.QUEUED, at=now, tries=0, reason="")).rowcount


def claim(connection: sa.Connection, now: int) -> Letter | None:
    """Take the next letter that is due for this sender alone; None where there is none.

    Of several senders one gets it: the row is changed only while it still is as it was read.
    """
    due = (table.c.state == Sending.QUEUED) & (table.c.at <= now)
    row = connection.execute(sa.select(table).where(due).order_by(table.c.at, table.c.digest).limit(1)).one_or_none()
    if row is None:
        return None
    mine = table.update().where(*_one(row.workshop, row.digest), table.c.state == Sending.QUEUED)
    if connection.execute(mine.values(state=Sending.SENDING, tries=row.tries + 1, at=now)).rowcount != 1:
        return None
    return Letter(row.workshop, row.digest, row.address, row.language, row.tries + 1)


def done(connection: sa.Connection, letter: Letter) -> None:
    """Note that a letter went, and forget the address."""
    _settle(connection, letter, state=Sending.SENT, address="", reason="")


def put_off(connection: sa.Connection, letter: Letter, at: int) -> None:
    _settle(connection, letter, state=Sending.QUEUED, at=at)


def give_up(connection: sa.Connection, letter: Letter, reason: str) -> None:
    _settle(connection, letter, state=Sending.FAILED, reason=reason)


def unsure(connection: sa.Connection, now: int) -> int:
    """Note as failed what a server was sending when it stopped: it may have gone, and is not sent twice unasked."""
    left = table.update().where(table.c.state == Sending.SENDING, table.c.at <= now - LEASE * 1000)
    return connection.execute(left.values(state=Sending.FAILED, reason=UNSURE)).rowcount


def forget_before(connection: sa.Connection, at: int) -> int:
    """Forget addresses that nobody has sent to since."""
    old = table.delete().where(table.c.at < at, table.c.state.in_((Sending.WAITING, Sending.FAILED)))
    return connection.execute(old).rowcount


def _one(workshop: str, digest: str) -> tuple[sa.ColumnElement[bool], sa.ColumnElement[bool]]:
    return table.c.workshop == workshop, table.c.digest == digest


def _settle(connection: sa.Connection, letter: Letter, **values: object) -> None:
    mine = table.update().where(*_one(letter.workshop, letter.digest), table.c.state == Sending.SENDING)
    connection.execute(mine.values(**values))
