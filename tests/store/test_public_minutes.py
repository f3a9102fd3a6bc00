"""At most one sealed version of a workshop's minutes has a public extract, on both kinds of database."""

from __future__ import annotations

from shared.store import public_minutes, revisions
from tests.store.house import House


def test_one_sealed_version_at_a_time(house: House):
    def fill(connection):
        for _ in range(2):
            revisions.save(
                connection, house.id, at=1, by="Aya", note="", markdown="", html="", data={"a": 1}, tree={"b": 1}
            )
        public_minutes.release(connection, house.id, 1, 5, "Aya")

    house.store.write(fill)
    with house.store.read() as connection:
        assert public_minutes.number_of(connection, house.id) == 1
        assert public_minutes.released(connection, [house.id]) == {}, "what is not sealed may still change"
    house.store.write(lambda c: revisions.seal(c, house.id, 2, checksum="0" * 64, at=6, by="Aya"))
    house.store.write(lambda c: public_minutes.release(c, house.id, 2, 7, "Aya"))
    with house.store.read() as connection:
        assert [kept.number for kept in public_minutes.released(connection, [house.id]).values()] == [2]
        assert public_minutes.released(connection, []) == {}
    house.store.write(lambda c: public_minutes.withdraw(c, house.id))
    with house.store.read() as connection:
        assert public_minutes.number_of(connection, house.id) is None
