"""What measures bring: reading values, adding them up, when checks fall due, what they say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given as over
from hypothesis import strategies as st

from shared.demo.programme import split
from shared.domain.changes import Refused
from shared.domain.register.checks import TIMES, answered, due, first_due_by, waiting
from shared.domain.register.entries import Entry, end, report
from shared.domain.register.indicators import INDICATORS, reading
from shared.domain.register.states import OFFICE, STARTED, STATES
from shared.domain.sustainability import ANSWERED, EFFECTIVE, ENDED, NOT_VERIFIED, PARTLY

TODAY = "2027-06-30"
READ = {"code": "jobs", "day": "2027-01-31", "value": "7", "proof": "Pay list"}


def test_a_value_is_read_in_hundredths_with_its_parts():
    read = reading({**READ, "women": "5", "youth": " "}, TODAY)
    assert read == {"code": "jobs", "day": "2027-01-31", "value": 700, "parts": {"women": 5}, "proof": "Pay list"}
    assert reading({**READ, "code": "fte", "value": "2,25"}, TODAY)["value"] == 225
    assert reading({**READ, "value": "0"}, TODAY)["value"] == 0


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"code": "luck"}, "form_choice"),
        ({"value": "7.5"}, "form_number"),
        ({"value": "-1"}, "form_number"),
        ({"value": ""}, "form_number"),
        ({"value": "Infinity"}, "form_number"),
        ({"code": "fte", "value": "0.125"}, "form_number"),
        ({"day": "31.1.2027"}, "form_date"),
        ({"day": "2027-07-01"}, "reading_future"),
        ({"women": "8"}, "reading_parts"),
        ({"proof": " "}, "text_empty"),
    ],
)
def test_a_value_without_sense_or_proof_is_refused(wrong: dict[str, str], why: str):
    with pytest.raises(Refused, match=why):
        reading({**READ, **wrong}, TODAY)


DAYS = st.dates(date(2020, 1, 1), date(2033, 12, 31))


@over(DAYS, st.integers(-400, 400))
def test_who_is_due_is_the_same_by_day_and_by_deadline(ended: date, later: int):
    today = date.fromisoformat(due(ended.isoformat(), "T6")) + timedelta(days=later)
    by_day = due(ended.isoformat(), "T6") <= today.isoformat()
    assert (ended.isoformat() <= first_due_by(today.isoformat())) == by_day


@pytest.mark.parametrize(
    ("ended", "days"),
    [
        ("2026-08-31", ("2027-02-28", "2027-08-31", "2028-08-31")),
        ("2023-08-30", ("2024-02-29", "2024-08-30", "2025-08-30")),
        ("2026-12-15", ("2027-06-15", "2027-12-15", "2028-12-15")),
    ],
)
def test_checks_fall_due_months_after_the_end(ended: str, days: tuple[str, ...]):
    assert tuple(due(ended, time) for time in TIMES) == days
    assert waiting(ended, [], days[1]) == ["T6", "T12"]
    assert waiting(ended, ["T6"], days[2]) == ["T12", "T24"]
    assert waiting("", [], "2099-01-01") == []


def check(**answers: str):
    return answered("e", "T6", answers, "Aya", "visit", TODAY, 1)


def with_proof(**answers: str) -> dict[str, str]:
    return {**answers, **{f"{question}_word": "seen" for question in answers}}


def test_only_what_has_proof_counts():
    every = dict.fromkeys(ANSWERED, "yes")
    assert check(**with_proof(**every)).verdict == EFFECTIVE
    assert check(**every).verdict == NOT_VERIFIED
    assert check(**with_proof(**{**every, "Q3": "no"})).verdict == PARTLY
    assert check(**with_proof(Q1="no")).verdict == ENDED
    assert check(**{**with_proof(**every), "Q4_word": ""}).verdict == NOT_VERIFIED


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({}, "check_empty"),
        ({"Q1_word": "seen"}, "check_empty"),
        ({"Q1": "maybe"}, "form_choice"),
        ({"Q5": "x"}, "number"),
    ],
)
def test_a_check_that_says_nothing_is_refused(wrong: dict[str, str], why: str):
    with pytest.raises(Refused, match=why):
        check(**wrong)
    with pytest.raises(Refused):
        answered("e", "T18", with_proof(Q1="yes"), "Aya", "visit", TODAY, 1)
    with pytest.raises(Refused):
        answered("e", "T6", with_proof(Q1="yes"), "Aya", "guess", TODAY, 1)


@pytest.mark.parametrize("state", STATES)
def test_results_are_told_of_measures_that_have_begun(state: str):
    entry = Entry("e", "r", "R-1", "Felt", state)
    if state in STARTED:
        assert end(entry, "Aya", "2027-01-31", TODAY)[0].ended_on == "2027-01-31"
        assert report(entry, "Aya", OFFICE, "read", "jobs")[1].reason == "jobs"
        assert end(entry, "Aya", "", TODAY)[1] is None
        for day in ("2027-07-01", "soon"):
            with pytest.raises(Refused):
                end(entry, "Aya", day, TODAY)
    else:
        with pytest.raises(Refused, match="not_begun"):
            end(entry, "Aya", "2027-01-31", TODAY)
        with pytest.raises(Refused, match="not_begun"):
            report(entry, "Aya", OFFICE, "read", "jobs")


@over(st.integers(0, 10**6), st.lists(st.integers(0, 100), min_size=1, max_size=60).filter(any))
def test_what_is_shared_out_adds_up(whole: int, weights: list[int]):
    shares = split(whole, weights)
    assert sum(shares) == whole
    assert min(shares) >= 0
    assert all(abs(share - whole * w / sum(weights)) < 1 for share, w in zip(shares, weights, strict=True))


def test_every_indicator_has_its_words():
    from shared.web.language import own_words

    for spoken in ("en", "de", "fr", "es", "ru", "mn", "ar"):
        said = own_words(spoken)
        for name in ("indicator", "short", "rule"):
            assert {f"programme.{name}.{code}" for code in INDICATORS} <= said.keys(), (spoken, name)
