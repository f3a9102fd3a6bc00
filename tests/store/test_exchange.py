"""A region's file between two houses: the same twice changes nothing, later ones renew, what clashes waits."""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from shared.domain.changes import Refused
from shared.domain.exchange import OURS, THEIRS, Parcel, read, written
from shared.domain.register.checks import answered
from shared.domain.register.entries import Entry, Event, begin, release
from shared.domain.sustainability import DECIDING
from shared.store import development, entry_photos, exchange, people, register, results
from shared.store.keys import new_id
from shared.store.photos import digest_of
from shared.store.signing import key_of, signed, signer_of
from shared.store.store import Store
from tests.domain.test_development import TODAY, told
from tests.store.databases import SECRET, elsewhere
from tests.store.house import House

PRESS = b"\xff\xd8\xff\xe0 a picture, as far as the store can tell"
FORM = {
    "lead": "Felt makers",
    "goal": "Thirty sell under one mark",
    "champion": "D. Oyun",
    "champion_phone": "9911 2233",
    "obstacle": "D. Oyun says: all work alone",
    "publish": "yes",
    "asked": 9800,
}


@pytest.fixture
def home(tmp_path: Any, migrated_file: Any) -> Iterator[Store]:
    """The region's own laptop; the umbrella is ``house``, on both kinds of database."""
    with elsewhere(tmp_path, migrated_file, b"h" * 32) as store:
        yield store


@pytest.fixture
def north(home: Store) -> str:
    id: str = home.write(lambda c: people.add_region(c, "North", "mn"))
    return id


@pytest.fixture
def into(house: House) -> str:
    id: str = house.store.write(lambda c: people.add_region(c, "North", "mn"))
    return id


def measure(home: Store, north: str, title: str = "Felt workshop", **more: Any) -> str:
    def begun(blank: Entry) -> tuple[Entry, Event]:
        made, event = begin(blank, "Aya", title, {**FORM, **more})
        return replace(made, state="completed", released=True, ended_on="2025-03-01"), event

    id: str = home.write(lambda c: register.add(c, region_id=north, year=2025, at=1, begun=begun)).id
    return id


def reports(store: Store, id: str, code: str, day: str, value: int, **parts: int) -> None:
    told = {"code": code, "day": day, "value": value, "parts": parts, "proof": "List of D. Oyun"}
    store.write(lambda c: results.add_reading(c, id, told, "Aya", 1))


def checks(store: Store, id: str, time: str = "T6") -> None:
    given = {question: "yes" for question in DECIDING} | {f"{question}_word": "seen by Bat" for question in DECIDING}
    check = answered(id, time, {**given, "Q5": "4"}, "Bat", "visit", "2025-10-01", 1)
    store.write(lambda c: results.keep_check(c, check))


def packed(home: Store, north: str, at: int) -> Parcel:
    """Pack, and read as it comes: through a file."""
    with home.read() as connection:
        parcel = exchange.pack(connection, north, at)
    return read(json.loads(json.dumps(written(parcel))), TODAY)


def takes(house: House, parcel: Parcel, into: str, choices: exchange.Choices | None = None) -> dict[str, int]:
    told: Counter[str] = house.store.write(
        lambda c: exchange.take_in(c, parcel, into, choices or {}, "Umbrella", "office 1a2b", 9_000)
    )
    return dict(told)


def entries(house: House) -> list[Entry]:
    with house.store.read() as connection:
        return register.every(connection)


def everything(house: House) -> tuple[Any, ...]:
    with house.store.read() as connection:
        ids = [region.id for region in people.regions(connection)]
        return (
            register.every(connection),
            results.readings_by(connection, ids),
            results.checks_by(connection, ids),
            development.reports(connection, ids),
            development.talks(connection, ids),
            exchange._before(connection, ids[0]),
        )


