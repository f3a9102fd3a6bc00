from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from shared.voting.choice import count

# Tennessee's capital, the common textbook example: each voter approves of the two nearest cities.
TENNESSEE = [(list(two), None) for two, n in (("MN", 42), ("NC", 26), ("CK", 15), ("KC", 17)) for _ in range(n)]


def told(result):
    return [(item["id"], item["n"], item["percent"], item["place"]) for item in result["items"]]


def test_approvals_are_counted_in_percent_of_the_ballots():
    result = count("MNCK", TENNESSEE, 0, 5)
    assert told(result) == [("N", 68, "68.00", 1), ("C", 58, "58.00", 2), ("M", 42, "42.00", 3), ("K", 32, "32.00", 4)]
    assert result["majority"] is None


def test_a_decision_tells_a_majority_of_all_ballots_only():
    cast = [(["yes"], None)] * 5 + [(["no"], None)] * 3 + [(["abstain"], None)] * 2
    assert count(["yes", "no", "abstain"], cast, 1, 5)["majority"] is None
    assert count(["yes", "no", "abstain"], [*cast, (["yes"], None)], 1, 5)["majority"] == "yes"


def test_level_ones_stay_level_in_board_order():
    result = count("ABC", [(["B"], None), (["A"], None), ([], None)], 0, 5)
    assert told(result) == [("A", 1, "33.33", 1), ("B", 1, "33.33", 1), ("C", 0, "0.00", 3)]
    assert (result["cast"], result["blank"], result["short"]) == (3, 1, 0)


def test_a_ballot_with_too_few_choices_chooses_nothing():
    result = count("ABC", [(["A"], None), (["A", "B"], None), (["C", "gone"], None)], 2, 5)
    assert (result["cast"], result["blank"], result["short"]) == (3, 0, 2)
    assert [item["n"] for item in result["items"]] == [1, 1, 0]


def test_sectors_weigh_the_same():
    cast = [(["A"], "private")] * 8 + [(["B"], "public")] * 5 + [([], "private")] * 2
    result = count("AB", cast, 0, 5)
    assert [(i["id"], i["n"], i["balanced"], i["balanced_place"]) for i in result["items"]] == [
        ("A", 8, "40.00", 2),
        ("B", 5, "50.00", 1),
    ]
    assert result["items"][0]["by_sector"] == {"private": 8, "public": 0}
    assert result["order_differs"] and result["sectors"] == {"private": 10, "public": 5}


def test_a_sector_of_few_leaves_all_sectors_untold():
    cast = [(["A"], "private")] * 9 + [(["B"], "public")] * 4
    result = count("AB", cast, 0, 5)
    assert "sectors" not in result and all(
        "by_sector" not in item and "balanced" not in item for item in result["items"]
    )
    assert "sectors" in count("AB", cast, 0, 4)


ballots = st.lists(
    st.tuples(st.lists(st.sampled_from("ABCD"), unique=True), st.sampled_from(["private", "public", None])), max_size=30
)


@given(ballots, st.integers(0, 3), st.randoms(use_true_random=False))
def test_the_order_of_ballots_changes_nothing(cast, least, rng: random.Random):
    shuffled = [(rng.sample(paper, len(paper)), sector) for paper, sector in rng.sample(cast, len(cast))]
    assert count("ABCD", cast, least, 2) == count("ABCD", shuffled, least, 2)


@given(ballots, st.integers(0, 3))
def test_options_are_treated_alike(cast, least):
    swap = {"A": "B", "B": "A"}
    swapped = [([swap.get(option, option) for option in paper], sector) for paper, sector in cast]
    plain = {item["id"]: item for item in count("ABCD", cast, least, 2)["items"]}
    for item in count("ABCD", swapped, least, 2)["items"]:
        assert {**item, "id": ""} == {**plain[swap.get(item["id"], item["id"])], "id": ""}


@given(ballots)
def test_one_more_approval_never_harms(cast):
    place = {item["id"]: item["place"] for item in count("ABCD", cast, 0, 2)["items"]}
    after = {item["id"]: item["place"] for item in count("ABCD", [*cast, (["A"], "public")], 0, 2)["items"]}
    assert after["A"] <= place["A"]


@given(ballots)
def test_all_choices_are_accounted_for(cast):
    result = count("ABCD", cast, 0, 1)
    assert sum(item["n"] for item in result["items"]) == sum(len(paper) for paper, _ in cast)
    if "sectors" in result:
        assert all(sum(item["by_sector"].values()) == item["n"] for item in result["items"])
