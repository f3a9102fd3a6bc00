"""People who sign in: persons, their regions, sessions, tokens for scripts and one-time links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from .keys import hash_token, new_id, new_token
from .tables import invitation, membership, person, region, session, token


@dataclass(frozen=True)
class Person:
    id: str
    email: str
    name: str
    role: str
    language: str
    password_hash: str | None
    disabled: bool


@dataclass(frozen=True)
class Region:
    id: str
    name: str
    language: str


@dataclass(frozen=True)
class Session:
    person: Person
    csrf: str
    created_at: int
    seen_at: int


@dataclass(frozen=True)
class Invitation:
    purpose: str
    person: str | None


def add_person(
    connection: sa.Connection,
    *,
    email: str,
    name: str,
    role: str,
    language: str = "en",
    password_hash: str | None = None,
) -> str:
    """Add a person and give their id; an e-mail address is one person's (IntegrityError where it is taken)."""
    id = new_id()
    connection.execute(
        person.insert().values(
            id=id,
            email=email.strip().lower(),
            name=name,
            role=role,
            language=language,
            password_hash=password_hash,
            disabled=False,
        )
    )
    return id


def change_person(connection: sa.Connection, id: str, **values: Any) -> None:
    connection.execute(person.update().where(person.c.id == id).values(**values))


def persons(connection: sa.Connection) -> list[Person]:
    return [Person(**row._mapping) for row in connection.execute(sa.select(person).order_by(person.c.name))]


def by_id(connection: sa.Connection, id: str) -> Person | None:
    row = connection.execute(sa.select(person).where(person.c.id == id)).one_or_none()
    return Person(**row._mapping) if row else None


def by_email(connection: sa.Connection, email: str) -> Person | None:
    row = connection.execute(sa.select(person).where(person.c.email == email.strip().lower())).one_or_none()
    return Person(**row._mapping) if row else None


def anybody(connection: sa.Connection) -> bool:
    """Say whether there is anybody who can sign in."""
    return connection.execute(sa.select(person.c.id).limit(1)).first() is not None


def add_region(connection: sa.Connection, name: str, language: str) -> str:
    id = new_id()
    connection.execute(region.insert().values(id=id, name=name, language=language))
    return id


def regions(connection: sa.Connection) -> list[Region]:
    return [Region(**row._mapping) for row in connection.execute(sa.select(region).order_by(region.c.name))]


def regions_of(connection: sa.Connection, person_id: str) -> set[str]:
    query = sa.select(membership.c.region).where(membership.c.person == person_id)
    return set(connection.execute(query).scalars())


def set_regions(connection: sa.Connection, person_id: str, region_ids: list[str]) -> None:
    connection.execute(membership.delete().where(membership.c.person == person_id))
    if region_ids:
        rows = [{"person": person_id, "region": id} for id in dict.fromkeys(region_ids)]
        connection.execute(membership.insert(), rows)


def start_session(connection: sa.Connection, person_id: str, at: int) -> str:
    """Start a session and give its id, of which only the hash is kept."""
    id = new_token()
    connection.execute(
        session.insert().values(id_hash=hash_token(id), person=person_id, csrf=new_token(), created_at=at, seen_at=at)
    )
    return id


def session_of(connection: sa.Connection, id: str) -> Session | None:
    """Find a session with its person, unless that person is disabled."""
    query = (
        sa.select(session.c.csrf, session.c.created_at, session.c.seen_at, *person.c)
        .join(person, person.c.id == session.c.person)
        .where(session.c.id_hash == hash_token(id), person.c.disabled.is_(False))
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    values = dict(row._mapping)
    csrf, created_at, seen_at = (values.pop(name) for name in ("csrf", "created_at", "seen_at"))
    return Session(Person(**values), csrf, created_at, seen_at)


def touch_session(connection: sa.Connection, id: str, at: int) -> None:
    connection.execute(session.update().where(session.c.id_hash == hash_token(id)).values(seen_at=at))


def end_session(connection: sa.Connection, id: str) -> None:
    connection.execute(session.delete().where(session.c.id_hash == hash_token(id)))


def end_sessions_of(connection: sa.Connection, person_id: str) -> None:
    connection.execute(session.delete().where(session.c.person == person_id))


def add_token(connection: sa.Connection, person_id: str, at: int) -> str:
    """Make a token for scripts; only its hash is kept."""
    made = new_token()
    connection.execute(
        token.insert().values(token_hash=hash_token(made), person=person_id, created_at=at, revoked=False)
    )
    return made


def person_of_token(connection: sa.Connection, made: str) -> Person | None:
    query = (
        sa.select(person)
        .join(token, token.c.person == person.c.id)
        .where(token.c.token_hash == hash_token(made), token.c.revoked.is_(False), person.c.disabled.is_(False))
    )
    row = connection.execute(query).one_or_none()
    return Person(**row._mapping) if row else None


def revoke_tokens_of(connection: sa.Connection, person_id: str) -> None:
    connection.execute(token.update().where(token.c.person == person_id).values(revoked=True))


def invite(connection: sa.Connection, purpose: str, expires_at: int, person_id: str | None = None) -> str:
    """Make a link that works once; earlier ones of the same purpose and person die."""
    of = sa.and_(invitation.c.purpose == purpose, invitation.c.person == person_id)
    connection.execute(invitation.delete().where(of))
    made = new_token()
    connection.execute(
        invitation.insert().values(
            link_hash=hash_token(made), purpose=purpose, person=person_id, expires_at=expires_at, used=False
        )
    )
    return made


def invitation_of(connection: sa.Connection, made: str, at: int) -> Invitation | None:
    """Find what a link is for, while it has not expired and was not used."""
    query = sa.select(invitation.c.purpose, invitation.c.person).where(
        invitation.c.link_hash == hash_token(made), invitation.c.used.is_(False), invitation.c.expires_at > at
    )
    row = connection.execute(query).one_or_none()
    return Invitation(*row) if row else None


def use_invitation(connection: sa.Connection, made: str) -> bool:
    """Use a link up; False where somebody was quicker."""
    query = invitation.update().where(invitation.c.link_hash == hash_token(made), invitation.c.used.is_(False))
    return connection.execute(query.values(used=True).returning(invitation.c.link_hash)).first() is not None
