"""Workshops as a whole: found by code, by region, by a projector's key."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from shared.domain.records import Workshop, from_dict

from . import keys
from .tables import RECORDS, door

_table = RECORDS["workshop"]
_CODE = 6  # characters


def _workshops(connection: sa.Connection, *where: Any) -> list[Workshop]:
    query = sa.select(_table).where(*where).order_by(_table.c.date.desc(), _table.c.title)
    return [from_dict("workshop", dict(row._mapping)) for row in connection.execute(query)]


def by_id(connection: sa.Connection, id: str) -> Workshop | None:
    return next(iter(_workshops(connection, _table.c.id == id)), None)


def by_code(connection: sa.Connection, code: str) -> Workshop | None:
    return next(iter(_workshops(connection, _table.c.code == code)), None)


def of_regions(connection: sa.Connection, regions: Collection[str] | None) -> list[Workshop]:
    """List the workshops of these regions, all where None, newest day first."""
    return _workshops(connection, *([] if regions is None else [_table.c.region.in_(list(regions))]))


def with_measures(connection: sa.Connection, region: str) -> list[tuple[Workshop, int]]:
    """List the workshops of a region that have measures, newest day first, with how many."""
    measure = RECORDS["measure"]
    query = sa.select(measure.c.workshop, sa.func.count()).group_by(measure.c.workshop)
    counts = {id: n for id, n in connection.execute(query.where(measure.c.workshop.in_(_ids_of(region))))}
    return [(workshop, counts[workshop.id]) for workshop in of_regions(connection, [region]) if workshop.id in counts]


def _ids_of(region: str) -> Any:
    return sa.select(_table.c.id).where(_table.c.region == region)


def fresh_code(connection: sa.Connection) -> str:
    """Draw a code that no workshop has."""
    while True:
        code = keys.code(_CODE)
        if by_code(connection, code) is None:
            return code


def remove(connection: sa.Connection, id: str) -> None:
    """Delete a workshop and all that hangs on it."""
    connection.execute(_table.delete().where(_table.c.id == id))


def add_door(connection: sa.Connection, workshop: str, kind: str) -> str:
    """Make an address that lets whoever holds it in, and nothing more."""
    key = keys.new_id()
    connection.execute(door.insert().values(key=key, workshop=workshop, kind=kind, revoked=False))
    return key


def close_doors(connection: sa.Connection, workshop: str, kind: str) -> None:
    """Revoke all addresses of a kind."""
    of = sa.and_(door.c.workshop == workshop, door.c.kind == kind)
    connection.execute(door.update().where(of).values(revoked=True))


def renew_door(connection: sa.Connection, workshop: str, kind: str) -> str:
    """Close all doors of a kind and make a new one."""
    close_doors(connection, workshop, kind)
    return add_door(connection, workshop, kind)


def door_of(connection: sa.Connection, workshop: str, kind: str) -> str | None:
    query = sa.select(door.c.key).where(door.c.workshop == workshop, door.c.kind == kind, door.c.revoked.is_(False))
    return connection.execute(query).scalars().first()


def behind_door(connection: sa.Connection, key: str, kind: str) -> str | None:
    """Name the workshop that a key opens, while it is not revoked."""
    query = sa.select(door.c.workshop).where(door.c.key == key, door.c.kind == kind, door.c.revoked.is_(False))
    return connection.execute(query).scalar_one_or_none()


def agreed_steps(connection: sa.Connection, kind: str, ids: Collection[str]) -> list[tuple[str, str]]:
    """List the steps of a kind that were agreed on in any of these workshops: (workshop, step)."""
    table = RECORDS["activity"]
    of = sa.and_(table.c.workshop.in_(list(ids)), table.c.kind == kind, table.c.phase == "confirmed")
    query = sa.select(table.c.workshop, table.c.id).where(of).order_by(table.c.workshop, table.c.position)
    return [(row.workshop, row.id) for row in connection.execute(query)]
