from __future__ import annotations

import json
import random
from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from shared.voting.dots import count, percent

DEMO = json.loads((Path(__file__).parents[2] / "shared/demo/led_demo.json").read_text("utf-8"))
VECTOR = DEMO["test_vectors"]["cluster_dots"]
OPTIONS = sorted(VECTOR["by_cluster"])


def papers_of_the_vector():
    """Deal each sector's dots to its people, three each and one an option, so that the sums hold."""
    for sector, people in VECTOR["participants"].items():
        left = {key: sums[sector] for key, sums in VECTOR["by_cluster"].items()}
        for _ in range(people):
            chosen = sorted(left, key=lambda key: -left[key])[: VECTOR["dots_each"]]
            for key in chosen:
                left[key] -= 1
            yield dict.fromkeys(chosen, 1), sector
        assert not any(left.values())


def test_the_demo_day_counts_as_its_vector_says_raw_and_balanced():
    result = count(OPTIONS, papers_of_the_vector(), 3, 5)
    assert {item["id"]: item["dots"] for item in result["items"]} == {
        k: v["raw"] for k, v in VECTOR["by_cluster"].items()
    }
    assert {i["id"]: i["balanced"] for i in result["items"]} == {
        k: f"{v['balanced_pct']:.2f}" for k, v in VECTOR["by_cluster"].items()
    }
    assert [i["id"] for i in sorted(result["items"], key=lambda i: i["balanced_place"])] == VECTOR["order_balanced"]
    assert [i["id"] for i in result["items"]] == VECTOR["order_raw"]
    assert [i["place"] for i in result["items"]] == [1, 2, 2, 4, 5, 6, 6]
    assert result["order_differs"] and result["sectors"] == VECTOR["participants"]


def test_a_sector_of_few_leaves_all_sectors_untold():
    papers = [({"A": 1}, "private")] * 9 + [({"B": 1}, "public")] * 4
    result = count(["A", "B"], papers, 1, 5)
    assert "sectors" not in result and all("by_sector" not in i and "balanced" not in i for i in result["items"])
    assert "sectors" in count(["A", "B"], papers, 1, 4)


def test_blank_ballots_and_dots_kept_back_are_told():
    result = count(["A", "B"], [({}, None), ({"A": 1}, None), ({"A": 1, "gone": 1}, None)], 3, 5)
    assert (result["cast"], result["blank"], result["unused"]) == (3, 1, 7)


def test_minus_points_take_away():
    result = count(["A", "B"], [({"A": 1, "B": -1}, "private"), ({"B": 1}, "private")], 1, 1)
    assert [(i["id"], i["dots"], i["minus"]) for i in result["items"]] == [("A", 1, 0), ("B", 0, 1)]


def test_percentages_round_halves_up():
    assert [percent(Fraction(n, 8), 1) for n in (0, 1, 8)] == ["0.0", "12.5", "100.0"]
    assert percent(Fraction(1, 800), 1) == "0.1" and percent(Fraction(5, 10000), 2) == "0.05"


ballots = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from("ABCD"), st.integers(0, 3)), st.sampled_from(["private", "public", None])
    ),
    max_size=30,
)


@given(ballots, st.randoms(use_true_random=False))
def test_the_order_of_ballots_changes_nothing(papers, rng: random.Random):
    shuffled = rng.sample(papers, len(papers))
    assert count("ABCD", papers, 12, 2) == count("ABCD", shuffled, 12, 2)


@given(ballots)
def test_options_are_treated_alike(papers):
    swap = {"A": "B", "B": "A"}
    swapped = [({swap.get(k, k): n for k, n in paper.items()}, sector) for paper, sector in papers]
    dots = {i["id"]: i["dots"] for i in count("ABCD", papers, 12, 2)["items"]}
    after = {i["id"]: i["dots"] for i in count("ABCD", swapped, 12, 2)["items"]}
    assert after == {swap.get(k, k): n for k, n in dots.items()}


@given(ballots)
def test_one_more_dot_never_harms(papers):
    better = [*papers, ({"A": 1}, "private")]
    place = {i["id"]: i["place"] for i in count("ABCD", papers, 12, 2)["items"]}
    after = {i["id"]: i["place"] for i in count("ABCD", better, 12, 2)["items"]}
    assert after["A"] <= place["A"]


@given(ballots)
def test_all_dots_are_accounted_for(papers):
    result = count("ABCD", papers, 12, 1)
    assert sum(i["dots"] for i in result["items"]) + result["unused"] == 12 * len(papers)
    if "sectors" in result:
        assert all(sum(i["by_sector"].values()) == i["dots"] for i in result["items"])
