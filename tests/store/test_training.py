"""Progress and logbooks in the store, on both kinds of database."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from shared.domain.changes import Refused
from shared.domain.training import CONFIRMED, OBSERVED, Line, Progress, answered, tried
from shared.store import people, training
from tests.store.house import House


@pytest.fixture
def two(house: House) -> tuple[str, str, str]:
    """A region's id, and those of two people."""

    def settle(connection: Any) -> tuple[str, str, str]:
        region = people.add_region(connection, "Altan-Ovoo", "mn")
        names = ("aya", "bat")
        ids = [people.add_person(connection, email=f"{n}@example.org", name=n, role="facilitator") for n in names]
        return region, ids[0], ids[1]

    made: tuple[str, str, str] = house.store.write(settle)
    return made


def test_each_try_is_kept_and_the_best_stays(house: House, two: tuple[str, str, str]):
    _, aya, bat = two
    for at, right in enumerate((2, 4, 1), start=1):
        house.store.write(lambda c, right=right, at=at: training.keep(c, aya, lambda p: tried(p, right, at), "method"))
    with house.store.read() as connection:
        assert training.progress(connection, aya) == {"method": Progress("method", 3, 4, 3)}
        assert training.progress(connection, bat) == {}
        assert training.progress_of_all(connection) == {aya: [Progress("method", 3, 4, 3)]}


def test_a_line_is_found_by_both_and_stands_once(house: House, two: tuple[str, str, str]):
    region, aya, bat = two
    line = Line("l1", aya, "w1", "Planning day", "2027-03-01", region, OBSERVED, bat, at=1)
    house.store.write(lambda c: training.add(c, line))
    with pytest.raises(Refused, match="logbook_twice"):
        house.store.write(lambda c: training.add(c, replace(line, id="l2")))
    house.store.write(lambda c: training.change(c, "l1", lambda before: answered(before, bat, True)))
    with house.store.read() as connection:
        assert training.about(connection, aya) == training.about(connection, bat) == [replace(line, state=CONFIRMED)]
    assert not house.store.write(lambda c: training.drop(c, bat, "l1")), "one's own alone"
    assert house.store.write(lambda c: training.drop(c, aya, "l1"))
    with pytest.raises(Refused, match="gone_line"):
        house.store.write(lambda c: training.change(c, "l1", lambda before: before))
