"""Sums over measures in the store, on both kinds of database: the same figures as the pure rule, by region and year."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from shared.demo.programme import REGIONS, build, day_of, told
from shared.domain.register.checks import answered, first_due_by
from shared.domain.register.entries import Entry, Event, begin
from shared.domain.register.indicators import FLOW, INDICATORS, Reading
from shared.domain.sustainability import EFFECTIVE, ENDED, NOT_VERIFIED
from shared.store import people, register, results
from shared.store.results import altogether
from shared.store.store import Store
from tests.store.house import House, at_once

NOW = 1_795_737_600_000  # 27 November 2026


def enters(house: House, region: str, state: str = "running", ended_on: str = "") -> str:
    def begun(blank: Entry) -> tuple[Entry, Event]:
        made, event = begin(blank, "Aya", "Felt", {"asked": 9800})
        return replace(made, state=state, ended_on=ended_on), event

    made: Entry = house.store.write(lambda c: register.add(c, region_id=region, year=2026, at=1, begun=begun))
    return made.id


def reports(house: House, entry: str, code: str, day: str, value: int, at: int = 0, **parts: int) -> None:
    told = {"code": code, "day": day, "value": value, "parts": parts, "proof": "List"}
    house.store.write(lambda c: results.add_reading(c, entry, told, "Aya", at))


def total(readings: list[Reading], code: str) -> tuple[int, int]:
    """Add up by the rule itself: of a stock each measure's newest value, of a flow all; and count the measures."""
    taken: dict[str, list[int]] = {}
    for one in sorted((r for r in readings if r.code == code), key=lambda r: (r.day, r.at, r.id)):
        taken[one.entry] = [*(taken.get(one.entry, []) if INDICATORS[code].kind == FLOW else []), one.value]
    return sum(sum(kept) for kept in taken.values()), len(taken)


@pytest.fixture
def regions(house: House) -> list[str]:
    return [house.store.write(lambda c, name=name: people.add_region(c, name, "mn")) for name in ("North", "South")]


def test_sums_are_those_of_the_rule_whatever_was_reported_in_which_order(house: House, regions: list[str]):
    drawn = random.Random(7)
    entries = {enters(house, region): region for region in regions for _ in range(4)}
    for n in range(160):
        code = drawn.choice(["trained", "jobs", "fte", "money"])
        day = f"20{drawn.randint(23, 26)}-0{drawn.randint(1, 9)}-01"
        reports(house, drawn.choice(list(entries)), code, day, drawn.randint(0, 5000), n)
    with house.store.read() as connection:
        found = results.places(connection, None, "")
        every = [reading for entry in entries for reading in results.readings_of(connection, entry)]
        for region, place in found.items():
            mine = [reading for reading in every if entries[reading.entry] == region]
            for code, line in place.lines.items():
                assert (line.value, line.known) == total(mine, code), (region, code)
        whole = altogether(list(found.values()))
        for code in INDICATORS:
            behind = results.behind(connection, regions, code)
            assert (sum(value for _, value in behind), len(behind)) == total(every, code)
            if code in whole.lines:
                assert whole.lines[code].value == total(every, code)[0]
        for year, told_then in results.years(connection, regions).items():
            then = [reading for reading in every if reading.day.startswith(year)]
            assert told_then == {code: total(then, code)[0] for code in {reading.code for reading in then}}


def test_two_servers_that_report_at_once_lose_nothing_of_a_sum(house: House, url: str, regions: list[str]):
    entries = [enters(house, regions[0]) for _ in range(2)]
    other = Store(url, b"")

    def report(store: Store, entry: str) -> None:
        for n in range(12):
            told = {"code": "trained", "day": f"2026-01-{n + 1:02}", "value": 100, "parts": {}, "proof": "List"}
            store.write(lambda c, told=told, n=n: results.add_reading(c, entry, told, "Aya", n))

    try:
        outcomes = at_once(lambda: report(house.store, entries[0]), lambda: report(other, entries[1]))
    finally:
        other.close()
    assert outcomes == [None, None]
    with house.store.read() as connection:
        line = results.places(connection, None, "")[regions[0]].lines["trained"]
        assert (line.value, line.known) == (2400, 2)
        assert results.years(connection, regions) == {"2026": {"trained": 2400}}


