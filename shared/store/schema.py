"""The schema's version: bring a database up to date, or say why not."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from . import engine


class WrongSchema(Exception):
    """The database was written by another version of the program; the message is for people."""


def migrate(url: str) -> bool:
    """Bring the database at ``url`` to the newest schema; say whether there was anything to do."""
    writing = engine.writing(url)
    try:
        with writing.begin() as connection:
            known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
            found = MigrationContext.configure(connection).get_current_revision()
            if found is not None and found not in known:
                raise WrongSchema(
                    "These data were written by a newer version of the program; start that version instead."
                )
            if found == head():
                return False
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            return True
    finally:
        writing.dispose()


def current(connection: sa.Connection) -> str | None:
    """Name the schema version that a database is at."""
    return MigrationContext.configure(connection).get_current_revision()


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
