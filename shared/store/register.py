"""The register of measures: entries with their history, and the links with which champions write."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

import sqlalchemy as sa

from shared.domain.changes import Refused
from shared.domain.register.entries import Entry, Event, code, number

from .keys import hash_token, new_id, new_token
from .tables import entry as table
from .tables import entry_event, entry_link, region

Step = Callable[[Entry], tuple[Entry, Event | None]]


@dataclass(frozen=True)
class Told:
    """A line of a history as it was kept: after it the entry had this version."""

    version: int
    at: int
    event: Event


def add(
    connection: sa.Connection, *, region_id: str, year: int, at: int, begun: Step, workshop: str = "", measure: str = ""
) -> Entry:
    """Enter a measure under the next number of its region and year; ``begun`` makes it and its first line."""
    return add_all(
        connection, region_id=region_id, year=year, at=at, begun=[begun], workshop=workshop, measure=measure
    )[0]


def add_all(
    connection: sa.Connection,
    *,
    region_id: str,
    year: int,
    at: int,
    begun: Iterable[Step],
    workshop: str = "",
    measure: str = "",
) -> list[Entry]:
    """Enter several measures of one region under its next numbers."""
    place = sa.select(region.c.name).where(region.c.id == region_id).with_for_update()
    name = connection.execute(place).scalar_one()
    head = code(name)
    taken = connection.execute(sa.select(table.c.number).where(table.c.number.startswith(f"{head}-", autoescape=True)))
    numbers, entries = list(taken.scalars()), []
    for step in begun:
        numbers.append(number(head, year, numbers))
        blank = Entry(
            id=new_id(),
            region=region_id,
            number=numbers[-1],
            title="",
            state="idea",
            workshop=workshop,
            measure=measure,
            version=1,
            created_at=at,
            changed_at=at,
        )
        made, event = step(blank)
        assert event is not None
        connection.execute(table.insert().values(**_values(made)))
        _log(connection, made, event)
        entries.append(made)
    return entries


def put(connection: sa.Connection, made: Entry, event: Event, renumber: bool = False) -> Entry:
    """Enter a measure that has its number already; where that is another's here, under the next of its kind."""
    if renumber:
        head = made.number.rpartition("-")[0]
        taken = connection.execute(
            sa.select(table.c.number).where(table.c.number.startswith(f"{head}-", autoescape=True))
        )
        place, year = head.rsplit("-", 1)
        made = replace(made, number=number(place, int(year), taken.scalars()))
    connection.execute(table.insert().values(**_values(made)))
    _log(connection, made, event)
    return made


def change(connection: sa.Connection, id: str, at: int, step: Step) -> Entry:
    """Do one thing to an entry, in one piece with its history. Refuses where there is no such entry."""
    row = connection.execute(sa.select(table).where(table.c.id == id).with_for_update()).one_or_none()
    if row is None:
        raise Refused("not_found", "not_found")
    before = _entry(row)
    after, event = step(before)
    if event is None:
        return before
    made = replace(after, version=before.version + 1, changed_at=at)
    connection.execute(table.update().where(table.c.id == id).values(**_values(made)))
    _log(connection, made, event)
    return made


def one(connection: sa.Connection, id: str) -> Entry | None:
    return next(iter(those(connection, table.c.id == id)), None)


def every(connection: sa.Connection, regions: Collection[str] | None = None, released: bool = False) -> list[Entry]:
    """List the entries of these regions, all where None, by number; only the public ones where told."""
    where = [] if regions is None else [table.c.region.in_(list(regions))]
    return those(connection, *where, *([table.c.released.is_(True)] if released else []))


def those(connection: sa.Connection, *where: Any) -> list[Entry]:
    """List the entries for which all of this holds, by number."""
    query = sa.select(table).where(*where).order_by(table.c.number)
    return [_entry(row) for row in connection.execute(query)]


def shared_with(connection: sa.Connection, region_id: str) -> list[Entry]:
    """List the measures of other regions that are shared with this one: they count there and not here."""
    named = sa.cast(table.c.joint, sa.Text).contains(f'"{region_id}"', autoescape=True)
    return those(connection, table.c.region != region_id, named)


def of_workshop(connection: sa.Connection, workshop: str) -> dict[str, Entry]:
    """Find the entries that come from a workshop, by its measures."""
    return {found.measure: found for found in those(connection, table.c.workshop == workshop)}


def history(connection: sa.Connection, id: str) -> list[Told]:
    """Tell what was done to an entry, newest first."""
    query = sa.select(entry_event).where(entry_event.c.entry == id).order_by(entry_event.c.version.desc())
    told = []
    for row in connection.execute(query):
        values = {name: value for name, value in row._mapping.items() if name != "entry"}
        version, at = values.pop("version"), values.pop("at")
        told.append(Told(version, at, Event(**values)))
    return told


def open_link(connection: sa.Connection, id: str) -> str:
    """Make the link with which a champion writes; the one before opens nothing any more."""
    close_link(connection, id)
    made = new_token()
    connection.execute(entry_link.insert().values(link_hash=hash_token(made), entry=id))
    return made


def close_link(connection: sa.Connection, id: str) -> None:
    connection.execute(entry_link.delete().where(entry_link.c.entry == id))


def has_link(connection: sa.Connection, id: str) -> bool:
    return connection.execute(sa.select(entry_link.c.entry).where(entry_link.c.entry == id)).first() is not None


def behind_link(connection: sa.Connection, made: str) -> Entry | None:
    """Find the entry that a link opens."""
    query = sa.select(entry_link.c.entry).where(entry_link.c.link_hash == hash_token(made))
    id = connection.execute(query).scalar_one_or_none()
    return one(connection, id) if id else None


def _entry(row: Any) -> Entry:
    return Entry(**{name: value for name, value in row._mapping.items() if name != "asked"})


def _values(made: Entry) -> dict[str, Any]:
    return {**asdict(made), "asked": made.form.get("asked")}


def _log(connection: sa.Connection, made: Entry, event: Event) -> None:
    values = {"entry": made.id, "version": made.version, "at": made.changed_at, **asdict(event)}
    connection.execute(entry_event.insert().values(**values))
