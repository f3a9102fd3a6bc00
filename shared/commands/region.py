"""``led-workshop region``: a region's released data as a signed file, and such files taken in at an umbrella."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from shared.demo.programme import day_of
from shared.domain.exchange import ASKED, OURS, THEIRS, written
from shared.photos.bare import look_at
from shared.store import arriving, exchange, people
from shared.store.signing import grouped, key_of, signed
from shared.store.store import Store

from .options import Failed, data_option, json_option, opened, tell

MOST_FILE = 32 * 1024 * 1024  # bytes
_BY = "led-workshop region merge"


@click.group()
def region() -> None:
    """Regions: what they give out, and what an umbrella takes in."""


@region.command()
@data_option
@json_option
def key(data: str | None, as_json: bool) -> None:
    """Tell the signature of this office, to be compared by telephone."""
    with opened(data) as (settings, _):
        own = key_of(settings.secret)
    tell({"key": own, "spoken": grouped(own)}, as_json, grouped(own))


@region.command()
@click.argument("name")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False), help="File to write.")
@data_option
@json_option
def export(name: str, output: str, data: str | None, as_json: bool) -> None:
    """Put what a region has released into a signed file."""
    with opened(data) as (_, store):
        id = _known(store, name)
        with store.read() as connection:
            parcel = exchange.pack(connection, id, _now())
        document = signed(store.secret, written(parcel))
    try:
        Path(output).write_text(json.dumps(document, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise Failed(f"{output} cannot be written: {error.strerror}.") from error
    answer = {"region": parcel.name, "items": len(parcel.items), "key": document["key"], "file": output}
    tell(answer, as_json, f"Written to {output}: {len(parcel.items)} released things of {parcel.name}.")


@region.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("--into", help="Name of the region here; else the one of the same name, made where there is none.")
@click.option("--believe", metavar="KEY", help="Believe this signature for the region, as `region key` tells it there.")
@click.option("--settle", type=click.Choice([OURS, THEIRS]), help="What stands where both sides changed something.")
@data_option
@json_option
def merge(
    file: str, into: str | None, believe: str | None, settle: str | None, data: str | None, as_json: bool
) -> None:
    """Take a signed file in, of a region or a workshop; what is not settled stays, the same again changes nothing."""
    at = _now()
    document = _read(Path(file))
    signer, came = arriving.opened(document, day_of(at))
    look_at(came.photos)
    spoken = grouped(signer)
    if believe is not None and believe.replace(" ", "").lower() not in (signer, signer[:32]):
        raise Failed(f"The file is signed by {spoken}, not by the key that is to be believed.")
    choices = {(item.kind, item.id): settle for item in came.items} if settle else {}
    with opened(data) as (_, store):
        with store.read() as connection:
            wanted = into or came.name
            place = next((one.id for one in people.regions(connection) if one.name == wanted), "")
            known = exchange.trusted(connection, signer, place)
        if not known and believe is None:
            raise Failed(
                f"The signature {spoken} is not known for {wanted}. Compare it with that office, then say"
                f' --believe "{spoken}".'
            )
        came = replace(came, name=wanted)
        place, told = store.write(arriving.TakeIn(came, signer, place, choices, believe is not None, _BY, at))
    waiting = sum(told.get(fate, 0) for fate in ASKED)
    text = ", ".join(f"{fate}: {n}" for fate, n in told.items()) or "There is nothing in this file."
    more = f"\n{waiting} to settle: once more with --settle ours or --settle theirs." if waiting else ""
    tell({"region": place, "key": signer, **told}, as_json, text + more)


def _known(store: Store, name: str) -> str:
    with store.read() as connection:
        found = next((one.id for one in people.regions(connection) if one.name == name.strip()), None)
    if found is None:
        raise Failed(f"No region is called {name}.")
    return found


def _read(file: Path) -> Any:
    if file.stat().st_size > MOST_FILE:
        raise Failed(f"This file is larger than {MOST_FILE // 2**20} MB.")
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError, UnicodeDecodeError) as error:
        raise Failed("This is not a signed file of a region.") from error


def _now() -> int:
    return time.time_ns() // 1_000_000
