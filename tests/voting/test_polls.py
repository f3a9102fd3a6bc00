"""Counting fists, words and numbers."""

from __future__ import annotations

import random
import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.said import folded
from shared.voting import cloud, fist, number


def words(*papers):
    result = cloud.count([list(paper) for paper in papers], folded)
    return [(word["text"], word["n"], word["size"]) for word in result["words"]]


def test_one_fist_is_enough_to_stop_consent():
    result = fist.count([5, 4, 4, 3, 0, None], 3)
    assert [step["n"] for step in result["steps"]] == [1, 0, 0, 1, 2, 1]
    assert (result["cast"], result["n"], result["blank"]) == (6, 5, 1)
    assert (result["lowest"], result["below"], result["consent"]) == (0, 1, False)
    assert fist.count([3, 4, 5], 3)["consent"] and not fist.count([3, 4, 5], 4)["consent"]


def test_nobody_is_no_consent():
    assert not fist.count([None], 3)["consent"] and "lowest" not in fist.count([], 3)


def test_a_word_is_the_same_whatever_its_capitals_spaces_and_form():
    assert words(["road"], ["road"], ["ROAD"], ["ro\u200bad"]) == [("road", 4, 3)]
    composed, apart = "caf\u00e9", unicodedata.normalize("NFD", "caf\u00e9")
    assert words([composed], [apart.upper()], [composed]) == [(composed, 3, 3)]
    assert words(["Straße"], ["STRASSE"], ["Straße"]) == [("Straße", 3, 3)]
    assert words(["Зам"], ["ЗАМ"], ["зам"], ["Зам"]) == [("Зам", 4, 3)]
    assert words(["tourist  camp"], ["Tourist camp"], ["Tourist camp"]) == [("Tourist camp", 3, 3)]


def test_most_people_first_then_by_code_points_in_five_sizes():
    papers = [["a", "b"]] * 5 + [["c", "B"]] * 4 + [["d", "Ө"], ["e"]]
    assert words(*papers) == [("b", 9, 5), ("a", 5, 3), ("c", 4, 2), ("d", 1, 1), ("e", 1, 1), ("Ө", 1, 1)]


def test_people_are_counted_and_not_how_often_they_write():
    result = cloud.count([["road", "Road", "ROAD"], ["wool"], []], folded)
    assert [(word["text"], word["n"]) for word in result["words"]] == [("road", 1), ("wool", 1)]
    assert (result["cast"], result["n"], result["blank"]) == (3, 2, 1)


papers = st.lists(st.lists(st.text(alphabet="abAB ı", min_size=1, max_size=3), max_size=3), max_size=12)


@given(papers, st.randoms(use_true_random=False))
def test_neither_the_order_of_ballots_nor_of_words_changes_a_cloud(cast, rng: random.Random):
    shuffled = [rng.sample(paper, len(paper)) for paper in rng.sample(cast, len(cast))]
    assert cloud.count(cast, folded) == cloud.count(shuffled, folded)
    assert all(1 <= word["size"] <= 5 for word in cloud.count(cast, folded)["words"])


def numbers(*values, decimals=0, sector=None):
    return number.count([(value, sector) for value in values], decimals, 5)


def test_numbers_are_summed_up_by_their_middle():
    # The textbook values of tests/voting/test_spread.py.
    result = numbers(7, 15, 36, 39, 40, 41, None)
    assert (result["n"], result["blank"], result["median"], result["half"]) == (6, 1, "37.5", ["15", "40"])
    assert (result["least"], result["most"], result["mean"], result["exact"]) == ("7", "41", "29.7", "89/3")


def test_figures_keep_their_decimals():
    result = numbers(25, 30, decimals=1)
    assert (result["least"], result["median"], result["mean"], result["exact"]) == ("2.5", "2.75", "2.75", "11/4")
    assert number.written(Fraction(5, 2), 0) == "2.5" and number.written(-30, 1) == "-3.0"


def bins(*values, decimals=0):
    return [(one.get("least"), one.get("most"), one["n"]) for one in numbers(*values, decimals=decimals)["bins"]]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([], []),
        ([4], [("4", "4", 1)]),
        ([1, 2, 2, 4], [("1", "1", 1), ("2", "2", 2), ("3", "3", 0), ("4", "4", 1)]),
        ([3, 14, 18, 29, 31], [("0", "4", 1), ("5", "9", 0), ("10", "14", 1), ("15", "19", 1), ("20", "24", 0)]),
    ],
)
def test_bins_have_round_ends(values, told):
    assert bins(*values)[:5] == told


def test_one_that_lies_far_out_does_not_press_the_others_together():
    told = bins(*[10, 12, 14, 15, 15, 16, 18, 21], 1_000_000)
    assert told[-1] == ("22", None, 1) and len(told) == 7
    assert told[0] == ("10", "11", 1)


def test_bins_of_decimals_are_told_with_them():
    assert bins(5, 15, 25, decimals=1)[:2] == [("0.5", "0.9", 1), ("1.0", "1.4", 0)]


def test_sectors_have_a_median_where_each_has_enough():
    cast = [*((v, "private") for v in (1, 2, 3, 4, 5)), *((v, "public") for v in (7, 7, 7, 8, 9))]
    assert number.count(cast, 0, 5)["by_sector"] == {"private": "3", "public": "7"}
    assert "by_sector" not in number.count(cast[:-1], 0, 5)
    assert "by_sector" not in number.count([*cast, (None, "semi-public")], 0, 5)


@given(st.lists(st.integers(-(10**6), 10**9), max_size=40), st.randoms(use_true_random=False))
def test_every_number_lies_in_one_of_at_most_eight_bins(values, rng: random.Random):
    result = numbers(*values)
    assert sum(one["n"] for one in result["bins"]) == len(values) == result["n"]
    assert len(result["bins"]) <= 8
    assert numbers(*rng.sample(values, len(values))) == result
