"""What many commands share: where the data are, and answers for people or for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from shared.config import Settings
from shared.domain.records import Workshop
from shared.store import schema, workshops
from shared.store.store import Store

data_option = click.option("--data", type=click.Path(file_okay=False), help="Folder with the data (LED_DATA).")
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object for scripts.")


class Failed(click.ClickException):
    """A command that could not do what it was asked: one sentence, exit code 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        click.echo(self.format_message(), err=True)


@contextmanager
def opened(data: str | None) -> Iterator[tuple[Settings, Store]]:
    """Open the store of a data folder, brought up to date; a running server notices what is written."""
    settings = Settings.read(data=data)
    schema.migrate(settings.database_url)
    store = Store(settings.database_url, settings.secret)
    try:
        yield settings, store
    finally:
        store.close()


def workshop_of(store: Store, code: str) -> Workshop:
    """Find a workshop by its join code, as people type it."""
    tidy = "".join(c for c in code.upper() if c.isalnum())
    with store.read() as connection:
        found = workshops.by_code(connection, tidy)
    if found is None:
        raise Failed(f"No workshop has the code {code}.")
    return found


def tell(answer: dict[str, Any], as_json: bool, text: str) -> None:
    """Print an answer: the object for scripts, the text for people."""
    click.echo(json.dumps(answer, ensure_ascii=False) if as_json else text)
