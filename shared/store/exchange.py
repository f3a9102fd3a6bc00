"""What a region gives out and an umbrella takes in, in the store: packed, compared with what is there, taken in."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

import sqlalchemy as sa

from shared.domain.changes import Refused
from shared.domain.exchange import (
    ASKED,
    CLASH,
    ENTRY,
    FOREIGN,
    MOST,
    MOST_PICTURES,
    NEW,
    NEWER,
    OLDER,
    OURS,
    PHOTO,
    REPORT,
    TAKEN,
    TALK,
    THEIRS,
    UNSENT,
    Came,
    Here,
    Item,
    Parcel,
    checks_of,
    entry_of,
    fate,
    leaving,
    photo_leaving,
    readings_of,
    renewed,
    report_leaving,
    report_of,
    talk_leaving,
    talk_of,
)
from shared.domain.register.entries import Event, arrived, taken_back
from shared.domain.register.states import OFFICE, STARTED

from . import development, entry_photos, people, register, results
from .tables import entry, entry_photo, office_key, parcel, parcel_item, region
from .tables import talk as talk_table

Choices = Mapping[tuple[str, str], str]  # by kind and id: ours or theirs


@dataclass(frozen=True)
class Met:
    """An item that came, what becomes of it, and how it stands here."""

    item: Item
    fate: str
    here: Item | None = None


@dataclass(frozen=True)
class Waiting:
    """A file that somebody brought and that was not taken in yet."""

    id: str
    at: int
    by: str


@dataclass(frozen=True)
class Trust:
    """Whose signature is believed for a region, since when and on whose word."""

    key: str
    region: str
    at: int
    by: str


def pack(connection: sa.Connection, of: str, at: int) -> Parcel:
    """Pack what a region has released. Refuses a region that there is not."""
    place = next((one for one in people.regions(connection) if one.id == of), None)
    if place is None:
        raise Refused("not_found", "not_found")
    left = MOST_PICTURES
    items = []
    for item in _standing(connection, [of], released=True):
        if item.kind == PHOTO:
            jpeg = entry_photos.jpeg_of(connection, item.content["entry"], item.id) if left else ""
            if 0 < len(jpeg) <= left:
                left -= len(jpeg)
                item = replace(item, content={**item.content, "jpeg": jpeg})
        items.append(item)
    return Parcel(place.id, place.name, place.language, at, tuple(items))


def compare(connection: sa.Connection, came: Parcel, into: str) -> list[Met]:
    """Say what becomes of each thing of a parcel in the region ``into``, in the order of the parcel."""
    own = {(item.kind, item.id): item for item in _standing(connection, [into])}
    places = _places(connection, came.items)
    before = _before(connection, into)
    numbers = {
        row.number: row.id
        for row in connection.execute(
            sa.select(entry.c.number, entry.c.id).where(
                entry.c.number.in_([item.content["number"] for item in came.items if item.kind == ENTRY])
            )
        )
    }
    met = []
    for item in came.items:
        name = (item.kind, item.id)
        mine = own.get(name)
        where = into if mine else places.get(name, "")
        here = Here(where, mine.digest if mine else "") if where else None
        told = fate(item, came.made_at, into, here, before.get(name))
        if told in (NEW, NEWER, CLASH) and item.kind == PHOTO and _lacks_picture(item, mine):
            told = UNSENT
        if told == NEW and item.kind == ENTRY and numbers.get(item.content["number"], item.id) != item.id:
            told = TAKEN
        met.append(Met(item, told, mine))
    return met


def withdrawn(connection: sa.Connection, came: Parcel, into: str) -> list[Item]:
    """List what came earlier and is not among what the region releases now."""
    there = {(item.kind, item.id) for item in came.items}
    before = _before(connection, into)
    gone = {name for name, was in before.items() if name not in there and not was.gone and was.made_at < came.made_at}
    return [item for item in _standing(connection, [into]) if (item.kind, item.id) in gone]


def take_in(
    connection: sa.Connection, came: Parcel, into: str, choices: Choices, by: str, source: str, at: int
) -> Counter[str]:
    """Take a parcel in, in one piece; what a person has to settle and did not stays as it is. Counts fates.

    ``source``: who signed, for the history. ``at``: milliseconds, UTC.
    """
    connection.execute(sa.select(region.c.id).where(region.c.id == into).with_for_update())
    told: Counter[str] = Counter()
    before = _before(connection, into)
    # What takes the next number comes late: until then it is not known which one is free. Photos follow their measures.
    for met in sorted(compare(connection, came, into), key=lambda one: (one.item.kind == PHOTO, one.fate == TAKEN)):
        chosen = choices.get((met.item.kind, met.item.id), "") if met.fate in ASKED else ""
        if met.fate == UNSENT or (met.item.kind == PHOTO and not _is_in(connection, met.item.content["entry"], into)):
            told[UNSENT] += 1
            continue
        if met.fate == FOREIGN or (met.fate in ASKED and chosen not in (OURS, THEIRS)):
            told[met.fate] += 1
            continue
        if met.fate in (NEW, NEWER) or chosen == THEIRS:
            was = before.get((met.item.kind, met.item.id))
            _put(connection, met, into, by, source, came.made_at, at, was is not None and was.gone)
        if met.fate != OLDER:
            was = before.get((met.item.kind, met.item.id))
            last = max(came.made_at, was.made_at if was else 0)
            note(connection, into, met.item, Came(met.item.digest, last))
        told["settled" if chosen else met.fate] += 1
    for item in withdrawn(connection, came, into):
        _withdraw(connection, item, before[item.kind, item.id], into, by, source, at)
        told["withdrawn"] += 1
    return told


def keep_file(connection: sa.Connection, file: str, by: str, at: int) -> str:
    """Keep a file until it is taken in; the same file is kept once. Answers with its id."""
    id = hashlib.sha256(file.encode()).hexdigest()
    if connection.execute(sa.select(parcel.c.id).where(parcel.c.id == id)).first() is None:
        connection.execute(parcel.insert().values(id=id, at=at, by=by, file=file))
    return id


def drop_file(connection: sa.Connection, id: str) -> None:
    connection.execute(parcel.delete().where(parcel.c.id == id))


def files(connection: sa.Connection) -> list[Waiting]:
    query = sa.select(parcel.c.id, parcel.c.at, parcel.c.by).order_by(parcel.c.at.desc(), parcel.c.id)
    return [Waiting(**row._mapping) for row in connection.execute(query)]


def file_of(connection: sa.Connection, id: str) -> Any:
    """Give the document of a file that waits; None where there is none."""
    text = connection.execute(sa.select(parcel.c.file).where(parcel.c.id == id)).scalar()
    return None if text is None else json.loads(text)


def trust(connection: sa.Connection, key: str, of: str, by: str, at: int) -> None:
    if not trusted(connection, key, of):
        connection.execute(office_key.insert().values(key=key, region=of, by=by, at=at))


def distrust(connection: sa.Connection, key: str, of: str) -> None:
    connection.execute(office_key.delete().where(office_key.c.key == key, office_key.c.region == of))


def trusted(connection: sa.Connection, key: str, of: str) -> bool:
    return any(one.key == key and one.region == of for one in trusts(connection))


def trusts(connection: sa.Connection) -> list[Trust]:
    query = sa.select(office_key).order_by(office_key.c.at, office_key.c.key)
    return [Trust(**row._mapping) for row in connection.execute(query)]


def _standing(connection: sa.Connection, regions: Collection[str], released: bool = False) -> list[Item]:
    """Pack what stands here, as it would leave."""
    entries = [one for one in register.every(connection, regions, released) if not released or one.state in STARTED]
    readings, checks = results.readings_by(connection, regions), results.checks_by(connection, regions)
    photos = entry_photos.of_regions(connection, regions, released)
    pictured = (photo_leaving(one, asdict(photo), "") for one in entries for photo in photos.get(one.id, []))
    return [
        *(leaving(one, readings.get(one.id, []), checks.get(one.id, {})) for one in entries),
        *(report_leaving(one) for one in development.reports(connection, regions)),
        *(talk_leaving(one) for one in sorted(development.talks(connection, regions), key=lambda t: (t.at, t.id))),
        *(item for item in pictured if item is not None),
    ]


def _places(connection: sa.Connection, items: Iterable[Item]) -> dict[tuple[str, str], str]:
    """Say in which region a thing of these names stands, wherever that is."""
    ids = [item.id for item in items]
    found: dict[tuple[str, str], str] = {}
    for kind, table in ((ENTRY, entry), (TALK, talk_table)):
        query = sa.select(table.c.id, table.c.region).where(table.c.id.in_(ids))
        found |= {(kind, row.id): row.region for row in connection.execute(query)}
    query = sa.select(entry_photo.c.id, entry.c.region).join(entry, entry.c.id == entry_photo.c.entry)
    found |= {(PHOTO, row.id): row.region for row in connection.execute(query.where(entry_photo.c.id.in_(ids)))}
    return found


def _is_in(connection: sa.Connection, id: str, region_id: str) -> bool:
    return connection.execute(sa.select(entry.c.region).where(entry.c.id == id)).scalar() == region_id


def _before(connection: sa.Connection, into: str) -> dict[tuple[str, str], Came]:
    query = sa.select(parcel_item).where(parcel_item.c.region == into, parcel_item.c.kind.in_(MOST))
    return {(row.kind, row.id): Came(row.digest, row.made_at, row.gone) for row in connection.execute(query)}


def note(connection: sa.Connection, into: str, item: Item, came: Came) -> None:
    """Remember how a thing came last."""
    mine = (parcel_item.c.region == into) & (parcel_item.c.kind == item.kind) & (parcel_item.c.id == item.id)
    connection.execute(parcel_item.delete().where(mine))
    connection.execute(parcel_item.insert().values(region=into, kind=item.kind, id=item.id, **asdict(came)))


def _put(
    connection: sa.Connection, met: Met, into: str, by: str, source: str, made_at: int, at: int, again: bool
) -> None:
    item = met.item
    if item.kind == REPORT:
        development.keep_report(connection, report_of(item, into, source, made_at))
    elif item.kind == TALK:
        development.keep_talk(connection, talk_of(item, into, source, made_at))
    elif item.kind == PHOTO:
        told = {name: value for name, value in item.content.items() if name not in ("entry", "jpeg")}
        there = next((p for p in entry_photos.all_of(connection, item.content["entry"]) if p.id == item.id), None)
        released = again or there is None or there.released
        made = entry_photos.Photo(id=item.id, at=made_at, by=source, released=released, **told)
        _noted(connection, item, by, "pictured", at)
        kept = entry_photos.jpeg_of(connection, item.content["entry"], item.id)
        entry_photos.put(connection, item.content["entry"], made, item.content["jpeg"] or kept)
    else:
        event = arrived(by, source, item.content["state"])
        if met.here is not None:
            register.change(connection, item.id, at, lambda there: (renewed(there, item, again), event))
        else:
            register.put(connection, entry_of(item, into, at), event, renumber=met.fate == TAKEN)
        results.replace(connection, item.id, readings_of(item, source, made_at), checks_of(item, source, made_at))


def _withdraw(connection: sa.Connection, item: Item, was: Came, into: str, by: str, source: str, at: int) -> None:
    """A measure that is not released any more stays, and is not public; a report or talk that was taken back goes."""
    note(connection, into, item, replace(was, gone=True))
    if item.kind == ENTRY:
        register.change(connection, item.id, at, lambda there: taken_back(there, by, source))
    elif item.kind == PHOTO:  # whoever is on it may have changed their mind
        _noted(connection, item, by, "unpictured", at)
        entry_photos.remove(connection, item.content["entry"], item.id)
    elif was.digest == item.digest:
        remove = development.remove_report if item.kind == REPORT else development.remove_talk
        remove(connection, into, item.id)


def _noted(connection: sa.Connection, item: Item, by: str, verb: str, at: int) -> None:
    """Tell in its measure's history that a photo came or went, in whatever state the measure is."""
    event = Event(verb, by, OFFICE, reason=item.content["caption"] or item.content["alt"])
    register.change(connection, item.content["entry"], at, lambda there: (there, event))


def _lacks_picture(item: Item, mine: Item | None) -> bool:
    """Say whether a photo's picture is neither in the file nor here."""
    return not item.content["jpeg"] and (mine is None or mine.content["digest"] != item.content["digest"])
