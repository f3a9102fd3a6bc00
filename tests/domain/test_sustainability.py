"""The verdict on a measure: over all combinations of the five deciding answers, and what is not verified."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from shared.domain.sustainability import (
    ANSWERS,
    DECIDING,
    EFFECTIVE,
    ENDED,
    NOT_VERIFIED,
    PARTLY,
    rate,
    verdict,
    verified,
)

WITH_GAPS = (*ANSWERS, "")


def as_written(answers: dict[str, str]) -> str:
    """The rule of the evaluation template, for five answers that are all given."""
    if answers["Q1"] == "no":
        return ENDED
    strict = answers["Q1"] == answers["Q2"] == "yes"
    at_least_partly = all(answers[q] in ("yes", "partly") for q in ("Q3", "Q4", "Q6"))
    return EFFECTIVE if strict and at_least_partly else PARTLY


@pytest.mark.parametrize("given", list(product(ANSWERS, repeat=5)))
def test_five_answers_have_the_verdict_of_the_template(given):
    answers = dict(zip(DECIDING, given, strict=True))
    assert verdict(answers) == as_written(answers)


def test_a_verdict_is_spoken_exactly_where_no_missing_answer_could_change_it():
    for given in product(WITH_GAPS, repeat=5):
        known = {q: a for q, a in zip(DECIDING, given, strict=True) if a}
        gaps = [q for q in DECIDING if q not in known]
        possible = {
            as_written({**known, **dict(zip(gaps, f, strict=True))}) for f in product(ANSWERS, repeat=len(gaps))
        }
        expected = possible.pop() if len(possible) == 1 else NOT_VERIFIED
        assert verdict(known) == expected, known


def test_what_is_not_verified_is_never_effective():
    for given in product(WITH_GAPS, repeat=5):
        if "" in given:
            assert verdict(dict(zip(DECIDING, given, strict=True))) != EFFECTIVE


@pytest.mark.parametrize("other", ["Q5", "Q7", "Q8"])
def test_the_other_questions_only_inform(other):
    answers = dict.fromkeys(DECIDING, "yes")
    assert verdict({**answers, other: "no"}) == EFFECTIVE


def test_an_answer_counts_with_its_word_of_proof_only():
    check = {"Q1": "yes", "Q1_word": "seen on 3 May", "Q2": "yes", "Q3": "no", "Q3_word": "", "Q5_jobs": "4"}
    assert verified(check) == {"Q1": "yes"}


def test_the_rate_leaves_out_what_is_not_verified_and_says_how_many_were_checked():
    found = rate([EFFECTIVE, EFFECTIVE, EFFECTIVE, PARTLY, NOT_VERIFIED, NOT_VERIFIED])
    assert (found.share, found.checked, found.due) == (Fraction(3, 4), 4, 6)
    assert rate([NOT_VERIFIED, NOT_VERIFIED]).share is None
    assert rate([ENDED]).share == 0
