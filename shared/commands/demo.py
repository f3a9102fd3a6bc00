"""``led-workshop demo``: the planning day of a fictional region, played to its end."""

from __future__ import annotations

import time

import click

from shared.demo.day import MILESTONES, demo_data, play
from shared.demo.programme import build, day_of, is_built, told
from shared.desk import Desk
from shared.store import people, workshops
from shared.store.store import Store

from .options import Failed, data_option, json_option, opened, tell
from .urls import urls_of


@click.command()
@click.option("--until", default="end", show_default=True, type=click.Choice(MILESTONES), help="How far to play.")
@click.option("--programme", is_flag=True, help="Build the demo programme instead.")
@data_option
@json_option
def demo(until: str, programme: bool, data: str | None, as_json: bool) -> None:
    """Play the demo planning day: 28 people, 40 cards, seven groups, one vote, eight measures."""
    if programme:
        _programme(data, as_json)
        return
    with opened(data) as (settings, store):
        made = play(Desk(store), store, until)
        answer = {**urls_of(settings, store, made), "title": made.title, "until": until}
    tell(answer, as_json, f"{made.title}: code {made.code}\nConsole: {answer['console_url']}")


def _programme(data: str | None, as_json: bool) -> None:
    """Build the demo programme and tell what the dashboard makes of it."""
    with opened(data) as (_, store):
        now = time.time_ns() // 1_000_000
        if is_built(store):
            raise Failed("The demo programme is here already.")
        build(store, now)
        answer = told(store, day_of(now))
    text = "\n".join(f"{name}: {value}" for name, value in answer.items())
    tell(answer, as_json, text)


def play_once(store: Store) -> str:
    """Play the demo day unless these data have one already, and give its code."""
    with store.read() as connection:
        region = {r.id for r in people.regions(connection) if r.name == demo_data()["region"]}
        known = workshops.of_regions(connection, region) if region else []
    return (known[0] if known else play(Desk(store), store)).code
