"""Figures from before these records began, in the store."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict

import sqlalchemy as sa

from shared.domain.changes import Refused
from shared.domain.register.published import MOST, Published

from .tables import published_figure as table


def every(connection: sa.Connection, regions: Collection[str]) -> list[Published]:
    """List the figures of these regions, and with "" among them those of the whole programme, by what and period."""
    query = sa.select(table).where(table.c.region.in_(list(regions)))
    return [Published(**row) for row in connection.execute(query.order_by(table.c.what, table.c.period)).mappings()]


def add(connection: sa.Connection, told: Published) -> None:
    if int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()) >= MOST:
        raise Refused("limit", "published_full", most=MOST)
    connection.execute(table.insert().values(**asdict(told)))


def remove(connection: sa.Connection, id: str) -> None:
    connection.execute(table.delete().where(table.c.id == id))
