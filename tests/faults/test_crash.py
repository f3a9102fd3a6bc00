"""First promise: acknowledged means durable. The server is killed in the middle of two hundred phones' burst."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.harness.server import Server
from tests.people import Console, Phone, Workshop, new_id, together

PHONES = 200
ROUNDS = 3

pytestmark = pytest.mark.alone


class Sender:
    """A phone that sends what it has until it is told what became of it, over as many connections as that takes."""

    def __init__(self, phone: Phone, writing: str, vote: str, options: list[str], rng: random.Random) -> None:
        self.phone, self.vote = phone, vote
        text = f"A thought of seat {phone.seat}"
        self.card = {"id": new_id(), "verb": "card.add", "args": {"activity": writing, "card": new_id(), "text": text}}
        self.paper = {rng.choice(options): 1}
        self.ballot = phone.ballot(vote, self.paper)
        self.told: dict[str, Any] = {}
        self.acked_before_the_end: set[str] = set()

    def sends(self) -> None:
        for name, event, payload in (("ballot", "ballot", self.ballot), ("card", "command", self.card)):
            if name not in self.told:
                try:
                    self.told[name] = self.phone.socket.call(event, payload, namespace=self.phone.namespace, timeout=5)
                except Exception:  # the line broke; what became of it is not known
                    return

    def comes_back(self) -> None:
        self.phone = _again(self.phone)
        self.sends()
        self.phone.leaves()


def test_nothing_that_was_acknowledged_is_lost_and_nothing_is_doubled(tmp_path: Path) -> None:
    rng = random.Random(4)
    server = Server(tmp_path / "data").start()
    try:
        for _ in range(ROUNDS):
            one_round(server, rng)
    finally:
        server.kill()


def one_round(server: Server, rng: random.Random) -> None:
    workshop = Workshop(server)
    console = workshop.console()
    ideas = console.step("brainstorm")["id"]
    options = console.makes_groups("A", "B", "C")
    vote = console.step("dots")["id"]
    phones = [p for many in together(*[lambda: arrive(workshop, PHONES // 10) for _ in range(10)]) for p in many]
    console.does("activity.open", activity=ideas)
    console.does("activity.open", activity=vote)
    senders = [Sender(phone, ideas, vote, options, rng) for phone in phones]
    threads = [threading.Thread(target=sender.sends, daemon=True) for sender in senders]
    for thread in threads:
        thread.start()
    # Some are acknowledged, some are under way, some have not begun.
    while sum(len(s.told) for s in senders) < rng.randint(40, 160):
        time.sleep(0.001)
    server.kill()
    for thread in threads:
        thread.join(10)
    acked = [(s, name) for s in senders for name in s.told]
    assert 0 < len(acked) < 2 * PHONES, "the burst was over, or had not begun, when the server was killed"
    server.start()
    check(Console(server.url, server.token, workshop.id).connects(), ideas, vote, senders, settled=False)
    together(*[lambda part=senders[i::10]: [s.comes_back() for s in part] for i in range(10)])
    assert all(s.told[name]["ok"] for s in senders for name in ("ballot", "card"))
    check(Console(server.url, server.token, workshop.id).connects(), ideas, vote, senders, settled=True)


def check(console: Console, ideas: str, vote: str, senders: list[Sender], settled: bool) -> None:
    """Hold the board against what was acknowledged: each card once, each acknowledged ballot counted."""
    cards = [card for card in console.all("card").values() if card["activity"] == ideas]
    texts = Counter(card["text"] for card in cards)
    assert max(texts.values(), default=0) <= 1, "a card is there twice"
    written = {card["id"] for card in cards}
    for sender in senders:
        assert sender.told.get("card") is None or sender.card["args"]["card"] in written, "an acknowledged card is lost"
    if settled:
        assert len(cards) == PHONES
        console.does("activity.close", activity=vote)
        console.does("activity.reveal", activity=vote)
        result = console.all("activity")[vote]["result"]
        wished = Counter(option for sender in senders for option in sender.paper)
        assert result["cast"] == PHONES and {i["id"]: i["dots"] for i in result["items"]} == dict(wished)
    console.leaves()


def arrive(workshop: Workshop, number: int) -> list[Phone]:
    return [Phone(workshop.server.url, workshop.code).connects() for _ in range(number)]


def _again(phone: Phone) -> Phone:
    """The same seat on a new connection, after a restart."""
    back = object.__new__(Phone)
    for name in ("joined", "token", "seat", "keys", "revisions"):
        setattr(back, name, getattr(phone, name))
    super(Phone, back).__init__(phone.url, {"token": phone.token})
    return back.connects()
