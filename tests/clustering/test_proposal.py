"""Proposed places: new cards go to the groups that they are like, the rest makes groups of its own."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.clustering.proposal import Held, Proposal, propose
from tests.clustering.demo import Said, demo_cards
from tests.clustering.test_groups import CARDS

ROADS = [Said("r1", "zorble quixan road"), Said("r2", "quixan road zorble bad")]
POWER = [Said("p1", "fendal ostriv kabun"), Said("p2", "ostriv kabun fails")]


def test_without_groups_all_cards_make_new_ones():
    found = propose([*ROADS, *POWER], [])
    assert {frozenset(one.ids) for one in found} == {frozenset({"r1", "r2"}), frozenset({"p1", "p2"})}
    assert all(one.into is None and one.title for one in found)


def test_a_new_card_goes_to_the_group_that_it_is_like():
    held = [Held("g1", "Roads", ROADS), Held("g2", "Power", POWER)]
    found = propose([Said("new", "zorble road"), Said("far", "mirtok")], held)
    assert found == [Proposal(("new",), "Roads", "g1")]


def test_new_cards_that_are_like_no_group_make_one_of_their_own():
    found = propose(
        [Said(f"w{i}", f"wexta jundar plimor {chr(97 + i)}") for i in range(4)], [Held("g1", "Roads", ROADS)]
    )
    assert [(one.into, set(one.ids)) for one in found] == [(None, {"w0", "w1", "w2", "w3"})]


def test_the_same_text_goes_where_its_double_hangs():
    assert propose([Said("again", "Quixan  road zorble BAD")], [Held("g", "R", ROADS), Held("h", "P", POWER)]) == [
        Proposal(("again",), "R", "g")
    ]


def test_an_empty_group_draws_nothing():
    assert propose([Said("a", "zorble")], [Held("g", "zorble", [])]) == []


@given(CARDS, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_every_free_card_is_proposed_once_at_most_in_any_order(cards, dice):
    cut = len(cards) // 2
    free, held = cards[:cut], [Held("g", "One", cards[cut : cut + 2]), Held("h", "Two", cards[cut + 2 :])]
    found = propose(free, held)
    placed = [id for one in found for id in one.ids]
    assert len(placed) == len(set(placed)) and set(placed) <= {card.id for card in free}
    dice.shuffle(free)
    dice.shuffle(held)
    assert sorted(propose(free, held), key=str) == sorted(found, key=str)


def test_most_of_the_demo_finds_back_to_its_groups():
    cards, truth = demo_cards("both")
    dice = random.Random(5)
    dice.shuffle(cards)
    new, old = cards[:10], cards[10:]
    held = [Held(key, key, [c for c in old if truth[c.id] == key]) for key in sorted(set(truth.values()))]
    found = {id: one.into for one in propose(new, held) for id in one.ids if one.into}
    right = sum(truth[id] == into for id, into in found.items())
    assert len(found) >= 5 and right >= 0.7 * len(found)
