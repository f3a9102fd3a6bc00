"""What all three namespaces share: every message is answered, whatever it was and whatever happened."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gevent
import socketio
from socketio.exceptions import ConnectionRefusedError as ConnectionRefused

from shared.domain.changes import Refused

from .hub import Hub
from .limits import Paces
from .presence import Client
from .rooms import NAMESPACES

logger = logging.getLogger(__name__)

Say = Callable[[str, str, dict[str, Any]], str]
"""(language, key under ``refused.``, params) -> the sentence for people."""


@dataclass(frozen=True)
class Line:
    """What a namespace works with."""

    hub: Hub
    paces: Paces
    say: Say


def refusal(refused: Refused, language: str, say: Say) -> dict[str, Any]:
    """Make the answer to a message that is refused."""
    answer = {
        "ok": False,
        "code": refused.code,
        "message": say(language, refused.key, refused.params),
        "retry": refused.retry,
    }
    if "retry_after" in refused.params:
        answer["retry_after"] = refused.params["retry_after"]
    return answer


def exactly(payload: Any, needed: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    """Take a map with exactly these keys, or refuse."""
    if not isinstance(payload, dict):
        raise Refused("invalid", "args_not_a_map")
    for name in payload:
        if name not in needed and name not in optional:
            raise Refused("invalid", "argument_unknown", name=str(name)[:40])
    for name in needed:
        if name not in payload:
            raise Refused("invalid", "argument_missing", name=name)
    return payload


class Wing(socketio.Namespace, ABC):  # type: ignore[misc]
    """A namespace. A wing says who connects (``admit``) and what its events do (``events``)."""

    audience: str

    def __init__(self, line: Line) -> None:
        super().__init__(NAMESPACES[self.audience])
        self.line = line
        self.events: dict[str, Callable[[str, Any], dict[str, Any]]] = {"sync": self._sync}
        self._languages: dict[str, str] = {}

    @abstractmethod
    def admit(self, sid: str, environ: dict[str, Any], auth: dict[str, Any]) -> Client | None:
        """Find who connects, or refuse. None: known, but following nothing yet."""

    def gone(self, sid: str) -> None:
        """Forget what this wing itself kept of a connection."""

    def language(self, sid: str) -> str:
        return self._languages.get(sid, "en")

    def client(self, sid: str) -> Client:
        client = self.line.hub.client(self.audience, sid)
        if client is None:
            raise Refused("not_joined", "not_joined")
        if client.still():
            self._cut(sid)
            raise Refused("not_joined", "not_joined")
        return client

    def trigger_event(self, event: str, *args: Any) -> Any:
        """Take what the library hands over: (sid, environ, auth) on connect, (sid, payload, ...) on a message."""
        sid = args[0]
        if event == "connect":
            return self._connect(sid, args[1], args[2] if len(args) > 2 else None)
        if event == "disconnect":
            self._languages.pop(sid, None)
            self.line.hub.leave(self.audience, sid)
            self.gone(sid)
            return None
        return self._answer(sid, event, args[1] if len(args) == 2 else None)

    def _connect(self, sid: str, environ: dict[str, Any], auth: Any) -> None:
        auth = auth if isinstance(auth, dict) else {}
        language = auth.get("language") if isinstance(auth.get("language"), str) else "en"
        try:
            if not environ.get("HTTP_ORIGIN") and not (auth.get("token") or auth.get("key")):
                raise Refused("not_joined", "not_joined")  # a cookie alone is no proof that our own page asks
            client = self.admit(sid, environ, auth)
        except Refused as refused:
            answer = refusal(refused, language, self.line.say)
            raise ConnectionRefused(answer["message"], {"code": answer["code"]}) from None
        except Exception:
            logger.exception("a connection failed")
            raise ConnectionRefused("busy", {"code": "busy"}) from None
        self._languages[sid] = client.actor.language if client else language
        if client is not None:
            gevent.spawn(self._join, client)  # after the library has told the client that it is connected

    def _join(self, client: Client) -> None:
        try:
            self.line.hub.join(client)
        except Exception:
            logger.exception("a welcome failed")
            self._cut(client.sid)

    def _answer(self, sid: str, event: str, payload: Any) -> dict[str, Any]:
        try:
            handler = self.events.get(event)
            if handler is None:
                raise Refused("invalid", "malformed")
            return handler(sid, payload)
        except Refused as refused:
            return refusal(refused, self.language(sid), self.line.say)
        except Exception:
            logger.exception("a message failed")
            return refusal(Refused("busy", "busy", retry=True), self.language(sid), self.line.say)

    def pace(self, client: Client, verb: object = None) -> None:
        """Refuse who says too much; cut who does not stop."""
        pace = self.line.paces.of(client.actor.role, client.actor.id)
        if wait := pace.wait(verb):
            if pace.spent:
                self._cut(client.sid)
            raise Refused("rate", "rate", retry=True, retry_after=round(wait, 2))

    def _cut(self, sid: str) -> None:
        gevent.spawn(self.line.hub.rooms.cut, self.audience, sid)

    def _sync(self, sid: str, payload: Any) -> dict[str, Any]:
        client = self.client(sid)
        self.pace(client)
        asked = exactly(payload, ("version",), ("mine",))
        return {"ok": True, **self.line.hub.sync(client, asked["version"], asked.get("mine"))}
