"""Seats' credentials: the token in a phone, and the short code that moves a seat to another phone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa

from .keys import hash_token
from .tables import RECORDS, credential, return_code


@dataclass(frozen=True)
class SeatOf:
    """Whose token it is, and whether that seat may still do anything."""

    workshop: str
    seat: str
    language: str
    removed: bool


def admit(connection: sa.Connection, workshop: str, seat: str, token: str, draw: Callable[[], str]) -> str:
    """Keep a seat's token (hashed) and draw it a return code that no other seat of the workshop has."""
    connection.execute(credential.insert().values(token_hash=hash_token(token), workshop=workshop, seat=seat))
    while True:
        code = draw()
        if by_return_code(connection, workshop, code) is None:
            connection.execute(return_code.insert().values(workshop=workshop, code=code, seat=seat))
            return code


def forget(connection: sa.Connection, workshop: str, seat: str) -> None:
    """Let all tokens and codes of a seat die."""
    for table in (credential, return_code):
        connection.execute(table.delete().where(table.c.workshop == workshop, table.c.seat == seat))


def by_return_code(connection: sa.Connection, workshop: str, code: str) -> str | None:
    query = sa.select(return_code.c.seat).where(return_code.c.workshop == workshop, return_code.c.code == code)
    return connection.execute(query).scalar_one_or_none()


def code_of(connection: sa.Connection, workshop: str, seat: str) -> str | None:
    query = sa.select(return_code.c.code).where(return_code.c.workshop == workshop, return_code.c.seat == seat)
    return connection.execute(query).scalar_one_or_none()


def by_token(connection: sa.Connection, token: str) -> SeatOf | None:
    """Find the seat that a token belongs to."""
    seat = RECORDS["seat"]
    query = (
        sa.select(credential.c.workshop, credential.c.seat, seat.c.language, seat.c.removed)
        .join(seat, sa.and_(seat.c.workshop == credential.c.workshop, seat.c.id == credential.c.seat))
        .where(credential.c.token_hash == hash_token(token))
    )
    row = connection.execute(query).one_or_none()
    return SeatOf(*row) if row else None
