"""Files attached to applications, apart from their entries, so that what is taken out is gone."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import asdict, fields

import sqlalchemy as sa

from shared.domain.register.attached import Attached

from .tables import attachment as table

_TOLD = [table.c[field.name] for field in fields(Attached)]


def all_of(connection: sa.Connection, entry: str) -> list[Attached]:
    """List a measure's files by kind and time, without what is in them."""
    query = sa.select(*_TOLD).where(table.c.entry == entry).order_by(table.c.kind, table.c.at, table.c.id)
    return [Attached(**row) for row in connection.execute(query).mappings()]


def content(connection: sa.Connection, entry: str, id: str) -> tuple[Attached, bytes] | None:
    """Give a file with what is in it."""
    kept = connection.scalar(sa.select(table.c.content).where(table.c.entry == entry, table.c.id == id))
    told = next((one for one in all_of(connection, entry) if one.id == id), None)
    return None if kept is None or told is None else (told, b64decode(kept))


def add(connection: sa.Connection, entry: str, told: Attached, kept: bytes) -> None:
    connection.execute(table.insert().values(entry=entry, content=b64encode(kept).decode(), **asdict(told)))


def remove(connection: sa.Connection, entry: str, id: str) -> None:
    connection.execute(table.delete().where(table.c.entry == entry, table.c.id == id))
