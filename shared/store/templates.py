"""Own templates: agendas that people keep for the next workshop, for themselves, their region or all facilitators."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from .keys import new_id
from .people import Person
from .tables import template

SHARED = ("no", "region", "all")


@dataclass(frozen=True)
class Template:
    """``outline`` is the agenda as shared.domain.outline reads it; ``owner`` and ``region`` are ids."""

    id: str
    owner: str
    region: str
    name: str
    description: str
    language: str
    shared: str
    changed_at: int
    outline: dict[str, Any]


def _templates(connection: sa.Connection, *where: Any) -> list[Template]:
    query = sa.select(template).where(*where).order_by(sa.func.lower(template.c.name), template.c.id)
    return [Template(**row._mapping) for row in connection.execute(query)]


def add(connection: sa.Connection, **values: Any) -> str:
    id = new_id()
    connection.execute(template.insert().values(id=id, **values))
    return id


def change(connection: sa.Connection, id: str, **values: Any) -> None:
    connection.execute(template.update().where(template.c.id == id).values(**values))


def remove(connection: sa.Connection, id: str) -> None:
    connection.execute(template.delete().where(template.c.id == id))


def every(connection: sa.Connection) -> list[Template]:
    return _templates(connection)


def by_id(connection: sa.Connection, id: str) -> Template | None:
    return next(iter(_templates(connection, template.c.id == id)), None)


def seen_by(connection: sa.Connection, person: Person, regions: Collection[str]) -> list[Template]:
    """List a person's own templates, those that one of their regions shares, and those that all share."""
    own = template.c.owner == person.id
    of_region = sa.and_(template.c.shared == "region", template.c.region.in_(list(regions)))
    return _templates(connection, sa.or_(own, template.c.shared == "all", of_region))
