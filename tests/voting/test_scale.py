from __future__ import annotations

import random
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from shared.voting.scale import count

FIVE = range(1, 6)


def papers(*values, sector=None):
    return [({"value": value}, sector) for value in values]


def test_counts_middle_and_mean():
    result = count(FIVE, papers(1, 4, 4, 5, 5, 5), 5)
    assert [(step["value"], step["n"]) for step in result["steps"]] == [(1, 1), (2, 0), (3, 0), (4, 2), (5, 3)]
    assert (result["n"], result["mean"], result["exact"], result["median"]) == (6, "4.0", "4", [4, 5])
    assert (result["least"], result["most"], result["half"], result["divided"]) == (1, 5, ["4.0", "5.0"], False)


def test_who_does_not_know_is_not_a_nought_and_not_in_n():
    result = count(range(0, 11), [*papers(10, 9, None, None), ({}, None)], 5)
    assert (result["cast"], result["blank"], result["unsure"], result["n"]) == (5, 1, 2, 2)
    assert (result["mean"], result["exact"]) == ("9.5", "19/2")


def test_without_a_single_value_no_figure_is_told():
    result = count(FIVE, [*papers(None), ({}, None)], 5)
    assert result["n"] == 0 and not {"mean", "median", "divided"} & result.keys()


def test_a_mean_is_rounded_once_from_the_exact_fraction():
    result = count(FIVE, papers(*[1] * 17, *[2] * 3), 5)
    assert (result["exact"], result["mean"]) == ("23/20", "1.2")


def test_answers_lie_apart_where_the_middle_half_covers_half_of_the_scale():
    assert count(FIVE, papers(1, 1, 5, 5), 5)["divided"]
    assert count(FIVE, papers(2, 2, 4, 4), 5)["divided"]
    assert not count(FIVE, papers(3, 3, 4, 4), 5)["divided"]


def test_sectors_weigh_the_same():
    result = count(FIVE, [*papers(*[5] * 8, sector="private"), *papers(*[2] * 5, sector="public")], 5)
    assert result["by_sector"] == {"private": "5.0", "public": "2.0"}
    assert (result["mean"], result["balanced"]) == ("3.8", "3.5")
    assert result["steps"][4]["by_sector"] == {"private": 8, "public": 0}


def test_a_sector_of_few_leaves_all_sectors_untold():
    few = [*papers(*[5] * 8, sector="private"), *papers(2, 2, 2, 2, sector="public")]
    assert not {"sectors", "by_sector", "balanced"} & count(FIVE, few, 5).keys()


def test_a_sector_whose_few_do_not_know_leaves_all_sectors_untold():
    """Else what the others said would tell that all of that sector do not know, or which of it do."""
    unsure = [*papers(*[5] * 8, sector="private"), *papers(None, sector="public")]
    assert "sectors" not in count(FIVE, unsure, 5)
    assert "sectors" not in count(FIVE, [*unsure, *papers(2, 2, 2, 2, sector="public")], 5)


answers = st.lists(
    st.tuples(
        st.one_of(st.just({}), st.builds(lambda v: {"value": v}, st.one_of(st.none(), st.integers(1, 5)))),
        st.sampled_from(["private", "public", "semi-public", None]),
    ),
    max_size=40,
)


@given(answers, st.randoms(use_true_random=False))
def test_the_order_of_ballots_changes_nothing(cast, rng: random.Random):
    assert count(FIVE, cast, 3) == count(FIVE, rng.sample(cast, len(cast)), 3)


@given(answers)
def test_every_ballot_is_told_once(cast):
    result = count(FIVE, cast, 3)
    assert result["cast"] == result["n"] + result["unsure"] + result["blank"]
    assert result["n"] == sum(step["n"] for step in result["steps"])
    for step in result["steps"]:
        assert sum(step.get("by_sector", {"all": step["n"]}).values()) == step["n"]
    if result["n"]:
        total = sum(step["value"] * step["n"] for step in result["steps"])
        assert Fraction(result["exact"]) == Fraction(total, result["n"])
