"""People at a live workshop, over real sockets: a phone, a console, a wall. They speak the workshop's language."""

from __future__ import annotations

import contextlib
import json
import secrets
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

import socketio

from tests.harness.server import Server, until

PATIENCE = 20.0  # seconds


class Screen:
    """A connection that does what every client has to: drop what is old, ask where there is a gap, else lay it over."""

    namespace = ""

    def __init__(self, url: str, auth: dict[str, Any]) -> None:
        self.url, self.auth = url, auth
        self.version = -1
        self.records: dict[str, dict[str, Any]] = {}
        self.acts: dict[int, Any] = {}
        self.own: dict[str, Any] = {"version": -1, "records": {}}
        self.tallies: dict[str, Any] = {}
        self.presence: dict[str, Any] = {}
        self.goodbye: str | None = None
        self.heard: list[str] = []  # every event as JSON, for what must not be in it
        self._lock = threading.RLock()
        self.socket = socketio.Client(reconnection=False, json=json)  # not what a server in this process may have set
        self.socket.on("*", self._hear, namespace=self.namespace)

    def connects(self) -> Any:
        self.socket.connect(
            self.url, auth=self.auth, namespaces=[self.namespace], transports=["websocket"], wait_timeout=PATIENCE
        )
        return self

    def leaves(self) -> None:
        """Go as a phone goes whose battery is empty: without a word, and without waiting for one."""
        with contextlib.suppress(Exception):
            self.socket.eio.ws.sock.close()
        self.socket.eio.disconnect(abort=True)

    def says(self, event: str, payload: Any) -> dict[str, Any]:
        answer: dict[str, Any] = self.socket.call(event, payload, namespace=self.namespace, timeout=PATIENCE)
        return answer

    def command(self, verb: str, command_id: str | None = None, **args: Any) -> dict[str, Any]:
        return self.says("command", {"id": command_id or new_id(), "verb": verb, "args": args})

    def does(self, verb: str, **args: Any) -> dict[str, Any]:
        """Send a command that is to succeed, and wait until this screen shows it."""
        answer = self.command(verb, **args)
        assert answer["ok"], answer
        self.reaches(answer["version"])
        return answer

    def syncs(self) -> None:
        answer = self.says("sync", {"version": self.version, "mine": self.own["version"]})
        assert answer["ok"], answer
        with self._lock:
            if "snapshot" in answer:
                self._lay_down(answer["snapshot"])
            else:
                self._lay_over(answer["changes"])
            if "mine" in answer:
                self.own = answer["mine"]

    def reaches(self, version: int) -> None:
        until(lambda: self.version >= version, f"version {version}, at {self.version}", PATIENCE)

    def all(self, kind: str) -> dict[str, Any]:
        return self.records.get(kind, {})

    def _hear(self, event: str, payload: Any) -> None:
        self.heard.append(json.dumps([event, payload], ensure_ascii=False))
        with self._lock:
            match event:
                case "snapshot":
                    if payload["version"] >= self.version:
                        self._lay_down(payload)
                case "changes":
                    if self.version >= 0 and payload["from"] <= self.version < payload["to"]:
                        self._lay_over(payload)
                    elif payload["from"] > self.version >= 0:
                        threading.Thread(target=self._asks, daemon=True).start()
                case "mine":
                    if payload["version"] >= self.own["version"]:
                        self.own = payload
                case "tally":
                    if payload["stamp"] > self.tallies.get(payload["activity"], {"stamp": -1})["stamp"]:
                        self.tallies[payload["activity"]] = payload
                case "presence":
                    self.presence = payload
                case "goodbye":
                    self.goodbye = payload["code"]

    def _asks(self) -> None:
        """Ask for what is missing; where the line breaks meanwhile nobody waits for the answer."""
        with contextlib.suppress(socketio.exceptions.SocketIOError):
            self.syncs()

    def _lay_down(self, snapshot: dict[str, Any]) -> None:
        self.records = {kind: dict(records) for kind, records in snapshot["records"].items()}
        self.version = snapshot["version"]
        self._remember(snapshot)

    def _lay_over(self, changes: dict[str, Any]) -> None:
        for kind, records in changes["put"].items():
            for id, record in records.items():
                if record is None:
                    self.records.setdefault(kind, {}).pop(id, None)
                else:
                    self.records.setdefault(kind, {})[id] = record
        self.version = changes["to"]
        self._remember(changes)

    def _remember(self, packet: dict[str, Any]) -> None:
        self.acts |= {act["version"]: act for act in packet.get("acts", [])}


