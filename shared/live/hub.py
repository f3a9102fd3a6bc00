"""The hub: which clients follow which workshop, and when they are told what.

A commit pokes; a poke makes the follower tick, at once where it was quiet, else at the next tenth of a second. A
heartbeat carries the version read from the database, so that what another process wrote, or a poke lost, is caught up
with.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import gevent
from gevent.lock import RLock

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.vote import without_phone
from shared.domain.changes import Refused
from shared.domain.records import Activity, Card, Interview, Phase, Seat
from shared.domain.visibility import AUDIENCES
from shared.store.store import Store

from .follow import Follower, Packet
from .presence import Client, Presence
from .rooms import Rooms
from .signals import PAUSE, Signal, Signals
from .turnout import Turnout

TICK = 0.1  # seconds between two packets to an audience, at least
HEARTBEAT = 5.0
CHECK = 1.0  # seconds between two looks at whether consoles and walls may still be there
_PRESENCE = 1.0
_OWN = 0.5
_FORGET = 60.0  # seconds without clients
logger = logging.getLogger(__name__)


def wall_clock() -> int:
    return time.time_ns() // 1_000_000


class Channel:
    """One workshop's clients and its follower."""

    def __init__(self, hub: Hub, workshop: str) -> None:
        self.hub, self.workshop = hub, workshop
        self.follower = Follower(hub.store, workshop)
        self.presence = Presence()
        self.turnout = Turnout()
        self.signals = Signals()
        self.empty_since = time.monotonic()
        self._lock = RLock()
        self._told = self.follower.version  # up to where all were told
        self._packets: dict[str, Packet] | None = None  # from there to the follower's version, where one look made it
        self._ticked = 0.0
        self._tick_due: Any = None
        self._presence_due: Any = None
        self._own_due: Any = None
        self._told_own = 0.0
        self._signals_due: Any = None
        self._told_signals = 0.0
        self._owners: set[str] = set()
        self._voted = True
        self._tally_all = False  # also what turnout keeps back: somebody new has not heard of it yet
        self._stamp = wall_clock()
        self._tallies: dict[tuple[str, str], dict[str, Any]] = {}

    def welcome(self, client: Client) -> None:
        """Tell a new client everything, then let it hear what all hear."""
        with self._lock:
            self.look()
            one = self.hub.rooms.send_one
            one(client.audience, client.sid, "snapshot", self._dated(self.follower.snapshot(client.audience)))
            if client.audience == "room":
                self.follower.own_version.setdefault(client.actor.id, self.follower.version)
                one("room", client.sid, "mine", self.follower.own(client.actor.id))
                self.hub.rooms.enter("room", client.sid, f"seat:{client.actor.id}")
                self.signals.forget(client.actor.id)
            self._tally_all = True
            if self._quiet():
                self._tally()
            else:
                self.poked(True)
            for (audience, _), tally in self._tallies.items():
                if audience == client.audience:
                    one(audience, client.sid, "tally", tally)
            if client.audience != "room" and (said := self._counted(client.audience)) is not None:
                one(client.audience, client.sid, "signals", said)
            self.hub.rooms.enter(client.audience, client.sid, self.workshop)
            crowded = self.presence.add(client)
        if crowded is not None:
            self.say_goodbye(crowded, "crowded")
        seat = self.follower.board.get(Seat, client.actor.id)
        if client.audience == "room" and (seat is None or seat.removed):  # between the door and here
            self.say_goodbye(client, "removed")
        self.presence_changed()

    def leave(self, sid: str) -> None:
        self.presence.remove(sid)
        if not len(self.presence):
            self.empty_since = time.monotonic()
        self.presence_changed()

    def sync(self, client: Client, version: Any, own: Any) -> dict[str, Any]:
        """Answer a client that has a gap: what it missed, and its own things where they have changed."""
        with self._lock:
            self.look()
            event, payload = self.follower.since(client.audience, version)
            answer: dict[str, Any] = {"version": self.follower.version, event: self._dated(payload)}
            seat = client.actor.id
            if client.audience == "room" and (
                type(own) is not int or own < self.follower.own_version.get(seat, self.follower.version)
            ):
                answer["mine"] = self.follower.own(seat)
            return answer

    def poked(self, voted: bool) -> None:
        """Tick at once after a quiet time, else when the tenth of a second is over."""
        self._voted = self._voted or voted
        if self._tick_due is None:
            wait = self._ticked + TICK - time.monotonic()
            self._tick_due = gevent.spawn_later(wait, self._due) if wait > 0 else gevent.spawn(self._due)

    def tick(self) -> None:
        """Bring all clients to the newest version, with one packet to each audience."""
        with self._lock:
            self._ticked = time.monotonic()
            self._look()
            if self._told != self.follower.version:
                self._deliver()
            if self._voted:
                self._voted = False
                self._tally()

    def look(self) -> None:
        """Come to the newest version for somebody who asks; the others are told in their turn."""
        with self._lock:
            self._look()
            if self._told != self.follower.version:
                self.poked(False)

    def heartbeat(self, version: int) -> None:
        if version > self.follower.version:
            if self._quiet():
                self.tick()
            else:
                self.poked(False)
        now = wall_clock()
        for audience in ("console", "wall"):
            self.hub.rooms.send(audience, self.workshop, "heartbeat", {"version": version, "now": now})
        for n, client in enumerate(self.presence.of("room")):
            own = self.follower.own_version.get(client.actor.id, 0)
            beat = {"version": version, "mine": own, "now": now}
            self.hub.rooms.send_one("room", client.sid, "heartbeat", beat)
            if n % 50 == 49:
                gevent.sleep(0)

    def presence_changed(self) -> None:
        if self._presence_due is None:
            self._presence_due = gevent.spawn_later(_PRESENCE, self._tell_presence)

    def signalled(self, seat: str, signal: Signal) -> None:
        """Note what a phone says of itself; consoles and walls are told all such things of two seconds at once."""
        with self._lock:
            self.look()
            self.signals.hear(seat, signal)
        self.signals_changed()

    def signals_changed(self) -> None:
        if self._signals_due is None:
            wait = max(0.0, self._told_signals + PAUSE - time.monotonic())
            self._signals_due = gevent.spawn_later(wait, self._tell_signals)

    def say_goodbye(self, client: Client, code: str) -> None:
        self.hub.rooms.send_one(client.audience, client.sid, "goodbye", {"code": code})
        gevent.spawn_later(0.2, self.hub.rooms.cut, client.audience, client.sid)

    def check(self) -> None:
        """Look anew whether consoles and walls may still be here."""
        for client in self.presence.of("console") + self.presence.of("wall"):
            if code := client.still():
                self.presence.remove(client.sid)
                self.say_goodbye(client, code)

    def _due(self) -> None:
        self._tick_due = None
        try:
            self.tick()
        except Exception:  # the heartbeat tries again; a follower must not die of one bad moment
            logger.exception("a tick failed")

    def _quiet(self) -> bool:
        return time.monotonic() - self._ticked >= TICK

    def _deliver(self) -> None:
        packets = self._packets or {audience: self.follower.since(audience, self._told) for audience in AUDIENCES}
        self._packets, self._told = None, self.follower.version
        for audience, (event, payload) in packets.items():
            self.hub.rooms.send(audience, self.workshop, event, self._dated(payload))

    def _look(self) -> None:
        before = self.follower.version
        news = self.follower.tick()
        if news is None:
            return
        self._packets = news.packets if before == self._told else None
        self._owners |= news.owners
        for activity, version in news.begun.items():
            self.signals.begin(activity, version)
        if news.votes_changed or news.begun:
            self.signals_changed()
        if self._owners and self._own_due is None:
            self._own_due = gevent.spawn_later(max(0.0, self._told_own + _OWN - time.monotonic()), self._tell_own)
        for seats, code in ((news.removed, "removed"), (news.moved, "moved")):
            for seat in seats:
                for client in self.presence.of_seat(seat):
                    self.say_goodbye(client, code)
        self._voted = self._voted or news.seats_changed or news.votes_changed or bool(self.follower.hidden_cards())
        if news.seats_changed:
            self.presence_changed()

    def _tally(self) -> None:
        """Tell how many have voted, and how many cards lie face down; after a newcomer also what is below a step."""
        all_of_them, self._tally_all = self._tally_all, False
        seats = self.follower.board.count(Seat, removed=False)
        open_ = {activity.id for activity in self.follower.votes()} | {a.id for a in self.follower.hidden_cards()}
        self._tallies = {key: tally for key, tally in self._tallies.items() if key[1] in open_}
        for activity in self.follower.votes():
            numbers = self._numbers(activity)
            sheets = len(self.hub.store.sheets_in(self.workshop, activity.id))
            of = seats + without_phone(self.follower.workshop, sheets)
            steps = [
                self.turnout.step((activity.id, name), n, of, exact=activity.phase != "open")
                for name, n in numbers.items()
            ]
            known = self._tallies.get(("wall", activity.id))
            more = sheets != (known or {}).get("paper", 0)
            if any(step is not None for step in steps) or more or (all_of_them and known is None):
                shown = {name: self.turnout.shown((activity.id, name)) for name in numbers}
                self._tell(activity.id, {**shown, "of": of, **({"paper": sheets} if sheets or more else {})})
            if any(self.turnout.waits((activity.id, name), n) for name, n in numbers.items()):
                gevent.spawn_later(0.5, self.poked, True)
        for activity in self.follower.hidden_cards():
            name, kind = ("interviews", Interview) if KINDS_OF_ACTIVITY[activity.kind].interviews else ("cards", Card)
            self._tell(activity.id, {name: self.follower.board.count(kind, activity=activity.id)})

    def _numbers(self, activity: Activity) -> dict[str, int]:
        """Count the ballots that are in, and where a paper may be half full those that are filled in."""
        filled = KINDS_OF_ACTIVITY[activity.kind].filled
        if filled is None:
            return {"cast": self.hub.store.ballot_count(self.workshop, activity.id)}
        papers = self.hub.store.papers(self.workshop, activity.id)
        return {"cast": len(papers), "complete": sum(filled(activity, paper.choices) for paper in papers)}

    def _tell(self, activity: str, said: dict[str, Any]) -> None:
        known = self._tallies.get(("wall", activity))
        if known is not None and all(known.get(name) == value for name, value in said.items()):
            return
        self._stamp = max(self._stamp + 1, wall_clock())
        tally = {"activity": activity, "stamp": self._stamp, **said}
        for audience in ("console", "wall", "room"):
            self._tallies[audience, activity] = tally
            self.hub.rooms.send(audience, self.workshop, "tally", tally)

    def _tell_own(self) -> None:
        """Tell seats what is their own, all changes of half a second at once: in a burst each has a change a tick."""
        with self._lock:
            self._own_due, self._told_own = None, time.monotonic()
            owners, self._owners = self._owners, set()
            for seat in owners:
                if self.presence.of_seat(seat):
                    self.hub.rooms.send("room", f"seat:{seat}", "mine", self.follower.own(seat))

    def _tell_presence(self) -> None:
        self._presence_due = None
        self._stamp = max(self._stamp + 1, wall_clock())
        for audience in ("console", "wall"):
            told = {"stamp": self._stamp, **self.presence.told(self.follower.board, audience)}
            self.hub.rooms.send(audience, self.workshop, "presence", told)

    def _tell_signals(self) -> None:
        self._signals_due, self._told_signals = None, time.monotonic()
        for audience in ("console", "wall"):
            if (said := self._counted(audience)) is not None:
                self.hub.rooms.send(audience, self.workshop, "signals", said)

    def _counted(self, audience: str) -> dict[str, Any] | None:
        """Count what phones say of the running step while it is open; walls are told who is done only."""
        board = self.follower.board
        step = board.get(Activity, self.follower.workshop.now)
        if step is None or step.phase != Phase.OPEN:
            return None
        self._stamp = max(self._stamp + 1, wall_clock())
        seats = {seat.id for seat in board.find(Seat, removed=False)}
        told = self.signals.told(step.id, seats)
        shown = told if audience == "console" else {name: told[name] for name in ("of", "done")}
        return {"activity": step.id, "stamp": self._stamp, **shown}

    def _dated(self, payload: dict[str, Any]) -> dict[str, Any]:
        return {**payload, "now": wall_clock()}


