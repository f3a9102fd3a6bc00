"""Likely duplicates: pointed out in any script, and what only sounds alike is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.clustering.twins import MOST_PAIRS, near_duplicates
from shared.demo.day import demo_data
from tests.clustering.demo import Said, demo_cards
from tests.clustering.test_groups import CARDS


def pairs(cards):
    return {frozenset((pair.one, pair.other)) for pair in near_duplicates(cards)}


def test_half_of_what_the_demo_finds_is_meant_and_its_false_friends_stay_apart():
    cards, _ = demo_cards("en")
    found = pairs(cards)
    twins = {frozenset((c["id"], c["duplicate_of"])) for c in demo_data()["cards"] if c["duplicate_of"]}
    assert len(found & twins) >= 3
    assert len(found & twins) * 2 >= len(found)
    for friends in (("OB15", "OB16"), ("OB02", "OB04"), ("OB27", "OB28")):
        assert frozenset(friends) not in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No cellar for potatoes", "no cellar  for POTATOES"),
        ("No cellar for potatoes", "No celar for potatos"),
        ("Төмсний зоорь алга", "Төмс хадгалах зоорь алга"),
        ("لا يوجد قبو للبطاطس", "لا يوجد قبو لتخزين البطاطس"),
        ("没有储存土豆的地窖", "没有地窖储存土豆"),
        ("Café fehlt", "Cafe fehlt"),
    ],
)
def test_the_same_in_other_words_is_found_in_any_script(one, other):
    crowd = [Said(f"x{i}", card.text) for i, card in enumerate(demo_cards("both")[0])]
    assert frozenset(("a", "b")) in pairs([Said("a", one), *crowd, Said("b", other)])


@given(CARDS, st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_pairs_do_not_depend_on_the_order_and_name_two_cards(cards, dice):
    shuffled = list(cards)
    dice.shuffle(shuffled)
    found = near_duplicates(cards)
    assert near_duplicates(shuffled) == found
    assert len({frozenset((p.one, p.other)) for p in found}) == len(found) <= MOST_PAIRS
    ids = {card.id for card in cards}
    assert all({p.one, p.other} <= ids and p.one != p.other and 0 <= p.likeness <= 100 for p in found)


def test_many_of_one_text_do_not_hide_all_others():
    cards = [Said(f"c{i:03}", "the same again") for i in range(300)]
    assert len(near_duplicates(cards)) == MOST_PAIRS
