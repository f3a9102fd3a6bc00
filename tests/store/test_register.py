"""The register in the store, on both kinds of database: numbers once each, history in one piece, links that close."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from shared.domain.changes import Refused
from shared.domain.register.entries import Entry, Event, begin, fill, move
from shared.domain.register.states import OFFICE
from shared.store import people, register
from shared.store.store import Store
from tests.store.databases import SECRET
from tests.store.house import House, at_once


@pytest.fixture
def region(house: House) -> str:
    id: str = house.store.write(lambda c: people.add_region(c, "Altan-Ovoo", "mn"))
    return id


def enters(store: Store, region: str, title: str = "Felt", **more: Any) -> Entry:
    made: Entry = store.write(
        lambda c: register.add(
            c, region_id=region, year=2027, at=1, begun=lambda blank: begin(blank, "Aya", title), **more
        )
    )
    return made


def test_two_who_enter_at_once_get_two_numbers(house: House, region: str):
    stores = [Store(house.store.url, SECRET) for _ in range(4)]
    made = at_once(*(lambda store=store: [enters(store, region) for _ in range(5)] for store in stores))
    for store in stores:
        store.close()
    assert all(isinstance(entries, list) for entries in made), made
    numbers = sorted(entry.number for entries in made for entry in entries)
    assert numbers == [f"ALTOVO-2027-{n:02}" for n in range(1, 21)]


def test_what_is_done_stands_in_the_history_and_nothing_else_does(house: House, region: str):
    id = enters(house.store, region).id

    def does(step: register.Step) -> Entry:
        made: Entry = house.store.write(lambda c: register.change(c, id, 7, step))
        return made

    does(lambda e: fill(e, "Bat", OFFICE, {"goal": "One mark"}))
    does(lambda e: fill(e, "Bat", OFFICE, {"goal": "One mark"}))
    with pytest.raises(Refused):
        does(lambda e: move(e, "Bat", OFFICE, "running"))
    after = does(lambda e: move(e, "Bat", OFFICE, "cancelled", "No champion"))
    with house.store.read() as connection:
        told = register.history(connection, id)
        assert register.one(connection, id) == after
    assert [(line.version, line.event.verb) for line in told] == [(3, "moved"), (2, "filled"), (1, "begun")]
    assert told[0].event.reason == "No champion"
    assert told[1].event.changes == {"goal": [None, "One mark"]}


def test_two_who_change_at_once_both_stand(house: House, region: str):
    id = enters(house.store, region).id
    stores = [Store(house.store.url, SECRET) for _ in range(3)]

    def writes(store: Store, name: str) -> Entry:
        made: Entry = store.write(
            lambda c: register.change(c, id, 2, lambda e: fill(e, name, OFFICE, {name: f"by {name}"}))
        )
        return made

    names = ("goal", "causes", "obstacle")
    made = at_once(*(lambda s=s, n=n: writes(s, n) for s, n in zip(stores, names, strict=True)))
    for store in stores:
        store.close()
    assert sorted(entry.version for entry in made) == [2, 3, 4]
    with house.store.read() as connection:
        entry = register.one(connection, id)
    assert entry is not None
    assert {name: entry.form.get(name) for name in names} == {name: f"by {name}" for name in names}


def test_a_link_opens_one_entry_until_it_is_closed(house: House, region: str):
    first, second = (enters(house.store, region, title) for title in ("Felt", "Cellar"))
    old = house.store.write(lambda c: register.open_link(c, first.id))
    new = house.store.write(lambda c: register.open_link(c, first.id))
    other = house.store.write(lambda c: register.open_link(c, second.id))
    with house.store.read() as connection:
        found = [register.behind_link(connection, link) for link in (old, new, other, "nothing")]
    assert [entry and entry.title for entry in found] == [None, "Felt", "Cellar", None]
    house.store.write(lambda c: register.close_link(c, first.id))
    with house.store.read() as connection:
        assert register.behind_link(connection, new) is None
        assert not register.has_link(connection, first.id)
        assert register.has_link(connection, second.id)


def test_entries_are_found_by_region_workshop_and_whether_they_are_public(house: House, region: str):
    elsewhere = house.store.write(lambda c: people.add_region(c, "Khar-Us", "mn"))
    enters(house.store, region, "Felt", workshop="w", measure="m")
    enters(house.store, elsewhere, "Cellar")
    with house.store.read() as connection:
        assert [e.title for e in register.every(connection)] == ["Felt", "Cellar"]
        assert [e.title for e in register.every(connection, [elsewhere])] == ["Cellar"]
        assert register.every(connection, []) == register.every(connection, None, released=True) == []
        assert {m: e.title for m, e in register.of_workshop(connection, "w").items()} == {"m": "Felt"}


def test_a_shared_measure_is_found_from_the_other_region(house: House):
    north, south, west = (
        house.store.write(lambda c, n=n: people.add_region(c, n, "mn")) for n in ("North", "South", "West")
    )

    def begun(blank: Entry) -> tuple[Entry, Event | None]:
        made, event = begin(blank, "Aya", "Road")
        return replace(made, joint=[south]), event

    made = house.store.write(lambda c: register.add(c, region_id=north, year=2026, at=1, begun=begun))
    with house.store.read() as connection:
        assert [one.id for one in register.shared_with(connection, south)] == [made.id]
        assert register.shared_with(connection, north) == register.shared_with(connection, west) == []
