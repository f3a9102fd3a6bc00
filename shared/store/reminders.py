"""Reminders of checks in the store: which checks are still to be made, who is sent a mail, who follows by calendar."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from shared.domain.mailing import LEASE, Sending
from shared.domain.register.entries import Entry
from shared.domain.register.states import CHECKED

from . import register
from .keys import hash_token, new_token
from .mailing import UNSURE
from .tables import calendar_link, check_up, reminder
from .tables import entry as entry_table


@dataclass(frozen=True)
class Reminder:
    """One mail about one check. ``tries`` counts this one; ``address`` is "" once it went."""

    entry: str
    time: str
    address: str
    language: str
    state: str
    tries: int
    reason: str


def ended(connection: sa.Connection, regions: Collection[str]) -> list[tuple[Entry, set[str]]]:
    """List the measures that have ended and are still to be checked, each with the checks that were made."""
    made: dict[str, set[str]] = {}
    here = entry_table.c.region.in_(list(regions))
    query = sa.select(check_up.c.entry, check_up.c.time).join(entry_table, entry_table.c.id == check_up.c.entry)
    for row in connection.execute(query.where(here, check_up.c.day != "")):
        made.setdefault(row.entry, set()).add(row.time)
    found = register.those(connection, here, entry_table.c.ended_on != "", entry_table.c.state.in_(list(CHECKED)))
    return [(one, made.get(one.id, set())) for one in found]


def sent_for(connection: sa.Connection, regions: Collection[str]) -> dict[tuple[str, str], Reminder]:
    """Say how far each reminder of these regions' measures has come."""
    query = sa.select(reminder).join(entry_table, entry_table.c.id == reminder.c.entry)
    rows = connection.execute(query.where(entry_table.c.region.in_(list(regions))))
    return {(row.entry, row.time): _reminder(row) for row in rows}


def queue(connection: sa.Connection, entry: str, time: str, address: str, language: str, now: int) -> bool:
    """Have a mail about a check sent, once: again only where it failed. Say whether it was queued now."""
    mine = _one(entry, time)
    before = connection.scalar(sa.select(reminder.c.state).where(*mine))
    if before is not None and before != Sending.FAILED:
        return False
    connection.execute(reminder.delete().where(*mine))
    row = {"address": address, "language": language, "state": Sending.QUEUED, "tries": 0, "at": now, "reason": ""}
    connection.execute(reminder.insert().values(entry=entry, time=time, **row))
    return True


def claim(connection: sa.Connection, now: int) -> Reminder | None:
    """Take the next one that is due for this sender alone; None where there is none."""
    due = (reminder.c.state == Sending.QUEUED) & (reminder.c.at <= now)
    query = sa.select(reminder).where(due).order_by(reminder.c.at, reminder.c.entry, reminder.c.time).limit(1)
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    mine = reminder.update().where(*_one(row.entry, row.time), reminder.c.state == Sending.QUEUED)
    if connection.execute(mine.values(state=Sending.SENDING, tries=row.tries + 1, at=now)).rowcount != 1:
        return None
    return _reminder(row, tries=row.tries + 1)


def done(connection: sa.Connection, one: Reminder) -> None:
    """Note that a mail went, and forget the address."""
    _settle(connection, one, state=Sending.SENT, address="", reason="")


def put_off(connection: sa.Connection, one: Reminder, at: int) -> None:
    _settle(connection, one, state=Sending.QUEUED, at=at)


def give_up(connection: sa.Connection, one: Reminder, reason: str) -> None:
    _settle(connection, one, state=Sending.FAILED, reason=reason, address="")


def unsure(connection: sa.Connection, now: int) -> int:
    """Note as failed what a server was sending when it stopped: it may have gone, and is not sent twice unasked."""
    left = reminder.update().where(reminder.c.state == Sending.SENDING, reminder.c.at <= now - LEASE * 1000)
    return connection.execute(left.values(state=Sending.FAILED, reason=UNSURE, address="")).rowcount


def open_calendar(connection: sa.Connection, region: str) -> str:
    """Make the link by which a region's calendar is read; the one before opens nothing any more."""
    close_calendar(connection, region)
    made = new_token()
    connection.execute(calendar_link.insert().values(link_hash=hash_token(made), region=region))
    return made


def close_calendar(connection: sa.Connection, region: str) -> None:
    connection.execute(calendar_link.delete().where(calendar_link.c.region == region))


def calendars(connection: sa.Connection) -> set[str]:
    """Name the regions whose calendar is open to a link."""
    return set(connection.execute(sa.select(calendar_link.c.region)).scalars())


def behind_calendar(connection: sa.Connection, made: str) -> str | None:
    """Find the region whose calendar a link opens."""
    return connection.scalar(sa.select(calendar_link.c.region).where(calendar_link.c.link_hash == hash_token(made)))


def _one(entry: str, time: str) -> tuple[sa.ColumnElement[bool], sa.ColumnElement[bool]]:
    return reminder.c.entry == entry, reminder.c.time == time


def _reminder(row: sa.Row[tuple[object, ...]], **other: int) -> Reminder:
    values = {name: value for name, value in row._mapping.items() if name != "at"}
    return Reminder(**{**values, **other})


def _settle(connection: sa.Connection, one: Reminder, **values: object) -> None:
    mine = reminder.update().where(*_one(one.entry, one.time), reminder.c.state == Sending.SENDING)
    connection.execute(mine.values(**values))
