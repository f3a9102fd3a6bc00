"""Who shall sign a saved version of minutes, and who has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from .corrections import revoke_link
from .keys import new_id
from .tables import signature as table


@dataclass(frozen=True)
class Signature:
    """``signed_at`` is when it was signed by link, or when what was signed on paper on ``paper_day`` was recorded."""

    id: str
    number: int
    position: int
    role: str
    name: str
    signed_at: int | None
    paper_day: str
    recorded_by: str


def all_of(connection: sa.Connection, workshop: str, number: int | None = None) -> list[Signature]:
    """List those who shall sign a version (or any), in the order in which they were named."""
    c = table.c
    where = [c.workshop == workshop] + ([c.number == number] if number is not None else [])
    columns = [column for column in c if column.name != "workshop"]
    query = sa.select(*columns).where(*where).order_by(c.number, c.position, c.id)
    return [Signature(**row._mapping) for row in connection.execute(query)]


def add(connection: sa.Connection, workshop: str, number: int, role: str, name: str) -> str:
    """Name somebody who shall sign, after all others, and give the id."""
    last = max((one.position for one in all_of(connection, workshop, number)), default=0)
    values = {"id": new_id(), "number": number, "position": last + 1, "role": role, "name": name}
    fresh = {"signed_at": None, "paper_day": "", "recorded_by": ""}
    connection.execute(table.insert().values(workshop=workshop, **values, **fresh))
    return str(values["id"])


def one(connection: sa.Connection, workshop: str, number: int, id: str) -> Signature | None:
    return next((one for one in all_of(connection, workshop, number) if one.id == id), None)


def sign(connection: sa.Connection, workshop: str, id: str, **values: Any) -> None:
    """Keep that somebody has signed: ``signed_at``, and for paper ``paper_day`` and ``recorded_by``."""
    connection.execute(table.update().where(table.c.workshop == workshop, table.c.id == id).values(**values))


def remove(connection: sa.Connection, workshop: str, number: int, id: str) -> None:
    revoke_link(connection, workshop, number, id)
    of = (table.c.workshop == workshop) & (table.c.number == number) & (table.c.id == id)
    connection.execute(table.delete().where(of))
