"""The writer: many in one commit, each answered, nobody waiting for ever."""

from __future__ import annotations

import secrets
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from shared.domain.changes import Refused
from shared.domain.records import Card
from shared.store import workshops
from shared.store.store import Store
from shared.store.tables import region
from tests.store.databases import Cluster
from tests.store.house import House, at_once, until


def add_region(store: Store, id: str) -> None:
    store.write(lambda c: c.execute(region.insert().values(id=id, name=id, language="mn")) and None)


def regions(store: Store) -> set[str]:
    with store.read() as connection:
        return set(connection.execute(sa.select(region.c.id)).scalars())


def held(store: Store) -> tuple[threading.Thread, threading.Event]:
    """Keep the writer busy until the event is set, so that what comes now shares the next transaction."""
    entered, go = threading.Event(), threading.Event()

    def wait(_: object) -> None:
        entered.set()
        go.wait(20)

    thread = threading.Thread(target=lambda: store.write(wait))
    thread.start()
    assert entered.wait(10)
    return thread, go


def test_one_that_fails_in_a_shared_transaction_spoils_it_for_nobody(store: Store):
    holder, go = held(store)
    outcomes: list[object] = []
    threads = [
        threading.Thread(target=lambda id=id: outcomes.extend(at_once(lambda: add_region(store, id))))
        for id in ("a", "b", "a", "c")
    ]
    for thread in threads:
        thread.start()
    until(lambda: store.waiting == 4)
    go.set()
    for thread in (holder, *threads):
        thread.join(20)
    assert sum(isinstance(o, sa.exc.IntegrityError) for o in outcomes) == 1
    assert regions(store) == {"a", "b", "c"}


def test_what_is_refused_midway_leaves_nothing_behind_and_spoils_it_for_nobody(store: Store):
    def begun_and_refused(connection: sa.Connection) -> None:
        connection.execute(region.insert().values(id="half", name="half", language="mn"))
        raise Refused("invalid", "text_empty")

    thread, go = held(store)
    outcomes: list[object] = []
    both = threading.Thread(
        target=lambda: outcomes.extend(
            at_once(lambda: store.write(begun_and_refused), lambda: add_region(store, "whole"))
        )
    )
    both.start()
    until(lambda: store.waiting == 2)
    go.set()
    for one in (thread, both):
        one.join(20)
    assert isinstance(outcomes[0], Refused)
    assert regions(store) == {"whole"}


def test_what_is_told_after_a_commit_may_fail_and_nothing_is_done_twice(house: House):
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    house.store.after = fails
    outcomes = at_once(*[house.joins] * 5)
    assert sorted(phone.number for phone in outcomes) == [1, 2, 3, 4, 5]
    assert house.version == 5


def test_each_commit_is_told_once_a_workshop_and_after_it_is_readable(house: House):
    told: list[tuple[set[str], set[str], int]] = []
    house.store.after = lambda changed, voted: told.append((set(changed), set(voted), house.version))
    groups = house.opens_the_vote()
    phone = house.joins()
    assert all(changed == {house.id} and not voted for changed, voted, _ in told)
    assert [version for *_, version in told] == list(range(1, house.version + 1))
    phone.votes({groups[0]: 1})
    assert told[-1] == (set(), {house.id}, house.version)


def test_a_refusal_is_told_to_nobody(house: House):
    told: list[object] = []
    phone = house.joins()
    house.store.after = lambda *touched: told.append(touched)
    with pytest.raises(Refused):
        phone.writes("Trees")
    assert told == []


def test_closing_writes_what_waits(store: Store):
    holder, go = held(store)
    threads = [threading.Thread(target=add_region, args=(store, f"r{n}")) for n in range(5)]
    for thread in threads:
        thread.start()
    until(lambda: store.waiting == 5)
    closer = threading.Thread(target=store.close)
    closer.start()
    go.set()
    for thread in (holder, *threads, closer):
        thread.join(20)
        assert not thread.is_alive()
    again = Store(store.url, store.secret)
    assert regions(again) == {f"r{n}" for n in range(5)}
    again.close()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_who_comes_while_it_closes_is_answered_or_turned_away(store: Store):
    started = threading.Event()

    def adds(n: int) -> int:
        for i in range(10_000):
            try:
                add_region(store, f"{n}-{i}")
            except RuntimeError:
                return i
            started.set()
        return 10_000

    *added, _ = at_once(*(lambda n=n: adds(n) for n in range(6)), lambda: started.wait(10) and store.close())
    again = Store(store.url, store.secret)
    assert len(regions(again)) == sum(added)
    again.close()


