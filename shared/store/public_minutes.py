"""Which sealed minutes may stand on public pages as an extract: at most one version of a workshop."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa

from .revisions import Revision, one
from .tables import public_minutes as table


def release(connection: sa.Connection, workshop: str, number: int, at: int, by: str) -> None:
    """Make the extract of a version public, in the place of another's."""
    withdraw(connection, workshop)
    connection.execute(table.insert().values(workshop=workshop, number=number, at=at, by=by))


def withdraw(connection: sa.Connection, workshop: str) -> None:
    connection.execute(table.delete().where(table.c.workshop == workshop))


def number_of(connection: sa.Connection, workshop: str) -> int | None:
    """Say which version's extract is public."""
    return connection.execute(sa.select(table.c.number).where(table.c.workshop == workshop)).scalar()


def released(connection: sa.Connection, workshops: Collection[str]) -> dict[str, Revision]:
    """Give the versions of these workshops whose extract is public; sealed ones alone."""
    rows = connection.execute(sa.select(table).where(table.c.workshop.in_(workshops)))
    found = {row.workshop: one(connection, row.workshop, row.number) for row in rows}
    return {id: kept for id, kept in found.items() if kept is not None and kept.sealed_at is not None}
