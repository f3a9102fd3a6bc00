from __future__ import annotations

import json
import random
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.voting.rating import CRITERIA, EFFECT, RECUSED, Rules, axis, count, earlier, spread, total_of, totals_on

DEMO = json.loads((Path(__file__).parents[2] / "shared/demo/led_demo.json").read_text("utf-8"))
VECTOR = DEMO["rating"]
ASKED = {measure["id"]: measure["fund_eur"] for measure in DEMO["measures"]}
RULES = Rules(
    weights=VECTOR["weights"],
    minimums={c: int(VECTOR["threshold_min"].get(c, 0)) for c in CRITERIA},
    line=VECTOR["threshold_total"],
    asked=ASKED,
    lot=7,
)
COMMITTEE = ("private",) * 3 + ("public",) * 2 + ("semi-public",) * 2
MEASURES = sorted(VECTOR["base_scores"])
SHEET_OF_M3 = VECTOR["full_example_M3"]


def committee(scores):
    return [(scores, sector) for sector in COMMITTEE]


def result_of_the_vector():
    return count(MEASURES, committee(VECTOR["base_scores"]), RULES, 2)


def by_id(result):
    return {item["id"]: item for item in result["items"]}


def first_round_of_m3():
    return [({"M3": {c: sheet[c] for c in CRITERIA}}, sheet["sector"]) for sheet in SHEET_OF_M3["scores"]]


def sheet(score, **other):
    return {**dict.fromkeys(CRITERIA, score), **other}


def test_the_totals_are_those_of_the_vector():
    items = by_id(result_of_the_vector())
    assert {id: item["total"] for id, item in items.items()} == {
        id: f"{total:.2f}" for id, total in VECTOR["totals"].items()
    }
    assert {id: Fraction(item["exact"]) for id, item in items.items()} == VECTOR["totals"]


def test_the_order_is_that_of_the_vector_and_level_ones_go_by_the_lower_sum():
    result = result_of_the_vector()
    standing = [item["id"] for item in result["items"] if "place" in item]
    assert standing == ["M1", "M3", "M4", "M5", "M2", "M6", "M7"]
    assert [item["place"] for item in result["items"] if "place" in item] == [1, 2, 3, 4, 5, 6, 7]
    assert result["ties"] == [{"ids": ["M5", "M2"], "by": "asked"}, {"ids": ["M6", "M7"], "by": "asked"}]


def test_a_measure_above_the_line_is_refused_for_one_mean_below_its_minimum():
    refused = by_id(result_of_the_vector())["M8"]
    assert (refused["verdict"], refused["below"], refused["total"]) == ("minimum", ["C8"], "61.00")
    assert "place" not in refused
    eased = count(MEASURES, committee(VECTOR["base_scores"]), replace(RULES, minimums=dict.fromkeys(CRITERIA, 0)), 2)
    assert by_id(eased)["M8"]["verdict"] == "stands"
    stricter = count(MEASURES, committee(VECTOR["base_scores"]), replace(RULES, line=72), 2)
    assert by_id(stricter)["M6"]["verdict"] == "line"


def test_the_full_first_round_of_m3_is_that_of_the_vector():
    (item,) = count(["M3"], first_round_of_m3(), RULES, 2)["items"]
    assert item["total"] == str(SHEET_OF_M3["total"])
    assert item["means"] == pytest.approx({c: f"{SHEET_OF_M3['mean'][c]:.2f}" for c in CRITERIA})
    assert item["by_sector"] == {sector: f"{total:.2f}" for sector, total in SHEET_OF_M3["sector_totals"].items()}
    assert item["balanced"] == f"{SHEET_OF_M3['sector_balanced']:.2f}"
    assert item["flags"] == [c for c in CRITERIA if SHEET_OF_M3["range"][c] >= 3] == ["C8"]
    assert item["apart"] == ["public"]


def test_sectors_are_told_of_a_measure_only_where_each_has_enough_papers_on_it():
    (item,) = count(["M3"], first_round_of_m3(), RULES, 3)["items"]
    assert "by_sector" not in item
    papers = [({"A": sheet(3), "B": sheet(4)}, sector) for sector in ("private", "public") * 3]
    papers[0] = ({"A": sheet(3), "B": RECUSED}, "private")
    items = by_id(count("AB", papers, RULES, 3))
    assert "by_sector" in items["A"]
    assert "by_sector" not in items["B"]


