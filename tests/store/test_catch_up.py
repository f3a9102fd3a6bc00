"""Two processes on one database: each goes on from where the other has got to."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import pytest

from shared.desk import Desk
from shared.domain.changes import Refused
from shared.domain.records import Card
from shared.store import transaction, workshops
from shared.store.store import Store
from tests.store.databases import SECRET
from tests.store.house import FACILITATOR, House, at_once


@pytest.fixture
def other(house: House) -> Iterator[Desk]:
    store = Store(house.store.url, SECRET)
    yield Desk(store, now=lambda: 5_000_000)
    store.close()


def lock(desk: Desk, house: House, locked: bool) -> int:
    return desk.perform(house.id, FACILITATOR, secrets.token_hex(16), "room.lock", {"locked": locked}).version


def test_each_sees_what_the_other_did(house: House, other: Desk):
    for n in range(1, 7):
        assert lock((house.desk, other)[n % 2], house, bool(n % 2)) == n
    lock(other, house, True)
    with pytest.raises(Refused) as refused:
        house.joins()
    assert refused.value.code == "locked"


def test_one_far_behind_reads_anew(house: House, other: Desk, monkeypatch: pytest.MonkeyPatch):
    lock(other, house, True)
    monkeypatch.setattr(transaction, "MOST_CAUGHT_UP", 3)
    for n in range(10):
        lock(house.desk, house, bool(n % 2))
    assert lock(other, house, False) == 12


def test_both_at_once_make_one_history(house: House, other: Desk):
    house.opens_the_cards()
    phones = [house.joins() for _ in range(8)]
    obstacles = house.obstacles.id

    def writes(i: int) -> None:
        desk = (house.desk, other)[i % 2]
        for n in range(5):
            args = {"activity": obstacles, "card": f"c{i}-{n}", "text": "Trees"}
            desk.perform(house.id, phones[i].actor, secrets.token_hex(16), "card.add", args)

    outcomes = at_once(*(lambda i=i: writes(i) for i in range(8)))
    assert outcomes == [None] * 8
    assert len(house.all(Card)) == 40
    log = house.store.changes_since(house.id, 0)
    assert [change.version for change in log] == list(range(1, house.version + 1))


def test_a_retry_at_the_other_process_has_no_second_effect(house: House, other: Desk):
    house.opens_the_cards()
    phone, id = house.joins(), secrets.token_hex(16)
    args = {"activity": house.obstacles.id, "card": "c1", "text": "Trees"}
    answers = at_once(
        *(lambda d=d: d.perform(house.id, phone.actor, id, "card.add", args) for d in (house.desk, other) * 4)
    )
    assert len({answer.version for answer in answers}) == 1
    assert len(house.all(Card)) == 1


def test_reading_follows_the_log_in_steps(house: House):
    for n in range(7):
        lock(house.desk, house, bool(n % 2))
    steps = [house.store.changes_since(house.id, since, limit=3) for since in (0, 3, 6, 7)]
    assert [[change.version for change in step] for step in steps] == [[1, 2, 3], [4, 5, 6], [7], []]
    assert house.store.versions([house.id, "elsewhere"]) == {house.id: 7}
    assert [act["version"] for act in house.store.acts(house.id, last=2)] == [6, 7]
    assert [act["version"] for act in house.store.acts(house.id, last=2, before=6)] == [4, 5]


def test_records_and_their_version_belong_together(house: House):
    """A reader beside a writer: the locks told by the record are those of the version it came with."""
    locks = at_once(
        lambda: [lock(house.desk, house, bool(n % 2)) for n in range(60)],
        lambda: [house.store.records(house.id) for _ in range(60)],
    )[1]
    for version, records in locks:
        workshop = next(r for r in records if r.id == house.id)
        assert workshop.locked == (version > 0 and (version - 1) % 2 == 1), version


def test_a_workshop_that_is_gone_is_not_found(house: House):
    lock(house.desk, house, True)
    house.store.write(lambda connection: workshops.remove(connection, house.id))
    assert house.store.version(house.id) is None
    with pytest.raises(Refused) as refused:
        lock(house.desk, house, False)
    assert refused.value.code == "not_found"
