"""A whole workshop between two houses: it comes once, grows with later files, and is never overwritten unasked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from shared.domain.changes import Refused
from shared.domain.exchange import OURS, THEIRS
from shared.domain.records import Cluster, Note, Workshop
from shared.store import arriving, exchange, people, public_minutes, workshops
from shared.store.signing import key_of, signed
from shared.store.store import Store
from tests.domain.test_development import TODAY
from tests.store.databases import elsewhere
from tests.store.house import House

SECRET_THERE = b"u" * 32


@pytest.fixture
def umbrella(tmp_path: Any, migrated_file: Any) -> Iterator[Store]:
    with elsewhere(tmp_path, migrated_file, SECRET_THERE) as store:
        yield store


@pytest.fixture
def north(umbrella: Store) -> str:
    id: str = umbrella.write(lambda c: people.add_region(c, "North", "mn"))
    return id


@pytest.fixture
def day(house: House) -> House:
    """A planning day with cards and a vote, whose region has a name."""
    region = house.store.write(lambda c: people.add_region(c, "North", "mn"))
    house.opens()
    house.store.write(lambda c: _moves(c, house.id, region))
    return house


def _moves(connection: Any, workshop: str, region: str) -> None:
    from shared.store.tables import RECORDS

    table = RECORDS["workshop"]
    connection.execute(table.update().where(table.c.id == workshop).values(region=region))


def file_of(day: House, at: int) -> Any:
    with day.store.read() as connection:
        return json.loads(json.dumps(signed(day.store.secret, arriving.pack(connection, day.id, at))))


def takes(umbrella: Store, north: str, file: Any, choice: str = "", believes: bool = True) -> dict[str, int]:
    key, came = arriving.opened(file, TODAY)
    choices = {(item.kind, item.id): choice for item in came.items} if choice else {}
    told = umbrella.write(arriving.TakeIn(came, key, north, choices, believes, "Umbrella", 9))[1]
    return dict(told)


def notes(store: Store, id: str) -> list[str]:
    return sorted(note.text for note in store.records(id)[1] if isinstance(note, Note))


def writes(day: House, id: str, text: str) -> None:
    day.does("note.write", note=id, type="decision", text=text)


def test_it_comes_once_and_grows(day: House, umbrella: Store, north: str):
    writes(day, "n1", "Mend the road")
    first = file_of(day, 100)
    assert takes(umbrella, north, first) == {"new": 1}
    assert notes(umbrella, day.id) == ["Mend the road"]
    (there,) = [r for r in umbrella.records(day.id)[1] if isinstance(r, Workshop)]
    assert there.region == north
    before = exchange_state(umbrella)
    assert takes(umbrella, north, first) == {"same": 1}
    assert exchange_state(umbrella) == before
    writes(day, "n2", "Buy a lorry")
    second = file_of(day, 200)
    assert takes(umbrella, north, second) == {"newer": 1}
    assert notes(umbrella, day.id) == ["Buy a lorry", "Mend the road"]
    assert takes(umbrella, north, first) == {"older": 1}
    assert notes(umbrella, day.id) == ["Buy a lorry", "Mend the road"]
    with umbrella.read() as connection:
        assert len(workshops.of_regions(connection, None)) == 1


def exchange_state(store: Store) -> Any:
    with store.read() as connection:
        return [arriving.pack(connection, one.id, 0) for one in workshops.of_regions(connection, None)]


def test_what_was_changed_on_both_sides_is_not_overwritten_unasked(day: House, umbrella: Store, north: str):
    takes(umbrella, north, file_of(day, 100))
    there = House(umbrella)
    there.id = day.id
    there.does("note.write", note="u1", type="decision", text="Ours")
    writes(day, "n1", "Theirs")
    file = file_of(day, 200)
    assert takes(umbrella, north, file) == {"clash": 1}
    assert notes(umbrella, day.id) == ["Ours"]
    assert takes(umbrella, north, file, OURS) == {"settled": 1}
    assert takes(umbrella, north, file) == {"same": 1}
    assert notes(umbrella, day.id) == ["Ours"]
    writes(day, "n2", "Theirs again")
    assert takes(umbrella, north, file_of(day, 300), THEIRS) == {"settled": 1}
    assert notes(umbrella, day.id) == ["Theirs", "Theirs again"]
    there.does("note.write", note="u2", type="decision", text="Goes on")
    assert notes(umbrella, day.id) == ["Goes on", "Theirs", "Theirs again"], "a board of before was kept in memory"
    assert not [r for r in umbrella.records(day.id)[1] if isinstance(r, Cluster)]


def test_an_unknown_key_leaves_nothing_and_another_region_is_not_touched(day: House, umbrella: Store, north: str):
    file = file_of(day, 100)
    with pytest.raises(Refused, match="parcel_unknown"):
        takes(umbrella, north, file, believes=False)
    with umbrella.read() as connection:
        assert workshops.of_regions(connection, None) == [] and exchange.trusts(connection) == []
    takes(umbrella, north, file)
    south = umbrella.write(lambda c: people.add_region(c, "South", "mn"))
    writes(day, "n1", "Theirs")
    assert takes(umbrella, south, file_of(day, 200), THEIRS) == {"foreign": 1}
    assert notes(umbrella, day.id) == []
    with pytest.raises(Refused, match="not_found"):
        takes(umbrella, "no region", file)


def test_what_does_not_fit_together_is_refused(day: House, umbrella: Store, north: str):
    writes(day, "n1", "Theirs")
    with day.store.read() as connection:
        told = json.loads(json.dumps(arriving.pack(connection, day.id, 100)))
    for path, value in (
        ("made_at", "now"),
        ("made_at", 10**20),
        ("region", {**told["region"], "language": "../a"}),
        ("region", None),
        ("workshop", {}),
        ("workshop", None),
    ):
        with pytest.raises(Refused, match="parcel_damaged"):
            arriving.opened(signed(day.store.secret, {**told, path: value}), TODAY)
    told["workshop"]["log"] = told["workshop"]["log"][:-1]
    with pytest.raises(Refused, match="parcel_damaged"):
        arriving.opened(signed(day.store.secret, told), TODAY)
    file = {**file_of(day, 100), "made_at": 5}
    with pytest.raises(Refused, match="parcel_tampered"):
        arriving.opened(file, TODAY)
    assert key_of(day.store.secret) != key_of(SECRET_THERE)
    assert north


def test_what_the_umbrella_has_of_its_own_stays_when_a_newer_file_comes(day: House, umbrella: Store, north: str):
    takes(umbrella, north, file_of(day, 100))
    umbrella.write(lambda c: public_minutes.release(c, day.id, 1, 5, "Umbrella"))
    with umbrella.read() as connection:
        wall = workshops.door_of(connection, day.id, "projector")
    writes(day, "n1", "Mend the road")
    assert takes(umbrella, north, file_of(day, 200)) == {"newer": 1}
    with umbrella.read() as connection:
        assert workshops.door_of(connection, day.id, "projector") == wall is not None
        assert public_minutes.number_of(connection, day.id) == 1
