"""Titles: the central card's own text, or the telling part of a long one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shared.clustering.likeness import units_of, vectors
from shared.clustering.titles import title
from tests.clustering.demo import Said

LONG = "For a long time now all of us here have been saying that the bank wants collateral which nobody of us can give"


def of(texts):
    return vectors(units_of([Said(str(i), text) for i, text in enumerate(texts)]), 2.0)


def test_a_short_card_is_its_own_title():
    assert title("banks want  city property\nas collateral.", []) == "Banks want city property as collateral"


def test_a_long_card_gives_the_words_that_its_group_shares():
    said = title(LONG, of([LONG, "The bank wants collateral", "No collateral for the bank"]))
    assert "collateral" in said and "bank" in said
    assert 3 <= len(said.split()) <= 7


def test_scripts_without_spaces_are_cut_by_characters():
    said = title("银行要求城市房产作为抵押所以小企业根本没有办法得到任何贷款来发展自己的生意", [])
    assert said == "银行要求城市房产作为抵押所以小企业根本没有办法得"


@given(st.text())
def test_no_text_breaks_a_title(text):
    assert len(title(text, of([text]))) <= 60
