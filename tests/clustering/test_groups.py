"""Suggested groups: what belongs together by its words comes together, in any script, however the cards come."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.clustering.groups import MOST_GROUPS, Group, suggest
from shared.clustering.words import plain
from tests.clustering.demo import Said, agreement, demo_cards

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    ["Loans are too dear", "loans are too DEAR", "Зээлийн хүү өндөр", "贷款利息太高", "القروض غالية", "🐑", "!!", ""]
)
CARDS = st.lists(TEXTS, max_size=14).map(lambda texts: [Said(f"c{i}", text) for i, text in enumerate(texts)])


# The list of matters was written for the field that the demo is from, so a room of another field agrees less.
@pytest.mark.parametrize(("language", "floor"), [("en", 0.35), ("both", 0.4), ("mn", 0.5)])
def test_the_demo_is_sorted_somewhat_as_people_sorted_it(language, floor):
    cards, truth = demo_cards(language)
    assert agreement(suggest(cards), truth) >= floor


def test_the_measure_of_agreement_knows_same_and_chance():
    _, truth = demo_cards("en")
    same = [Group(tuple(id for id in truth if truth[id] == key), "", 0) for key in sorted(set(truth.values()))]
    assert agreement(same, truth) == pytest.approx(1)
    dice = random.Random(7)
    ids = list(truth)
    dice.shuffle(ids)
    assert abs(agreement([Group(tuple(ids[i : i + 6]), "", 0) for i in range(0, 36, 6)], truth)) < 0.15


# Words that no list knows: groups must come from the cards alone, whatever the script.
THEMES = {
    "latin": [["zorble", "quixan", "mirtok"], ["fendal", "ostriv", "kabun"], ["plimor", "wexta", "jundar"]],
    "mongolian": [["хөвсгөл", "дархад", "цаатан"], ["хөөмий", "морин", "лимбэ"], ["шатар", "шагай", "даалуу"]],
    "arabic": [["نجوم", "كواكب", "مجرات"], ["زهور", "بستان", "ورود"], ["سفينة", "بحار", "شراع"]],
    "chinese": [
        ["星星月亮", "太阳星星", "月亮太阳"],
        ["玫瑰牡丹", "菊花玫瑰", "牡丹菊花"],
        ["帆船海浪", "海浪水手", "水手帆船"],
    ],
}


@pytest.mark.parametrize("script", THEMES)
def test_what_shares_words_comes_together_in_any_script(script):
    dice = random.Random(3)
    cards, truth = [], {}
    for theme, said in enumerate(THEMES[script]):
        for i in range(8):
            text = " ".join(dice.sample(said, 2)) + f" {chr(0x1F400 + len(cards))}"
            cards.append(Said(f"{theme}-{i}", text))
            truth[f"{theme}-{i}"] = str(theme)
    assert agreement(suggest(cards), truth) > 0.9


def test_traditional_mongolian_does_not_depend_on_invisible_variants():
    cards = [Said("a", "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ"), Said("b", "ᠮᠣᠩᠭᠣᠯ᠋ ᠪᠢᠴᠢᠭ"), Said("c", "something else")]
    assert [set(group.ids) for group in suggest(cards)] == [{"a", "b"}]


def test_two_languages_meet_in_what_they_are_about():
    cards = [
        Said("a", "No collateral for a loan"),
        Said("b", "Барьцаагүй бол зээл өгдөггүй"),
        Said("c", "Toilets at the lake"),
    ]
    assert [set(group.ids) for group in suggest(cards)] == [{"a", "b"}]


def test_a_card_like_no_other_stays_out():
    cards, _ = demo_cards("en")
    stranger = Said("stranger", "Xylophone quartet")
    assert "stranger" not in {id for group in suggest([*cards, stranger]) for id in group.ids}
    assert suggest([]) == suggest([stranger]) == []


@given(CARDS, st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_the_order_of_the_cards_is_no_matter(cards, dice):
    shuffled = list(cards)
    dice.shuffle(shuffled)
    assert suggest(shuffled) == suggest(cards)


@given(CARDS)
@settings(max_examples=200)
def test_every_card_hangs_once_at_most_and_same_texts_hang_together(cards):
    groups = suggest(cards)
    placed = [id for group in groups for id in group.ids]
    assert len(placed) == len(set(placed)) and set(placed) <= {card.id for card in cards}
    assert all(len(group.ids) > 1 and 0 <= group.confidence <= 100 for group in groups)
    assert len(groups) <= MOST_GROUPS
    of = {id: place for place, group in enumerate(groups) for id in group.ids}
    for one in cards:
        for other in cards:
            if plain(one.text) == plain(other.text) != "":
                assert of.get(one.id) == of.get(other.id)


def test_the_demo_comes_out_the_same_in_a_hundred_orders():
    cards, _ = demo_cards("both")
    first, dice = suggest(cards), random.Random(11)
    for _ in range(100):
        dice.shuffle(cards)
        assert suggest(cards) == first


def test_a_title_is_said_in_the_words_of_the_group():
    cards, _ = demo_cards("en")
    texts = {card.id: card.text for card in cards}
    for group in suggest(cards):
        assert group.title == texts[group.ids[0]]
    long = "We have talked for many years about it and still the loans of the bank are far too dear for a small dairy"
    many = [Said("a", long), Said("b", "Loans of the bank too dear"), Said("c", "The bank and its loans, too dear")]
    many += [Said("d", long + " indeed"), Said("e", "years go by")]
    for group in suggest(many):
        assert 1 <= len(group.title) <= 60
        if group.ids[0] in ("a", "d"):
            assert 3 <= len(group.title.split()) <= 7
