"""``led-workshop template``: own templates, listed, put into a file, taken out of one."""

from __future__ import annotations

import time
from pathlib import Path

import click

from shared.domain.templates import TEMPLATES
from shared.store import people, templates
from shared.store.store import Store
from shared.store.templates import Template
from shared.web.making import OWN
from shared.web.own_templates import as_file, from_file

from .options import Failed, data_option, json_option, opened, tell
from .regions import region_named


@click.group()
def template() -> None:
    """Own templates."""


@template.command(name="list")
@data_option
@json_option
def list_(data: str | None, as_json: bool) -> None:
    """List the own templates of everybody."""
    with opened(data) as (_, store), store.read() as connection:
        kept = templates.every(connection)
    told = [{"id": t.id, "name": t.name, "description": t.description, "shared": t.shared} for t in kept]
    lines = [f"{OWN}{t.id}  {t.name}" for t in kept] or ["There is no template yet."]
    tell({"templates": told}, as_json, "\n".join(lines))


@template.command()
@click.argument("name")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False), help="File to write.")
@data_option
@json_option
def export(name: str, output: str, data: str | None, as_json: bool) -> None:
    """Put a template into a file; NAME is its name, or own: and its id."""
    with opened(data) as (_, store):
        found = own_template(store, name)
    try:
        Path(output).write_text(as_file(found), encoding="utf-8")
    except OSError as error:
        raise Failed(f"{output} cannot be written: {error.strerror}.") from error
    tell({"id": found.id, "name": found.name, "file": output}, as_json, f"Written to {output}.")


@template.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("--owner", required=True, help="E-mail address of the person whose template it becomes.")
@click.option("--region", help="Name of the region that may share it; else the first.")
@data_option
@json_option
def import_(file: str, owner: str, region: str | None, data: str | None, as_json: bool) -> None:
    """Take a template out of a file; its owner may share it then."""
    with opened(data) as (_, store):
        with store.read() as connection:
            person = people.by_email(connection, owner)
        if person is None:
            raise Failed(f"Nobody here has the address {owner}.")
        now = time.time_ns() // 1_000_000
        id = from_file(store, Path(file).read_bytes(), person, region_named(store, region), now)
    tell({"id": id}, as_json, f"Kept as {OWN}{id}.")


def template_named(store: Store, name: str) -> str:
    """Say which template is meant: one of the program's own, or an own one, by its id or by its name."""
    if name in TEMPLATES:
        return name
    try:
        return f"{OWN}{own_template(store, name).id}"
    except Failed as unknown:
        raise click.BadParameter(unknown.message, param_hint="--template") from unknown


def own_template(store: Store, name: str) -> Template:
    with store.read() as connection:
        kept = templates.every(connection)
    found = [t for t in kept if name == OWN + t.id or name.casefold() == t.name.casefold()]
    if not found:
        raise Failed(f"There is no template {name}. There are: {', '.join([*TEMPLATES, *(t.name for t in kept)])}.")
    if len(found) > 1:
        raise Failed(f"Several templates are called {name}: {', '.join(OWN + t.id for t in found)}.")
    return found[0]
