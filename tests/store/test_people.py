"""People who sign in: one e-mail each, sessions and links that end, regions that divide."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from shared.store import people, revisions, workshops
from shared.store.store import Store
from tests.store.house import House, at_once


def add(store: Store, email: str = "aya@example.org", **more: str) -> str:
    values = {"email": email, "name": "Aya", "role": "facilitator", **more}
    id: str = store.write(lambda connection: people.add_person(connection, **values))
    return id


def read(store: Store, function: object, *args: object) -> object:
    with store.read() as connection:
        return function(connection, *args)  # type: ignore[operator]


def test_an_address_is_one_persons_however_it_is_written(store: Store):
    id = add(store)
    found = read(store, people.by_email, " AYA@Example.org")
    assert isinstance(found, people.Person)
    assert found.id == id
    with pytest.raises(sa.exc.IntegrityError):
        add(store, "Aya@example.org")


def test_the_database_knows_the_roles(store: Store):
    with pytest.raises(sa.exc.IntegrityError):
        add(store, role="king")


def test_a_session_ends_and_is_kept_as_a_hash(store: Store):
    person = add(store)
    id = store.write(lambda c: people.start_session(c, person, 1000))
    session = read(store, people.session_of, id)
    assert isinstance(session, people.Session)
    assert (session.person.id, session.created_at, session.seen_at) == (person, 1000, 1000)
    store.write(lambda c: people.touch_session(c, id, 5000))
    assert read(store, people.session_of, id).seen_at == 5000  # type: ignore[attr-defined]
    store.write(lambda c: people.end_session(c, id))
    assert read(store, people.session_of, id) is None


def test_a_disabled_person_has_neither_session_nor_token(store: Store):
    person = add(store)
    id = store.write(lambda c: people.start_session(c, person, 1))
    token = store.write(lambda c: people.add_token(c, person, 1))
    assert read(store, people.person_of_token, token) is not None
    store.write(lambda c: people.change_person(c, person, disabled=True))
    assert read(store, people.session_of, id) is None
    assert read(store, people.person_of_token, token) is None


def test_a_revoked_token_opens_nothing(store: Store):
    person = add(store)
    token = store.write(lambda c: people.add_token(c, person, 1))
    store.write(lambda c: people.revoke_tokens_of(c, person))
    assert read(store, people.person_of_token, token) is None


def test_a_link_works_once_for_one_of_all_who_try(store: Store):
    person = add(store)
    link = store.write(lambda c: people.invite(c, "password", 10_000, person))
    assert read(store, people.invitation_of, link, 9_999) == people.Invitation("password", person)
    assert read(store, people.invitation_of, link, 10_000) is None
    used = at_once(*[lambda: store.write(lambda c: people.use_invitation(c, link))] * 6)
    assert sorted(used) == [False] * 5 + [True]
    assert read(store, people.invitation_of, link, 1) is None


def test_a_new_link_kills_the_one_before(store: Store):
    person = add(store)
    first, second = (store.write(lambda c: people.invite(c, "password", 10_000, person)) for _ in range(2))
    assert read(store, people.invitation_of, first, 1) is None
    assert read(store, people.invitation_of, second, 1) is not None


def test_workshops_are_listed_by_region(store: Store):
    one, two = House(store).opens("North"), House(store).opens("South")

    def move(connection: sa.Connection) -> None:
        table = workshops.RECORDS["workshop"]
        connection.execute(table.update().where(table.c.id == two.id).values(region="south"))

    store.write(move)
    titles = {
        name: [w.title for w in read(store, workshops.of_regions, regions)]  # type: ignore[attr-defined]
        for name, regions in (("own", {"altan-ovoo"}), ("none", set()), ("all", None))
    }
    assert titles == {"own": ["North"], "none": [], "all": ["North", "South"]}
    assert one.workshop.code != two.workshop.code


def test_a_projectors_address_can_be_renewed_and_the_old_one_is_dead(house: House):
    with house.store.read() as connection:
        old = workshops.door_of(connection, house.id, "projector")
    new = house.store.write(lambda c: workshops.renew_door(c, house.id, "projector"))
    assert old is not None
    assert read(house.store, workshops.behind_door, old, "projector") is None
    assert read(house.store, workshops.behind_door, new, "projector") == house.id
    assert read(house.store, workshops.behind_door, new, "console") is None


def test_saved_minutes_are_numbered_and_stay(house: House):
    def save(text: str) -> int:
        words = {"at": 1, "by": "Aya", "note": text, "markdown": text, "html": text, "data": {"text": text}}
        number: int = house.store.write(lambda c: revisions.save(c, house.id, **words))
        return number

    assert sorted(at_once(*[lambda: save("a")] * 4)) == [1, 2, 3, 4]
    assert [r.number for r in read(house.store, revisions.all_of, house.id)] == [4, 3, 2, 1]  # type: ignore[attr-defined]
    assert read(house.store, revisions.one, house.id, 2).data == {"text": "a"}  # type: ignore[attr-defined]
    assert read(house.store, revisions.one, house.id, 9) is None


def test_a_version_is_sealed_once_and_found_by_its_whole_checksum(house: House):
    words = {"at": 1, "by": "Tuya", "note": "", "markdown": "", "html": "", "data": {}, "tree": {}}
    number = house.store.write(lambda c: revisions.save(c, house.id, **words))
    seals = [{"checksum": "ab" * 32, "at": 5, "by": "Tuya"}, {"checksum": "cd" * 32, "at": 6, "by": "Bat"}]
    done = [house.store.write(lambda c, s=s: revisions.seal(c, house.id, number, **s)) for s in seals]
    assert done == [True, False]
    workshop, kept = read(house.store, revisions.sealed, "ab" * 32)
    assert (workshop, kept.number, kept.sealed_at, kept.sealed_by) == (house.id, number, 5, "Tuya")
    assert read(house.store, revisions.sealed, "cd" * 32) is None
    assert not house.store.write(lambda c: revisions.seal(c, house.id, 9, **seals[0]))
