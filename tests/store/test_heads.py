"""People counted once, on both kinds of database: against a plain count of who is on which list."""

from __future__ import annotations

import random

import sqlalchemy as sa

from shared.domain.register.firms import firms
from shared.domain.register.heads import FEMALE, MALE, heads, known
from shared.store import heads as marks
from shared.store import people, results
from shared.store.tables import counted, reading
from tests.store.house import House
from tests.store.test_results import enters

SEXES = known({FEMALE: ["f"], MALE: ["m"]})


def lists(house: House, entry: str, code: str, day: str, *names: str) -> int:
    told = heads("\n".join(f"{name}; {1980 + ord(name) % 30}; {'fm'[ord(name) % 2]}" for name in names), SEXES, day)
    n: int = house.store.write(
        lambda c: marks.report(c, house.store.secret, entry, code, told, day, "List", "Aya", ord(day[-1]))
    )
    return n


def test_somebody_in_two_measures_counts_once_in_region_and_programme(house: House):
    north, south = (house.store.write(lambda c, n=n: people.add_region(c, n, "mn")) for n in ("North", "South"))
    first, second, third = enters(house, north), enters(house, north), enters(house, south)
    assert lists(house, first, "trained", "2025-05-01", "A", "B", "C") == 0
    assert lists(house, second, "trained", "2026-05-01", "B", "C", "D") == 2
    assert lists(house, third, "trained", "2026-05-02", "D", "E") == 1
    with house.store.read() as connection:
        raw = results.places(connection, None, "")
        assert raw[north].lines["trained"].value == 600
        found, whole = marks.once(connection, raw)
        assert {id: place.lines["trained"].value for id, place in found.items()} == {north: 400, south: 200}
        assert whole.lines["trained"].value == 500, "five people in all"
        assert whole.lines["trained"].parts["women"] == (200, 500), "B and D"
        told = marks.years_once(connection, [north, south], results.years(connection, [north, south]))
        assert told == {"2025": {"trained": 300}, "2026": {"trained": 400}}, "in each year everybody once"
        assert marks.twice(connection, [north, south], "trained") == 3
        behind = results.behind(connection, [north, south], "trained")
        assert sum(n for _, n in behind) - 300 == whole.lines["trained"].value


def test_no_name_is_kept_and_a_list_that_is_taken_back_leaves_nothing(house: House):
    north = house.store.write(lambda c: people.add_region(c, "North", "mn"))
    entry = enters(house, north)
    told = heads("Oyunchimeg; 1988; f", SEXES, "2026-01-01")
    house.store.write(
        lambda c: marks.report(c, house.store.secret, entry, "trained", told, "2026-01-01", "L", "Aya", 1)
    )
    with house.store.read() as connection:
        rows = connection.execute(sa.select(counted)).all()
        assert len(rows) == 1 and "oyun" not in str(rows).casefold() and "1988" not in str(rows)
        id = connection.execute(sa.select(reading.c.id)).scalar_one()
    house.store.write(lambda c: results.remove_reading(c, entry, id))
    with house.store.read() as connection:
        assert connection.execute(sa.select(counted)).all() == []


def test_of_a_stock_only_the_newest_list_of_a_measure_counts(house: House):
    north = house.store.write(lambda c: people.add_region(c, "North", "mn"))
    first, second = enters(house, north), enters(house, north)
    lists(house, first, "income", "2025-05-01", "A", "B", "C")
    lists(house, first, "income", "2025-05-02", "A", "B")
    lists(house, second, "income", "2025-06-01", "B", "C")
    with house.store.read() as connection:
        _, whole = marks.once(connection, results.places(connection, None, ""))
        assert whole.lines["income"].value == 300, "A, B and C"
        assert marks.years_once(connection, [north], results.years(connection, [north])) == {"2025": {"income": 300}}


def test_a_firm_counts_once_by_its_number_and_without_one_in_its_region(house: House):
    north, south = (house.store.write(lambda c, n=n: people.add_region(c, n, "mn")) for n in ("North", "South"))
    rows = [(north, "Felt; 1\nWool; 2\nShop"), (north, "Felt Ltd; 1\nShop"), (south, "Felt South; 1\nShop")]
    for n, (region, text) in enumerate(rows):
        entry = enters(house, region)
        told = firms(text, region)
        report = (house.store.secret, entry, "firms", told, f"202{n}-05-01", "List", "Aya", n)
        house.store.write(lambda c, report=report: marks.report(c, *report))
    with house.store.read() as connection:
        found, whole = marks.once(connection, results.places(connection, None, ""))
        assert {id: place.lines["firms"].value for id, place in found.items()} == {north: 300, south: 200}
        assert whole.lines["firms"].value == 400, "Felt, Wool, and a shop in each region"
        told_years = marks.years_once(connection, [north, south], results.years(connection, [north, south]))
        assert told_years == {"2020": {"firms": 300}, "2021": {"firms": 200}, "2022": {"firms": 200}}


def test_a_job_that_two_measures_claim_counts_once(house: House):
    north = house.store.write(lambda c: people.add_region(c, "North", "mn"))
    lists(house, enters(house, north), "jobs", "2025-05-01", "A", "B")
    lists(house, enters(house, north), "jobs", "2025-06-01", "B", "C")
    with house.store.read() as connection:
        _, whole = marks.once(connection, results.places(connection, None, ""))
    assert whole.lines["jobs"].value == 300


def test_random_lists_come_to_what_a_plain_count_comes_to(house: House):
    random.seed(7)
    regions = [house.store.write(lambda c, n=n: people.add_region(c, n, "mn")) for n in ("North", "South", "West")]
    who: dict[str, set[str]] = {}
    years: dict[str, set[str]] = {}
    for n in range(24):
        region, year = regions[n % 3], f"202{n % 4}"
        names = set(random.sample("ABCDEFGHIJKLMNOP", random.randint(1, 9)))
        lists(house, enters(house, region), "trained", f"{year}-03-0{n % 9 + 1}", *sorted(names))
        who.setdefault(region, set()).update(names)
        years.setdefault(year, set()).update(names)
    with house.store.read() as connection:
        found, whole = marks.once(connection, results.places(connection, None, ""))
        told = marks.years_once(connection, regions, results.years(connection, regions))
    assert {id: place.lines["trained"].value for id, place in found.items()} == {
        r: 100 * len(n) for r, n in who.items()
    }
    everybody = set().union(*who.values())
    assert whole.lines["trained"].value == 100 * len(everybody)
    women = {name for name in everybody if ord(name) % 2 == 0}
    assert whole.lines["trained"].parts["women"] == (100 * len(women), 100 * len(everybody))
    assert {year: values["trained"] for year, values in told.items()} == {y: 100 * len(n) for y, n in years.items()}
