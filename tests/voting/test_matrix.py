"""The matrix: medians and spread against textbook figures, the rules of gap and priority, and what must always hold."""

from __future__ import annotations

import random
from fractions import Fraction
from statistics import median as stdlib_median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.voting.matrix import count, median, spread

P, A, S = "private", "public", "semi-public"


def papers(factor="4.1", importance=2, **by):
    names = {"private": P, "public": A, "semi": S}
    return [
        ({factor: {"rating": rating, "importance": importance}}, names[sector])
        for sector, ratings in by.items()
        for rating in ratings
    ]


def one(ballots, floor=3):
    return count(["4.1"], ballots, floor)["items"][0]


# Tukey, Exploratory Data Analysis (1977), defines hinges so; the series are the common example of quartiles.
@pytest.mark.parametrize(
    ("values", "middle", "width"),
    [
        ([6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49], 40, Fraction(42 * 2 + 1, 2) - Fraction(25 * 2 + 1, 2)),
        ([7, 15, 36, 39, 40, 41], Fraction(75, 2), 40 - 15),
        ([2], 2, 0),
        ([-3, 3], 0, 6),
    ],
)
def test_median_and_spread_of_textbook_series(values, middle, width):
    assert (median(values), spread(values)) == (middle, width)


def test_firms_say_minus_two_and_offices_plus_one():
    item = one(papers(private=[-3, -2, -2], public=[1, 1, 2], semi=[0, -1, -1], importance=3))
    assert {s: figures["median"] for s, figures in item["by_sector"].items()} == {P: "-2.0", A: "1.0", S: "-1.0"}
    assert (item["gap"], item["flag"], item["between"]) == ("3.0", True, [P, A])
    assert (item["median"], item["importance"], item["priority"]) == ("-1.0", "3.0", "3.00")
    assert item["ratings"] == [1, 2, 2, 1, 2, 1, 0]


@pytest.mark.parametrize(
    ("private", "public", "gap", "flag"),
    [
        ([-2, -2, -2], [0, 0, 0], "2.0", True),
        ([-2, -1, -1], [0, 0, 0], "1.0", False),
        ([1, 1, 1], [1, 1, 1], "0.0", False),
    ],
)
def test_a_gap_is_flagged_from_two_points(private, public, gap, flag):
    item = one(papers(private=private, public=public))
    assert (item["gap"], item["flag"]) == (gap, flag)
    assert ("between" in item) == (gap != "0.0")


def test_a_gap_needs_three_ratings_in_both():
    item = one(papers(private=[-3, -3], public=[3, 3, 3], semi=[2, 2, 2]), floor=1)
    assert (item["gap"], item["between"]) == ("1.0", [S, A])
    assert "gap" not in one(papers(private=[-3, -3], public=[3, 3, 3]), floor=1)


def test_dont_know_is_no_nought_and_is_left_out():
    knows = papers(private=[-2, -2, -2])
    ballots = [*knows, ({"4.1": {"rating": None}}, P), ({"4.1": {"rating": None, "importance": 1}}, P), ({}, P)]
    item = one(ballots)
    assert (item["n"], item["unknown"], item["median"], item["importance"]) == (3, 2, "-2.0", "2.0")
    assert one([({"4.1": {"rating": None}}, P)]) == {"id": "4.1", "n": 0, "unknown": 1}


def test_a_half_filled_answer_counts_for_what_it_says():
    item = one([({"4.1": {"rating": 1}}, P), ({"4.1": {"importance": 3}}, P)])
    assert (item["n"], item["median"], item.get("importance"), item.get("priority")) == (1, "1.0", None, None)


def test_sectors_are_told_only_where_each_has_enough_in_all_and_on_the_factor():
    everybody = papers(private=[1] * 5, public=[2] * 5)
    assert set(one(everybody, 5)["by_sector"]) == {P, A}
    assert "by_sector" not in one(everybody[:9], 5) and "sectors" not in count(["4.1"], everybody[:9], 5)
    unsure = [*everybody[:9], ({"4.1": {"rating": None}}, A)]
    assert count(["4.1"], unsure, 5)["sectors"] == {P: 5, A: 5}
    assert "by_sector" not in one(unsure, 5)
    assert "by_sector" not in one([*everybody, ({"4.1": {"rating": 1}}, None)], 5)


