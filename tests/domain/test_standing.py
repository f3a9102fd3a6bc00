"""How regions stand: factors over time and side by side, matters that many name, the step of the cycle."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from shared.domain.factors import CORE
from shared.domain.standing import (
    Compared,
    Rated,
    Title,
    across,
    cycle,
    matters,
    rated,
    reached,
    standing,
    top,
)


def item(factor: str, median: str, importance: str = "2.0") -> dict[str, Any]:
    return {"id": factor, "median": median, "importance": importance}


def test_what_the_room_settled_stands_in_the_place_of_the_median():
    result = {"items": [item("2.1", "-2.5"), item("2.2", "1.0"), {"id": "2.3", "n": 0}, item("99.9", "3.0")]}
    found = rated(result, [("2.2", -1, ""), ("2.1", None, "L"), ("2.3", None, "R")], "2026-05-01")
    assert [(one.factor, one.rating, one.reach) for one in found] == [
        ("2.1", Fraction(-5, 2), "L"),
        ("2.2", Fraction(-1), "R"),
    ]
    assert found[0].weight == 5


def test_a_factor_stands_as_rated_last_and_changes_from_the_day_before():
    days = [("2026-05-01", -2), ("2024-05-01", -3), ("2025-05-01", 1), ("2026-05-01", -1)]
    (one,) = standing(Rated("2.1", Fraction(rating), day) for day, rating in days).values()
    assert (one.now.rating, one.now.day) == (-1, "2026-05-01")
    assert one.before is not None and (one.before.rating, one.before.day) == (1, "2025-05-01")
    assert one.change == -2
    (first,) = standing([Rated("2.1", Fraction(0), "2026-05-01")]).values()
    assert first.change is None


def test_the_weightiest_come_first_and_nothing_neutral_is_either():
    every = [("1.1", 0, 3), ("2.1", -2, 3), ("2.2", -3, 1), ("3.1", 2, 1), *((f"4.{n}", -1, 1) for n in range(1, 5))]
    found = standing(Rated(f, Fraction(r), "2026-05-01", Fraction(i)) for f, r, i in every)
    assert [one.now.factor for one in top(found, -1)] == ["2.1", "2.2", "4.1", "4.2", "4.3"]
    assert [one.now.factor for one in top(found, 1)] == ["3.1"]


def test_regions_lie_side_by_side_with_what_hinders_most_first():
    def of(**ratings: int) -> dict[str, Any]:
        return standing(Rated(f[1:].replace("_", "."), Fraction(r), "2026-05-01") for f, r in ratings.items())

    regions = {"n": of(f1_1=-1, f2_2=-2, f1_2=-3), "s": of(f1_1=2, f2_2=-1), "w": of(f2_2=0)}
    assert "1.2" not in CORE
    assert across(regions) == [
        Compared("2.2", {"n": Fraction(-2), "s": Fraction(-1), "w": Fraction(0)}),
        Compared("1.1", {"n": Fraction(-1), "s": Fraction(2)}),
    ]
    assert [(row.obstacles, row.advantages) for row in across(regions)] == [(2, 0), (1, 1)]
    assert {row.factor for row in across(regions, core=False)} == {"1.1", "1.2", "2.2"}


def named(*titles: tuple[str, str]) -> list[Title]:
    return [Title(str(n), region, text) for n, (region, text) in enumerate(titles)]


def test_a_matter_is_of_the_country_where_enough_regions_name_it_alike():
    road = [(region, text) for region in "abcd" for text in ("Bad roads", "bad roads!")]
    assert matters(named(*road)) == [], "eight times, and four regions"
    others = [("a", "No bank loans for small firms"), ("b", "Water wells are dry")]
    (found,) = matters(named(*road, ("e", "Bad road"), *others))
    assert found.regions == tuple("abcde") and found.text == "Bad roads"
    assert "Water wells are dry" not in {title.text for title in found.titles}
    (again,) = matters(list(reversed(named(*road, ("e", "Bad road"), *others))))
    assert (again.text, again.regions) == (found.text, found.regions), "the order is no matter"


def test_the_cycle_tells_each_step_and_which_was_last():
    found = cycle(
        [("led-planning", "2025-05-01"), ("mini", "2026-02-01"), ("interviews", "2025-03-01"), ("", "2027-01-01")]
    )
    assert found == {
        "start": (0, ""),
        "analysis": (1, "2025-03-01"),
        "planning": (2, "2026-02-01"),
        "selection": (0, ""),
        "evaluation": (0, ""),
    }
    assert reached(found) == "planning"
    assert reached(cycle([])) == ""
    assert reached(cycle([("led-planning", "2025-05-01"), ("measure-selection", "2025-05-01")])) == "selection"
