"""The files of sealed versions of minutes as they were given out: each is known again by its SHA-256.

A version's own checksum stands among them where they were kept from its sealing on; files of one that was sealed
before may be in people's hands without being here.
"""

from __future__ import annotations

import sqlalchemy as sa

from .ballots import INSERT
from .tables import sealed_file as table


def note(connection: sa.Connection, workshop: str, number: int, digest: str) -> None:
    """Keep the digest of a file that is given out; a second time is no other."""
    row = {"workshop": workshop, "number": number, "digest": digest}
    connection.execute(INSERT[connection.dialect.name](table).values(row).on_conflict_do_nothing())


def begin(connection: sa.Connection, workshop: str, number: int, checksum: str) -> None:
    """Say that from here on all files of a version that is sealed now are kept."""
    note(connection, workshop, number, checksum)


def all_noted(connection: sa.Connection, workshop: str, number: int, checksum: str) -> bool:
    """Say whether all files of a sealed version were kept, from the first on."""
    return is_noted(connection, workshop, number, checksum)


def is_noted(connection: sa.Connection, workshop: str, number: int, digest: str) -> bool:
    where = (table.c.workshop == workshop) & (table.c.number == number) & (table.c.digest == digest)
    return connection.execute(sa.select(sa.exists().where(where))).scalar_one()


def version_of(connection: sa.Connection, digest: str) -> tuple[str, int] | None:
    """Find the workshop and the version whose file has a digest."""
    query = sa.select(table.c.workshop, table.c.number).where(table.c.digest == digest).limit(1)
    row = connection.execute(query).one_or_none()
    return (row.workshop, row.number) if row else None
