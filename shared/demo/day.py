"""Play the demo planning day: 28 people, a practice vote, 40 cards, seven groups, one vote on them, eight measures.

All of it goes through the desk. The day has a clock of its own, so that its minutes tell a day's times; it ends now.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from shared.desk import Desk
from shared.domain.changes import Actor
from shared.domain.records import Activity, Sector, Workshop
from shared.domain.templates import TEMPLATES
from shared.store import people
from shared.store.keys import new_id
from shared.store.store import Store
from shared.web.making import make_workshop

MILESTONES = ("lobby", "writing", "sorting", "voting", "end")
SHORT_NAMES = {  # and pictograms, of shared/web/front/pictograms.tsx
    "A": ("Raw materials", "wool"),
    "B": ("Training", "book"),
    "C": ("Loans", "coins"),
    "D": ("Buyers", "lorry"),
    "E": ("Storage", "thermometer"),
    "F": ("Tourism", "ger"),
    "G": ("Permits", "paper"),
}
_LASTS = 7.05 * 3600  # seconds from the first word to the last
_BREAK = ("break", "lunch", "break2")
_HOST = Actor("facilitator", "demo", "Tuya Bat", "en")


@cache
def demo_data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((Path(__file__).parent / "led_demo.json").read_text(encoding="utf-8"))
    return data


def play(desk: Desk, store: Store, until: str = "end") -> Workshop:
    """Make the demo workshop and play it up to a milestone: "lobby", "writing", "sorting", "voting" or "end".

    At "writing" the cards are being written, at "sorting" the groups stand, at "voting" half of the room has voted.
    """
    if until not in MILESTONES:
        raise ValueError(f"until must be one of {', '.join(MILESTONES)}")
    day = _Day.begin(desk, store)
    for milestone, act in zip(MILESTONES, (day.opens, day.writes, day.sorts, day.votes, day.ends), strict=True):
        act(milestone == until)
        if milestone == until:
            break
    return day.workshop


def shares(counts: dict[str, int], voters: int, dots: int) -> list[dict[str, int]]:
    """Deal the dots of a tally to papers of ``dots`` dots each, at most one an item.

    No item has more dots than there are voters, so that dealing the dots out in rows gives nobody two of the same.
    """
    papers: list[dict[str, int]] = [{} for _ in range(voters)]
    dealt = [item for item, number in counts.items() for _ in range(number)]
    if len(dealt) != voters * dots or max(counts.values()) > voters:
        raise ValueError("these dots cannot be dealt")
    for item, paper in zip(dealt, cycle(papers)):
        paper[item] = 1
    return papers


@dataclass
class _Clock:
    at: float  # seconds since 1970

    def __call__(self) -> int:
        self.at += 0.25
        return int(self.at * 1000)


@dataclass
class _Day:
    desk: Desk
    clock: _Clock
    workshop: Workshop
    steps: dict[str, Activity]
    seats: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def begin(cls, desk: Desk, store: Store) -> _Day:
        clock = _Clock(desk.now() / 1000 - _LASTS)
        own = Desk(store, clock)
        data = demo_data()
        workshop = make_workshop(
            own,
            template="led-planning",
            title="Planning day Altan-Ovoo",
            region=_region(store, data["region"]),
            language="en",
            date=date.today().isoformat(),
        )
        _, records = store.records(workshop.id)
        steps = sorted((r for r in records if isinstance(r, Activity)), key=lambda a: a.position)
        keys = [step.key for step in TEMPLATES["led-planning"]]
        day = cls(own, clock, workshop, dict(zip(keys, steps, strict=True)))
        day.does(
            "workshop.edit",
            place="Culture house, Altan-Ovoo",
            host="Chamber branch Altan-Ovoo",
            facilitators="Tuya Bat",
            languages=["en", "mn"],
        )
        return day

    def does(self, verb: str, **args: Any) -> None:
        """The facilitator does something on the console."""
        self.desk.perform(self.workshop.id, _HOST, new_id(), verb, args)

    def passes(self, minutes: float) -> None:
        self.clock.at += minutes * 60

    def talks(self, key: str) -> None:
        """A step in which people talk takes the time that it was given."""
        step = self.steps[key]
        self.does("activity.enter", activity=step.id)
        if key not in _BREAK:
            self.does("activity.open", activity=step.id)
        self.passes(step.minutes - 0.5)
        if key not in _BREAK:
            self.does("activity.close", activity=step.id)

    def opens(self, stop: bool) -> None:
        """28 people come in; outside the lobby's demo the day then begins."""
        counts = demo_data()["test_vectors"]["cluster_dots"]["participants"]
        for sector in Sector:
            language = cycle(("mn", "mn", "en"))
            self.seats[sector] = [
                self.desk.join(self.workshop.id, {"sector": sector, "language": next(language)}).seat
                for _ in range(counts[sector])
            ]
        if not stop:
            self.talks("opening")
            self.practises()
            self.does("activity.enter", activity=self.steps["findings"].id)
            self.passes(self.steps["findings"].minutes)

    def practises(self) -> None:
        """Everybody tries the phone on a question that does not count."""
        step = self.steps["joining"]
        self.does("activity.open", activity=step.id)
        seats = [seat for sitting in self.seats.values() for seat in sitting]
        for seat, season in zip(seats, cycle((3, 1, 3, 4, 2))):
            self._casts(seat, step, [f"own-{season}"])
        self.passes(step.minutes - 2)
        self._decides(step)

    def writes(self, stop: bool) -> None:
        """40 cards, twelve of them in Mongolian, each by somebody of its sector."""
        step = self.steps["obstacles"]
        self.does("activity.edit", activity=step.id, question=demo_data()["focus_question"])
        self.does("activity.enter", activity=step.id)
        self.does("activity.open", activity=step.id)
        authors = {sector: cycle(seats) for sector, seats in self.seats.items()}
        for card in demo_data()["cards"]:
            seat = Actor("seat", next(authors[card["sector"]]))
            args = {"activity": step.id, "card": card["id"], "text": card["mn"] or card["en"]}
            self.desk.perform(self.workshop.id, seat, new_id(), "card.add", args)
            self.passes(0.4)
        if not stop:
            self.does("activity.close", activity=step.id)
            self.does("activity.reveal", activity=step.id)

    def sorts(self, stop: bool) -> None:
        step = self.steps["groups"]
        self.does("activity.open", activity=step.id)
        for cluster in demo_data()["clusters"]:
            key = cluster["key"]
            cards = [card["id"] for card in demo_data()["cards"] if card["cluster"] == key]
            self.does("cluster.add", activity=step.id, cluster=key, title=cluster["title"], cards=cards)
            short, pictogram = SHORT_NAMES[key]
            self.does("cluster.rename", cluster=key, title=cluster["title"], short=short, pictogram=pictogram)
            self.passes(5)
        if not stop:
            self.does("activity.confirm", activity=step.id)
            self.talks("break")

    def votes(self, stop: bool) -> None:
        """Three dots each, at most one a group, so that the totals of the test vector come out by sector."""
        step = self.steps["weigh"]
        self.does("activity.open", activity=step.id)
        papers = list(_papers(self.seats))
        for seat, paper in papers[: len(papers) // 2] if stop else papers:
            self._casts(seat, step, paper)
            self.passes(0.15)
        if not stop:
            self._decides(step, minutes=10)

    def _casts(self, seat: str, step: Activity, paper: Any) -> None:
        self.desk.cast(self.workshop.id, Actor("seat", seat), step.id, secrets.token_hex(16), 1, paper)

    def _decides(self, step: Activity, minutes: float = 1) -> None:
        """Close a vote, show it, and agree on it once it has been talked about."""
        self.does("activity.close", activity=step.id)
        self.does("activity.reveal", activity=step.id)
        self.passes(minutes)
        self.does("activity.confirm", activity=step.id)

    def ends(self, stop: bool) -> None:
        self._notes()
        for key in (
            "reach",
            "sketch",
            "lunch",
            "present",
            "principles",
            "choose",
            "break2",
            "plan",
            "commit",
            "roadmap",
        ):
            if key == "sketch":
                self._measures()
            self.talks(key)
        self._tasks()
        self.does("workshop.end")

    def _notes(self) -> None:
        talk = (
            "Camp owners say the season would be longer with a **heated dining yurt**. "
            "The soum office offers the old school canteen for courses."
        )
        self._writes_down("note", talk, activity=self.steps["weigh"].id)
        decision = "Four groups of obstacles go on: training, raw materials, storage and heat, loans."
        reasons = "They have the most dots, and each sector has put some on every one of them."
        dissent = "One owner of a camp: tourism brings money from outside and should go on too."
        weigh = self.steps["weigh"].id
        self._writes_down("decision", decision, activity=weigh, reasons=reasons, dissent=dissent)
        permits = "Land permits go to the public–private dialogue; the chamber carries the point to the governor."
        self._writes_down("decision", permits)
        carried = {"office": "Land office of the aimag", "who": "Chamber branch", "due": self._day_in(90)}
        self._writes_down("advocacy", "One place and one date for all land permits", activity=weigh, **carried)

    def _measures(self) -> None:
        for measure in demo_data()["measures"]:
            self.does("measure.adopt", measure=measure["id"], title=measure["title"], cluster=measure["cluster"])
            self.does("measure.edit", measure=measure["id"], champion=measure["lead"])

    def _tasks(self) -> None:
        for text, who, days in (
            ("Ask three felt makers for sample prices", "Felt makers' cooperative", 7),
            ("Find a room for the short course", "Vocational school", 14),
            ("First draft of the permit guide", "Governor's office", 56),
        ):
            self._writes_down("task", text, who=who, due=self._day_in(days))
        summary = (
            "The room named seven groups of obstacles, weighed them, and adopted eight measures with a champion each."
        )
        self._writes_down("summary", summary)

    def _day_in(self, days: int) -> str:
        return (datetime.fromtimestamp(self.clock.at) + timedelta(days=days)).date().isoformat()

    def _writes_down(self, type: str, text: str, **more: Any) -> None:
        self.does("note.write", note=new_id(), type=type, text=text, **more)


def _papers(seats: dict[str, list[str]]) -> Iterator[tuple[str, dict[str, int]]]:
    """Deal each sector's dots to its seats, and let the sectors vote side by side."""
    vector = demo_data()["test_vectors"]["cluster_dots"]
    dealt = []
    for sector, sitting in seats.items():
        counts = {key: row[sector] for key, row in vector["by_cluster"].items()}
        dealt += list(enumerate(zip(sitting, shares(counts, len(sitting), vector["dots_each"]), strict=True)))
    for _, (seat, paper) in sorted(dealt, key=lambda pair: pair[0]):
        yield seat, paper


def _region(store: Store, name: str) -> str:
    """Find the demo's region, or make it."""

    def find(connection: Any) -> str:
        known = {region.name: region.id for region in people.regions(connection)}
        return known.get(name) or people.add_region(connection, name, "mn")

    id: str = store.write(find)
    return id