def test_priority_sorts_and_level_ones_stay_in_the_order_of_the_list():
    paper = {
        "1.1": {"rating": 1, "importance": 1},
        "2.1": {"rating": -3, "importance": 3},
        "4.1": {"rating": -1, "importance": 1},
        "6.1": {"rating": 2},
        "9.1": {"rating": None},
    }
    result = count(["1.1", "2.1", "4.1", "6.1", "9.1"], [(paper, P)], 5)
    assert [item["id"] for item in result["items"]] == ["2.1", "1.1", "4.1", "6.1", "9.1"]


answers = st.fixed_dictionaries(
    {}, optional={"rating": st.one_of(st.none(), st.integers(-3, 3)), "importance": st.integers(1, 3)}
)
ballots_of_any = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(["1.1", "4.1", "9.4"]), answers, max_size=3), st.sampled_from([P, A, S, None])
    ),
    max_size=25,
)


@given(ballots_of_any, st.integers(1, 5), st.randoms())
def test_the_order_of_the_ballots_is_no_matter(ballots, floor, rng: random.Random):
    mixed = list(ballots)
    rng.shuffle(mixed)
    assert count(["1.1", "4.1", "9.4"], ballots, floor) == count(["1.1", "4.1", "9.4"], mixed, floor)


@given(ballots_of_any, st.integers(1, 5))
def test_what_always_holds(ballots, floor):
    result = count(["1.1", "4.1", "9.4"], ballots, floor)
    assert sorted(item["id"] for item in result["items"]) == ["1.1", "4.1", "9.4"]
    priorities = [float(item["priority"]) for item in result["items"] if "priority" in item]
    assert priorities == sorted(priorities, reverse=True) and all(0 <= p <= 9 for p in priorities)
    for item in result["items"]:
        ratings = [b[item["id"]]["rating"] for b, _ in ballots if b.get(item["id"], {}).get("rating") is not None]
        assert item["n"] == len(ratings) and item["n"] + item["unknown"] <= result["cast"]
        if not ratings:
            assert "median" not in item
            continue
        assert Fraction(item["median"]) == Fraction(stdlib_median(ratings))
        assert 0 <= Fraction(item["spread"]) <= max(ratings) - min(ratings)
        assert sum(item["ratings"]) == item["n"]
        for figures in item.get("by_sector", {}).values():
            assert figures["n"] >= floor
        if "gap" in item:
            medians = [Fraction(f["median"]) for f in item["by_sector"].values() if f["n"] >= 3]
            assert Fraction(item["gap"]) == max(medians) - min(medians)
            assert item["flag"] == (Fraction(item["gap"]) >= 2)


@given(ballots_of_any)
def test_turning_all_ratings_round_turns_the_medians_round(ballots):
    turned = [
        ({f: {**a, "rating": -a["rating"]} if a.get("rating") is not None else a for f, a in b.items()}, s)
        for b, s in ballots
    ]
    there = {item["id"]: item for item in count(["1.1", "4.1", "9.4"], ballots, 3)["items"]}
    back = {item["id"]: item for item in count(["1.1", "4.1", "9.4"], turned, 3)["items"]}
    for id, item in there.items():
        assert Fraction(item.get("median", 0)) == -Fraction(back[id].get("median", 0))
        assert (item.get("spread"), item.get("priority")) == (back[id].get("spread"), back[id].get("priority"))


def test_the_trend_is_what_most_say_of_those_who_rate():
    said = [{"rating": 1, "trend": way} for way in (-1, -1, 0, 1)] + [{"rating": None, "trend": 1}, {"rating": 2}]
    item = one([({"4.1": answer}, None) for answer in said])
    assert (item["trends"], item["trend"]) == ([2, 1, 1], -1)
    level = one([({"4.1": {"rating": 1, "trend": way}}, None) for way in (-1, 1)])
    assert level["trends"] == [1, 0, 1] and "trend" not in level
    assert "trends" not in one([({"4.1": {"rating": 1}}, None)])
