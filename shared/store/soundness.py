"""A look at a database from outside, without changing it: can it be opened, is it whole, how new is it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from . import engine, schema
from .tables import RECORDS, change


@dataclass(frozen=True)
class Soundness:
    """``version`` is the schema's, None where there is no database yet; ``damage`` what SQLite finds wrong, or ""."""

    version: str | None
    newest: bool = False
    damage: str = ""
    workshops: int = 0
    last_change: int | None = None  # ms since 1970


def look(url: str) -> Soundness:
    """Look at the database at ``url``, or refuse (``WrongSchema``) one that cannot be read or is of a newer program."""
    if url.startswith("sqlite:///") and not Path(url.removeprefix("sqlite:///")).exists():
        return Soundness(None)
    reading = engine.reading(url)
    try:
        with reading.begin() as connection:
            return _look(connection)
    except sa.exc.DBAPIError as error:
        why = str(error.orig).strip().splitlines()[0]
        raise schema.WrongSchema(f"The database cannot be read: {why}.") from error
    finally:
        reading.dispose()


def _look(connection: sa.Connection) -> Soundness:
    version = schema.current(connection)
    if version is None:
        return Soundness(None)
    if not schema.known(version):
        raise schema.WrongSchema(schema.NEWER)
    damage = ""
    if connection.dialect.name == "sqlite":
        found = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())
        damage = "" if found == "ok" else found.splitlines()[0]
    return Soundness(
        version,
        newest=version == schema.head(),
        damage=damage,
        workshops=connection.scalar(sa.select(sa.func.count()).select_from(RECORDS["workshop"])) or 0,
        last_change=connection.scalar(sa.select(sa.func.max(change.c.at))),
    )
