"""A fund under a budget: the demo day's vectors, published examples of Equal Shares, and what always holds."""

from __future__ import annotations

import json
import random
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.voting.fund import RULES, Fund, count
from shared.voting.fund.shares import MOST_STEPS, Outcome, equal_shares, step_of
from shared.voting.fund.ties import Ties, drawn

DEMO = json.loads((Path(__file__).parents[2] / "shared/demo/led_demo.json").read_text("utf-8"))
VECTOR = DEMO["test_vectors"]["budget_vote"]
COSTS = {measure["id"]: measure["fund_eur"] for measure in DEMO["measures"]}
VOTERS = [(dict.fromkeys(voter["approves"], 1), voter["sector"]) for voter in VECTOR["voters"]]


def shares(costs: dict[str, int], ballots: list[set[str]], budget: int, raising: bool = True, lot: int = 0) -> Outcome:
    supporters = Counter(id for ballot in ballots for id in ballot)
    return equal_shares(Ties(costs, {id: supporters[id] for id in costs}, lot), ballots, budget, raising)


# The demo day


def test_the_demo_day_by_equal_shares():
    result = count(Fund(VECTOR["budget_eur"], COSTS, "equal_shares"), VOTERS, 3)
    assert result["chosen"] == VECTOR["mes_add1"] == ["M4", "M3", "M5", "M7", "M8"]
    assert (result["spent"], result["left"]) == (VECTOR["mes_add1_spent"], 1880) == (28120, 1880)
    assert {item["id"]: item["votes"] for item in result["items"]} == VECTOR["votes"]
    assert result["share"] == {
        "plain": "1250.00",
        "final": "1419.00",
        "raised": 169,
        "step": 1,
        "voters": 24,
        "plain_chosen": VECTOR["mes"],
        "plain_spent": VECTOR["mes_spent"],
    }
    assert [(s["id"], s["price"], s["left"]) for s in result["steps"] if not s["why"]] == [
        ("M4", "641.67", 22300),
        ("M3", "630.00", 16000),
        ("M5", "666.67", 10000),
        ("M7", "735.00", 4120),
        ("M8", "787.17", 1880),
    ]
    assert [s["id"] for s in result["steps"] if s["why"] == "shares"] == result["reserve"] == ["M1", "M6", "M2"]


def test_the_demo_day_by_supporters_and_what_the_rules_make_of_the_sectors():
    result = count(Fund(VECTOR["budget_eur"], COSTS, "most"), VOTERS, 3)
    assert result["chosen"] == VECTOR["greedy_skip"] and result["spent"] == VECTOR["greedy_spent"]
    assert {one["rule"]: one["credit"] for one in result["compare"]} == {
        "most": {"private": 17500, "public": 7743, "semi-public": 4557},
        "score": {"private": 17500, "public": 7743, "semi-public": 4557},
        "equal_shares": {"private": 11375, "public": 9703, "semi-public": 7042},
    }
    assert "credit" not in count(Fund(30000, COSTS, "most"), VOTERS, 6)["compare"][0], "semi-public are only five"


def test_a_committee_goes_by_the_totals_of_its_rating():
    """M8 is below a minimum and may not be chosen; M5 is cheaper than M2 and M6 than M7, which have as many marks."""
    totals = {**{id: Fraction(str(total)) for id, total in DEMO["rating"]["totals"].items()}, "M8": None}
    result = count(Fund(30000, COSTS, "score"), [], 5, totals)
    assert (result["chosen"], result["spent"], result["left"]) == (["M1", "M3", "M4", "M5"], 29800, 200)
    assert result["reserve"] == ["M2", "M6", "M7"]
    why = {step["id"]: step["why"] for step in result["steps"]}
    assert why == {
        **dict.fromkeys(result["chosen"], ""),
        **dict.fromkeys(result["reserve"], "too_dear"),
        "M8": "barred",
    }
    assert [s["tie"] for s in result["steps"] if s["id"] in ("M5", "M6", "M1")] == ["", "cost", "cost"]


# Published examples: equalshares.net, "Explanation of the Method of Equal Shares", examples 1 and 2

TOWN = {"bike path": 700, "gym": 400, "park": 250, "playground": 200, "library": 100}
PARK = {1, 3, 4, 6, 9}
KIDS = [{"playground", "library"}, {"playground"}, {"playground", "library"}, {"playground", "library"}]