def test_what_was_taken_back_counts_no_more(house: House, regions: list[str]):
    entry = enters(house, regions[0])
    reports(house, entry, "jobs", "2025-01-01", 500)
    reports(house, entry, "jobs", "2026-01-01", 300)
    with house.store.read() as connection:
        newest = results.readings_of(connection, entry)[0]
        assert results.places(connection, None, "")[regions[0]].lines["jobs"].value == 300
    assert house.store.write(lambda c: results.remove_reading(c, entry, newest.id)) == newest
    assert house.store.write(lambda c: results.remove_reading(c, entry, newest.id)) is None
    with house.store.read() as connection:
        assert results.places(connection, None, "")[regions[0]].lines["jobs"].value == 500


def test_parts_are_shares_of_what_is_known(house: House, regions: list[str]):
    first, second = enters(house, regions[0]), enters(house, regions[0])
    reports(house, first, "trained", "2026-01-01", 1000, women=6)
    reports(house, second, "trained", "2026-01-01", 3000)
    with house.store.read() as connection:
        line = results.places(connection, None, "")[regions[0]].lines["trained"]
        assert results.readings_of(connection, first)[0].parts == {"women": 6}
    assert line.parts["women"] == (600, 1000)
    assert line.parts["youth"] == (0, 0)


def test_the_newest_check_of_those_due_makes_the_rate(house: House, regions: list[str]):
    good = {"Q1": "yes", "Q2": "yes", "Q3": "yes", "Q4": "yes", "Q6": "yes"}
    proofs = {f"{question}_word": "seen" for question in good}

    def checks(entry: str, time: str, answers: dict[str, str], day: str) -> None:
        check = answered(entry, time, {**answers, **proofs}, "Aya", "visit", day, 1)
        house.store.write(lambda c: results.keep_check(c, check))

    works, stopped, unchecked = (enters(house, regions[0], "completed", "2025-01-31") for _ in range(3))
    enters(house, regions[0], "completed", "2026-10-01")  # not due
    enters(house, regions[0])  # not ended
    checks(works, "T6", {"Q1": "no"}, "2025-08-01")
    checks(works, "T12", good, "2026-02-01")
    checks(stopped, "T6", good, "2025-08-01")
    checks(stopped, "T12", {"Q1": "no"}, "2026-02-01")
    due_by = first_due_by(day_of(NOW))
    with house.store.read() as connection:
        place = results.places(connection, None, due_by)[regions[0]]
        assert dict(place.verdicts) == {EFFECTIVE: 1, ENDED: 1, NOT_VERIFIED: 1}
        told_by_measure = results.verdicts(connection, regions, due_by)
    assert told_by_measure == {works: EFFECTIVE, stopped: ENDED, unchecked: NOT_VERIFIED}
    assert (place.measures, place.begun, place.asked) == (5, 5, 5 * 9800)


def test_a_link_for_a_check_opens_it_until_it_is_made(house: House, regions: list[str]):
    entry = enters(house, regions[0], "completed", "2025-01-31")
    old = house.store.write(lambda c: results.open_check(c, entry, "T6"))
    new = house.store.write(lambda c: results.open_check(c, entry, "T6"))
    other = house.store.write(lambda c: results.open_check(c, entry, "T12"))
    with house.store.read() as connection:
        assert results.behind_check(connection, old) is None
        assert results.behind_check(connection, new) == (entry, "T6")
    made = answered(entry, "T6", {"Q1": "yes"}, "Oyun", "link", "2025-08-01", 1)
    house.store.write(lambda c: results.keep_check(c, made))
    with house.store.read() as connection:
        assert results.behind_check(connection, new) is None
        assert results.behind_check(connection, other) == (entry, "T12")
        assert results.checks_of(connection, entry) == {"T6": made}


def test_the_demo_programme_comes_to_what_was_reported_of_the_real_one(house: House):
    build(house.store, NOW)
    answer: dict[str, Any] = told(house.store, day_of(NOW))
    assert answer["regions"] == len(REGIONS) == 20
    assert answer["measures"] > 100
    assert (answer["trained"], answer["jobs"], answer["higher_income"]) == (3540, 288, 1496)
    assert answer["still_effective_percent"] > 90
    with house.store.read() as connection:
        everywhere = [region.id for region in people.regions(connection)]
        assert sum(n for _, n in results.behind(connection, everywhere, "jobs")) == 100 * 288
        found = results.places(connection, None, first_due_by(day_of(NOW)))
    assert sum(place.lines["trained"].value for place in found.values()) == 100 * 3540
    whole = altogether(list(found.values()))
    assert whole.verdicts[NOT_VERIFIED] == 10, "what is not checked is not counted as working"
