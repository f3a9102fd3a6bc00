"""``led-workshop migrate``: bring the database up to date."""

from __future__ import annotations

import click

from shared.config import Settings
from shared.store import schema

from .options import data_option, json_option, tell


@click.command()
@data_option
@json_option
def migrate(data: str | None, as_json: bool) -> None:
    """Bring the database up to date; the server does so by itself at start."""
    settings = Settings.read(data=data)
    changed = schema.migrate(settings.database_url)
    tell({"schema": schema.head(), "changed": changed}, as_json, "Brought up to date." if changed else "Up to date.")