def townspeople(last: str) -> list[set[str]]:
    """Eleven voters; the last one supports this alone."""
    ballots = [{"bike path", "gym"} for _ in range(6)] + [set(kids) for kids in KIDS] + [{last}]
    for voter in PARK:
        ballots[voter].add("park")
    return ballots


def payments(outcome: Outcome) -> list[tuple[str, Fraction]]:
    return [(bought.id, bought.price) for bought in outcome.plain.bought]


def test_the_first_published_example():
    outcome = shares(TOWN, townspeople("bike path"), 1100, raising=False)
    assert payments(outcome) == [
        ("bike path", Fraction(100)),
        ("playground", Fraction(50)),
        ("library", Fraction(100, 3)),
    ]
    ballots = [(dict.fromkeys(ballot, 1), None) for ballot in townspeople("bike path")]
    assert count(Fund(1100, TOWN, "most"), ballots, 5)["chosen"] == ["bike path", "gym"]


def test_the_second_published_example_where_the_poorer_give_all_they_have():
    outcome = shares(TOWN, townspeople("gym"), 1100, raising=False)
    gym = Fraction(400, 7)
    park = (250 - 3 * (100 - gym)) / 2
    playground = (200 - 2 * (100 - park)) / 2
    assert payments(outcome) == [("gym", gym), ("park", park), ("playground", playground)]
    strengths = [TOWN[id] / price for id, price in payments(outcome)]
    assert [round(float(strength), 1) for strength in strengths] == [7.0, 4.1, 3.3], "the page rounds each rest: 3.2"
    result = count(
        Fund(1100, TOWN, "equal_shares", "none"), [(dict.fromkeys(b, 1), None) for b in townspeople("gym")], 5
    )
    assert {s["id"]: s["why"] for s in result["steps"] if s["why"]} == {"bike path": "shares", "library": "shares"}


def test_each_district_gets_what_its_share_of_the_money_pays():
    """The failing of "most votes" that equal shares mend: a third of the voters get a third of the money."""
    costs = dict.fromkeys(["north1", "north2", "north3", "south1", "south2", "south3"], 100)
    north, south = {"north1", "north2", "north3"}, {"south1", "south2", "south3"}
    ballots = [*[north] * 20, *[south] * 10]
    papers = [(dict.fromkeys(ballot, 1), None) for ballot in ballots]
    assert set(count(Fund(300, costs, "most"), papers, 5)["chosen"]) == north
    chosen = set(shares(costs, ballots, 300).final.ids)
    assert (len(chosen & north), len(chosen & south)) == (2, 1)


# Ties


def test_level_measures_are_told_apart_by_cost_then_supporters_then_the_lot():
    ties = Ties({"a": 5, "b": 4, "c": 4, "d": 4}, {"a": 9, "b": 1, "c": 2, "d": 2}, 7)
    by_lot = sorted("cd", key=lambda id: drawn(7, id))
    assert sorted("abcd", key=ties.key) == [*by_lot, "b", "a"]
    assert [ties.reason(level) for level in ("a", "ab", "bc", "cd", "abcd")] == ["", "cost", "supporters", "lot", "lot"]


def test_the_lot_decides_otherwise_with_another_number_and_always_the_same_with_one():
    ballots = [({"a": 1, "b": 1}, None)] * 4
    firsts = [count(Fund(10, {"a": 10, "b": 10}, "most", lot=n), ballots, 5)["chosen"] for n in range(20)]
    assert {tuple(chosen) for chosen in firsts} == {("a",), ("b",)}
    assert firsts == [count(Fund(10, {"b": 10, "a": 10}, "most", lot=n), ballots, 5)["chosen"] for n in range(20)]
    assert count(Fund(10, {"a": 10, "b": 10}, "equal_shares"), ballots, 5)["steps"][0]["tie"] == "lot"


# Few and none


@pytest.mark.parametrize("rule", RULES)
def test_without_any_support_nothing_is_paid(rule):
    result = count(Fund(100, {"a": 10, "b": 20}, rule), [({}, None), ({"gone": 1}, None)], 5)
    assert (result["chosen"], result["left"], result["reserve"], result["blank"]) == ([], 100, [], 2)
    assert {(s["id"], s["why"]) for s in result["steps"]} == {("a", "no_support"), ("b", "no_support")}


