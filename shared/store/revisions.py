"""Saved versions of a workshop's minutes; a version is never changed."""

from __future__ import annotations

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


def _revision(row: Any) -> Revision:
    values = dict(row._mapping)
    values.pop("workshop")
    return Revision(**values)
