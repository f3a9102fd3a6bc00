"""How often the server speaks: packets are put together, and a heartbeat tells what nobody has said."""

from __future__ import annotations

import json
import secrets
import threading
import time

import pytest

from shared.desk import Desk
from shared.domain.changes import Actor
from shared.store.store import Store
from tests.harness.server import until
from tests.people import new_id, together

CHANGES = 30  # by each console: three seconds at the pace that one facilitator is allowed


def packets(screen) -> list[dict]:
    told = [json.loads(heard) for heard in screen.heard]
    return [payload for event, payload in told if event in ("changes", "snapshot")]


@pytest.mark.parametrize("meanwhile", ["nothing", "others ask and come"])
def test_however_many_changes_there_are_a_screen_hears_ten_packets_a_second_at_most(workshop, meanwhile):
    wall, phone = workshop.wall(), workshop.phone()
    consoles = [workshop.console() for _ in range(3)]
    asking = [workshop.phone() for _ in range(4)] if meanwhile != "nothing" else []
    activity = consoles[0].obstacles
    consoles[0].does("activity.open", activity=activity)
    consoles[0].does("room.lock", locked=False)
    for screen in (wall, phone):
        screen.reaches(consoles[0].version)
        screen.heard.clear()
    start = time.monotonic()

    def writes(console) -> int:
        done = 0
        while done < CHANGES:
            done += console.command("card.add", activity=activity, card=new_id(), text="Roads")["ok"]
            threading.Event().wait(0.09)
        return done

    def asks(other) -> None:
        for _ in range(15):
            other.says("sync", {"version": other.version})
            threading.Event().wait(0.21)

    def comes() -> None:
        for _ in range(20):
            workshop.phone()

    acts = [*([comes] if asking else []), *(lambda p=p: asks(p) for p in asking)]
    done = together(*(lambda c=c: writes(c) for c in consoles), *acts)
    assert done[: len(consoles)] == [CHANGES] * len(consoles)
    consoles[0].syncs()
    for screen in (wall, phone):
        screen.reaches(consoles[0].version)
        assert len(packets(screen)) <= 10 * (time.monotonic() - start) + 1


def test_what_another_process_writes_is_told_by_the_next_heartbeat(workshop):
    """A command at the terminal, or a second server on the same data, pokes nobody here."""
    wall, phone = workshop.wall(), workshop.phone()
    store = Store(f"sqlite:///{workshop.server.data / 'led.sqlite3'}", b"")
    try:
        aya = Actor("facilitator", "aya", "Aya")
        done = Desk(store).perform(workshop.id, aya, secrets.token_hex(16), "workshop.edit", {"title": "From outside"})
    finally:
        store.close()
    for screen in (wall, phone):
        until(lambda s=screen: s.version >= done.version, "the heartbeat", 8)
        assert [record["title"] for record in screen.all("workshop").values()] == ["From outside"]
    until(lambda: all(any('"heartbeat"' in heard for heard in s.heard) for s in (wall, phone)), "a heartbeat", 8)
    beats = [json.loads(heard)[1] for heard in phone.heard if heard.startswith('["heartbeat"')]
    assert beats[-1].keys() == {"version", "mine", "now"} and beats[-1]["version"] >= done.version
