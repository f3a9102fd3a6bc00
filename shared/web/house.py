"""What a running server consists of, handed to the pages of both wings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

from flask import Flask, Response, current_app

from shared.config import Settings
from shared.desk import Desk
from shared.live.guard import StrictJson
from shared.live.hub import Hub
from shared.live.limits import Paces, Rates
from shared.store.store import Store

from .identity import Identity
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
