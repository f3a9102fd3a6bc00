from __future__ import annotations

import random
from fractions import Fraction
from statistics import mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.voting.scores import SCALES, count, light


def ballots(name, *answers, sector=None, role=None):
    """One ballot for each answer to one question on one item, A."""
    return [({**({"role": role} if role else {}), "answers": {"A": {"1": answer}}}, sector) for answer in answers]


def cell(cast, scale, floor=5):
    return count("A", cast, scale, 1, floor)["items"][0]["cells"][0]


def test_reach_is_told_by_the_median_and_makes_two_lists():
    cast = [({"answers": {"A": {"1": a}, "B": {"1": b}}}, None) for a, b in ((4, 1), (3, 3), (3, 2), (2, 3))]
    result = count("ABC", cast, "reach", 1, 5)
    assert [(i["id"], i["cells"][0].get("figure")) for i in result["items"]] == [
        ("A", "3.0"),
        ("B", "2.5"),
        ("C", None),
    ]
    assert (result["work"], result["advocacy"]) == (["A"], ["B"])


@pytest.mark.parametrize(
    ("yes", "of", "expected"),
    [(7, 10, "green"), (69, 100, "yellow"), (2, 5, "yellow"), (39, 100, "red"), (0, 1, "red")],
)
def test_lights_change_at_seventy_and_forty_percent(yes, of, expected):
    assert light(Fraction(yes, of)) == expected


def test_a_light_is_the_share_of_yes_among_those_who_know():
    told = cell(ballots("lights", "yes", "yes", "no", "unsure", "unknown", "unknown"), "lights")
    assert (told["figure"], told["light"], told["counts"]) == ("50.00", "yellow", [2, 1, 1])
    assert (told["n"], told["unknown"]) == (4, 2)


def test_nobody_who_knows_makes_no_light():
    told = cell(ballots("lights", "unknown"), "lights")
    assert told == {"n": 0, "unknown": 1, "counts": [0, 0, 0]}


def stars(*rows, sectors=None):
    """Ballots of stars: each row is one person's answers to A, B, C ..."""
    sectors = sectors or [None] * len(rows)
    return [
        ({"answers": {id: {"1": n} for id, n in zip("ABCDE", row, strict=False) if n is not None}}, sector)
        for row, sector in zip(rows, sectors, strict=True)
    ]


def test_stars_are_put_in_order_by_their_exact_mean():
    result = count("ABC", stars((5, 3, 1), (4, 3, 1), (1, 5, 2)), "stars", 1, 5, goes_on=2)
    assert [(i["id"], i["cells"][0]["figure"], i["place"]) for i in result["items"]] == [
        ("B", "3.67", 1),
        ("A", "3.33", 2),
        ("C", "1.33", 3),
    ]
    assert (result["goes_on"], result["ties"]) == (["B", "A"], [])


def test_level_means_are_told_apart_by_the_median_else_they_stay_level_and_go_on_together():
    #  A: 0 5 4 -> 3, median 4; B: 3 3 3 -> 3, median 3; C: 4 3 2 -> 3, median 3; D: 1
    cast = stars((0, 3, 4, 1), (5, 3, 3, 1), (4, 3, 2, 1))
    result = count("ABCD", cast, "stars", 1, 5, goes_on=2)
    assert [(i["id"], i["place"]) for i in result["items"]] == [("A", 1), ("B", 2), ("C", 2), ("D", 4)]
    assert result["ties"] == [{"ids": ["A", "B", "C"], "by": ""}]
    assert result["goes_on"] == ["A", "B", "C"]
    two = count("AB", stars((0, 3), (5, 3), (4, 3)), "stars", 1, 5)
    assert two["ties"] == [{"ids": ["A", "B"], "by": "median"}]


def test_what_nobody_scored_has_no_place_and_comes_last():
    result = count("AB", stars((None, 2)), "stars", 1, 5, goes_on=2)
    assert [(i["id"], i.get("place")) for i in result["items"]] == [("B", 1), ("A", None)]
    assert result["goes_on"] == ["B"]


def test_sectors_weigh_the_same_and_may_change_the_order():
    cast = stars(*[(5, 3)] * 8, *[(1, 3)] * 5, sectors=["private"] * 8 + ["public"] * 5)
    result = count("AB", cast, "stars", 1, 5)
    a = next(item for item in result["items"] if item["id"] == "A")
    assert (a["cells"][0]["figure"], a["cells"][0]["by_sector"]) == ("3.46", {"private": "5.00", "public": "1.00"})
    assert (a["cells"][0]["balanced"], a["place"], a["balanced_place"]) == ("3.00", 1, 1)
    assert result["order_differs"]  # B is level with A where sectors weigh the same
    assert result["sectors"] == {"private": 8, "public": 5}


def test_a_sector_of_few_leaves_all_sectors_untold_and_in_a_cell_too():
    assert "by_sector" not in cell(
        ballots("stars", *[5] * 9, sector="private") + ballots("stars", *[1] * 4, sector="public"), "stars"
    )
    # Seven of the public sector voted, but only four of them know about A.
    cast = ballots("stars", *[5] * 6, sector="private")
    cast += ballots("stars", 1, 1, 1, 1, "unknown", "unknown", "unknown", sector="public")
    result = count("A", cast, "stars", 1, 5)
    assert result["sectors"] == {"private": 6, "public": 7}
    assert "by_sector" not in result["items"][0]["cells"][0] and "balanced_place" not in result["items"][0]


