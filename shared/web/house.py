"""What a running server consists of, handed to the pages of both wings, and the few questions that every page asks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, cast

from flask import Flask, Response, abort, current_app, g, request

from shared.config import Settings
from shared.desk import Desk
from shared.domain.changes import Actor, Refused
from shared.domain.records import Record, Workshop
from shared.live.guard import StrictJson
from shared.live.hub import Hub
from shared.live.limits import Paces, Rates
from shared.store import workshops
from shared.store.people import Person
from shared.store.store import Store

from .identity import Identity, SignedIn
from .language import t
from .throttle import Failures


@dataclass
class House:
    settings: Settings
    store: Store
    desk: Desk
    identity: Identity
    hub: Hub
    paces: Paces = field(default_factory=lambda: Paces(Rates()))
    failures: Failures = field(default_factory=Failures)

    @property
    def public_url(self) -> str | None:
        """The address that the outside knows this server by, where it was set."""
        return self.settings.public_url

    @property
    def port(self) -> int:
        return self.settings.port

    @property
    def secret(self) -> bytes:
        return self.store.secret

    @property
    def https(self) -> bool:
        """Whether people reach this server over TLS; a laptop in a room is reached without."""
        return (self.public_url or "").startswith("https:")

    def say(self, language: str, key: str, params: dict[str, Any]) -> str:
        """Put a refusal into words."""
        return t(language, f"refused.{key}", **params)

    @staticmethod
    def json(value: Any) -> Response:
        return Response(StrictJson.dumps(value), mimetype="application/json")

    def move_in(self, app: Flask) -> None:
        app.extensions["house"] = self


def house() -> House:
    """Give the house that the current request is served in."""
    return cast(House, current_app.extensions["house"])


def me() -> SignedIn | None:
    """Find who is signed in here, once a request."""
    if "signed_in" not in g:
        g.signed_in = house().identity.signed_in(request.cookies)
    return cast("SignedIn | None", g.signed_in)


def own_workshop(person: Person, id: str) -> Workshop:
    """Find a workshop for a person; another's answers as one that is missing."""
    return house().identity.workshop(person, id) or abort(404)


def workshop_by_code(typed: str) -> Workshop | None:
    with house().store.read() as connection:
        return workshops.by_code(connection, tidy_code(typed))


def tidy_code(typed: str) -> str:
    """Read a code as people write it: small letters, spaces and hyphens mean nothing."""
    return re.sub(r"[\s\-_.]+", "", typed).upper()[:12]


def board_of(workshop: str) -> tuple[int, list[Record]]:
    """Read a workshop's version and records; 404 where it is gone."""
    try:
        return house().store.records(workshop)
    except Refused:
        abort(404)


def actor_of(person: Person) -> Actor:
    return Actor("facilitator", person.id, person.name, person.language)
