from __future__ import annotations

import random
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shared.voting import borda, schulze
from shared.voting.ranking import count

# M. Schulze, Social Choice and Welfare 36 (2011), the example with 45 voters and five candidates.
SCHULZE_45 = {
    "ACBED": 5,
    "ADECB": 5,
    "BEDAC": 8,
    "CABED": 3,
    "CAEBD": 7,
    "CBADE": 2,
    "DCEBA": 7,
    "EBADC": 8,
}
# Where Tennessee's voters live, a common textbook example: Memphis, Nashville, Chattanooga, Knoxville.
TENNESSEE = {"MNCK": 42, "NCKM": 26, "CKNM": 15, "KCNM": 17}
# Condorcet, Essai (1785): 60 voters in a cycle; H. P. Young, American Political Science Review 82 (1988), retells it.
CONDORCET_60 = {"ABC": 23, "BCA": 17, "BAC": 2, "CAB": 10, "CBA": 8}


def papers(profile):
    return [(list(ranked), None) for ranked, n in profile.items() for _ in range(n)]


def order(result, field="place"):
    return "".join(item["id"] for item in sorted(result["items"], key=lambda item: item[field]))


def test_the_example_of_schulzes_paper():
    result = count("ABCDE", papers(SCHULZE_45), "schulze", 5)
    assert order(result) == "EACBD"
    assert [item["place"] for item in result["items"]] == [1, 2, 3, 4, 5]
    assert [[result["pairs"][a].get(b) for b in "ABCDE"] for a in "ABCDE"] == [
        [None, 20, 26, 30, 22],
        [25, None, 16, 33, 18],
        [19, 29, None, 17, 24],
        [15, 12, 28, None, 14],
        [23, 27, 21, 31, None],
    ]
    assert [[result["paths"][a].get(b) for b in "ABCDE"] for a in "ABCDE"] == [
        [None, 28, 28, 30, 24],
        [25, None, 28, 33, 24],
        [25, 29, None, 29, 24],
        [25, 28, 28, None, 24],
        [25, 28, 28, 31, None],
    ]
    assert result["condorcet"] is None
    assert {"over": ["A", "D", "C", "B"], "strength": 28, "back": 25} in result["ways"]
    assert {"over": ["E", "D"], "strength": 31, "back": 24} in result["ways"]


def test_tennessees_capital_by_borda():
    result = count("MNCK", papers(TENNESSEE), "borda", 5)
    assert {item["id"]: item["points"] for item in result["items"]} == {
        "M": "126.00",
        "N": "194.00",
        "C": "173.00",
        "K": "107.00",
    }
    assert order(result) == "NCMK"
    assert result["items"][0]["spots"] == [26, 42, 32, 0, 0]
    assert order(result, "schulze_place") == "NCKM" and result["methods_differ"]
    assert result["condorcet"] == "N"


def test_condorcets_cycle_of_sixty():
    result = count("ABC", papers(CONDORCET_60), "schulze", 5)
    assert order(result) == "BCA" and result["condorcet"] is None
    assert result["pairs"] == {"A": {"B": 33, "C": 25}, "B": {"A": 27, "C": 42}, "C": {"A": 35, "B": 18}}


def test_those_not_ranked_share_the_points_that_remain_and_lose_to_the_ranked():
    result = count("ABCD", [(["B"], None), (["B", "A"], None)], "borda", 5)
    assert {item["id"]: item["points"] for item in result["items"]} == {
        "A": "3.00",
        "B": "6.00",
        "C": "1.50",
        "D": "1.50",
    }
    assert result["pairs"]["B"] == {"A": 2, "C": 2, "D": 2} and result["pairs"]["C"]["D"] == 0
    assert [(item["id"], item["schulze_place"]) for item in result["items"]] == [("B", 1), ("A", 2), ("C", 3), ("D", 3)]


def test_blank_ballots_are_cast_and_rank_nothing():
    result = count("AB", [([], None), (["A"], None), (["gone"], None)], "schulze", 5)
    assert (result["cast"], result["blank"], result["pairs"]["A"]["B"]) == (3, 2, 1)
    empty = count("AB", [], "borda", 5)
    assert [item["place"] for item in empty["items"]] == [1, 1] and empty["condorcet"] is None