def test_a_workshop_that_could_not_be_made_leaves_nothing_behind(store: Store, monkeypatch: pytest.MonkeyPatch):
    house = House(store)

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(workshops, "add_door", fails)
        with pytest.raises(ZeroDivisionError):
            house.opens("First")
    assert store.version(house.id) is None
    other = Store(store.url, store.secret)  # another process has more luck with the same name
    House(other).opens("Second", id=house.id)
    other.close()
    house.does("room.lock", locked=True)
    assert (house.workshop.title, house.version) == ("Second", 1)
    assert store.changes_since(house.id, 0)[0].edits[0].before.title == "Second"  # type: ignore[union-attr]


def test_a_closed_store_takes_nothing(store: Store):
    store.close()
    with pytest.raises(RuntimeError):
        add_region(store, "late")


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_while_somebody_else_holds_the_database_all_are_told_to_try_again_at_once(house: House):
    """Ten wait no longer than one does, and nothing is acknowledged that is not written."""
    house.opens_the_cards()
    phones = [house.joins() for _ in range(10)]
    path = house.store.url.removeprefix("sqlite:///")
    other = sqlite3.connect(path, isolation_level=None)
    house.store.write(lambda c: c.exec_driver_sql("PRAGMA busy_timeout=300") and None)
    other.execute("BEGIN IMMEDIATE")
    started = time.monotonic()
    outcomes = at_once(*(lambda p=p: p.writes("Trees") for p in phones))
    took = time.monotonic() - started
    other.execute("ROLLBACK")
    other.close()
    assert all(isinstance(o, Refused) and o.code == "busy" and o.retry for o in outcomes)
    assert took < 2
    assert house.all(Card) == []
    phones[0].writes("Trees")
    assert len(house.all(Card)) == 1


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_reading_goes_on_while_somebody_holds_the_database(house: House):
    other = sqlite3.connect(house.store.url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert house.workshop.title == "Planning day"
    other.execute("ROLLBACK")
    other.close()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_full_disk_is_told_and_heals(house: House):
    house.opens_the_cards()
    phone = house.joins()

    def pages(most: int) -> None:
        house.store.write(lambda c: c.exec_driver_sql(f"PRAGMA max_page_count={most}") and None)

    pages(1)  # SQLite takes the pages in use as the least
    written: list[str] = []

    def writes_on() -> None:
        while len(written) < 500:
            written.append(house.joins().writes("x" * 80))

    with pytest.raises(Refused) as refused:
        writes_on()
    assert (refused.value.code, refused.value.retry) == ("busy", True)
    assert {card.id for card in house.all(Card)} == set(written)
    pages(100_000)
    phone.writes("Trees")
    assert len(house.all(Card)) == len(written) + 1


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_after_postgresql_was_restarted_nothing_acknowledged_is_missing(house: House, cluster: Cluster):
    house.opens_the_cards()
    phone = house.joins()
    house.does("activity.edit", activity=house.workshop.now, minutes=1)
    kept = [phone.writes("before")]
    cluster.restart()

    def tries_until_taken() -> str:
        id = secrets.token_hex(16)
        args = {"activity": house.obstacles.id, "card": "again", "text": "after"}
        for _ in range(50):
            try:
                house.desk.perform(house.id, phone.actor, id, "card.add", args)
            except Refused as refused:
                assert refused.retry, refused  # noqa: PT017  # another try follows, with the same id
            else:
                return "again"
        raise AssertionError("never taken")

    kept.append(tries_until_taken())
    assert {card.id for card in house.all(Card)} == set(kept)


def test_greenlets_wait_for_the_writer_and_the_loop_goes_on(url: str):
    """In a process of its own, for gevent changes the standard library for good."""
    script = Path(__file__).with_name("in_greenlets.py")
    run = subprocess.run([sys.executable, str(script), url], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == ["200", "went", "on"]