class Phone(Screen):
    namespace = "/participant"

    def __init__(self, url: str, code: str, sector: str = "private", **details: str) -> None:
        self.joined = post(f"{url}/join/{code}", {"sector": sector, **details})
        self.token: str = self.joined["token"]
        self.seat: str = self.joined["seat"]
        self.keys: dict[str, str] = {}
        self.revisions: dict[str, int] = {}
        super().__init__(url, {"token": self.token})

    def adds(self, activity: str, text: str) -> dict[str, Any]:
        return self.command("card.add", activity=activity, card=new_id(), text=text)

    def votes(self, activity: str, paper: Any) -> dict[str, Any]:
        return self.says("ballot", self.ballot(activity, paper))

    def ballot(self, activity: str, paper: Any) -> dict[str, Any]:
        """Fill in a paper anew: the same key, the next revision."""
        self.revisions[activity] = self.revisions.get(activity, 0) + 1
        key = self.keys.setdefault(activity, new_id())
        return {"activity": activity, "key": key, "revision": self.revisions[activity], "paper": paper}


class Console(Screen):
    namespace = "/facilitator"

    def __init__(self, url: str, token: str, workshop: str) -> None:
        super().__init__(url, {"token": token})
        self.workshop = workshop

    def connects(self) -> Console:
        super().connects()
        answer = self.says("follow", {"workshop": self.workshop})
        assert answer["ok"], answer
        until(lambda: self.version >= 0, "the first snapshot")
        return self

    def step(self, kind: str, nth: int = 0) -> dict[str, Any]:
        steps = [a for a in self.all("activity").values() if a["kind"] == kind]
        return sorted(steps, key=lambda a: a["position"])[nth]

    @property
    def obstacles(self) -> str:
        return str(self.step("brainstorm", 1)["id"])

    def makes_groups(self, *titles: str) -> list[str]:
        """Open the sorting and make groups."""
        sorting = self.step("cluster")["id"]
        self.does("activity.open", activity=sorting)
        ids = [new_id() for _ in titles]
        for id, title in zip(ids, titles, strict=True):
            self.does("cluster.add", activity=sorting, cluster=id, title=title)
        return ids


class Wall(Screen):
    namespace = "/projector"

    def __init__(self, url: str, key: str) -> None:
        super().__init__(url, {"key": key})


class Workshop:
    """A workshop on a running server, and the means to bring people in."""

    def __init__(self, server: Server, template: str = "led-planning") -> None:
        self.server = server
        made = json.loads(server.run("workshop", "new", "--template", template, "--title", "Try", "--json"))
        self.id: str = made["id"]
        self.code: str = made["code"]
        self.key: str = made["projector_url"].rsplit("/", 1)[1]
        self.token = server.token
        self.screens: list[Screen] = []

    def console(self) -> Console:
        return self._in(Console(self.server.url, self.token, self.id))

    def wall(self) -> Wall:
        return self._in(Wall(self.server.url, self.key))

    def phone(self, sector: str = "private", **details: str) -> Phone:
        return self._in(Phone(self.server.url, self.code, sector, **details))

    def close(self) -> None:
        together(*[screen.leaves for screen in self.screens])

    def _in(self, screen: Any) -> Any:
        screen.connects()
        until(lambda: screen.version >= 0, "the first snapshot")
        self.screens.append(screen)
        return screen


def new_id() -> str:
    return secrets.token_hex(16)


def post(url: str, body: Any, **headers: str) -> dict[str, Any]:
    """Send JSON and give the JSON that comes back, whatever its status."""
    return fetch(url, json.dumps(body).encode(), **{"Content-Type": "application/json", **headers})


def fetch(url: str, data: bytes | None = None, **headers: str) -> dict[str, Any]:
    request = urllib.request.Request(url, data, {"Accept": "application/json", **headers})
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return dict(json.loads(answer.read()))
    except urllib.error.HTTPError as refused:
        return dict(json.loads(refused.read()))


def together(*acts: Callable[[], Any]) -> list[Any]:
    """Do several things at once and give what each came to."""
    results: list[Any] = [None] * len(acts)

    def do(i: int) -> None:
        results[i] = acts[i]()

    threads = [threading.Thread(target=do, args=(i,)) for i in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results
