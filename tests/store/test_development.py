"""What regions report, in the store on both kinds of database; and what their votes say of the sectors."""

from __future__ import annotations

from fractions import Fraction

import pytest

from shared.domain.development import Report
from shared.domain.dialogue import Talk, Trust, smallest_share, trust
from shared.store import development, keys, people
from tests.store.house import House
from tests.store.test_results import enters, reports


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


def test_the_question_about_trust_is_found_once_its_result_is_shown(house: House):
    step = keys.new_id()
    settings = {"from": 1, "to": 5, "trust": True}
    house.does("activity.add", activity=step, kind="scale", title="Word", settings=settings)
    house.does("activity.open", activity=step)
    for sector, value in (("private", 2), ("public", 4), ("private", 3)):
        house.joins(sector).votes({"value": value}, vote=step)
    house.does("activity.close", activity=step)

    def told() -> Trust:
        with house.store.read() as connection:
            assert development.trust(connection, ["elsewhere"]) == []
            return trust(development.trust(connection, [house.workshop.region]))

    assert told().answers == 0, "nothing is told before the room has seen it"
    house.does("activity.reveal", activity=step)
    assert (told().mean, told().answers, told().votes) == (Fraction(3), 3, 1)
    assert told().sectors == {}, "too few to tell sectors"


def test_public_money_is_told_with_how_many_measures_told_it(house: House, region: str):
    first, _ = enters(house, region), enters(house, region)
    reports(house, first, "public", "2025-05-01", 250_000)
    reports(house, first, "public", "2026-05-01", 50_000)
    with house.store.read() as connection:
        assert development.public_money(connection, [region]) == (300_000, 1)
        assert development.begun(connection, [region]) == 2
        assert development.public_money(connection, ["elsewhere"]) == (0, 0)
