"""Photos of measures: small JPEGs, apart from their entries, so that what is taken out is gone."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Collection
from dataclasses import asdict, dataclass, fields

import sqlalchemy as sa

from .tables import entry as entry_table
from .tables import entry_photo as table


@dataclass(frozen=True)
class Photo:
    """``day`` is the ISO day that it shows, "" where nobody told; ``digest`` the SHA-256 of its JPEG in hex."""

    id: str
    day: str
    caption: str
    at: int
    by: str
    width: int
    height: int
    digest: str
    released: bool = False  # may stand on public pages
    alt: str = ""  # what is on it, for those who do not see it


_TOLD = [table.c[field.name] for field in fields(Photo)]


def all_of(connection: sa.Connection, entry: str) -> list[Photo]:
    """List a measure's photos, the oldest first, without their pictures."""
    query = sa.select(*_TOLD).where(table.c.entry == entry).order_by(table.c.day, table.c.at, table.c.id)
    return [Photo(**row) for row in connection.execute(query).mappings()]


def picture(connection: sa.Connection, entry: str, id: str) -> bytes | None:
    """Give the JPEG of a photo."""
    kept = connection.scalar(sa.select(table.c.jpeg).where(table.c.entry == entry, table.c.id == id))
    return None if kept is None else b64decode(kept)


def jpeg_of(connection: sa.Connection, entry: str, id: str) -> str:
    """Give the JPEG of a photo in base64; "" where there is none."""
    return str(connection.scalar(sa.select(table.c.jpeg).where(table.c.entry == entry, table.c.id == id)) or "")


def pictures(connection: sa.Connection, entry: str) -> dict[str, str]:
    """Give all of a measure's JPEGs by their ids, in base64, as documents hold them."""
    query = sa.select(table.c.id, table.c.jpeg).where(table.c.entry == entry)
    return {row.id: row.jpeg for row in connection.execute(query)}


def of_regions(connection: sa.Connection, regions: Collection[str], released: bool) -> dict[str, list[Photo]]:
    """List the photos of all measures of regions by measure, the oldest first; the public ones alone where told."""
    query = sa.select(table.c.entry, *_TOLD).join(entry_table, entry_table.c.id == table.c.entry)
    query = query.where(entry_table.c.region.in_(list(regions)), *([table.c.released.is_(True)] if released else []))
    found: dict[str, list[Photo]] = {}
    for row in connection.execute(query.order_by(table.c.day, table.c.at, table.c.id)).mappings():
        told = dict(row)
        found.setdefault(told.pop("entry"), []).append(Photo(**told))
    return found


def put(connection: sa.Connection, entry: str, told: Photo, jpeg: str) -> None:
    """Keep a photo that came from elsewhere (its picture in base64), in the place of what it was before."""
    connection.execute(table.delete().where(table.c.entry == entry, table.c.id == told.id))
    connection.execute(table.insert().values(entry=entry, jpeg=jpeg, **asdict(told)))


def add(connection: sa.Connection, entry: str, told: Photo, jpeg: bytes) -> None:
    connection.execute(table.insert().values(entry=entry, jpeg=b64encode(jpeg).decode(), **asdict(told)))


def release(connection: sa.Connection, entry: str, id: str, alt: str) -> Photo | None:
    """Let a photo stand on public pages with the words that say what is on it; with none ("") take it back.

    Give what was told of it before, None where there is no such photo.
    """
    before = next((photo for photo in all_of(connection, entry) if photo.id == id), None)
    mine = (table.c.entry == entry) & (table.c.id == id)
    connection.execute(table.update().where(mine).values(released=bool(alt), alt=alt))
    return before


def released(connection: sa.Connection, entry: str) -> list[Photo]:
    """List the photos of a measure that may stand on public pages, the oldest first."""
    return [photo for photo in all_of(connection, entry) if photo.released]


def remove(connection: sa.Connection, entry: str, id: str) -> Photo | None:
    """Take a photo out for good; give what was told of it, None where there was none."""
    gone = next((photo for photo in all_of(connection, entry) if photo.id == id), None)
    if gone is not None:
        connection.execute(table.delete().where(table.c.entry == entry, table.c.id == id))
    return gone