def test_what_was_released_arrives_and_adds_up(house: House, home: Store, north: str, into: str):
    id = measure(home, north)
    reports(home, id, "jobs", "2025-05-01", 300, women=1)
    reports(home, id, "jobs", "2025-09-01", 500, women=2)
    reports(home, id, "trained", "2025-09-01", 2400)
    checks(home, id)
    home.write(lambda c: development.keep_report(c, told(north, members="40")))
    assert takes(house, packed(home, north, 100), into) == {"new": 2}
    (there,) = entries(house)
    assert (there.id, there.number, there.title, there.state) == (id, "NOR-2025-01", "Felt workshop", "completed")
    assert there.region == into and there.released and there.ended_on == "2025-03-01"
    with house.store.read() as connection:
        place = results.places(connection, [into], "2026-01-01")[into]
        assert (place.lines["jobs"].value, place.lines["jobs"].parts["women"]) == (500, (200, 500))
        assert place.lines["trained"].value == 2400
        assert (place.rate.effective, place.rate.due) == (1, 1)
        assert len(development.reports(connection, [into])) == 1
        came = Event("arrived", "Umbrella", "office", "completed", "office 1a2b")
        assert register.history(connection, id)[0].event == came


def pictures(store: Store, id: str, alt: str = "A felt press", caption: str = "") -> str:
    """Put a public photo to a measure."""
    photo = entry_photos.Photo(new_id(), "2025-05-01", caption, 1, "Aya", 2, 1, digest_of(PRESS))
    store.write(lambda c: entry_photos.add(c, id, photo, PRESS))
    store.write(lambda c: entry_photos.release(c, id, photo.id, alt))
    return photo.id


def photos(store: Store, id: str) -> list[entry_photos.Photo]:
    with store.read() as connection:
        return entry_photos.all_of(connection, id)


def test_public_photos_travel_with_their_measure_and_go_when_they_are_taken_back(
    house: House, home: Store, north: str, into: str
):
    id = measure(home, north)
    press, named = pictures(home, id), pictures(home, id, caption="D. Oyun at work")
    hidden = pictures(home, id)
    home.write(lambda c: entry_photos.release(c, id, hidden, ""))
    assert takes(house, packed(home, north, 100), into) == {"new": 2}
    (there,) = photos(house.store, id)
    assert (there.id, there.alt, there.released, there.by) == (press, "A felt press", True, "office 1a2b")
    with house.store.read() as connection:
        assert entry_photos.picture(connection, id, press) == PRESS
        assert "pictured" in [told.event.verb for told in register.history(connection, id)]
    assert takes(house, packed(home, north, 100), into) == {"same": 2}
    home.write(lambda c: entry_photos.release(c, id, press, "A press for felt"))
    assert takes(house, packed(home, north, 200), into) == {"same": 1, "newer": 1}
    assert photos(house.store, id)[0].alt == "A press for felt"
    home.write(lambda c: entry_photos.release(c, id, press, ""))
    assert takes(house, packed(home, north, 300), into) == {"same": 1, "withdrawn": 1}
    assert photos(house.store, id) == []
    assert named not in {photo.id for photo in photos(house.store, id)}


def test_what_the_umbrella_has_not_public_stays_so_when_a_photo_is_renewed(
    house: House, home: Store, north: str, into: str
):
    id = measure(home, north)
    press = pictures(home, id)
    takes(house, packed(home, north, 100), into)
    house.store.write(lambda c: entry_photos.release(c, id, press, ""))
    assert takes(house, packed(home, north, 150), into) == {"same": 2}
    home.write(lambda c: entry_photos.release(c, id, press, "A press for felt"))
    parcel = packed(home, north, 200)
    assert takes(house, parcel, into) == {"same": 1, "clash": 1}
    assert takes(house, parcel, into, {("photo", press): THEIRS}) == {"same": 1, "settled": 1}
    (there,) = photos(house.store, id)
    assert (there.alt, there.released) == ("A press for felt", False)