def test_points_are_support_for_one_rule_and_weight_for_another():
    ballots = [({"a": 9, "b": 1}, None), ({"b": 1}, None), ({"b": 1, "c": 9}, None), ({"c": 1}, None)]
    costs = dict.fromkeys("abc", 10)
    assert count(Fund(10, costs, "most"), ballots, 5)["chosen"] == ["b"]
    assert count(Fund(10, costs, "score"), ballots, 5)["chosen"] == ["c"]


def test_what_equal_shares_leave_is_kept_or_goes_to_the_most_supported():
    """Two voters hold 50 each, and then what it takes; where two dear ones would be too much, neither is bought."""
    costs, ballots = {"well": 30, "bridge": 70}, [({"well": 1}, None), ({"bridge": 1}, None)]
    told = {c: count(Fund(100, costs, "equal_shares", c), ballots, 5) for c in ("none", "raise", "raise_most")}
    assert {c: r["chosen"] for c, r in told.items()} == {
        "none": ["well"],
        "raise": ["well", "bridge"],
        "raise_most": ["well", "bridge"],
    }
    assert told["raise"]["share"]["final"] == "70.00"
    costs = {"a": 60, "b": 60, "c": 30}
    ballots = [({"a": 1}, None), ({"b": 1}, None), ({"c": 1}, None)]
    told = {c: count(Fund(100, costs, "equal_shares", c), ballots, 5) for c in ("none", "raise", "raise_most")}
    assert told["raise"]["chosen"] == ["c"], "at a share of 60 both dear ones would be bought: too much"
    assert told["raise_most"]["chosen"][0] == "c" and len(told["raise_most"]["chosen"]) == 2


def test_shares_of_many_units_are_raised_by_more_than_one():
    assert [step_of(Fraction(n)) for n in (1250, MOST_STEPS, MOST_STEPS + 1, 4_000_000)] == [1, 1, 10, 10000]
    tugrik = {id: cost * 4000 for id, cost in COSTS.items()}
    result = count(Fund(30000 * 4000, tugrik, "equal_shares"), VOTERS, 3)
    assert result["chosen"] == VECTOR["mes_add1"] and result["share"]["step"] == 10000


# What always holds

IDS = "ABCDE"
elections = st.tuples(
    st.fixed_dictionaries({id: st.integers(1, 60) for id in IDS}),
    st.lists(st.sets(st.sampled_from(IDS)), max_size=12),
    st.integers(1, 120),
    st.integers(0, 999),
)


def plainly(costs: dict[str, int], ballots: list[set[str]], budget: int, lot: int) -> tuple[list[str], Fraction]:
    """Equal Shares with completion as it is told: one unit after the other, every voter by themselves."""
    voters = [ballot for ballot in ballots if ballot]
    ties = Ties(costs, {id: sum(id in b for b in voters) for id in costs}, lot)
    if not voters:
        return [], Fraction(0)
    share = Fraction(budget, len(voters))
    chosen = _one_run(ties, voters, share)
    while any(
        n and id not in chosen and sum(costs[c] for c in chosen) + costs[id] <= budget
        for id, n in ties.supporters.items()
    ):
        following = _one_run(ties, voters, share + 1)
        if sum(costs[id] for id in following) > budget:
            break
        chosen, share = following, share + 1
    return chosen, share


def _one_run(ties: Ties, voters: list[set[str]], share: Fraction) -> list[str]:
    rest, chosen = [share] * len(voters), []
    while True:
        prices = {}
        for id, cost in ties.costs.items():
            have = sorted(rest[i] for i, voter in enumerate(voters) if id in voter)
            if id in chosen or sum(have) < cost:
                continue
            missing = Fraction(cost)
            for paid, money in enumerate(have):
                price = missing / (len(have) - paid)
                if money >= price:
                    prices[id] = price
                    break
                missing -= money
        if not prices:
            return chosen
        first = min(prices, key=lambda id: (prices[id] / ties.costs[id], *ties.key(id)))
        chosen.append(first)
        rest = [m - min(m, prices[first]) if first in voter else m for m, voter in zip(rest, voters, strict=True)]


@settings(max_examples=300)
@given(elections)
def test_stepping_over_like_runs_comes_to_what_unit_after_unit_comes_to(election):
    costs, ballots, budget, lot = election
    outcome = shares(costs, ballots, budget, lot=lot)
    assert (outcome.final.ids, outcome.final.share) == plainly(costs, ballots, budget, lot)


