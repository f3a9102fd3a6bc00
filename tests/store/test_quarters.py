"""Quarters on both kinds of database: what was kept stays; what is reckoned now is a plain count of what was told."""

from __future__ import annotations

import random

import pytest

from shared.domain.changes import Refused
from shared.domain.register.checks import answered
from shared.domain.register.entries import report
from shared.domain.register.heads import FEMALE, MALE, heads, known
from shared.domain.register.indicators import INDICATORS, STOCK
from shared.domain.register.quarters import Picture, differences, last_day
from shared.domain.register.states import OFFICE
from shared.domain.sustainability import EFFECTIVE, ENDED, NOT_VERIFIED
from shared.store import heads as marks
from shared.store import people, quarters, register, results
from tests.store.house import House
from tests.store.test_results import enters, reports

SEXES = known({FEMALE: ["f"], MALE: ["m"]})


@pytest.fixture
def regions(house: House) -> list[str]:
    return [house.store.write(lambda c, n=n: people.add_region(c, n, "mn")) for n in ("North", "South")]


def at_end(house: House, regions: list[str], day: str) -> dict[str, Picture]:
    with house.store.read() as connection:
        return quarters.pictures(connection, regions, day)


def kept(house: House, name: str, regions: list[str]) -> dict[str, Picture]:
    with house.store.read() as connection:
        return quarters.kept(connection, name, regions)


def test_what_is_told_later_of_a_frozen_quarter_stands_beside_it(house: House, regions: list[str]):
    entry = enters(house, regions[0])
    reports(house, entry, "trained", "2026-09-30", 500, at=1)
    reports(house, entry, "trained", "2026-10-01", 900, at=2)  # of the next quarter
    reports(house, entry, "jobs", "2026-06-30", 700, at=3)
    house.store.write(lambda c: quarters.freeze(c, "2026-Q3", 10, "Oyun"))
    frozen = kept(house, "2026-Q3", regions)
    assert frozen[regions[0]].values == {"trained": {entry: 500}, "jobs": {entry: 700}}
    assert frozen[regions[1]] == Picture()
    reports(house, entry, "trained", "2026-09-01", 200, at=11)
    reports(house, entry, "jobs", "2026-08-31", 400, at=12)
    assert kept(house, "2026-Q3", regions) == frozen
    now = at_end(house, regions, last_day("2026-Q3"))
    assert [(one.code, one.was, one.now) for one in differences(frozen[regions[0]], now[regions[0]])] == [
        ("jobs", 700, 400),
        ("trained", 500, 700),
    ]


def test_a_quarter_is_frozen_once(house: House, regions: list[str]):
    house.store.write(lambda c: quarters.freeze(c, "2026-Q3", 10, "Oyun"))
    with pytest.raises(Refused, match="quarter_frozen"):
        house.store.write(lambda c: quarters.freeze(c, "2026-Q3", 11, "Aya"))
    house.store.write(lambda c: quarters.freeze(c, "2026-Q2", 12, "Aya"))
    with house.store.read() as connection:
        assert [(one.name, one.at, one.by) for one in quarters.frozen(connection)] == [
            ("2026-Q3", 10, "Oyun"),
            ("2026-Q2", 12, "Aya"),
        ]


def test_a_check_counts_by_the_day_on_which_it_was_made(house: House, regions: list[str]):
    works = {"Q1": "yes", "Q2": "yes", "Q3": "yes", "Q4": "yes", "Q6": "yes"}
    proofs = {f"{question}_word": "seen" for question in works}
    entry = enters(house, regions[0], "completed", "2025-12-31")
    enters(house, regions[0], "completed", "2026-06-01")  # first due in December
    for time, answers, day in (("T6", works, "2026-07-02"), ("T12", {"Q1": "no"}, "2026-12-31")):
        check = answered(entry, time, {**answers, **proofs}, "Aya", "visit", day, 1)
        house.store.write(lambda c, check=check: results.keep_check(c, check))
    assert at_end(house, regions, "2026-06-30")[regions[0]].verdicts == {entry: NOT_VERIFIED}
    assert at_end(house, regions, "2026-09-30")[regions[0]].verdicts == {entry: EFFECTIVE}
    assert at_end(house, regions, "2026-12-31")[regions[0]].verdicts[entry] == ENDED
    assert len(at_end(house, regions, "2026-12-31")[regions[0]].verdicts) == 2


def test_it_is_told_when_a_figure_was_last_changed(house: House, regions: list[str]):
    entry = enters(house, regions[0])

    def notes(at: int, by: str, verb: str, what: str) -> None:
        house.store.write(lambda c: register.change(c, entry, at, lambda here: report(here, by, OFFICE, verb, what)))

    notes(5, "Aya", "read", "jobs")
    notes(15, "Bat", "read", "jobs")
    notes(16, "Oyun", "unread", "jobs")
    notes(17, "Ida", "checked", "T6")
    with house.store.read() as connection:
        told = quarters.last_told(connection, [entry], 10)
        assert told == {(entry, "jobs"): (16, "Oyun"), (entry, "effective"): (17, "Ida")}
        assert quarters.last_told(connection, [entry], 17) == {}
        assert quarters.last_told(connection, [], 0) == {}


def test_random_reports_come_to_what_a_plain_count_comes_to(house: House, regions: list[str]):
    random.seed(11)
    told: list[tuple[str, str, str, int, frozenset[str]]] = []  # region, entry, code, at, who
    days: dict[int, str] = {}
    entries = [(region, enters(house, region)) for region in regions for _ in range(4)]
    for at in range(60):
        region, entry = random.choice(entries)
        code = random.choice(["trained", "income"])
        who = frozenset(random.sample("ABCDEFGHIJ", random.randint(1, 6)))
        days[at] = f"2026-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        text = "\n".join(f"{name}; {1980 + ord(name) % 30}; f" for name in sorted(who))
        report = (house.store.secret, entry, code, heads(text, SEXES, days[at]), days[at], "List", "Aya", at)
        house.store.write(lambda c, report=report: marks.report(c, *report))
        told.append((region, entry, code, at, who))
    for end in ("2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"):
        found = at_end(house, regions, end)
        with house.store.read() as connection:
            twice = quarters.twice(connection, regions, end)
        for code in ("trained", "income"):
            counted: dict[str, set[str]] = {region: set() for region in regions}
            for region, entry in entries:
                here = [(at, who) for _, e, c, at, who in told if (e, c) == (entry, code) and days[at] <= end]
                mine = sorted((days[at], at, who) for at, who in here)
                for _, _, who in mine[-1:] if INDICATORS[code].kind == STOCK else mine:
                    counted[region] |= who
            for region in regions:
                assert (found[region].figure(code) or 0) == 100 * len(counted[region]), (end, code)
            whole = sum(sum(one.values.get(code, {}).values()) for one in found.values()) - twice.get(code, 0)
            assert whole == 100 * len(set.union(*counted.values()))
