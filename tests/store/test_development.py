"""What regions report, in the store on both kinds of database; and what their votes say of the sectors."""

from __future__ import annotations

from fractions import Fraction

import pytest

from shared.domain.development import Report
from shared.domain.dialogue import Talk, smallest_share
from shared.store import development, people
from tests.store.house import House


@pytest.fixture
def region(house: House) -> str:
    id: str = house.store.write(lambda c: people.add_region(c, "Altan-Ovoo", "mn"))
    return id


def test_a_report_comes_back_as_it_was_and_one_day_has_one(house: House, region: str):
    first = Report(region, "2027-03-31", {"members": 100}, {"person": "yes"}, "", "Books", "Aya", 1)
    again = Report(region, "2027-03-31", {"dues": 5}, {}, "MNT", "Books", "Bat", 2)
    for report in (first, again):
        house.store.write(lambda c, report=report: development.keep_report(c, report))
    with house.store.read() as connection:
        assert development.reports(connection, [region]) == [again]
        assert development.reports(connection, []) == []
    assert house.store.write(lambda c: development.remove_report(c, region, "2027-03-31"))


def test_a_talk_comes_back_and_only_its_region_takes_it_out(house: House, region: str):
    talk = Talk("t", region, "meeting", "Round", "Forum", {"held": "2027-02-01"}, ["private"], "", "Aya", 1)
    house.store.write(lambda c: development.keep_talk(c, talk))
    assert not house.store.write(lambda c: development.remove_talk(c, "elsewhere", "t"))
    with house.store.read() as connection:
        assert development.talks(connection, [region]) == [talk]


@pytest.mark.parametrize("few", [True, False])
def test_votes_tell_sectors_only_where_enough_voted(house: House, few: bool):
    groups = house.opens_the_vote()
    for sector, n in (("private", 8), ("public", 6), ("semi-public", 1 if few else 6)):
        for _ in range(n):
            house.joins(sector).votes({groups[0]: 1})
    for verb in ("activity.close", "activity.reveal"):
        house.does(verb, activity=house.vote.id)
    with house.store.read() as connection:
        votes = development.votes(connection, [house.workshop.region])
        assert development.votes(connection, ["elsewhere"]) == []
    assert votes == [(house.workshop.region, None if few else {"private": 8, "public": 6, "semi-public": 6})]
    assert smallest_share([sectors for _, sectors in votes if sectors]) == (None if few else Fraction(3, 10))