def test_sectors_weigh_the_same():
    cast = [(list("AB"), "private")] * 6 + [(list("BA"), "public")] * 4 + [(list("BA"), "semi-public")] * 4
    result = count("AB", [*cast[:6], *cast[6:8], *cast[10:12]], "schulze", 2)
    assert [(i["id"], i["place"], i["balanced_place"]) for i in result["items"]] == [("A", 1, 2), ("B", 2, 1)]
    assert [i["balanced"] for i in result["items"]] == ["0.33", "0.67"]
    assert result["items"][0]["by_sector"] == {"private": "1.00", "public": "0.00", "semi-public": "0.00"}
    assert result["order_differs"] and result["sectors"] == {"private": 6, "public": 2, "semi-public": 2}


def test_a_sector_of_few_leaves_all_sectors_untold():
    cast = [(["A"], "private")] * 9 + [(["B"], "public")] * 4
    result = count("AB", cast, "borda", 5)
    assert "sectors" not in result and not result["order_differs"]
    assert all("by_sector" not in item and "balanced" not in item for item in result["items"])
    assert "sectors" in count("AB", cast, "borda", 4)


ranked = st.permutations("ABCD").flatmap(lambda all_: st.integers(0, 4).map(lambda n: list(all_[:n])))
ballots = st.lists(st.tuples(ranked, st.sampled_from(["private", "public", None])), max_size=20)
methods = st.sampled_from(["schulze", "borda"])


@given(ballots, methods, st.randoms(use_true_random=False))
def test_the_order_of_ballots_changes_nothing(cast, method, rng: random.Random):
    assert count("ABCD", cast, method, 2) == count("ABCD", rng.sample(cast, len(cast)), method, 2)


@given(ballots, methods, st.permutations("ABCD"))
def test_options_are_treated_alike(cast, method, other):
    name = dict(zip("ABCD", other, strict=True))
    renamed = [([name[option] for option in paper], sector) for paper, sector in cast]
    plain = {name[item["id"]]: item for item in count("ABCD", cast, method, 2)["items"]}
    for item in count("ABCD", renamed, method, 2)["items"]:
        for field in ("place", "schulze_place", "borda_place", "points", "balanced", "balanced_place"):
            assert item.get(field) == plain[item["id"]].get(field)


@given(ballots)
def test_each_ballot_gives_the_same_sum_of_points(cast):
    weighed = [(paper, Fraction(1)) for paper, _ in cast]
    assert sum(borda.points("ABCD", weighed).values()) == 6 * len(cast)


@given(ballots, methods, st.sampled_from("ABCD"), st.data())
def test_who_is_moved_up_keeps_the_first_place(cast, method, option, data):
    def first(papers):
        return {item["id"] for item in count("ABCD", papers, method, 2)["items"] if item["place"] == 1}

    raised = []
    for paper, sector in cast:
        at = paper.index(option) if option in paper else len(paper)
        to = data.draw(st.integers(0, at))
        others = [o for o in paper if o != option]
        kept = option not in paper and to == at
        raised.append((paper if kept else [*others[:to], option, *others[to:]], sector))
    if option in first(cast):
        assert option in first(raised)


@given(ballots)
def test_who_beats_all_others_directly_is_first_by_schulze(cast):
    result = count("ABCD", cast, "schulze", 2)
    if result["condorcet"]:
        assert [item["id"] for item in result["items"] if item["place"] == 1] == [result["condorcet"]]


@given(ballots)
def test_ways_are_as_strong_as_told_and_beating_passes_on(cast):
    result = count("ABCD", cast, "schulze", 2)
    beats = set()
    for told in result["ways"]:
        steps = list(pairwise(told["over"]))
        assert min(result["pairs"][a][b] for a, b in steps) == told["strength"] > told["back"]
        assert all(result["pairs"][a][b] > result["pairs"][b][a] for a, b in steps)
        beats.add((told["over"][0], told["over"][-1]))
    assert all((a, d) in beats for a, b in beats for c, d in beats if b == c)
    place = {item["id"]: item["place"] for item in result["items"]}
    assert all(place[a] < place[b] for a, b in beats)


@given(ballots)
def test_strengths_are_those_of_the_best_of_all_ways(cast):
    before = schulze.pairs("ABCD", [(paper, Fraction(1)) for paper, _ in cast])

    def best(a, b, through):
        step = before[a][b] if before[a][b] > before[b][a] else Fraction(0)
        return max([step, *(min(best(a, c, through - {c}), best(c, b, through - {c})) for c in through)])

    strong = schulze.strengths(before)
    for a in "ABCD":
        for b in set("ABCD") - {a}:
            assert strong[a][b] == best(a, b, frozenset("ABCD") - {a, b})
