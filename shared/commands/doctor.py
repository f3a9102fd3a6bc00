"""``led-workshop doctor``: look around on this machine before a workshop, and say what would be in its way."""

from __future__ import annotations

import json

import click

from shared.config import Settings
from shared.preflight import State, look_around

from .options import data_option, json_option

_SIGNS = {State.GOOD: "ok", State.HINT: "look", State.CARE: "CARE", State.BAD: "BAD"}


@click.command()
@click.option("--host", help="Address that the server listens on (LED_HOST, default 0.0.0.0).")
@click.option("--port", type=click.IntRange(1, 65535), help="Port that the server listens on (LED_PORT, default 8000).")
@data_option
@json_option
@click.pass_context
def doctor(context: click.Context, host: str | None, port: int | None, data: str | None, as_json: bool) -> None:
    """Look around before a workshop: pages, disk, data, clock, port, address, firewall, Wi-Fi, room for phones."""
    settings = Settings.read(host=host, port=port, data=data)
    found = []
    for finding in look_around(settings):
        found.append(finding)
        if not as_json:
            click.echo(f"{_SIGNS[finding.state]:>4}  {finding.words}")
    ready = all(finding.state != State.BAD for finding in found)
    if as_json:
        answer = [{"topic": f.topic, "state": f.state, "words": f.words} for f in found]
        click.echo(json.dumps({"ready": ready, "findings": answer}, ensure_ascii=False))
    else:
        click.echo("Ready for a workshop." if ready else "Not ready: mend what is BAD first.")
    if not ready:
        context.exit(1)
