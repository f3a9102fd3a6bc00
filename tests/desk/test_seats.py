"""Coming in, coming back, moving to another phone."""

from __future__ import annotations

import pytest

from shared.domain.changes import Refused
from shared.domain.records import Seat
from shared.store import keys, seats
from shared.store.tables import credential
from tests.store.house import House, at_once


def owner(house: House, token: str) -> seats.SeatOf | None:
    with house.store.read() as connection:
        return seats.by_token(connection, token)


def test_a_token_opens_its_own_seat(house: House):
    phone = house.joins("public")
    found = owner(house, phone.token)
    assert found is not None
    assert (found.workshop, found.seat, found.removed) == (house.id, phone.seat, False)
    assert owner(house, phone.token + "x") is None


def test_sixty_come_in_at_once_each_with_a_number_and_a_code_of_its_own(house: House):
    phones = at_once(*[house.joins] * 60)
    assert sorted(phone.number for phone in phones) == list(range(1, 61))
    assert len({phone.return_code for phone in phones}) == 60
    assert all(len(p.return_code) == 4 and set(p.return_code) <= set(keys.ALPHABET) for p in phones)
    assert len(house.all(Seat)) == 60


def test_a_return_code_moves_the_seat_and_the_old_phone_is_out(house: House):
    phone = house.joins()
    moved = house.desk.move_seat(house.id, f" {phone.return_code.lower()} ")
    assert (moved.seat, moved.number) == (phone.seat, phone.number)
    assert owner(house, phone.token) is None
    assert (found := owner(house, moved.token)) is not None
    assert found.seat == phone.seat
    assert len(house.all(Seat)) == 1


def test_a_used_return_code_is_dead(house: House):
    phone = house.joins()
    house.desk.move_seat(house.id, phone.return_code)
    with pytest.raises(Refused):
        house.desk.move_seat(house.id, phone.return_code)


def test_one_of_two_who_use_a_return_code_at_once_gets_the_seat(house: House):
    phone = house.joins()
    outcomes = at_once(*[lambda: house.desk.move_seat(house.id, phone.return_code)] * 2)
    tokens = [o.token for o in outcomes if not isinstance(o, Exception)]
    assert sum(owner(house, token) is not None for token in tokens) == 1


def test_a_removed_seat_does_not_come_back_by_its_code(house: House):
    phone = house.joins()
    house.does("seat.remove", seat=phone.seat)
    with pytest.raises(Refused):
        house.desk.move_seat(house.id, phone.return_code)


def test_a_code_of_another_workshop_is_unknown(house: House):
    phone, other = house.joins(), House(house.store).opens()
    if other.joins().return_code == phone.return_code:
        return
    with pytest.raises(Refused):
        other.desk.move_seat(other.id, phone.return_code)


def test_a_refused_joining_leaves_no_seat_and_no_token(house: House):
    house.does("room.lock", locked=True)
    with pytest.raises(Refused) as refused:
        house.joins()
    assert refused.value.code == "locked"
    assert house.all(Seat) == []


def test_no_token_stands_in_the_database(house: House, url: str):
    phone = house.joins()
    with house.store.read() as connection:
        kept = [row.token_hash for row in connection.execute(credential.select())]
    assert kept == [keys.hash_token(phone.token)]


def test_the_room_is_full_at_its_capacity_however_many_come_at_once(house: House):
    house.does("workshop.edit", capacity=5)
    outcomes = at_once(*[house.joins] * 12)
    assert sum(isinstance(o, Refused) and o.code == "full" for o in outcomes) == 7
    assert len(house.all(Seat)) == 5
