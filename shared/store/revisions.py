"""Saved versions of a workshop's minutes; a version is never changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from .tables import minutes_revision as table


@dataclass(frozen=True)
class Revision:
    number: int
    at: int
    by: str
    note: str
    markdown: str
    html: str
    data: dict[str, Any]
    tree: dict[str, Any] | None  # None in versions from before it was kept
    sealed_at: int | None = None
    sealed_by: str | None = None
    checksum: str | None = None


def save(
    connection: sa.Connection,
    workshop: str,
    *,
    at: int,
    by: str,
    note: str,
    markdown: str,
    html: str,
    data: dict[str, Any],
    tree: dict[str, Any] | None = None,
) -> int:
    """Keep the minutes as they stand and give the version's number, counted from 1."""
    last = connection.execute(sa.select(sa.func.max(table.c.number)).where(table.c.workshop == workshop)).scalar_one()
    number = (last or 0) + 1
    row = {"at": at, "by": by, "note": note, "markdown": markdown, "html": html, "data": data, "tree": tree}
    connection.execute(table.insert().values(workshop=workshop, number=number, **row))
    return number


def all_of(connection: sa.Connection, workshop: str) -> list[Revision]:
    """List a workshop's versions, newest first."""
    query = sa.select(table).where(table.c.workshop == workshop).order_by(table.c.number.desc())
    return [_revision(row) for row in connection.execute(query)]


def one(connection: sa.Connection, workshop: str, number: int) -> Revision | None:
    row = connection.execute(
        sa.select(table).where(table.c.workshop == workshop, table.c.number == number)
    ).one_or_none()
    return _revision(row) if row else None


def seal(connection: sa.Connection, workshop: str, number: int, *, checksum: str, at: int, by: str) -> bool:
    """Seal a version once; say whether it was this time."""
    open_ = (table.c.workshop == workshop) & (table.c.number == number) & table.c.sealed_at.is_(None)
    sealed = table.update().where(open_).values(sealed_at=at, sealed_by=by, checksum=checksum)
    return connection.execute(sealed).rowcount == 1


def sealed(connection: sa.Connection, checksum: str) -> tuple[str, Revision] | None:
    """Find the sealed version with a checksum, and whose workshop's it is."""
    query = sa.select(table).where(table.c.checksum == checksum, table.c.sealed_at.is_not(None)).limit(1)
    row = connection.execute(query).one_or_none()
    return (row.workshop, _revision(row)) if row else None


def newest_seal(connection: sa.Connection, workshop: str) -> str | None:
    """Give the checksum of a workshop's newest sealed version; None where none is sealed."""
    query = sa.select(table.c.checksum).where(table.c.workshop == workshop, table.c.sealed_at.is_not(None))
    return connection.execute(query.order_by(table.c.number.desc()).limit(1)).scalar()


def sealed_ones(connection: sa.Connection, workshops: Collection[str]) -> set[str]:
    """Say which of these workshops have a sealed version."""
    query = sa.select(table.c.workshop).where(table.c.workshop.in_(workshops), table.c.sealed_at.is_not(None))
    return set(connection.execute(query.distinct()).scalars())


def _revision(row: Any) -> Revision:
    values = dict(row._mapping)
    values.pop("workshop")
    return Revision(**values)
