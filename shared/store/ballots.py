"""Ballots: whole papers under a key that the phone made, apart from who has voted; without order or time, in no log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from shared.domain.changes import Paper
from shared.domain.sheets import MOST_SHEETS

from .keys import keyed
from .tables import ballot, voted

INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True)
class Cast:
    """A ballot on its way in; both hashes are keyed with the server's secret."""

    workshop: str
    activity: str
    credential_hash: str
    key_hash: str
    revision: int
    sector: str | None
    paper: Any


@dataclass(frozen=True)
class Casting:
    """Which ballot somebody is about to cast: what to look up before."""

    workshop: str
    activity: str
    credential_hash: str
    key_hash: str


@dataclass
class Kept:
    """What is stored of the ballots that a batch speaks of: revisions by key, and who has voted."""

    revisions: dict[tuple[str, str, str], int]
    voters: set[tuple[str, str, str]]


def kept(connection: sa.Connection, casts: Iterable[Casting]) -> Kept:
    """Look up what is stored under these hashes, vote by vote: so the tables' own keys serve."""
    votes: dict[tuple[str, str], list[Casting]] = {}
    for cast in casts:
        votes.setdefault((cast.workshop, cast.activity), []).append(cast)
    found = Kept({}, set())
    for vote, some in votes.items():
        by_key = sa.select(ballot.c.key_hash, ballot.c.revision).where(
            ballot.c.workshop == vote[0],
            ballot.c.activity == vote[1],
            ballot.c.key_hash.in_([cast.key_hash for cast in some]),
        )
        by_voter = sa.select(voted.c.credential_hash).where(
            voted.c.workshop == vote[0],
            voted.c.activity == vote[1],
            voted.c.credential_hash.in_([cast.credential_hash for cast in some]),
        )
        found.revisions |= {(*vote, row.key_hash): row.revision for row in connection.execute(by_key)}
        found.voters |= {(*vote, hash) for hash in connection.execute(by_voter).scalars()}
    return found


def write(connection: sa.Connection, casts: Iterable[Cast]) -> None:
    """Store the newest paper of each key, and that its voter has voted."""
    newest = {(c.workshop, c.activity, c.key_hash): c for c in casts}
    if not newest:
        return
    insert = INSERT[connection.dialect.name]
    mark = insert(voted).on_conflict_do_nothing()
    connection.execute(
        mark,
        sorted(
            (
                {"workshop": c.workshop, "activity": c.activity, "credential_hash": c.credential_hash}
                for c in newest.values()
            ),
            key=lambda row: row["credential_hash"],
        ),
    )
    put = insert(ballot)
    put = put.on_conflict_do_update(
        index_elements=["workshop", "activity", "key_hash"],
        set_={name: put.excluded[name] for name in ("revision", "sector", "paper")},
        where=ballot.c.revision < put.excluded.revision,
    )
    connection.execute(
        put,
        [
            {
                "workshop": c.workshop,
                "activity": c.activity,
                "key_hash": c.key_hash,
                "revision": c.revision,
                "sector": c.sector,
                "paper": c.paper,
            }
            for _, c in sorted(newest.items())
        ],
    )


@lru_cache(maxsize=64)
def sheet_keys(secret: bytes, workshop: str, activity: str) -> dict[str, int]:
    """Give the numbers of a vote's sheets by the hashes of the keys under which their ballots lie."""
    return {sheet_key(secret, workshop, activity, n): n for n in range(1, MOST_SHEETS + 1)}


def sheet_key(secret: bytes, workshop: str, activity: str, sheet: int) -> str:
    return keyed(secret, "sheet", workshop, activity, str(sheet))


def sheets_in(connection: sa.Connection, secret: bytes, workshop: str, activity: str) -> list[int]:
    """List the numbers of the sheets that were entered."""
    numbers = sheet_keys(secret, workshop, activity)
    of = (ballot.c.workshop == workshop) & (ballot.c.activity == activity) & ballot.c.key_hash.in_(list(numbers))
    return sorted(numbers[hash] for hash in connection.execute(sa.select(ballot.c.key_hash).where(of)).scalars())


