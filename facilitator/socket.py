"""The consoles' and projectors' namespaces. Whether a person still may is asked anew with every message."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from werkzeug.http import parse_cookie

from shared.desk import Desk
from shared.domain.changes import Actor, Refused
from shared.live.presence import Client
from shared.live.wire import Line, Wing, exactly
from shared.store import workshops
from shared.store.people import Person
from shared.web.identity import Identity

from .consensus import offers

Who = Callable[[], Person | None]


class ConsoleWing(Wing):
    audience = "console"

    def __init__(self, line: Line, desk: Desk, identity: Identity) -> None:
        super().__init__(line)
        self.desk, self.identity = desk, identity
        self.events |= {"follow": self.follow, "command": self.command, "sheet": self.sheet, "sheets": self.sheets}
        self._people: dict[str, Who] = {}

    def admit(self, sid: str, environ: dict[str, Any], auth: dict[str, Any]) -> None:
        who = self._who(environ, auth)
        if who() is None:
            raise Refused("not_joined", "not_joined")
        self._people[sid] = who

    def gone(self, sid: str) -> None:
        self._people.pop(sid, None)

    def follow(self, sid: str, payload: Any) -> dict[str, Any]:
        """Begin to hear of a workshop; one that is not this person's is not there."""
        said = exactly(payload, ("workshop",))
        who = self._people.get(sid)
        person = who() if who else None
        if who is None or person is None:
            raise Refused("not_joined", "not_joined")
        workshop = self.identity.workshop(person, said["workshop"]) if isinstance(said["workshop"], str) else None
        if workshop is None:
            raise Refused("not_found", "not_found")

        def still() -> str:
            now = who()
            return "" if now is not None and self.identity.workshop(now, workshop.id) else "revoked"

        actor = Actor("facilitator", person.id, person.name, person.language)
        self._languages[sid] = person.language
        self.line.hub.leave("console", sid)
        self.line.hub.join(Client(sid, "console", workshop.id, actor, still))
        return {"ok": True, "version": self.desk.store.version(workshop.id)}

    def command(self, sid: str, payload: Any) -> dict[str, Any]:
        client = self.client(sid)
        self.pace(client)
        said = exactly(payload, ("id", "verb", "args"))
        verb, args = said["verb"], said["args"]
        answer = self.desk.perform(client.workshop, client.actor, said["id"], verb, args, _beside(verb, args))
        return {"ok": True, "version": answer.version, **answer.data}

    def sheet(self, sid: str, payload: Any) -> dict[str, Any]:
        """Enter a ballot on paper."""
        client = self.client(sid)
        self.pace(client)
        said = exactly(payload, ("activity", "sheet", "sector", "paper"), ("again",))
        answer = self.desk.enter_sheet(
            client.workshop,
            client.actor,
            said["activity"],
            said["sheet"],
            said["sector"],
            said["paper"],
            again=said.get("again") is True,
        )
        return {"ok": True, "version": answer.version, **answer.data}

    def sheets(self, sid: str, payload: Any) -> dict[str, Any]:
        """Tell which sheets of paper are in."""
        client = self.client(sid)
        self.pace(client)
        said = exactly(payload, ("activity",))
        if not isinstance(said["activity"], str) or len(said["activity"]) > 64:
            raise Refused("invalid", "argument_wrong", name="activity")
        return {"ok": True, "sheets": self.desk.store.sheets_in(client.workshop, said["activity"])}

    def _who(self, environ: dict[str, Any], auth: dict[str, Any]) -> Who:
        token = auth.get("token")
        if isinstance(token, str) and token:
            return lambda: self.identity.by_token(token)
        cookies = parse_cookie(environ)

        def signed_in() -> Person | None:
            found = self.identity.signed_in(cookies)
            return found.person if found else None

        return signed_in


def _beside(verb: Any, args: Any) -> dict[str, Any]:
    """Give a rule what this person was shown and no board tells: the sorts from which groups were offered."""
    step = args.get("activity") if verb == "cluster.accept" and isinstance(args, dict) and args.get("own") else None
    sorts = offers.seen(step) if isinstance(step, str) else None
    return {} if sorts is None else {"sorts": sorts}


class WallWing(Wing):
    audience = "wall"

    def __init__(self, line: Line, desk: Desk) -> None:
        super().__init__(line)
        self.desk = desk

    def admit(self, sid: str, environ: dict[str, Any], auth: dict[str, Any]) -> Client:
        key = auth.get("key")
        workshop = self._behind(key) if isinstance(key, str) else None
        if workshop is None:
            raise Refused("not_joined", "not_joined")
        actor = Actor("mirror" if auth.get("mirror") is True else "wall", workshop)
        return Client(sid, "wall", workshop, actor, lambda: "" if self._behind(str(key)) else "revoked")

    def _behind(self, key: str) -> str | None:
        with self.desk.store.read() as connection:
            return workshops.behind_door(connection, key, "projector")
