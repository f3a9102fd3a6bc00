"""``led-workshop minutes``: a workshop's minutes as they stand now."""

from __future__ import annotations

import json
from pathlib import Path

import click

from shared.minutes.render import TEXTS, TYPES, written
from shared.web.recording import minutes_of

from .options import Failed, data_option, json_option, opened, tell, workshop_of


@click.command()
@click.argument("code")
@click.option("--format", "format_", default="md", show_default=True, help=f"One of {', '.join(TYPES)}.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="File to write; else standard output.")
@data_option
@json_option
def minutes(code: str, format_: str, output: str | None, data: str | None, as_json: bool) -> None:
    """Write a workshop's minutes."""
    if format_ not in TYPES:
        raise click.UsageError(f"There is no format {format_}; there are: {', '.join(TYPES)}.")
    on_terminal = output is None or output == "-"
    if on_terminal and format_ not in TEXTS:
        raise click.UsageError(f"A file in the format {format_} needs a name: -o FILE.")
    with opened(data) as (settings, store):
        https = (settings.public_url or "").startswith("https:")
        workshop = workshop_of(store, code)
        content = written(minutes_of(store, workshop, https), format_)
    if on_terminal:
        text = content.decode()
        click.echo(
            json.dumps({"code": workshop.code, "minutes": text}, ensure_ascii=False) if as_json else text, nl=as_json
        )
        return
    try:
        Path(str(output)).write_bytes(content)
    except OSError as error:
        raise Failed(f"{output} cannot be written: {error.strerror}.") from error
    tell(
        {"id": workshop.id, "code": workshop.code, "format": format_, "file": output}, as_json, f"Written to {output}."
    )
