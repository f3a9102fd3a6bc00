"""``led-workshop publish DIR``: what was released, as a folder of plain pages that any web server can show."""

from __future__ import annotations

import html
import secrets
import shutil
import time
from pathlib import Path
from typing import Any

import click
import sqlalchemy as sa

from shared.demo.programme import day_of
from shared.domain.records import Activity, Cluster, Measure, Phase, Seat, Workshop
from shared.domain.register.checks import first_due_by
from shared.minutes.as_html import page
from shared.minutes.extract import Extract, names_of
from shared.minutes.public import PHOTOS, Day, Region, Site, Told, photo_address
from shared.minutes.tree import Photo
from shared.photos.bare import bare
from shared.store import (
    entry_photos,
    heads,
    people,
    public_minutes,
    register,
    results,
    revisions,
    signatures,
    workshops,
)
from shared.store.results import Place
from shared.store.store import Store
from shared.web import language as speech
from shared.web.language import Speech

from .options import Failed, data_option, json_option, opened, tell

_MARK = ".led-workshop"  # in a folder that this command has written, and may write anew


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--language", "languages", multiple=True, type=click.Choice(list(speech.NAMES)), help="Once for each; else English."
)
@data_option
@json_option
def publish(folder: Path, languages: tuple[str, ...], data: str | None, as_json: bool) -> None:
    """Write public pages: sums of the programme, regions, released measures, workshops with sealed minutes."""
    if folder.exists() and any(folder.iterdir()) and not (folder / _MARK).exists():
        raise Failed(f"{folder} holds other files. Name an empty folder, or one that this command has written.")
    chosen = list(dict.fromkeys(languages)) or ["en"]
    with opened(data) as (_, store):
        on = day_of(time.time_ns() // 1_000_000)
        whole, regions, pictures = _gathered(store, on)
    fresh = folder.with_name(f".{folder.name}-{secrets.token_hex(4)}")
    withheld: set[tuple[str, str]] = set()
    shown: set[str] = set()
    pages = 0
    try:
        for code in chosen:
            site = Site(Speech(code), lambda n, code=code: speech.figure(code, n), on)
            into = fresh / code
            into.mkdir(parents=True)
            for name, document in site.pages(whole, regions).items():
                (into / name).write_text(page(document, photo_address), "utf-8")
                pages += 1
            withheld |= set(site.withheld)
            shown |= site.shown
        for id in shown:
            (fresh / PHOTOS).mkdir(exist_ok=True)
            (fresh / PHOTOS / f"{id}.jpg").write_bytes(pictures[id])
        (fresh / "index.html").write_text(_door(chosen), "utf-8")
        (fresh / _MARK).touch()
        _swap(fresh, folder)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise Failed(f"{folder} cannot be written: {error.strerror}.") from error
    left_out = [f"{number}: {_called(name)}" for number, name in sorted(withheld)]
    measures = sum(len(region.measures) for region in regions)
    answer = {"pages": pages, "measures": measures, "regions": len(regions), "photos": len(shown), "left_out": left_out}
    text = f"{pages} pages of {measures} released measures in {len(regions)} regions: {folder / 'index.html'}"
    if left_out:
        text += "\nLeft out, for they seem to name somebody or give an address:\n" + "\n".join(left_out)
    tell(answer, as_json, text)


def _called(name: str) -> str:
    """Say what was left out: a photo, or the answer to a question of the application."""
    say = Speech("en").say
    return say("course.photos") if name == "photo" else say(f"register.field.{name}")


def _gathered(store: Store, on: str) -> tuple[Region, list[Region], dict[str, bytes]]:
    """Read what may stand on the pages, and the pictures of photos by their ids, small and with nothing beside them."""
    pictures: dict[str, bytes] = {}
    due_by = first_due_by(on)
    with store.read() as connection:
        names = {region.id: region.name for region in people.regions(connection)}
        places, whole = heads.once(connection, results.places(connection, None, due_by))
        verdicts = results.verdicts(connection, list(names), due_by)
        brought = results.by_measure(connection)
        measures: dict[str, list[Told]] = {}
        for entry in register.every(connection, None, released=True):
            photos = _photos(connection, entry.id, pictures)
            told = Told(entry, brought.get(entry.id, {}), verdicts.get(entry.id, ""), photos)
            measures.setdefault(entry.region, []).append(told)
        days = {id: _days(connection, store, id) for id in names}
    regions = [
        _region(id, name, places.get(id, Place()), measures.get(id, []), days[id])
        for id, name in sorted(names.items(), key=lambda item: item[1].casefold())
        if places.get(id) or days[id]
    ]
    return _region("", "", whole, [], []), regions, pictures


def _photos(connection: sa.Connection, entry: str, pictures: dict[str, bytes]) -> list[Photo]:
    found = []
    for photo in entry_photos.released(connection, entry):
        kept = entry_photos.picture(connection, entry, photo.id)
        assert kept is not None
        made = bare(kept, small=True)
        pictures[photo.id] = made.jpeg
        found.append(Photo(photo.id, photo.caption, photo.digest, made.width, made.height, alt=photo.alt))
    return found


def _region(id: str, name: str, place: Place, measures: list[Told], days: list[Day]) -> Region:
    rate = place.rate
    return Region(
        id=id,
        name=name,
        begun=place.begun,
        sums={code: line.value for code, line in place.lines.items()},
        known={code: line.known for code, line in place.lines.items()},
        effective=(rate.effective, rate.checked, rate.due),
        measures=measures,
        days=days,
    )


def _days(connection: sa.Connection, store: Store, region: str) -> list[Day]:
    """Tell the workshops of a region whose minutes are sealed, the newest first."""
    found = workshops.of_regions(connection, {region})
    sealed = revisions.sealed_ones(connection, [workshop.id for workshop in found])
    extracts = public_minutes.released(connection, list(sealed))
    accounts = [one.name for one in people.persons(connection)]
    days = []
    for workshop in found:
        if workshop.id in sealed:
            more = [*accounts, *(one.name for one in signatures.all_of(connection, workshop.id))]
            days.append(_day(store.records(workshop.id)[1], workshop, extracts.get(workshop.id), more))
    return days


def _day(records: list[Any], workshop: Workshop, kept: revisions.Revision | None, more: list[str]) -> Day:
    names = names_of({} if kept is None else kept.data, records, more)
    extract = None if kept is None else lambda speech: Extract(kept.data, names, speech)
    agreed = any(isinstance(r, Activity) and r.kind == "cluster" and r.phase == Phase.CONFIRMED for r in records)
    clusters = sorted((r for r in records if isinstance(r, Cluster)), key=lambda c: (c.position, c.id))
    groups = [group.title for group in clusters if not names.found_in(group.title)]
    standing = [r for r in records if isinstance(r, Measure) and not r.parked]
    ordered = sorted(standing, key=lambda m: (m.position, m.id))
    titles = [measure.title for measure in ordered if not names.found_in(measure.title)]
    came = sum(isinstance(r, Seat) for r in records)
    title = Speech(workshop.language).say("pages.workshop") if names.found_in(workshop.title) else workshop.title
    return Day(title, workshop.date, came, groups if agreed else [], titles, workshop.id, extract)


def _door(languages: list[str]) -> str:
    """Write the first page: the languages to choose from."""
    links = "".join(
        f'<li lang="{code}"><a href="./{code}/index.html">{html.escape(speech.NAMES[code])}</a></li>'
        for code in languages
    )
    title = html.escape(Speech(languages[0]).say("programme.title"))
    return (
        f'<!doctype html>\n<html lang="{languages[0]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<ul>{links}</ul>\n</main>\n</body>\n</html>\n"
    )


def _swap(fresh: Path, folder: Path) -> None:
    """Put the new pages into the place of the old ones, which stay until the new ones are whole."""
    if folder.exists():
        old = folder.with_name(f".{folder.name}-{secrets.token_hex(4)}")
        folder.rename(old)
        fresh.rename(folder)
        shutil.rmtree(old)
    else:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh.rename(folder)