@given(elections, st.sampled_from(RULES), st.sampled_from(["raise", "raise_most", "none"]))
def test_the_budget_is_never_exceeded_and_all_is_accounted_for(election, rule, completion):
    costs, ballots, budget, lot = election
    result = count(Fund(budget, costs, rule, completion, lot), [(dict.fromkeys(b, 1), None) for b in ballots], 5)
    for one in [result, *result["compare"]]:
        assert sum(costs[id] for id in one["chosen"]) == one["spent"] == budget - one["left"] <= budget
    assert [s["id"] for s in result["steps"] if not s["why"]] == result["chosen"]
    assert sorted(s["id"] for s in result["steps"]) == list(IDS)
    assert result["chosen"] == next(one["chosen"] for one in result["compare"] if one["rule"] == rule)
    supported = {item["id"] for item in result["items"] if item["votes"]}
    assert supported == {*result["chosen"], *result["reserve"]}
    lefts = [budget, *(s["left"] for s in result["steps"])]
    for before, after, step in zip(lefts, lefts[1:], result["steps"], strict=False):
        assert before - after == (0 if step["why"] else costs[step["id"]])


@given(elections, st.sampled_from(["most", "score", "equal_shares"]))
def test_after_the_completion_nothing_supported_would_fit(election, rule):
    costs, ballots, budget, lot = election
    result = count(Fund(budget, costs, rule, "raise_most", lot), [(dict.fromkeys(b, 1), None) for b in ballots], 5)
    assert all(costs[id] > result["left"] for id in result["reserve"])


@given(elections, st.booleans())
def test_payments_make_up_each_cost_and_nobody_pays_more_than_their_share(election, raising):
    costs, ballots, budget, lot = election
    outcome = shares(costs, ballots, budget, raising, lot)
    for run in (outcome.plain, outcome.final):
        for bought in run.bought:
            paid = list(zip(bought.paid, outcome.blocks, strict=True))
            assert sum(each * n for each, (_, n) in paid) == costs[bought.id]
            assert all(each == 0 or bought.id in likes for each, (likes, _) in paid)
            assert max(each for each, _ in paid) == bought.price
        for block, rest in enumerate(run.rests):
            assert rest >= 0 and sum((b.paid[block] for b in run.bought), rest) == run.share


@given(elections, st.sampled_from(RULES), st.randoms(use_true_random=False))
def test_neither_the_order_of_ballots_nor_that_of_measures_changes_anything(election, rule, rng: random.Random):
    costs, ballots, budget, lot = election
    papers = [(dict.fromkeys(ballot, 1), "private") for ballot in ballots]
    shuffled = dict(rng.sample(list(costs.items()), len(costs)))
    one = count(Fund(budget, costs, rule, lot=lot), papers, 1)
    other = count(Fund(budget, shuffled, rule, lot=lot), rng.sample(papers, len(papers)), 1)
    assert {k: v for k, v in one.items() if k != "steps"} == {k: v for k, v in other.items() if k != "steps"}
    assert [s for s in one["steps"] if s["why"] != "no_support"] == [
        s for s in other["steps"] if s["why"] != "no_support"
    ]


@given(elections, st.sampled_from(RULES), st.permutations(IDS))
def test_measures_are_treated_alike_up_to_the_lot(election, rule, names):
    costs, ballots, budget, lot = election
    new = dict(zip(IDS, names, strict=True))
    one = count(Fund(budget, costs, rule, lot=lot), [(dict.fromkeys(b, 1), None) for b in ballots], 5)
    renamed = [({new[id]: 1 for id in ballot}, None) for ballot in ballots]
    other = count(Fund(budget, {new[id]: cost for id, cost in costs.items()}, rule, lot=lot), renamed, 5)
    if len({(item["cost"], item["votes"]) for item in one["items"]}) == len(IDS):
        assert [new[id] for id in one["chosen"]] == other["chosen"]


@given(elections, st.sampled_from(["most", "score"]))
def test_one_more_supporter_never_harms_where_the_best_come_first(election, rule):
    costs, ballots, budget, lot = election
    papers = [(dict.fromkeys(b, 1), None) for b in ballots]
    before = count(Fund(budget, costs, rule, lot=lot), papers, 5)["chosen"]
    after = count(Fund(budget, costs, rule, lot=lot), [*papers, ({"A": 1}, None)], 5)["chosen"]
    assert "A" not in before or "A" in after
