"""Judging by few: two equal taps settle, three different ones are talked about; and hands that are dealt evenly."""

from __future__ import annotations

import random
from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.voting.dealing import MORE, MOST_HAND, deal, hand_size
from shared.voting.judging import judge, missing


@pytest.mark.parametrize(
    ("taps", "state", "group"),
    [
        ("", "open", None),
        ("A", "open", None),
        ("AB", "open", None),
        ("AA", "settled", "A"),
        ("ABA", "settled", "A"),
        ("ABC", "contested", None),
        ("AABB", "contested", None),
        ("AABBB", "settled", "B"),
        ("--", "none", None),
        ("A-", "open", None),
        ("A-B", "contested", None),
        ("A-A", "settled", "A"),
        ("A?", "unclear", None),
        ("AA?", "unclear", None),
    ],
)
def test_where_taps_lead_in_any_order(taps, state, group):
    for order in set(permutations(taps)):
        found = judge({"-": ""}.get(tap, tap) for tap in order)
        assert (found.state, found.group) == (state, group)
        assert sum(found.wishes.values()) == len(taps)


@given(st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=8))
def test_a_card_stays_open_while_it_lacks_taps_and_no_longer(taps):
    found = judge(taps)
    if found.state == "open":
        assert len(taps) < 3 and missing(taps) > 0
    if found.state == "settled":
        assert missing(taps) == 0 and found.wishes[found.group] == max(found.wishes.values())


@pytest.mark.parametrize("right", [0.8, 0.7, 0.6])
def test_two_or_three_taps_are_enough_whoever_is_in_the_room(right):
    """Of seven groups each person picks the room's with one chance, the others alike: 3 - (p² + 6q²) taps a card."""
    dice, needed = random.Random(1), []
    for _ in range(20_000):
        said: list[str] = []
        while judge(said).state == "open":
            said.append("0" if dice.random() < right else str(dice.randrange(1, 7)))
        needed.append(len(said))
    assert set(needed) == {2, 3}
    assert sum(needed) / len(needed) == pytest.approx(3 - (right**2 + 6 * ((1 - right) / 6) ** 2), abs=0.02)


@pytest.mark.parametrize(("cards", "people"), [(45, 12), (90, 30), (150, 60), (30, 10), (150, 30)])
def test_each_card_meets_three_people_at_first(cards, people):
    names = [f"c{i}" for i in range(cards)]
    lacking = dict.fromkeys(names, 2)
    size = hand_size(cards, people)
    hands = [deal(names, lacking, place, people, (), size) for place in range(people)]
    assert all(len(set(hand)) == size for hand in hands)
    met = Counter(card for hand in hands for card in hand)
    assert min(met.values()) >= 2 and max(met.values()) <= 4
    assert sum(met.values()) / cards == pytest.approx(3, rel=0.1)


def test_the_three_of_a_card_stand_far_apart():
    names = [f"c{i}" for i in range(90)]
    hands = [deal(names, dict.fromkeys(names, 2), place, 30, (), 9) for place in range(30)]
    for card in names:
        places = [place for place, hand in enumerate(hands) if card in hand]
        assert len(places) == 3 and places[1] - places[0] == places[2] - places[1] == 10


def test_what_lacks_most_is_dealt_first_and_nothing_twice():
    lacking = {"a": 1, "b": 2, "c": 0, "d": 2}
    assert deal(list("abcd"), lacking, 0, 3, {"d"}, MORE) == ["b", "a", "c"]
    assert deal([], {}, 0, 3, (), 5) == []
    assert hand_size(150, 3) == MOST_HAND and hand_size(0, 0) == 0
