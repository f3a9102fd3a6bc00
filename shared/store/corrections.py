"""Corrections of saved versions of minutes: their links (by hash only), windows and remarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from shared.domain.changes import Refused
from shared.domain.corrections import Window

from .keys import hash_token, new_token
from .tables import correction, minutes_link, minutes_revision, remark

CORRECTIONS = ""  # the signer of the link behind which there are corrections


@dataclass(frozen=True)
class Remark:
    """``passage`` is the number of the version's block, ``anchor`` that of the heading above it."""

    id: str
    number: int
    passage: int
    anchor: str
    excerpt: str
    text: str
    name: str
    writer: str
    at: int
    state: str
    answer: str
    answered_at: int | None
    answered_by: str
    shown: bool


def make_link(connection: sa.Connection, workshop: str, number: int, signer: str = CORRECTIONS) -> str:
    """Make a link to a version and give its token, of which only the hash is kept; the one before it dies."""
    revoke_link(connection, workshop, number, signer)
    made = new_token()
    values = {"link_hash": hash_token(made), "workshop": workshop, "number": number, "signer": signer}
    connection.execute(minutes_link.insert().values(**values))
    return made


def revoke_link(connection: sa.Connection, workshop: str, number: int, signer: str = CORRECTIONS) -> None:
    c = minutes_link.c
    connection.execute(minutes_link.delete().where(c.workshop == workshop, c.number == number, c.signer == signer))


def linked(connection: sa.Connection, token: str) -> tuple[str, int, str] | None:
    """Say to which version of which workshop a link leads, and whom it lets sign."""
    c = minutes_link.c
    query = sa.select(c.workshop, c.number, c.signer).where(c.link_hash == hash_token(token))
    row = connection.execute(query).one_or_none()
    return tuple(row) if row else None


def links(connection: sa.Connection, workshop: str, number: int) -> set[str]:
    """Name the signers of a version who have a link."""
    c = minutes_link.c
    query = sa.select(c.signer).where(c.workshop == workshop, c.number == number)
    return set(connection.execute(query).scalars())


def window(connection: sa.Connection, workshop: str, number: int) -> Window | None:
    return windows(connection, workshop).get(number)


def windows(connection: sa.Connection, workshop: str) -> dict[int, Window]:
    """Give the windows of a workshop's versions, by their numbers."""
    c = correction.c
    query = sa.select(c.number, c.opened_at, c.closes_at).where(c.workshop == workshop)
    return {row.number: Window(row.opened_at, row.closes_at) for row in connection.execute(query)}


def open_window(connection: sa.Connection, workshop: str, number: int, made: Window) -> None:
    """Open a version for corrections, anew where it was open before."""
    of = (correction.c.workshop == workshop) & (correction.c.number == number)
    connection.execute(correction.delete().where(of))
    times = {"opened_at": made.opened_at, "closes_at": made.closes_at}
    connection.execute(correction.insert().values(workshop=workshop, number=number, **times))


def close_window(connection: sa.Connection, workshop: str, number: int, at: int) -> None:
    """End a window now; one that has ended stays as it is."""
    c = correction.c
    of = (c.workshop == workshop) & (c.number == number) & (c.closes_at > at)
    connection.execute(correction.update().where(of).values(closes_at=at))


def is_sealed(connection: sa.Connection, workshop: str, number: int) -> bool:
    """Say whether a version is sealed, or raise where it is not there."""
    c = minutes_revision.c
    row = connection.execute(sa.select(c.sealed_at).where(c.workshop == workshop, c.number == number)).one_or_none()
    if row is None:
        raise Refused("not_found", "not_found")
    return row.sealed_at is not None


def counts(connection: sa.Connection, workshop: str, number: int, writer: str) -> tuple[int, int]:
    """Count the remarks on a version: all, and those of one browser."""
    of = (remark.c.workshop == workshop) & (remark.c.number == number)
    query = sa.select(sa.func.count(), sa.func.count().filter(remark.c.writer == writer)).select_from(remark).where(of)
    all, own = connection.execute(query).one()
    return all, own


def add(connection: sa.Connection, workshop: str, id: str, **values: Any) -> None:
    """Keep a remark, open and shown to nobody but its writer; one that is there already stays as it is."""
    if connection.execute(sa.select(remark.c.id).where(remark.c.workshop == workshop, remark.c.id == id)).first():
        return
    fresh = {"state": "open", "answer": "", "answered_at": None, "answered_by": "", "shown": False}
    connection.execute(remark.insert().values(workshop=workshop, id=id, **fresh, **values))


def answer(connection: sa.Connection, workshop: str, number: int, id: str, **values: Any) -> bool:
    """Answer a remark; say whether it is there."""
    c = remark.c
    of = (c.workshop == workshop) & (c.number == number) & (c.id == id)
    return connection.execute(remark.update().where(of).values(**values)).rowcount == 1


def remarks(connection: sa.Connection, workshop: str, number: int | None = None) -> list[Remark]:
    """List the remarks on a version (or on all) in the order of its passages, then as they came."""
    c = remark.c
    where = [c.workshop == workshop] + ([c.number == number] if number is not None else [])
    columns = [column for column in c if column.name != "workshop"]
    query = sa.select(*columns).where(*where).order_by(c.number, c.passage, c.at, c.id)
    return [Remark(**row._mapping) for row in connection.execute(query)]


def open_remarks(connection: sa.Connection, workshop: str) -> dict[int, int]:
    """Count the remarks on each version that wait for an answer."""
    c = remark.c
    query = sa.select(c.number, sa.func.count()).where(c.workshop == workshop, c.state == "open").group_by(c.number)
    return {number: count for number, count in connection.execute(query)}
