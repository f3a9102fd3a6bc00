"""How associations develop: numbers of regions, rates from sums, what is missing is missing; talks counted once."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given as over
from hypothesis import strategies as st

from shared.domain.changes import Refused
from shared.domain.development import Report, figures, newest, of_year, report
from shared.domain.dialogue import Talk, dialogue, has_three_sectors, smallest_share, talk

TODAY = "2027-06-01"


def told(region: str = "r1", day: str = "2027-03-31", **given: str) -> Report:
    return report(region, {"day": day, "proof": "Books", **given}, TODAY, "Aya", 1)


def value(code: str, *reports: Report) -> Fraction | None:
    (found,) = [figure for figure in figures(reports) if figure.code == code]
    return found.value


def test_rates_are_reckoned_from_sums_and_not_from_rates():
    small = told("r1", members="30", members_new="10", members_before="25", firms="100")
    large = told("r2", members="950", members_new="50", members_before="1000", firms="2000")
    assert value("renewal", small, large) == Fraction(20 + 900, 1025)
    assert value("reach", small, large) == Fraction(980, 2100)
    assert value("members", small, large) == 980


def test_what_is_missing_is_no_nought():
    half = told("r2", members="950", firms="2000")
    whole = told("r1", members="30", members_new="10", members_before="25")
    known = {figure.code: (figure.value, figure.known) for figure in figures([half, whole])}
    assert known["renewal"] == (Fraction(20, 25), 1)
    assert known["reach"] == (Fraction(950, 2000), 1)
    assert known["uses"] == (None, 0)
    assert known["financing"] == (None, 0)
    assert value("renewal", told(members="3", members_new="3", members_before="0")) is None, "of none there is no rate"


def test_currencies_stay_apart():
    mn = told("r1", dues="100", services="200", cost="600", fees="5", currency="mnt")
    de = told("r2", dues="1", services="1", cost="2", currency="EUR")
    by = {(figure.code, figure.currency): figure.value for figure in figures([mn, de])}
    assert by["dues", "MNT"] == 100 and by["dues", "EUR"] == 1
    assert by["financing", "MNT"] == Fraction(1, 2) and by["financing", "EUR"] == 1
    assert by["fees", "EUR"] is None


def test_satisfaction_weighs_by_who_answered_and_capability_by_what_is_known():
    few = told("r1", satisfaction="5", answered="1", surveyed="10", can_person="yes", can_budget="no")
    many = told("r2", satisfaction="3.5", answered="9", surveyed="10", can_person="yes", alone="2")
    assert value("satisfaction", few, many) == Fraction(365, 100)
    assert value("response", few, many) == Fraction(1, 2)
    assert value("capability", few, many) == Fraction(2, 3)
    assert value("working_alone", few, many) == 1
    assert (few.score, len(few.capable)) == (1, 2)


def test_the_newest_report_of_each_region_counts_and_of_a_year_its_last():
    reports = [told("r1", "2025-12-31", members="1"), told("r1", "2026-06-30", members="2"), told("r2", members="4")]
    assert {r: one.values["members"] for r, one in newest(reports, TODAY).items()} == {"r1": 200, "r2": 400}
    assert newest(reports, "2026")["r1"].day == "2026-06-30"
    assert {r: one.day for r, one in of_year(reports, "2025").items()} == {"r1": "2025-12-31"}


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"members": "many"}, "members"),
        ({"members": "1.5"}, "members"),
        ({"members": "1", "members_new": "2"}, "members_new"),
        ({"users": "1", "users_outside": "2"}, "users_outside"),
        ({"satisfaction": "6", "answered": "1"}, "satisfaction"),
        ({"satisfaction": "4"}, "answered"),
        ({"dues": "100"}, "currency"),
        ({"dues": "100", "currency": "money"}, "currency"),
        ({"members": "1", "day": "2027-06-02"}, "day"),
        ({"members": "1", "day": "soon"}, "day"),
        ({}, ""),
        ({"members": "1", "proof": ""}, ""),
    ],
)
def test_what_cannot_be_is_refused_by_its_name(given: dict[str, str], field: str):
    with pytest.raises(Refused) as refused:
        report("r1", {"day": "2027-03-31", "proof": "Books", **given}, TODAY, "Aya", 1)
    assert refused.value.params.get("field", "") == field


@over(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=8))
def test_a_rate_over_regions_lies_between_those_of_the_regions(pairs: list[tuple[int, int]]):
    reports = [told(f"r{n}", members=str(m), firms=str(f)) for n, (m, f) in enumerate(pairs)]
    own = [one for one in (value("reach", each) for each in reports) if one is not None]
    whole = value("reach", *reports)
    assert (whole is None) == (not sum(f for _, f in pairs))
    if all(f for _, f in pairs):
        assert whole is not None and min(own) <= whole <= max(own)


def raises(id: str = "p", region: str = "r1", shared: str = "", **days: str) -> Talk:
    return talk(id, region, "proposal", {"title": "One window", "shared": shared, **days}, TODAY, "Aya", 1)


def meets(id: str = "m", region: str = "r1", shared: str = "", held: str = "2027-02-01", *sectors: str) -> Talk:
    given: dict[str, Any] = {"title": "Round", "shared": shared, "held": held, "sectors": list(sectors)}
    return talk(id, region, "meeting", given, TODAY, "Aya", 1)


ALL = ("private", "public", "semi-public")


def test_a_proposal_of_many_regions_counts_once_by_its_highest_step():
    one = raises("p1", shared="Permits", raised="2027-01-10", answered="2027-02-01")
    two = raises("p2", "r2", shared="permits ", raised="2027-01-01", adopted="2027-01-21")
    alone = raises("p3", raised="2027-03-01")
    found = dialogue([one, two, alone])
    assert found.steps == (1, 0, 1, 0)
    assert (found.first_answer, found.answered, found.proposals) == (20, 1, 2)
    assert dialogue([one, two, alone], "2026").proposals == 0


def test_a_meeting_counts_with_all_sectors_and_held_together_once():
    here, there = meets("m1", "r1", "Forum", "2027-02-01", *ALL[:2]), meets("m2", "r2", "Forum", "2027-02-01", ALL[2])
    found = dialogue(
        [here, there, meets("m3", "r1", "", "2027-02-03", "private"), meets("m4", held="2026-01-01")], "2027"
    )
    assert (found.meetings, found.meetings_all) == (1, 2)


@pytest.mark.parametrize(
    ("days", "key"),
    [
        ({}, "form_date"),
        ({"raised": "2027-06-02"}, "reading_future"),
        ({"raised": "2027-02-01", "answered": "2027-01-01"}, "steps_order"),
        ({"raised": "2027-02-01", "in_force": "2027-01-01"}, "steps_order"),
    ],
)
def test_steps_have_their_order(days: dict[str, str], key: str):
    with pytest.raises(Refused) as refused:
        raises(**days)
    assert refused.value.key == key


def test_the_smallest_sector_is_told_from_sums_over_votes():
    votes = [{"private": 8, "public": 2}, {"private": 4, "public": 4, "semi-public": 2}]
    assert smallest_share(votes) == Fraction(2, 20)
    assert smallest_share([]) is None


def test_three_sectors_need_real_tasks():
    partners = [{"sector": "public", "role": "Permits"}, {"sector": "semi-public", "contribution": "Room"}]
    assert has_three_sectors({"lead_sector": "private", "partners": partners})
    assert not has_three_sectors({"lead_sector": "private", "partners": [{**partners[0], "role": ""}, partners[1]]})
