"""A workshop in memory, to try the rules on: the plainest board there can be, and people who act on it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from shared.domain import agenda
from shared.domain.changes import Actor, Change, Paper
from shared.domain.records import Activity, Card, Cluster, Record, Seat, Workshop, kind_of
from shared.domain.rules import decide

FACILITATOR = Actor("facilitator", "p1", "Aya")
SYSTEM = Actor("system", "system")


class MemoryBoard:
    def __init__(self, records: list[Record]) -> None:
        self.records: dict[tuple[str, str], Any] = {(kind_of(r), r.id): r for r in records}
        self.log: list[Change] = []
        self.ballots: dict[str, list[Paper]] = {}

    def get(self, kind: type[Any], id: str | None) -> Any:
        return self.records.get((kind.__name__.lower(), id or ""))

    def find(self, kind: type[Any], **where: Any) -> list[Any]:
        found = [
            r
            for (name, _), r in self.records.items()
            if name == kind.__name__.lower() and all(getattr(r, field) == value for field, value in where.items())
        ]
        return sorted(found, key=lambda r: (getattr(r, "position", getattr(r, "number", 0)), r.id))

    def count(self, kind: type[Any], **where: Any) -> int:
        return len(self.find(kind, **where))

    def papers(self, activity: str) -> list[Paper]:
        return self.ballots.get(activity, [])

    def change(self, version: int) -> Change | None:
        return self.log[version - 1] if 1 <= version <= len(self.log) else None

    def undone(self, version: int) -> bool:
        return any(c.undoes == version and not self.undone(i) for i, c in enumerate(self.log, 1) if i > version)

    def apply(self, change: Change) -> int:
        for e in change.edits:
            if e.after is None:
                del self.records[(e.kind, e.record.id)]
            else:
                self.records[(e.kind, e.record.id)] = e.after
        self.log.append(change)
        return len(self.log)


class Room:
    """A planning workshop with people in it. Every ``does`` answers with the version that it made."""

    def __init__(self, template: str = "led-planning") -> None:
        ids = count(1)
        self.new_id: Callable[[], str] = lambda: f"n{next(ids)}"
        self.now = 1_000_000
        self.board = MemoryBoard(
            agenda.plan(
                template,
                id="w",
                code="K7M4PX",
                title="Planning day",
                region="altan-ovoo",
                language="en",
                date="2026-11-23",
                words=lambda key: key,
                new_id=self.new_id,
            )
        )

    def does(
        self,
        verb: str,
        args: dict[str, Any] | None = None,
        by: Actor = FACILITATOR,
        beside: dict[str, Any] | None = None,
        **named: Any,
    ) -> int:
        self.now += 1000
        chance = self.now * 7919 % 10**6
        return self.board.apply(decide(self.board, by, verb, {**(args or {}), **named}, self.now, chance, beside))

    def joins(self, sector: str = "private", **details: Any) -> Actor:
        seat = self.new_id()
        self.does("seat.join", {"seat": seat, "sector": sector, **details}, by=SYSTEM)
        return Actor("seat", seat)

    def step(self, kind: str, nth: int = 0) -> Activity:
        return [a for a in self.board.find(Activity) if a.kind == kind][nth]

    @property
    def workshop(self) -> Workshop:
        return self.board.find(Workshop)[0]

    @property
    def obstacles(self) -> Activity:
        return self.step("brainstorm", 1)

    def writes(self, by: Actor, text: str, activity: str | None = None) -> str:
        card = self.new_id()
        self.does("card.add", activity=activity or self.obstacles.id, card=card, text=text, by=by)
        return card

    def card(self, id: str) -> Card:
        return self.board.get(Card, id)

    def cluster(self, id: str) -> Cluster:
        return self.board.get(Cluster, id)

    def seat(self, actor: Actor) -> Seat:
        return self.board.get(Seat, actor.id)

    def groups(self, *titles: str) -> list[str]:
        """Open the sorting and make groups."""
        self.does("activity.open", activity=self.step("cluster").id)
        made = []
        for title in titles:
            made.append(self.new_id())
            self.does("cluster.add", activity=self.step("cluster").id, cluster=made[-1], title=title)
        return made
