"""What people learn and what they have led: progress by module, and the lines of their logbooks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from shared.domain.changes import Refused
from shared.domain.training import Line, Progress

from .tables import logbook, training


def progress(connection: sa.Connection, person: str) -> dict[str, Progress]:
    """Give how far a person has come, by module; nothing of modules never tried."""
    rows = connection.execute(sa.select(training).where(training.c.person == person))
    return {row.module: _progress(row) for row in rows}


def progress_of_all(connection: sa.Connection) -> dict[str, list[Progress]]:
    """Give how far everybody has come, by person."""
    told: dict[str, list[Progress]] = {}
    for row in connection.execute(sa.select(training)):
        told.setdefault(row.person, []).append(_progress(row))
    return told


def keep(connection: sa.Connection, person: str, step: Callable[[Progress], Progress], module: str) -> Progress:
    """Take a person one try further in a module, in one piece: of two at once both count."""
    mine = (training.c.person == person) & (training.c.module == module)
    row = connection.execute(sa.select(training).where(mine).with_for_update()).one_or_none()
    made = step(_progress(row) if row else Progress(module))
    if row is None:
        connection.execute(training.insert().values(person=person, **asdict(made)))
    else:
        connection.execute(training.update().where(mine).values(**asdict(made)))
    return made


def lines(connection: sa.Connection, *where: Any) -> list[Line]:
    """List lines of logbooks, the newest workshop first."""
    query = sa.select(logbook).where(*where).order_by(logbook.c.day.desc(), logbook.c.at.desc(), logbook.c.id)
    return [Line(**row._mapping) for row in connection.execute(query)]


def about(connection: sa.Connection, person: str) -> list[Line]:
    """List the lines that a person wrote or is named in to confirm."""
    return lines(connection, (logbook.c.person == person) | (logbook.c.confirmer == person))


def add(connection: sa.Connection, line: Line) -> None:
    """Write a line down; one of a person and workshop where there is one already is refused."""
    try:
        with connection.begin_nested():
            connection.execute(logbook.insert().values(**asdict(line)))
    except sa.exc.IntegrityError as error:
        raise Refused("conflict", "logbook_twice") from error


def change(connection: sa.Connection, id: str, step: Callable[[Line], Line]) -> Line:
    """Do one thing to a line. Refuses where there is no such line."""
    row = connection.execute(sa.select(logbook).where(logbook.c.id == id).with_for_update()).one_or_none()
    if row is None:
        raise Refused("not_found", "gone_line")
    made = step(Line(**row._mapping))
    connection.execute(logbook.update().where(logbook.c.id == id).values(**asdict(made)))
    return made


def drop(connection: sa.Connection, person: str, id: str) -> bool:
    """Take a line out of a person's own logbook; say whether it was there."""
    mine = (logbook.c.id == id) & (logbook.c.person == person)
    return connection.execute(logbook.delete().where(mine)).rowcount == 1


def _progress(row: Any) -> Progress:
    return Progress(row.module, row.tries, row.best, row.at)
