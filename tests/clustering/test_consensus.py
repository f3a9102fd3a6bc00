"""Consensus of sorts: what most put together comes together, whoever comes first and whatever the cards are called."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.clustering.consensus import HALF, Agreed, agreement, co_occurrence, consensus

CARDS = "abcdefgh"
# A sort: a pile number for some of the cards, those that the person had.
SORTS = st.lists(
    st.dictionaries(st.sampled_from(CARDS), st.integers(0, 3)).map(
        lambda said: [[card for card in said if said[card] == n] for n in sorted(set(said.values()))]
    ),
    max_size=6,
)


def groups(found: list[Agreed]) -> set[frozenset[str]]:
    return {frozenset(group.ids) for group in found}


def test_a_worked_example():
    """Three people, five cards: a-b by all, c-d by two, and c with a and b by one.

    Together/seen: ab 3/3, cd 2/3, ac 1/3, bc 1/3, the rest 0; e is alone. So a b at 1 and c d at 2/3; between the two
    groups lies (1/3 + 1/3 + 0 + 0) / 4 = 1/6, less than half.
    """
    sorts = [[["a", "b"], ["c", "d"], ["e"]], [["b", "a"], ["d", "c"], ["e"]], [["a", "b", "c"], ["d"], ["e"]]]
    assert co_occurrence(sorts)["a", "c"] == Fraction(1, 3)
    assert consensus(sorts) == [Agreed(("a", "b"), Fraction(1)), Agreed(("c", "d"), Fraction(2, 3))]
    assert agreement(sorts, "abc") == Fraction(5, 9)


def test_only_those_who_had_both_cards_count():
    sorts = [[["a", "b"]], [["a"], ["c"]], [["a", "c"], ["b"]], [["a", "b"], ["c"]]]
    assert co_occurrence(sorts) == {("a", "b"): Fraction(2, 3), ("a", "c"): Fraction(1, 3), ("b", "c"): Fraction(0)}
    assert consensus(sorts) == [Agreed(("a", "b"), Fraction(2, 3))]
    assert agreement(sorts, "a") is None and agreement(sorts, "xy") is None


def test_a_chain_of_level_pairs_stays_apart_where_its_ends_do_not_belong_together():
    assert consensus([[["a", "b"], ["c"]], [["a"], ["b", "c"]]]) == []


def test_nobodys_sort_gives_nothing():
    assert consensus([]) == [] and consensus([[], [[]], [["a"]]]) == []


@given(SORTS, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_neither_order_nor_names_decide_anything(sorts, dice):
    found = consensus(sorts)
    mixed = [[dice.sample(pile, len(pile)) for pile in dice.sample(piles, len(piles))] for piles in sorts]
    dice.shuffle(mixed)
    assert consensus(mixed) == found
    called = dict(zip(CARDS, dice.sample(CARDS, len(CARDS)), strict=True))
    renamed = consensus([[[called[card] for card in pile] for pile in piles] for piles in sorts])
    assert groups(renamed) == {frozenset(called[card] for card in group.ids) for group in found}
    assert sorted(group.agreement for group in renamed) == sorted(group.agreement for group in found)


@given(SORTS.filter(bool), st.integers(1, 5))
@settings(max_examples=100, deadline=None)
def test_people_who_sort_alike_get_exactly_their_groups(sorts, people):
    one = sorts[0]
    found = consensus([one] * people)
    assert groups(found) == {frozenset(pile) for pile in one if len(pile) > 1}
    assert all(group.agreement == 1 for group in found)


@given(SORTS)
@settings(max_examples=200, deadline=None)
def test_groups_never_overlap_and_are_agreed_on_by_half(sorts):
    found = consensus(sorts)
    placed = [card for group in found for card in group.ids]
    assert len(placed) == len(set(placed))
    for group in found:
        assert len(group.ids) > 1 and HALF <= group.agreement <= 1
        assert group.agreement == agreement(sorts, group.ids)