def test_who_stands_aside_makes_the_divisor_smaller_and_half_a_sheet_does_not_count():
    papers = [({"A": sheet(5)}, None), ({"A": RECUSED}, None), ({"A": {"C1": 0}}, None), ({}, None)]
    result = count("A", papers, RULES, 5)
    (item,) = result["items"]
    assert (item["n"], item["recused"], item["total"]) == (1, 1, "100.00")
    assert (result["cast"], result["blank"]) == (4, 1)


def test_a_measure_that_nobody_rated_in_full_has_no_figures():
    (item,) = count("A", [({"A": {"C1": 4}}, None)], RULES, 5)["items"]
    assert item == {"id": "A", "n": 0, "recused": 0, "flags": [], "verdict": "unrated"}


def test_a_first_round_tells_where_scores_lie_far_apart_and_nothing_else():
    result = spread(["M3"], first_round_of_m3())
    assert result == {
        "rule": "rating",
        "cast": 7,
        "blank": 0,
        "items": [{"id": "M3", "n": 7, "recused": 0, "flags": ["C8"]}],
    }
    near = [({"A": sheet(2)}, None), ({"A": sheet(4, C1=5)}, None)]
    assert spread("A", near)["items"][0]["flags"] == ["C1"]


def test_reasons_are_told_by_criterion_without_whose_they_are():
    sheets = [
        ({"A": sheet(3, C8=1, C1=5, reasons={"C8": "who pays the guard?", "C1": "asked for by all"})}, "private"),
        ({"A": sheet(3, C8=5, reasons={"C8": "the school keeps it"})}, "public"),
        ({"A": sheet(3, C8=0, reasons={"C8": "no owner"})}, "public"),
        ({"A": {"C8": 0, "reasons": {"C8": "a sheet that is half full"}}}, None),
    ]
    told = [
        {"c": "C1", "low": [], "high": ["asked for by all"]},
        {"c": "C8", "low": ["no owner", "who pays the guard?"], "high": ["the school keeps it"]},
    ]
    assert by_id(count("A", sheets, RULES, 9))["A"]["reasons"] == told
    assert spread("A", sheets)["items"][0]["reasons"] == told[1:], "a first round tells those about its flags"
    assert earlier("A", sheets, RULES.weights)["A"]["reasons"] == told
    assert (
        by_id(count("A", sheets, RULES, 9))["A"]["total"]
        == by_id(
            count(
                "A", [({"A": {c: s for c, s in p["A"].items() if c != "reasons"}}, None) for p, _ in sheets], RULES, 9
            )
        )["A"]["total"]
    )


def test_a_first_round_is_told_in_full_beside_the_second():
    told = earlier(["M3", "M4"], first_round_of_m3(), RULES.weights)
    assert list(told) == ["M3"]
    assert told["M3"]["total"] == "79.57"
    assert Fraction(told["M3"]["exact"]) == Fraction(557, 7)


@pytest.mark.parametrize(
    ("asked", "scores", "order", "by"),
    [
        ({"A": 9, "B": 8}, {}, ["B", "A"], "asked"),
        ({"B": 8}, {}, ["B", "A"], "asked"),  # a sum that nobody knows comes after one that is known
        ({"A": 8, "B": 8}, {"C2": 4, "C3": 2}, ["B", "A"], "C2"),
        ({"A": 8, "B": 8}, {}, None, "lot"),
    ],
)
def test_level_measures_go_by_sum_then_visibility_then_lot(asked, scores, order, by):
    papers = [({"A": sheet(3), "B": sheet(3, **scores)}, None)]
    result = count("AB", papers, replace(RULES, asked=asked), 5)
    ids = [item["id"] for item in result["items"]]
    assert result["ties"] == [{"ids": ids, "by": by}]
    if order:
        assert ids == order
    else:
        lots = {
            tuple(i["id"] for i in count("AB", papers, replace(RULES, asked=asked, lot=n), 5)["items"])
            for n in range(20)
        }
        assert lots == {("A", "B"), ("B", "A")}


