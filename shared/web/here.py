"""What a request is about: who asks, which workshop."""

from __future__ import annotations

from typing import Any

from flask import abort, g, request

from shared.domain.changes import Actor
from shared.domain.records import Workshop
from shared.store import workshops
from shared.store.people import Person

from .house import house
from .identity import SignedIn


def me() -> SignedIn | None:
    """Say who is signed in in the browser that asks; looked up once a request."""
    if "me" not in g:
        g.me = house().identity.signed_in(request.cookies)
    found: SignedIn | None = g.me
    return found


def tidy_code(typed: str) -> str:
    """Read a code as people type it: small letters, spaces and hyphens are no matter."""
    return "".join(c for c in typed.upper() if c.isascii() and c.isalnum())[:12]


def workshop_by_code(code: str) -> Workshop | None:
    with house().store.read() as connection:
        return workshops.by_code(connection, tidy_code(code))


def own_workshop(person: Person, id: str, act: str = "run") -> Workshop:
    """Find a workshop that a person may run, or ``read``; what is not theirs is answered as what is not there."""
    found = house().identity.workshop(person, id, act)
    if found is None:
        abort(404)
    return found


def actor_of(person: Person) -> Actor:
    return Actor("facilitator", person.id, person.name, person.language)


def board_of(workshop: str) -> tuple[int, list[Any]]:
    """Read a workshop's version and records as they stand."""
    return house().store.records(workshop)