class Hub:
    """All workshops that have clients in this process."""

    def __init__(self, store: Store, rooms: Rooms) -> None:
        self.store, self.rooms = store, rooms
        self._channels: dict[str, Channel] = {}
        self._clients: dict[tuple[str, str], Client] = {}
        self._poked: deque[tuple[set[str], set[str]]] = deque()
        self._wake = gevent.get_hub().loop.async_()
        self._wake.start(self._pass_on)
        store.after = self._after_commit
        self._greenlets = [
            gevent.spawn(self._every, HEARTBEAT, self._beat),
            gevent.spawn(self._every, CHECK, self._check),
        ]

    def join(self, client: Client) -> None:
        """Take a client in and tell it everything."""
        self._clients[client.audience, client.sid] = client
        self._channel(client.workshop).welcome(client)

    def leave(self, audience: str, sid: str) -> None:
        client = self._clients.pop((audience, sid), None)
        if client is not None and client.workshop in self._channels:
            self._channels[client.workshop].leave(sid)

    def client(self, audience: str, sid: str) -> Client | None:
        return self._clients.get((audience, sid))

    def sync(self, client: Client, version: Any, own: Any = None) -> dict[str, Any]:
        return self._channel(client.workshop).sync(client, version, own)

    def signalled(self, client: Client, signal: Signal) -> None:
        self._channel(client.workshop).signalled(client.actor.id, signal)

    def snapshot(self, workshop: str, audience: str) -> dict[str, Any]:
        """Tell what an audience may know of a workshop just now, for a page that brings it along."""
        channel = self._channel(workshop)
        channel.look()
        return channel._dated(channel.follower.snapshot(audience))

    def connected(self) -> dict[str, int]:
        """Count the clients by audience."""
        counted = dict.fromkeys(("console", "wall", "room"), 0)
        for audience, _ in self._clients:
            counted[audience] += 1
        return counted

    def goodbye(self, code: str) -> None:
        """Tell everybody that the server goes."""
        for audience in ("console", "wall", "room"):
            for workshop in self._channels:
                self.rooms.send(audience, workshop, "goodbye", {"code": code})

    def close(self) -> None:
        self.store.after = None
        gevent.killall(self._greenlets)
        self._wake.stop()

    def _channel(self, workshop: str) -> Channel:
        channel = self._channels.get(workshop)
        if channel is None:
            channel = self._channels.setdefault(workshop, Channel(self, workshop))
        return channel

    def _after_commit(self, changed: set[str], voted: set[str]) -> None:
        """In the writer's thread: leave word and wake the loop."""
        self._poked.append((changed, voted))
        self._wake.send()

    def _pass_on(self) -> None:
        while self._poked:
            changed, voted = self._poked.popleft()
            for workshop in changed | voted:
                if channel := self._channels.get(workshop):
                    channel.poked(workshop in voted)

    def _beat(self) -> None:
        for workshop, version in self.store.versions(list(self._channels)).items():
            self._channels[workshop].heartbeat(version)
        for workshop, channel in list(self._channels.items()):
            if not len(channel.presence) and time.monotonic() - channel.empty_since > _FORGET:
                self._channels.pop(workshop, None)

    def _check(self) -> None:
        for channel in list(self._channels.values()):
            channel.check()

    def _every(self, seconds: float, act: Callable[[], None]) -> None:
        while True:
            gevent.sleep(seconds)
            try:
                act()
            except Refused:
                pass  # a workshop is gone; its clients are told by their own checks
            except Exception:
                logger.exception("a regular look failed")
