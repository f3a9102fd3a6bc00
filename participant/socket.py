"""The phones' namespace: authority comes from the token or cookie of the connection, never from a message."""

from __future__ import annotations

from typing import Any

from werkzeug.http import parse_cookie

from shared.desk import Desk
from shared.domain.changes import Actor, Refused
from shared.live.presence import Client
from shared.live.signals import FIELDS, read
from shared.live.wire import Line, Wing, exactly
from shared.store import seats
from shared.web.cookies import read_cookie


class PhoneWing(Wing):
    audience = "room"

    def __init__(self, line: Line, desk: Desk, https: bool) -> None:
        super().__init__(line)
        self.desk, self.https = desk, https
        self.events |= {"command": self.command, "ballot": self.ballot, "signal": self.signal}

    def admit(self, sid: str, environ: dict[str, Any], auth: dict[str, Any]) -> Client:
        token = auth.get("token")
        if not token and isinstance(auth.get("workshop"), str):
            token = read_cookie(parse_cookie(environ), f"seat_{auth['workshop']}", self.https)
        if not isinstance(token, str) or not token:
            raise Refused("not_joined", "not_joined")
        with self.desk.store.read() as connection:
            seat = seats.by_token(connection, token)
        if seat is None or seat.removed:
            raise Refused("not_joined", "not_joined")
        return Client(sid, "room", seat.workshop, Actor("seat", seat.seat, language=seat.language), _stays)

    def command(self, sid: str, payload: Any) -> dict[str, Any]:
        client = self.client(sid)
        self.pace(client, payload.get("verb") if isinstance(payload, dict) else None)
        said = exactly(payload, ("id", "verb", "args"))
        answer = self.desk.perform(client.workshop, client.actor, said["id"], said["verb"], said["args"])
        return {"ok": True, "version": answer.version, **answer.data}

    def ballot(self, sid: str, payload: Any) -> dict[str, Any]:
        client = self.client(sid)
        self.pace(client)
        said = exactly(payload, ("activity", "key", "revision", "paper"))
        answer = self.desk.cast(
            client.workshop, client.actor, said["activity"], said["key"], said["revision"], said["paper"]
        )
        return {"ok": True, "version": answer.version, **answer.data}

    def signal(self, sid: str, payload: Any) -> dict[str, Any]:
        client = self.client(sid)
        self.pace(client)
        self.line.hub.signalled(client, read(exactly(payload, FIELDS)))
        return {"ok": True}


def _stays() -> str:
    """A seat that is removed or moved is told so by the log, in every process; each command is checked by its rule."""
    return ""
