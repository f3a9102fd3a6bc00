"""The schema's version: bring a database up to date, or say why not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from . import engine

NEWER = "These data were written by a newer version of the program; start that version instead."


class WrongSchema(Exception):
    """The database cannot be used as it is; the message is one sentence for people."""


def migrate(url: str) -> bool:
    """Bring the database at ``url`` to the newest schema; say whether there was anything to do."""
    try:
        if _found(engine.reading(url)) == head():
            return False
        writing = engine.writing(url)
        try:
            with writing.connect() as connection:
                _prepare(connection)
                with connection.begin():
                    config = _config()
                    config.attributes["connection"] = connection
                    command.upgrade(config, "head")
        finally:
            writing.dispose()
    except sa.exc.DBAPIError as error:
        why = str(error.orig).strip().splitlines()[0]
        raise WrongSchema(f"The database cannot be opened or brought up to date: {why}") from error
    return True


def _found(reading: sa.Engine) -> str | None:
    """Name the schema version of a database, or refuse one that a newer program has written."""
    try:
        with reading.begin() as connection:
            found = current(connection)
    finally:
        reading.dispose()
    if found is not None and not known(found):
        raise WrongSchema(NEWER)
    return found


def _prepare(connection: sa.Connection) -> None:
    """Lift what guards a running server and would hinder the making anew of tables, or a wait for another."""
    raw: Any = connection.connection.driver_connection
    if connection.dialect.name == "sqlite":
        raw.execute("PRAGMA busy_timeout=60000")
        raw.execute("PRAGMA foreign_keys=OFF")  # else dropping the old table would empty those that hang on it
    else:
        raw.execute("SET statement_timeout = 0")
        raw.execute("SET lock_timeout = 0")
        raw.execute("SELECT pg_advisory_lock(5330033)")  # two servers may start at once; ends with the connection
        raw.commit()


def current(connection: sa.Connection) -> str | None:
    """Name the schema version that a database is at."""
    return MigrationContext.configure(connection).get_current_revision()


def known(version: str) -> bool:
    """Say whether this program knows a schema version; one that it does not know is a newer program's."""
    return version in {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def head() -> str:
    """Name the schema version that this program works with."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    assert newest is not None
    return newest


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config