def test_medians_by_role_need_enough_answers_in_the_cell():
    cast = ballots("agreement", 5, 5, 4, 4, 4, role="implementer") + ballots("agreement", 2, 2, 2, 3, 1, role="user")
    cast += ballots("agreement", 3, 3, 3, 3, role="other") + ballots("agreement", 3)
    told = cell(cast, "agreement")
    assert (told["figure"], told["by_role"]) == ("3.0", {"implementer": "4.0", "user": "2.0"})
    result = count("A", cast, "agreement", 1, 5)
    assert result["roles"] == {"implementer": 5, "user": 5}
    assert result["gaps"] == [{"id": "A", "question": 1, "gap": "2.0"}]
    assert "roles" not in count("A", cast, "agreement", 1, 6)


def test_who_stands_aside_is_counted_and_scores_nothing():
    cast = [*ballots("agreement", 1, 1, 1), ({"role": "implementer", "answers": {"A": "recused"}}, None)]
    result = count("A", cast, "agreement", 1, 5)
    assert (result["items"][0]["recused"], result["items"][0]["cells"][0]["n"], result["blank"]) == (1, 3, 0)


def test_the_three_widest_gaps_are_told_with_all_that_are_level_with_the_third():
    def paper(role, *scores):
        return {"role": role, "answers": {"A": {str(n): score for n, score in enumerate(scores, 1)}}}

    cast = [(paper("implementer", 5, 5, 4, 4, 3), None)] * 5 + [(paper("user", 1, 2, 2, 2, 2), None)] * 5
    told = count("A", cast, "agreement", 5, 5)["gaps"]
    assert [(gap["question"], gap["gap"]) for gap in told] == [(1, "4.0"), (2, "3.0"), (3, "2.0"), (4, "2.0")]


def test_the_future_of_a_measure_is_counted_and_level_answers_stay_level():
    told = cell(ballots("future", "stop", "go_on", "stop", "go_on", "grow"), "future")
    assert (told["counts"], told["most"]) == ([2, 0, 1, 0, 2], ["go_on", "stop"])
    assert "figure" not in told


def test_people_who_stand_far_apart_are_pointed_out():
    assert cell(ballots("agreement", 1, 1, 5, 5), "agreement")["far_apart"]
    assert not cell(ballots("agreement", 1, 4, 4, 5), "agreement")["far_apart"]
    assert cell(ballots("stars", 0, 2, 3, 3, 5), "stars")["middle"] == [2, 3]


papers = {
    name: st.lists(
        st.tuples(
            st.fixed_dictionaries(
                {},
                optional={
                    "role": st.sampled_from(["implementer", "user", "other"]),
                    "answers": st.dictionaries(
                        st.sampled_from("ABC"),
                        st.just("recused")
                        | st.dictionaries(st.sampled_from("12"), st.sampled_from([*scale.answers, "unknown"])),
                    ),
                },
            ),
            st.sampled_from(["private", "public", None]),
        ),
        max_size=25,
    )
    for name, scale in SCALES.items()
}
any_vote = st.sampled_from(sorted(SCALES)).flatmap(lambda name: st.tuples(st.just(name), papers[name]))


@given(any_vote, st.randoms(use_true_random=False))
def test_the_order_of_ballots_and_of_their_answers_changes_nothing(vote, rng: random.Random):
    name, cast = vote
    mixed = []
    for paper, sector in rng.sample(cast, len(cast)):
        answers = list(paper.get("answers", {}).items())
        rng.shuffle(answers)
        mixed.append(({**paper, "answers": dict(answers)} if "answers" in paper else paper, sector))
    assert count("ABC", cast, name, 2, 2, 2) == count("ABC", mixed, name, 2, 2, 2)


@given(any_vote)
def test_items_are_treated_alike(vote):
    name, cast = vote
    swap = {"A": "B", "B": "A", "C": "C"}
    swapped = [
        ({**paper, "answers": {swap[id]: given for id, given in paper.get("answers", {}).items()}}, sector)
        for paper, sector in cast
    ]
    plain = {item["id"]: item for item in count("ABC", cast, name, 2, 2, 2)["items"]}
    result = count("ABC", swapped, name, 2, 2, 2)
    for item in result["items"]:
        assert {**item, "id": ""} == {**plain[swap[item["id"]]], "id": ""}
    plain_gaps = count("ABC", cast, name, 2, 2)["gaps"] if "gaps" in result else []
    key = lambda gap: (gap["id"], gap["question"], gap["gap"])  # noqa: E731
    assert sorted(map(key, result.get("gaps", []))) == sorted(key({**gap, "id": swap[gap["id"]]}) for gap in plain_gaps)


@given(any_vote)
def test_every_answer_is_accounted_for(vote):
    name, cast = vote
    for item in count("ABC", cast, name, 2, 2)["items"]:
        for question, told in enumerate(item["cells"], 1):
            given = [p["answers"][item["id"]] for p, _ in cast if item["id"] in p.get("answers", {})]
            answers = [one[str(question)] for one in given if isinstance(one, dict) and str(question) in one]
            assert sum(told["counts"]) + told["unknown"] == len(answers) and told["n"] == sum(told["counts"])
            known = [answer for answer in answers if answer != "unknown"]
            if known and SCALES[name].figure in ("mean", "median"):
                expected = {"mean": mean, "median": median}[SCALES[name].figure](map(Fraction, known))
                assert Fraction(told["exact"]) == expected


@given(papers["stars"])
def test_one_more_highest_score_never_harms(cast):
    place = {item["id"]: item.get("place", 9) for item in count("ABC", cast, "stars", 1, 2)["items"]}
    after = count("ABC", [*cast, ({"answers": {"A": {"1": 5}}}, "public")], "stars", 1, 2)["items"]
    assert {item["id"]: item.get("place", 9) for item in after}["A"] <= place["A"]
