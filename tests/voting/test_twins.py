"""Same or different: which pairs a seat is asked about, and when a pair counts as the same."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from shared.voting.twins import ANSWERS, LEAST, asked, count, hand

PAIRS = [f"p{n}/q{n}" for n in range(40)]


@given(st.integers(4, 300), st.integers(1, 10), st.integers(1, 40))
def test_every_pair_is_asked_of_as_many_people_as_any_other(seats, each, found):
    pairs = PAIRS[: min(found, asked(seats, each))]
    hands = [hand(pairs, number, each) for number in range(1, seats + 1)]
    assert all(len(set(dealt)) == len(dealt) == min(each, len(pairs)) for dealt in hands)
    times = Counter(pair for dealt in hands for pair in dealt)
    whole = each <= len(pairs)
    assert max(times.values()) - min(times[pair] for pair in pairs) <= (1 if whole else 0)
    assert min(times.values()) >= LEAST


def papers(**answers: int) -> list[dict[str, str]]:
    return [{"a/b": answer} for answer, n in answers.items() for _ in range(n)]


def alike(**answers: int) -> bool:
    return bool(count(["a/b"], papers(**answers))["pairs"][0]["alike"])


def test_three_quarters_of_four_or_more_answers_are_the_same():
    assert alike(same=3, different=1) and alike(same=3, unsure=1) and alike(same=4)
    assert not alike(same=3) and not alike(same=2, different=2) and not alike(same=5, different=2)
    assert alike(same=6, different=1, unsure=1)


def test_of_fewer_answers_than_four_only_the_number_is_told():
    (item,) = count(["a/b"], [*papers(same=3), {}])["pairs"]
    assert item == {"id": "a/b", "n": 3, "alike": False}


def test_every_answer_is_counted_once_and_the_surest_pair_comes_first():
    given_ = [*papers(same=4, different=1), *({"c/d": "same"} for _ in range(4)), {}]
    result = count(["a/b", "c/d", "e/f"], given_)
    assert [pair["id"] for pair in result["pairs"]] == ["c/d", "a/b", "e/f"]
    assert (result["cast"], result["blank"]) == (10, 1)
    assert [result["pairs"][1][answer] for answer in ANSWERS] == [4, 1, 0]
    assert all(count(list(order), given_) == result for order in permutations(["a/b", "c/d", "e/f"]))
    assert count(["a/b", "c/d", "e/f"], given_[::-1]) == result
