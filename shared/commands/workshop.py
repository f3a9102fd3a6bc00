"""``led-workshop workshop``: make one, put it into a file, take it out of one."""

from __future__ import annotations

import json
import time
from datetime import date as calendar
from pathlib import Path
from typing import Any

import click

from shared.desk import SYSTEM, Desk
from shared.domain.changes import Refused
from shared.photos.bare import look_at
from shared.store import archive, arriving, people
from shared.store.arriving import settled
from shared.store.keys import new_id
from shared.store.signing import signed, signer_of
from shared.store.store import Store
from shared.web.carrying import hear, take_over
from shared.web.language import languages, t
from shared.web.making import clone_workshop, make_workshop

from .options import Failed, data_option, json_option, opened, tell, workshop_of
from .regions import region_named
from .template import template_named
from .urls import urls_of

MOST_FILE = 100 * 1024 * 1024  # bytes


@click.group()
def workshop() -> None:
    """Workshops."""


@workshop.command()
@click.option("--template", required=True, help="The agenda to begin with: one of the seven, or an own template.")
@click.option("--title", required=True, help="What it is called.")
@click.option("--region", help="Name of the region; made where there is none of that name.")
@click.option("--lang", "language", default="en", show_default=True, type=click.Choice(languages()), help="Language.")
@click.option("--date", help="Day of the workshop, YYYY-MM-DD; today where it is left out.")
@data_option
@json_option
def new(
    template: str, title: str, region: str | None, language: str, date: str | None, data: str | None, as_json: bool
) -> None:
    """Make a workshop from a template."""
    with opened(data) as (settings, store):
        made = make_workshop(
            Desk(store),
            template=template_named(store, template),
            title=title,
            region=region_named(store, region, language),
            language=language,
            date=date or calendar.today().isoformat(),
        )
        answer = urls_of(settings, store, made)
    text = f"{made.title}: code {made.code}\nJoin: {answer['join_url']}\nWall: {answer['projector_url']}"
    tell(answer, as_json, f"{text}\nConsole: {answer['console_url']}")


@workshop.command()
@click.argument("code")
@click.option("--title", help="What the new one is called; else the same.")
@click.option("--date", help="Day of the new one, YYYY-MM-DD; today where it is left out.")
@click.option("--measures", is_flag=True, help="Take the measures along.")
@data_option
@json_option
def clone(code: str, title: str | None, date: str | None, measures: bool, data: str | None, as_json: bool) -> None:
    """Make a workshop like another: the same agenda, settings, languages and texts, nothing that happened."""
    with opened(data) as (settings, store):
        found = workshop_of(store, code)
        made = clone_workshop(
            Desk(store),
            found.id,
            title=title or found.title,
            date=date or calendar.today().isoformat(),
            measures=measures,
        )
        answer = urls_of(settings, store, made)
    tell(answer, as_json, f"{made.title}: code {made.code}\nConsole: {answer['console_url']}")


@workshop.command()
@click.argument("code")
@click.option("--from", "former", required=True, help="Code of the workshop that it comes from.")
@click.option("--findings", is_flag=True, help="What its interviews gave, instead of its measures.")
@data_option
@json_option
def carry(code: str, former: str, findings: bool, data: str | None, as_json: bool) -> None:
    """Take over the measures of an earlier workshop of the same region, or the findings of its interviews."""
    with opened(data) as (_, store):
        found, origin = workshop_of(store, code), workshop_of(store, former)
        take = hear if findings else take_over
        try:
            answer = take(Desk(store), found, origin, SYSTEM, new_id())
        except Refused as refused:
            raise Failed(t("en", f"refused.{refused.key}", **refused.params)) from refused
    what = "findings" if findings else "measures"
    n = answer.data[what]
    told = {"id": found.id, "code": found.code, "from": origin.code, what: n}
    tell(told, as_json, f"Taken over from {origin.title}: {n}.")


@workshop.command()
@click.argument("code")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False), help="File to write.")
@click.option("--signed", "with_key", is_flag=True, help="Sign it with this office's key, for `region merge`.")
@data_option
@json_option
def export(code: str, output: str, with_key: bool, data: str | None, as_json: bool) -> None:
    """Put a workshop with its history and ballots into a file."""
    with opened(data) as (_, store):
        found = workshop_of(store, code)
        with store.read() as connection:
            document = archive.laid_out(connection, found.id)
            if with_key:
                now = time.time_ns() // 1_000_000
                document = signed(store.secret, arriving.pack(connection, found.id, now))
    _write(Path(output), json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    tell({"id": found.id, "code": found.code, "file": output}, as_json, f"Written to {output}.")


@workshop.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("--region", help="Name of the region that it comes to; else the one that it had.")
@data_option
@json_option
def import_(file: str, region: str | None, data: str | None, as_json: bool) -> None:
    """Take a workshop out of a file."""
    document = _read(Path(file))
    if isinstance(document, dict) and document.get("schema") == arriving.SCHEMA:
        signer_of(document)
        document = document.get("workshop")
    with opened(data) as (settings, store):
        try:
            content = archive.read(document)
            came = content.workshop
            look_at(content.lines["photos"])
            made = archive.import_workshop(store, settled(document, _region(store, came.region, region)))
        except archive.BadArchive as bad:
            raise Failed(str(bad)) from bad
        answer = urls_of(settings, store, made)
    tell(answer, as_json, f"{made.title}: code {made.code}")


def _region(store: Store, came: str, named: str | None) -> str:
    """Say to which region a workshop comes: the named one, else its own where it is known, else the first."""
    with store.read() as connection:
        known = {region.id for region in people.regions(connection)}
    return came if named is None and came in known else region_named(store, named)


def _read(file: Path) -> Any:
    if file.stat().st_size > MOST_FILE:
        raise Failed("This file is too large to be a workshop.")
    try:
        return json.loads(file.read_text(encoding="utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError, UnicodeDecodeError) as error:
        raise Failed("This file is not a workshop of LED Workshop.") from error


def _no_number(name: str) -> None:
    raise ValueError(name)


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Failed(f"{file} cannot be written: {error.strerror}.") from error