def test_a_picture_that_does_not_fit_stays_at_home_and_comes_later(
    house: House, home: Store, north: str, into: str, monkeypatch: pytest.MonkeyPatch
):
    id = measure(home, north)
    first, second = sorted((pictures(home, id), pictures(home, id)))
    monkeypatch.setattr(exchange, "MOST_PICTURES", len(b64encode(PRESS)) + 1)
    assert takes(house, packed(home, north, 100), into) == {"new": 2, "unsent": 1}
    assert [photo.id for photo in photos(house.store, id)] == [first]
    monkeypatch.undo()
    assert takes(house, packed(home, north, 200), into) == {"same": 2, "new": 1}
    assert {photo.id for photo in photos(house.store, id)} == {first, second}


def test_a_settled_photo_keeps_its_picture_where_the_file_has_none(
    house: House, home: Store, north: str, into: str, monkeypatch: pytest.MonkeyPatch
):
    id = measure(home, north)
    press = pictures(home, id)
    takes(house, packed(home, north, 100), into)
    house.store.write(lambda c: entry_photos.release(c, id, press, "Ours"))
    home.write(lambda c: entry_photos.release(c, id, press, "Theirs"))
    monkeypatch.setattr(exchange, "MOST_PICTURES", 1)
    parcel = packed(home, north, 200)
    assert not parcel.photos
    assert takes(house, parcel, into, {("photo", press): THEIRS}) == {"same": 1, "settled": 1}
    with house.store.read() as connection:
        assert entry_photos.picture(connection, id, press) == PRESS
    assert photos(house.store, id)[0].alt == "Theirs"


def test_a_measure_that_was_stopped_blocks_no_file(house: House, home: Store, north: str, into: str):
    id, other = measure(home, north), measure(home, north, "Wool")
    press = pictures(home, id)
    takes(house, packed(home, north, 100), into)
    stop = Event("moved", "Umbrella", "office", "cancelled")
    house.store.write(lambda c: register.change(c, id, 5, lambda e: (replace(e, state="cancelled"), stop)))
    home.write(lambda c: entry_photos.release(c, id, press, ""))
    assert takes(house, packed(home, north, 200), into)["withdrawn"] == 1
    assert photos(house.store, id) == []
    home.write(lambda c: register.change(c, other, 5, lambda e: (replace(e, state="cancelled"), stop)))
    assert other not in {item.id for item in packed(home, north, 300).items}


def test_a_photo_waits_for_its_measure(house: House, home: Store, north: str, into: str):
    id = measure(home, north)
    pictures(home, id)

    def begun(blank: Entry) -> tuple[Entry, Event]:
        return begin(blank, "Umbrella", "Own", {})

    house.store.write(lambda c: register.add(c, region_id=into, year=2025, at=1, begun=begun))
    parcel = packed(home, north, 100)
    assert takes(house, parcel, into) == {"taken": 1, "unsent": 1}
    assert takes(house, parcel, into, {("entry", id): THEIRS}) == {"settled": 1, "new": 1}
    assert len(photos(house.store, id)) == 1


def test_no_name_and_no_proof_leaves_the_region(home: Store, north: str):
    id = measure(home, north)
    measure(home, north, "Cellar of D. Oyun")
    reports(home, id, "jobs", "2025-05-01", 300)
    checks(home, id)
    secret = measure(home, north, "Hidden")
    home.write(lambda c: register.change(c, secret, 2, lambda e: release(e, "Aya", False)))
    text = json.dumps(written(packed(home, north, 100)), ensure_ascii=False)
    assert "Felt makers" in text and "NOR-2025-02" in text
    for word in ("Oyun", "9911", "Aya", "Bat", "seen by", "List", "Hidden", secret):
        assert word not in text, word


def test_the_same_file_twice_changes_nothing_and_an_older_one_neither(house: House, home: Store, north: str, into: str):
    id = measure(home, north)
    reports(home, id, "jobs", "2025-05-01", 300)
    early = packed(home, north, 100)
    takes(house, early, into)
    reports(home, id, "jobs", "2025-09-01", 500)
    late = packed(home, north, 200)
    assert takes(house, late, into) == {"newer": 1}
    before = everything(house)
    assert takes(house, late, into) == {"same": 1}
    assert everything(house) == before
    assert takes(house, early, into) == {"older": 1}
    assert everything(house) == before
    assert len(entries(house)) == 1


