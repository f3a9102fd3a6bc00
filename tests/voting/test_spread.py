"""Median and hinges, against figures that others have published."""

from __future__ import annotations

import random
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from shared.voting.spread import hinges, median, middles

# The common textbook examples of quartiles; hinges as given there for Tukey's method.
ODD = [6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49]
EVEN = [7, 15, 36, 39, 40, 41]


def test_an_odd_number_of_values_has_one_median_that_belongs_to_both_halves():
    assert (median(ODD), middles(ODD)) == (40, (40, 40))
    assert hinges(ODD) == (Fraction(51, 2), Fraction(85, 2))


def test_an_even_number_of_values_has_two_middles():
    assert (median(EVEN), middles(EVEN)) == (Fraction(75, 2), (36, 39))
    assert hinges(EVEN) == (15, 40)


def test_one_value_is_its_own_middle_and_spread():
    assert (median([3]), hinges([3])) == (3, (3, 3))


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=40), st.randoms(use_true_random=False))
def test_at_most_half_of_the_values_lie_on_either_side(values, rng: random.Random):
    low, high = hinges(values)
    assert min(values) <= low <= median(values) <= high <= max(values)
    assert 2 * sum(value < median(values) for value in values) <= len(values)
    assert 2 * sum(value > median(values) for value in values) <= len(values)
    assert hinges(rng.sample(values, len(values))) == (low, high)
