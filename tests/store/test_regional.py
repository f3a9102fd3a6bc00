"""What workshops tell of their regions, on both kinds of database: shown things alone, each of its own day."""

from __future__ import annotations

from dataclasses import asdict
from fractions import Fraction

import pytest

from shared.domain.changes import Actor
from shared.domain.records import Activity
from shared.domain.standing import Standing
from shared.store import keys, regional
from tests.store.house import House

HERE = "altan-ovoo"


def factors(house: House) -> dict[str, Standing]:
    with house.store.read() as connection:
        return regional.factors(connection, regional.held(connection, [HERE], sealed=False)).get(HERE, {})


def rates(house: House, rating: int) -> str:
    """Put a matrix before eight people who all say the same, and close it."""
    step = keys.new_id()
    house.does("activity.add", activity=step, kind="matrix", title="Factors", settings={"factors": ["2.1", "2.2"]})
    house.does("activity.open", activity=step)
    for _ in range(8):
        house.joins().votes({"2.1": {"rating": rating, "importance": 3}}, vote=step)
    house.does("activity.close", activity=step)
    return step


def test_a_matrix_tells_nothing_before_the_room_has_seen_it(house: House):
    step = rates(house, -2)
    assert factors(house) == {}
    house.does("activity.reveal", activity=step)
    found = factors(house)
    assert {code: (one.now.rating, one.now.day) for code, one in found.items()} == {
        "2.1": (Fraction(-2), house.workshop.date)
    }
    house.does(
        "matrix.correct", activity=step, amendment=keys.new_id(), factor="2.1", rating=-1, reason="Half is paved"
    )
    house.does("matrix.reach", activity=step, amendment=keys.new_id(), factor="2.2", reach="L")
    assert factors(house)["2.1"].now.rating == -1


def test_one_that_was_taken_over_is_of_its_own_day(house: House):
    step = rates(house, -2)
    house.does("activity.reveal", activity=step)
    house.does("activity.confirm", activity=step)
    source = house.all(Activity, id=step)[0]
    first, day = house.id, house.workshop.date
    house.opens("Next day")
    house.does("workshop.edit", date="2026-12-01")
    house.does("activity.open", activity=house.all(Activity, kind="brainstorm")[0].id)
    origin = {"id": first, "title": "Planning day", "date": day}
    into = house.all(Activity, kind="matrix")[0].id
    house.desk.perform(
        house.id,
        Actor("system", "", ""),
        keys.new_id(),
        "matrix.carry",
        {"activity": into, "source": asdict(source), "amendments": [], "findings": [], "origin": origin},
    )
    house.does("activity.reveal", activity=into)
    found = factors(house)["2.1"]
    assert (found.before, found.now.rating, found.now.day) == (None, -2, day)


def test_people_are_counted_by_sector_and_only_workshops_that_began(house: House):
    with house.store.read() as connection:
        assert regional.held(connection, [HERE], sealed=False) == []
    house.opens_the_cards()
    for sector in ("private", "private", "public"):
        house.joins(sector)
    with house.store.read() as connection:
        (held,) = regional.held(connection, [HERE], sealed=False)
        assert regional.phones(connection, [held.id]) == {house.id: {"private": 2, "public": 1}}
        assert regional.held(connection, [HERE], sealed=True) == [], "nothing is sealed"
        assert regional.held(connection, ["elsewhere"], sealed=False) == []


def test_titles_are_those_that_a_room_agreed_on(house: House):
    house.opens_the_cards()
    house.does("activity.open", activity=house.sorting.id)
    house.does("cluster.add", activity=house.sorting.id, cluster=keys.new_id(), title="Bad roads")
    note = {"type": "advocacy", "text": "Permits take months", "office": "Land office"}
    house.does("note.write", note=keys.new_id(), **note)

    def told() -> set[tuple[str, str]]:
        with house.store.read() as connection:
            held = regional.held(connection, [HERE], sealed=False)
            return {(title.region, title.text) for title in regional.titles(connection, held)}

    assert told() == {(HERE, "Permits take months")}
    house.does("activity.confirm", activity=house.sorting.id)
    assert told() == {(HERE, "Permits take months"), (HERE, "Bad roads")}


def test_of_a_region_the_newest_titles_are_compared(house: House, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(regional, "MOST_TITLES", 1)
    house.opens_the_cards()
    house.does("note.write", note=keys.new_id(), type="advocacy", text="Old matter", office="Land office")
    house.opens("Next day")
    house.does("workshop.edit", date="2026-12-01")
    house.does("activity.open", activity=house.all(Activity, kind="brainstorm")[0].id)
    house.does("note.write", note=keys.new_id(), type="advocacy", text="New matter", office="Land office")
    with house.store.read() as connection:
        found = regional.titles(connection, regional.held(connection, [HERE], sealed=False))
    assert [title.text for title in found] == ["New matter"]