def under(connection: sa.Connection, casting: Casting) -> tuple[Any, str | None] | None:
    """Give paper and sector of the ballot that lies under a key; None where none does."""
    query = sa.select(ballot.c.paper, ballot.c.sector).where(*_under(casting))
    row = connection.execute(query).one_or_none()
    return (row.paper, row.sector) if row else None


def take_out(connection: sa.Connection, casting: Casting) -> None:
    """Drop a ballot, and that its voter has voted."""
    connection.execute(ballot.delete().where(*_under(casting)))
    by = (voted.c.workshop == casting.workshop) & (voted.c.activity == casting.activity)
    connection.execute(voted.delete().where(by & (voted.c.credential_hash == casting.credential_hash)))


def _under(casting: Casting) -> tuple[Any, ...]:
    return (
        ballot.c.workshop == casting.workshop,
        ballot.c.activity == casting.activity,
        ballot.c.key_hash == casting.key_hash,
    )


def papers(connection: sa.Connection, secret: bytes, workshop: str, activity: str) -> list[Paper]:
    """Give all papers of a vote, in the order of their keys' hashes: no order at all."""
    sheets = sheet_keys(secret, workshop, activity)
    query = (
        sa.select(ballot.c.paper, ballot.c.sector, ballot.c.key_hash)
        .where(ballot.c.workshop == workshop, ballot.c.activity == activity)
        .order_by(ballot.c.key_hash)
    )
    return [
        Paper(row.paper, row.sector, receipt_of(row.key_hash), row.key_hash in sheets)
        for row in connection.execute(query)
    ]


def paper(connection: sa.Connection, workshop: str, activity: str, key_hash: str) -> Any:
    """Give the paper that lies under a key, None where none does."""
    of = sa.and_(ballot.c.workshop == workshop, ballot.c.activity == activity, ballot.c.key_hash == key_hash)
    return connection.execute(sa.select(ballot.c.paper).where(of)).scalar()


def receipt_of(key_hash: str) -> str:
    """Shorten a ballot's hash to what a voter can compare: eight signs, told apart among thousands."""
    return key_hash[:8].upper()


def shuffle(connection: sa.Connection, workshop: str, activity: str) -> None:
    """Write a closed vote's ballots anew, in key order and without their revisions.

    On PostgreSQL the rows of a table lie in the order in which they came, with their transactions' numbers; after this
    they lie in the order of their keys with one number for all. SQLite's table has no order but the key.
    """
    of = sa.and_(ballot.c.workshop == workshop, ballot.c.activity == activity)
    rows = [dict(row._mapping) for row in connection.execute(sa.select(ballot).where(of).order_by(ballot.c.key_hash))]
    connection.execute(ballot.delete().where(of))
    if rows:
        connection.execute(ballot.insert(), [{**row, "revision": 0} for row in rows])


def forget_voters(connection: sa.Connection, workshop: str, activity: str) -> None:
    """Drop who has voted: once the result is agreed on, nobody needs it."""
    connection.execute(voted.delete().where(voted.c.workshop == workshop, voted.c.activity == activity))


def forget(connection: sa.Connection, workshop: str, activity: str) -> None:
    """Drop all papers of a step, and who has given one."""
    connection.execute(ballot.delete().where(ballot.c.workshop == workshop, ballot.c.activity == activity))
    forget_voters(connection, workshop, activity)


def voters_forgotten(connection: sa.Connection, workshop: str, activity: str) -> bool:
    """Say whether there are ballots of whom nobody knows any more who has cast one."""
    query = sa.select(sa.func.count()).where(voted.c.workshop == workshop, voted.c.activity == activity)
    return int(connection.execute(query).scalar_one()) < number(connection, workshop, activity)


def number(connection: sa.Connection, workshop: str, activity: str) -> int:
    query = sa.select(sa.func.count()).where(ballot.c.workshop == workshop, ballot.c.activity == activity)
    return int(connection.execute(query).scalar_one())
