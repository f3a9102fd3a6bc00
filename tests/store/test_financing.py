"""The fund's books in the store, on both kinds of database: sums at any day, and nothing overspent by two at once."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
import sqlalchemy as sa

from shared.domain.changes import Refused
from shared.domain.financing.books import Booking, Books
from shared.domain.financing.calls import Call, Giver, Window
from shared.store import financing, people
from shared.store.keys import new_id
from shared.store.store import Store
from tests.store.house import House, at_once
from tests.store.test_results import enters

CALL = Call("call", "Spring", "EUR", "2027-01-01", "2027-01-28", (Window(12000, 10), Window(45000, 30, True)), 2000)


@pytest.fixture
def region(house: House) -> str:
    id: str = house.store.write(lambda c: people.add_region(c, "North", "mn"))
    for name in ("Donor", "Chamber"):
        house.store.write(lambda c, name=name: financing.keep_giver(c, Giver(name.lower(), name)))
    house.store.write(lambda c: financing.keep_call(c, CALL))
    house.store.write(lambda c: financing.lay(c, "call", id, "donor", 10000))
    return id


def envelope_of(house: House, region: str) -> str:
    with house.store.read() as connection:
        return financing.stands(connection, [region], "9999")[0].envelope.id


def line(entry: str, envelope: str, kind: str, amount: int, day: str = "2027-02-01") -> Booking:
    return Booking(new_id(), entry, envelope, kind, amount, day, proof="Receipt", by="Aya", at=1)


def test_a_call_and_its_givers_come_back_as_they_were_kept(house: House, region: str):
    with house.store.read() as connection:
        assert financing.every_call(connection) == [CALL]
        assert [one.name for one in financing.every_giver(connection)] == ["Chamber", "Donor"]
    changed = replace(CALL, title="Spring round", closes="2027-02-05")
    house.store.write(lambda c: financing.keep_call(c, changed))
    house.store.write(lambda c: financing.keep_giver(c, Giver("donor", "Donor", "Roads")))
    with house.store.read() as connection:
        assert financing.call(connection, "call") == changed
        assert financing.call(connection, "none") is None
    with pytest.raises(Refused, match="giver_there"):
        house.store.write(lambda c: financing.keep_giver(c, Giver("other", "Donor")))
    with pytest.raises(Refused, match="call_currency_stays"):
        house.store.write(lambda c: financing.keep_call(c, replace(CALL, currency="MNT")))
    assert region


def test_the_books_stand_as_they_did_on_the_day_that_is_asked_for(house: House, region: str):
    entry, envelope = enters(house, region), envelope_of(house, region)
    for kind, amount, day in (
        ("committed", 8000, "2027-02-01"),
        ("paid", 3200, "2027-03-01"),
        ("accounted", 3000, "2027-04-01"),
        ("returned", 200, "2027-05-01"),
        ("released", 1000, "2027-06-01"),
    ):
        made = line(entry, envelope, kind, amount, day)
        house.store.write(lambda c, made=made: financing.write(c, made))
    stood = {}
    with house.store.read() as connection:
        for month in range(1, 7):
            stand = financing.stands(connection, [region], f"2027-0{month}-28")[0]
            stood[month] = (stand.books, stand.free)
        assert [one.kind for one in financing.journal_of(connection, entry)] == [
            *("committed", "paid", "accounted", "returned", "released"),
        ]
    assert stood == {
        1: (Books(), 10000),
        2: (Books(8000), 2000),
        3: (Books(8000, 3200), 2000),
        4: (Books(8000, 3200, 3000), 2000),
        5: (Books(8000, 3000, 3000), 2000),
        6: (Books(7000, 3000, 3000), 3000),
    }


def test_an_envelope_is_never_less_than_what_is_promised_of_it(house: House, region: str):
    entry, envelope = enters(house, region), envelope_of(house, region)
    house.store.write(lambda c: financing.write(c, line(entry, envelope, "committed", 8000)))
    with pytest.raises(Refused, match="envelope_promised"):
        house.store.write(lambda c: financing.lay(c, "call", region, "donor", 7999))
    house.store.write(lambda c: financing.lay(c, "call", region, "donor", 8000))
    house.store.write(lambda c: financing.lay(c, "call", region, "chamber", 500))
    with house.store.read() as connection:
        assert sorted(s.envelope.amount for s in financing.stands(connection, None, "9999")) == [500, 8000]
        assert financing.stands(connection, [], "9999") == []
        assert financing.has_money(connection, region)
        assert not financing.has_money(connection, "elsewhere")


def test_two_servers_that_promise_at_once_do_not_overspend(house: House, url: str, region: str):
    envelope = envelope_of(house, region)
    entries = [enters(house, region) for _ in range(8)]
    other = Store(url, b"")

    def promise(store: Store, entry: str) -> None:
        store.write(lambda c: financing.write(c, line(entry, envelope, "committed", 3000)))

    try:
        outcomes = at_once(
            *(lambda s=s, e=e: promise(s, e) for s, e in zip([house.store, other] * 4, entries, strict=True))
        )
    finally:
        other.close()
    kept = [outcome for outcome in outcomes if outcome is None]
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    assert (len(kept), len(refused)) == (3, 5)
    assert {one.key for one in refused} == {"envelope_short"}
    with house.store.read() as connection:
        assert financing.stands(connection, [region], "9999")[0].books == Books(9000)


def test_who_promises_waits_for_a_promise_that_is_being_written(house: House, url: str, region: str):
    envelope = envelope_of(house, region)
    first, second = (line(enters(house, region), envelope, "committed", 6000) for _ in range(2))
    written, go = threading.Event(), threading.Event()

    def holds(connection: sa.Connection) -> None:
        financing.write(connection, first)
        written.set()
        assert go.wait(20)

    other = Store(url, b"")
    outcomes: list[object] = []
    holder = threading.Thread(target=lambda: house.store.write(holds))
    waiter = threading.Thread(
        target=lambda: outcomes.extend(at_once(lambda: other.write(lambda c: financing.write(c, second))))
    )
    try:
        holder.start()
        assert written.wait(10)
        waiter.start()
        waiter.join(1)  # without the lock it is through by now, on money that is as good as spent
        go.set()
        for thread in (holder, waiter):
            thread.join(20)
    finally:
        go.set()
        other.close()
    assert [getattr(one, "key", one) for one in outcomes] == ["envelope_short"]
    with house.store.read() as connection:
        assert financing.stands(connection, [region], "9999")[0].books == Books(6000)
