"""Evidence for factors: each source once, and the rule of confidence."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.voting.evidence import Told, count

P, A, S = "private", "public", "semi-public"


def of(*sources: tuple[str, str | None]):
    return count([Told(["4.1"], source, sector) for source, sector in sources])["4.1"]


@pytest.mark.parametrize(
    ("sectors", "confidence"),
    [
        ([P, P, P, A, A], "high"),
        ([P, P, P, P, P], "medium"),  # five sources, but of one sector
        ([P, None, None, None, A], "high"),
        ([P, None, None, None, None], "medium"),
        ([P, A, S], "medium"),
        ([P, A], "low"),
    ],
)
def test_confidence_is_five_sources_of_two_sectors_or_three_sources(sectors, confidence):
    assert of(*[(f"i{n}", sector) for n, sector in enumerate(sectors)]).confidence == confidence


def test_an_interview_counts_once_a_factor_however_often_it_names_it():
    told = [Told(["4.1", "4.2"], "i1", P), Told(["4.1"], "i1", P), Told(["4.1"], "i2", A)]
    found = count(told)
    assert (found["4.1"].sources, found["4.1"].by_sector) == (2, {P: 1, A: 1})
    assert found["4.2"].sources == 1


def test_a_source_under_two_sectors_is_one_source():
    assert of(("i1", S), ("i1", P), ("i1", None)).by_sector == {P: 1}


@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(["1.1", "4.1", "9.4"]), min_size=1, max_size=3, unique=True),
            st.sampled_from("abcdef"),
            st.sampled_from([P, A, S, None]),
        ),
        max_size=30,
    ),
    st.randoms(),
)
def test_the_order_in_which_findings_were_written_is_no_matter(rows, rng: random.Random):
    told = [Told(*row) for row in rows]
    mixed = list(told)
    rng.shuffle(mixed)
    found = count(told)
    assert found == count(mixed)
    for factor, evidence in found.items():
        assert evidence.sources == len({one.source for one in told if factor in one.factors})
        assert sum(evidence.by_sector.values()) <= evidence.sources
