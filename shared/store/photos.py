"""Photos of a workshop's boards: small JPEGs, apart from its records and its log, so that what is taken out is gone."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass, fields
from hashlib import sha256

import sqlalchemy as sa

from .tables import photo as table


@dataclass(frozen=True)
class Photo:
    """``activity`` is the step whose board it shows, "" for none; ``digest`` the SHA-256 of its JPEG in hex."""

    id: str
    activity: str
    caption: str
    at: int
    by: str
    width: int
    height: int
    digest: str


_TOLD = [table.c[field.name] for field in fields(Photo)]


def digest_of(jpeg: bytes) -> str:
    return sha256(jpeg).hexdigest()


def all_of(connection: sa.Connection, workshop: str) -> list[Photo]:
    """List a workshop's photos, the oldest first, without their pictures."""
    query = sa.select(*_TOLD).where(table.c.workshop == workshop).order_by(table.c.at, table.c.id)
    return [Photo(**row) for row in connection.execute(query).mappings()]


def picture(connection: sa.Connection, workshop: str, id: str) -> bytes | None:
    """Give the JPEG of a photo."""
    kept = connection.scalar(sa.select(table.c.jpeg).where(table.c.workshop == workshop, table.c.id == id))
    return None if kept is None else b64decode(kept)


def pictures(connection: sa.Connection, workshop: str) -> dict[str, str]:
    """Give all of a workshop's JPEGs by their digests, in base64, as minutes hold them."""
    query = sa.select(table.c.digest, table.c.jpeg).where(table.c.workshop == workshop)
    return {row.digest: row.jpeg for row in connection.execute(query)}


def add(connection: sa.Connection, workshop: str, told: Photo, jpeg: bytes) -> None:
    values = {field.name: getattr(told, field.name) for field in fields(Photo)}
    connection.execute(table.insert().values(workshop=workshop, jpeg=b64encode(jpeg).decode(), **values))


def edit(connection: sa.Connection, workshop: str, id: str, *, activity: str, caption: str) -> bool:
    """Say something else of a photo; say whether it was there."""
    here = (table.c.workshop == workshop) & (table.c.id == id)
    changed = table.update().where(here).values(activity=activity, caption=caption)
    return connection.execute(changed).rowcount == 1


def remove(connection: sa.Connection, workshop: str, id: str) -> bool:
    """Take a photo out for good; say whether it was there."""
    gone = table.delete().where(table.c.workshop == workshop, table.c.id == id)
    return connection.execute(gone).rowcount == 1
