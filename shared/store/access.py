"""What a person may look through and end one by one: sessions and tokens. They are named by their hash."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from .keys import hash_token
from .tables import session, token


@dataclass(frozen=True)
class Held:
    """A session or token that a person holds."""

    hash: str
    created_at: int


def sessions_of(connection: sa.Connection, person: str) -> list[Held]:
    query = sa.select(session.c.id_hash, session.c.created_at).where(session.c.person == person)
    return [Held(*row) for row in connection.execute(query.order_by(session.c.created_at.desc()))]


def end_session(connection: sa.Connection, person: str, hash: str) -> None:
    connection.execute(session.delete().where(session.c.person == person, session.c.id_hash == hash))


def end_other_sessions(connection: sa.Connection, person: str, id: str) -> None:
    """End a person's sessions but the one of this id."""
    others = sa.and_(session.c.person == person, session.c.id_hash != hash_token(id))
    connection.execute(session.delete().where(others))


def tokens_of(connection: sa.Connection, person: str) -> list[Held]:
    query = sa.select(token.c.token_hash, token.c.created_at).where(
        token.c.person == person, token.c.revoked.is_(False)
    )
    return [Held(*row) for row in connection.execute(query.order_by(token.c.created_at.desc()))]


def revoke_token(connection: sa.Connection, person: str, hash: str) -> None:
    held = sa.and_(token.c.person == person, token.c.token_hash == hash)
    connection.execute(token.update().where(held).values(revoked=True))