def test_what_was_changed_on_both_sides_waits_for_a_person(house: House, home: Store, north: str, into: str):
    id = measure(home, north)
    takes(house, packed(home, north, 100), into)
    ours = {"title": "Ours"}
    house.store.write(
        lambda c: register.change(c, id, 5, lambda e: (replace(e, form={**e.form, **ours}, **ours), EDIT))
    )
    assert takes(house, packed(home, north, 150), into) == {"same": 1}, "only we changed it"
    home.write(lambda c: register.change(c, id, 5, lambda e: (replace(e, state="evaluated"), EDIT)))
    parcel = packed(home, north, 200)
    assert takes(house, parcel, into) == {"clash": 1}
    assert [(e.title, e.state) for e in entries(house)] == [("Ours", "completed")]
    assert takes(house, parcel, into, {("entry", id): OURS}) == {"settled": 1}
    assert takes(house, parcel, into) == {"same": 1}, "settled once is settled"
    assert [(e.title, e.state) for e in entries(house)] == [("Ours", "completed")]
    home.write(lambda c: register.change(c, id, 6, lambda e: (replace(e, state="follow_up"), EDIT)))
    parcel = packed(home, north, 300)
    assert takes(house, parcel, into) == {"clash": 1}
    assert takes(house, parcel, into, {("entry", id): THEIRS}) == {"settled": 1}
    assert [(e.title, e.state) for e in entries(house)] == [("Felt workshop", "follow_up")]
    assert takes(house, packed(home, north, 400), into) == {"same": 1}


EDIT = Event("filled", "Aya", "office")


def test_a_number_that_is_anothers_here_is_settled_too(house: House, home: Store, north: str, into: str):
    id = measure(home, north)
    own = house.store.write(
        lambda c: register.add(c, region_id=into, year=2025, at=1, begun=lambda e: begin(e, "Aya", "Own"))
    )
    parcel = packed(home, north, 100)
    assert takes(house, parcel, into) == {"taken": 1}
    assert [e.id for e in entries(house)] == [own.id]
    assert takes(house, parcel, into, {("entry", id): THEIRS}) == {"settled": 1}
    assert [(e.id, e.number) for e in entries(house)] == [(own.id, "NOR-2025-01"), (id, "NOR-2025-02")]
    assert takes(house, packed(home, north, 200), into) == {"same": 1}


def test_one_region_cannot_write_into_another(house: House, home: Store, north: str, into: str):
    id = measure(home, north)
    takes(house, packed(home, north, 100), into)
    south: str = house.store.write(lambda c: people.add_region(c, "South", "mn"))
    reports(home, id, "jobs", "2025-09-01", 500)
    before = everything(house)
    parcel = packed(home, north, 200)
    assert takes(house, parcel, south, {("entry", id): THEIRS}) == {"foreign": 1}
    assert everything(house) == before


def test_what_is_not_released_any_more_is_not_public_any_more(house: House, home: Store, north: str, into: str):
    id = measure(home, north)
    home.write(lambda c: development.keep_report(c, told(north, members="40")))
    takes(house, packed(home, north, 100), into)
    home.write(lambda c: register.change(c, id, 2, lambda e: release(e, "Aya", False)))
    home.write(lambda c: development.remove_report(c, north, "2027-03-31"))
    assert takes(house, packed(home, north, 200), into) == {"withdrawn": 2}
    assert [(e.id, e.released) for e in entries(house)] == [(id, False)]
    with house.store.read() as connection:
        assert development.reports(connection, [into]) == []
    assert takes(house, packed(home, north, 250), into) == {}
    home.write(lambda c: register.change(c, id, 3, lambda e: release(e, "Aya", True)))
    assert takes(house, packed(home, north, 300), into) == {"newer": 1}
    assert entries(house)[0].released