def test_level_is_less_than_half_a_point():
    half = [({"A": sheet(3), "B": sheet(3, C9=4)}, None), ({"A": sheet(3), "B": sheet(3)}, None)]
    apart = count("AB", half, replace(RULES, asked={"A": 1, "B": 2}), 5)  # 60.0 and 60.5
    assert [item["id"] for item in apart["items"]] == ["B", "A"]
    assert apart["ties"] == []
    level = count("AB", [*half, half[1]], replace(RULES, asked={"A": 1, "B": 2}), 5)  # 60.0 and 60.33
    assert [item["id"] for item in level["items"]] == ["A", "B"]


def test_the_axes_weigh_the_first_four_criteria_and_the_last_five():
    scores = {c: Fraction(n) for c, n in VECTOR["base_scores"]["M1"].items()}
    assert axis(scores, RULES.weights, EFFECT) == Fraction(100 * 260, 275)
    assert by_id(result_of_the_vector())["M1"]["effect"] == "94.55"
    assert by_id(result_of_the_vector())["M1"]["feasible"] == "68.89"


scores = st.fixed_dictionaries({}, optional={c: st.integers(0, 5) for c in CRITERIA})
full = st.fixed_dictionaries({c: st.integers(0, 5) for c in CRITERIA})
papers = st.dictionaries(st.sampled_from("ABCD"), full | scores | st.just(RECUSED))
ballots = st.lists(st.tuples(papers, st.sampled_from(["private", "public", None])), max_size=12)


@given(ballots, st.randoms(use_true_random=False))
def test_the_order_of_ballots_changes_nothing(given_, rng: random.Random):
    shuffled = rng.sample(given_, len(given_))
    assert count("ABCD", given_, RULES, 2) == count("ABCD", shuffled, RULES, 2)
    assert spread("ABCD", given_) == spread("ABCD", shuffled)


@given(ballots, st.permutations("ABCD"))
def test_the_order_of_measures_changes_no_place(given_, options):
    here, there = count("ABCD", given_, RULES, 2), count(options, given_, RULES, 2)
    assert by_id(here) == by_id(there)
    assert here["ties"] == there["ties"]


@given(ballots)
def test_totals_lie_between_0_and_100_and_are_those_of_the_means(given_):
    for id, total in totals_on("ABCD", given_, RULES.weights).items():
        assert 0 <= total <= 100
        given_in_full = [p[id] for p, _ in given_ if isinstance(p.get(id), dict) and len(p[id]) == len(CRITERIA)]
        assert total == Fraction(
            sum(RULES.weights[c] * one[c] for one in given_in_full for c in CRITERIA), 5 * len(given_in_full)
        )


@given(st.lists(full, min_size=1, max_size=9), st.data())
def test_a_higher_score_never_lowers_the_total(sheets, data):
    at, c = data.draw(st.integers(0, len(sheets) - 1)), data.draw(st.sampled_from(CRITERIA))
    better = [{**one, c: min(5, one[c] + 1)} if i == at else one for i, one in enumerate(sheets)]
    before, after = (
        totals_on("A", [({"A": one}, None) for one in some], RULES.weights)["A"] for some in (sheets, better)
    )
    assert after >= before
    assert (after > before) == (better != sheets)


@given(ballots)
def test_standing_aside_is_told_as_a_number_and_changes_no_other_measure(given_):
    aside = [*given_, ({"A": RECUSED}, "private")]
    before, after = by_id(count("ABCD", given_, RULES, 99)), by_id(count("ABCD", aside, RULES, 99))
    assert after["A"]["recused"] == before["A"]["recused"] + 1
    assert {**after["A"], "recused": 0, "place": 0} == {
        **before["A"],
        "recused": 0,
        "place": 0,
    } or "place" not in before["A"]
    assert all(after[id] == before[id] for id in "BCD")


def test_all_fives_make_a_hundred_and_all_noughts_none():
    assert total_of({c: Fraction(5) for c in CRITERIA}, RULES.weights) == 100
    assert total_of({c: Fraction(0) for c in CRITERIA}, RULES.weights) == 0
