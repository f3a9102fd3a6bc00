"""A workshop on a real store, and people who act on it through the desk."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from shared.desk import Answer, Desk
from shared.domain import agenda
from shared.domain.changes import Actor
from shared.domain.records import Activity, Card, Cluster, Seat, Workshop
from shared.store import keys, workshops
from shared.store.store import Store

FACILITATOR = Actor("facilitator", "p1", "Aya")


class Phone:
    """A seat's phone: its own keys and papers."""

    def __init__(self, house: House, sector: str) -> None:
        self.house = house
        joined = house.desk.join(house.id, {"sector": sector})
        self.seat, self.number, self.token, self.return_code = vars(joined).values()
        self.actor = Actor("seat", self.seat)
        self.key, self.revision = secrets.token_hex(16), 0

    def writes(self, text: str, id: str | None = None) -> str:
        card = id or keys.new_id()
        self.house.does("card.add", by=self.actor, activity=self.house.obstacles.id, card=card, text=text)
        return card

    def votes(self, paper: Any, key: str | None = None, revision: int | None = None, vote: str | None = None) -> Answer:
        if revision is None:
            revision = self.revision = self.revision + 1
        vote = vote or self.house.vote.id
        return self.house.desk.cast(self.house.id, self.actor, vote, key or self.key, revision, paper)


class House:
    """A planning day on a store. The clock goes on by a second at each question."""

    def __init__(self, store: Store, start: int = 1_000_000) -> None:
        self.store, self.time = store, start
        self.desk = Desk(store, now=self._now)
        self.id = ""

    def opens(self, title: str = "Planning day", id: str | None = None) -> House:
        self.id = id or keys.new_id()
        with self.store.read() as connection:
            code = workshops.fresh_code(connection)
        self.desk.create(
            agenda.plan(
                "led-planning",
                id=self.id,
                code=code,
                title=title,
                region="altan-ovoo",
                language="en",
                date="2026-11-23",
                words=lambda key: key,
                new_id=keys.new_id,
            )
        )
        return self

    def does(self, verb: str, by: Actor = FACILITATOR, id: str | None = None, **args: Any) -> Answer:
        return self.desk.perform(self.id, by, id or secrets.token_hex(16), verb, args)

    def joins(self, sector: str = "private") -> Phone:
        return Phone(self, sector)

    @property
    def version(self) -> int:
        return self.store.version(self.id) or 0

    @property
    def records(self) -> list[Any]:
        return self.store.records(self.id)[1]

    def all(self, of: type[Any], /, **where: Any) -> list[Any]:
        fitting = [r for r in self.records if type(r) is of and all(getattr(r, f) == v for f, v in where.items())]
        return sorted(fitting, key=lambda r: (getattr(r, "position", getattr(r, "number", 0)), r.id))

    @property
    def workshop(self) -> Workshop:
        return self.all(Workshop)[0]

    @property
    def obstacles(self) -> Activity:
        return self.all(Activity, kind="brainstorm")[1]

    @property
    def sorting(self) -> Activity:
        return self.all(Activity, kind="cluster")[0]

    @property
    def vote(self) -> Activity:
        return self.all(Activity, kind="dots")[0]

    def card(self, id: str) -> Card:
        return self.all(Card, id=id)[0]

    def seat(self, id: str) -> Seat:
        return self.all(Seat, id=id)[0]

    def opens_the_cards(self) -> None:
        self.does("activity.open", activity=self.obstacles.id)

    def groups(self, *titles: str) -> list[str]:
        """Sort: open, make groups, agree."""
        self.does("activity.open", activity=self.sorting.id)
        for title in titles:
            self.does("cluster.add", activity=self.sorting.id, cluster=keys.new_id(), title=title)
        self.does("activity.confirm", activity=self.sorting.id)
        return [c.id for c in self.all(Cluster)]

    def opens_the_vote(self, *titles: str) -> list[str]:
        groups = self.groups(*(titles or ("Roads", "Skills", "Water")))
        self.does("activity.open", activity=self.vote.id)
        return groups

    def _now(self) -> int:
        self.time += 1000
        return self.time


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Do things in as many threads, all let off together; answer with results and errors in their order."""
    results: list[Any] = [None] * len(acts)
    gate = threading.Barrier(len(acts))

    def run(i: int, act: Callable[[], Any]) -> None:
        gate.wait(10)
        try:
            results[i] = act()
        except Exception as error:
            results[i] = error

    threads = [threading.Thread(target=run, args=item, daemon=True) for item in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive(), "somebody waits for ever"
    return results


def until(condition: Callable[[], object]) -> None:
    """Wait for a state, at most twenty seconds."""
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.001)


@pytest.fixture
def house(store: Store) -> House:
    return House(store).opens()