def test_a_signature_tells_who_and_that_nothing_was_changed(home: Store, north: str):
    measure(home, north)
    document = signed(home.secret, written(packed(home, north, 100)))
    assert signer_of(document) == key_of(home.secret) != key_of(SECRET)
    assert signer_of(json.loads(json.dumps(document, indent=3))) == key_of(home.secret), "spaces are nobody's matter"
    for changed in (
        {**document, "made_at": 101},
        {**document, "key": key_of(SECRET)},
        {
            **document,
            "signature": document["signature"][:-2] + ("01" if document["signature"].endswith("00") else "00"),
        },
        {**document, "extra": 1},
        {**document, "signature": "x"},
        {**document, "items": []},
        {name: value for name, value in document.items() if name != "signature"},
        [],
        None,
    ):
        with pytest.raises(Refused, match="parcel_tampered"):
            signer_of(changed)


def test_files_wait_and_keys_are_believed_for_their_region(house: House, into: str):
    def told() -> list[tuple[str, str]]:
        with house.store.read() as connection:
            return [(one.key, one.region) for one in exchange.trusts(connection)]

    id = house.store.write(lambda c: exchange.keep_file(c, '{"a": 1}', "Aya", 5))
    assert house.store.write(lambda c: exchange.keep_file(c, '{"a": 1}', "Bat", 6)) == id
    with house.store.read() as connection:
        assert [(one.id, one.by) for one in exchange.files(connection)] == [(id, "Aya")]
        assert exchange.file_of(connection, id) == {"a": 1}
    house.store.write(lambda c: exchange.drop_file(c, id))
    with house.store.read() as connection:
        assert exchange.file_of(connection, id) is None
    house.store.write(lambda c: exchange.trust(c, "ab" * 32, into, "Aya", 5))
    house.store.write(lambda c: exchange.trust(c, "ab" * 32, into, "Bat", 6))
    assert told() == [("ab" * 32, into)]
    house.store.write(lambda c: exchange.distrust(c, "ab" * 32, into))
    assert told() == []


def test_whether_a_measure_is_public_here_is_decided_here(house: House, home: Store, north: str, into: str):
    id = measure(home, north)
    takes(house, packed(home, north, 100), into)
    house.store.write(lambda c: register.change(c, id, 5, lambda e: release(e, "Umbrella", False)))
    home.write(lambda c: register.change(c, id, 5, lambda e: (replace(e, state="evaluated"), EDIT)))
    assert takes(house, packed(home, north, 200), into) == {"newer": 1}
    assert [(e.state, e.released) for e in entries(house)] == [("evaluated", False)]


def test_the_next_number_is_none_that_the_file_brings_itself(house: House, home: Store, north: str, into: str):
    first, second = measure(home, north), measure(home, north, "Cellar")
    house.store.write(
        lambda c: register.add(c, region_id=into, year=2025, at=1, begun=lambda e: begin(e, "Aya", "Own"))
    )
    told = takes(house, packed(home, north, 100), into, {("entry", first): THEIRS})
    assert told == {"new": 1, "settled": 1}
    assert {e.id: e.number for e in entries(house) if e.title != "Own"} == {second: "NOR-2025-02", first: "NOR-2025-03"}


def test_what_came_before_is_read_no_more_often_the_more_is_withdrawn(house: House, home: Store, north: str, into: str):
    ids = [measure(home, north, f"Measure {n}") for n in range(12)]
    takes(house, packed(home, north, 100), into)
    asked: list[str] = []
    sa.event.listen(sa.Engine, "before_cursor_execute", lambda c, cursor, statement, *_: asked.append(statement))

    def readings(at: int, some: list[str]) -> int:
        for id in some:
            home.write(lambda c, id=id: register.change(c, id, at, lambda e: release(e, "Aya", False)))
        parcel = packed(home, north, at)
        asked.clear()
        assert takes(house, parcel, into)["withdrawn"] == len(some)
        return sum("FROM parcel_item" in one and one.startswith("SELECT") for one in asked)

    assert 0 < readings(200, ids[:1]) == readings(300, ids[1:9])
