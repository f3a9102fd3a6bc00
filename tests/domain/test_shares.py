"""Sorting by shares: two equal taps settle a card; own cards, gone groups, old deals and late taps do no harm."""

from __future__ import annotations

import pytest

from shared.domain.activities.cluster import check_paper
from shared.domain.activities.shares import hand_of, judged
from shared.domain.changes import Paper
from shared.domain.records import Card
from shared.domain.visibility import view


@pytest.fixture
def hands(room):
    """Six cards, two groups, the cards dealt; ``room.taps`` lets a seat tap and does what follows from it."""
    room.ann, room.ben, room.cem = room.joins(), room.joins("public"), room.joins("semi-public")
    room.does("activity.open", activity=room.obstacles.id)
    room.cards = [room.writes(room.ann, text) for text in ("roads", "power", "loans", "wolves", "snow")]
    room.own = room.writes(room.ben, "taxes")
    room.a, room.b = room.groups("Roads", "Energy")
    room.sorting = room.step("cluster").id
    room.does("activity.edit", activity=room.sorting, settings={"hands": "shares"})
    room.papers = {}

    def taps(by, **said):
        """Say on one's paper what several cards are: {card number or "own": group}."""
        step = room.step("cluster")
        before = room.papers.get(by.id, {"taps": {}})
        names = {(room.own if name == "own" else room.cards[int(name[1:])]): to for name, to in said.items()}
        fresh = {id: [room.card(id).verdict.get("deal", 1), to] for id, to in names.items()}
        paper = check_paper(room.board, step, by.id, {"taps": {**before["taps"], **fresh}})
        room.papers[by.id] = paper
        room.board.ballots[step.id] = [Paper(p) for p in room.papers.values()]
        found = judged(room.board, step, before, paper)
        for change in found:
            room.board.apply(change)
        return [change.verb for change in found]

    room.taps = taps
    return room


def test_two_equal_taps_settle_a_card_in_the_rooms_name(hands):
    room = hands
    assert room.taps(room.ben, c0=room.a) == []
    assert room.card(room.cards[0]).verdict == {} and room.card(room.cards[0]).cluster is None
    assert room.taps(room.cem, c0=room.a) == ["card.settled"]
    card = room.card(room.cards[0])
    assert card.cluster == room.a
    assert card.verdict == {"state": "settled", "by": "room", "wishes": {room.a: 2}}


def test_three_different_taps_are_talked_about_and_one_move_settles_them(hands):
    room = hands
    room.taps(room.ben, c0=room.a)
    room.taps(room.cem, c0=room.b)
    dan = room.joins()
    assert room.taps(dan, c0="") == ["card.contested"]
    assert room.card(room.cards[0]).verdict["wishes"] == {"": 1, room.a: 1, room.b: 1}
    room.does("card.move", card=room.cards[0], cluster=room.b)
    card = room.card(room.cards[0])
    assert (card.cluster, card.verdict["state"], card.verdict["by"]) == (room.b, "settled", "facilitator")
    assert card.verdict["wishes"][room.a] == 1  # the minutes tell what was wished


def test_none_fits_and_not_understood_take_a_card_out_of_the_hands_until_it_is_dealt_again(hands, refused):
    room = hands
    room.taps(room.ben, c0="", c1="?")
    assert room.card(room.cards[1]).verdict["state"] == "unclear"
    assert room.taps(room.cem, c0="", c1=room.a) == ["card.unplaced"]
    assert not {room.cards[0], room.cards[1]} & set(hand_of(room.board, room.step("cluster"), room.cem.id, ()))
    room.does("card.deal", activity=room.sorting, cards=room.cards[:3])
    assert room.card(room.cards[0]).verdict == {"deal": 2}
    assert room.taps(room.ben, c0=room.a) == []  # what was said of it before does not count
    assert room.taps(room.cem, c0=room.a) == ["card.settled"]
    with refused("conflict", "nothing_to_deal"):
        room.does("card.deal", activity=room.sorting, cards=room.cards[:3])


def test_nobody_judges_their_own_card(hands, refused):
    room = hands
    assert room.own not in hand_of(room.board, room.step("cluster"), room.ben.id, ())
    assert room.own in hand_of(room.board, room.step("cluster"), room.ann.id, ())
    with refused("not_allowed", "own_card_judged"):
        room.taps(room.ben, own=room.a)


def test_a_tap_on_a_group_that_is_gone_falls_away_and_its_cards_come_back(hands):
    room = hands
    room.taps(room.ben, c0=room.a, c1=room.a)
    room.taps(room.cem, c0=room.a)
    room.does("cluster.remove", cluster=room.a)
    assert room.card(room.cards[0]).cluster is None and room.card(room.cards[0]).verdict == {"deal": 2}
    assert room.taps(room.cem, c1=room.a, c2=room.b) == []
    assert set(room.papers[room.cem.id]["taps"]) == {room.cards[2]}
    assert room.taps(room.ben, c2=room.b) == ["card.settled"]


def test_late_and_repeated_taps_change_nothing(hands):
    room = hands
    room.taps(room.ben, c0=room.a)
    room.taps(room.cem, c0=room.a)
    before = room.card(room.cards[0])
    assert room.taps(room.ann) == [] and room.taps(room.cem, c0=room.b) == []
    assert room.card(room.cards[0]) == before
    room.does("activity.edit", activity=room.sorting, settings={"hands": "facilitator"})
    dan = room.joins()
    assert room.taps(dan, c1=room.a) == [] and room.taps(room.ben, c1=room.a) == []
    assert hand_of(room.board, room.step("cluster"), dan.id, ()) == []


def test_what_the_facilitator_undoes_is_not_settled_again_by_taps_on_other_cards(hands):
    room = hands
    room.taps(room.ben, c0=room.a)
    room.taps(room.cem, c0=room.a)
    room.does("undo", version=len(room.board.log))
    assert room.card(room.cards[0]).cluster is None
    assert room.taps(room.ben, c1=room.b) == [] and room.taps(room.cem, c1=room.b) == ["card.settled"]
    assert room.card(room.cards[0]).cluster is None


def test_a_card_that_the_facilitator_takes_out_goes_from_hand_to_hand_anew(hands):
    room = hands
    room.taps(room.ben, c0=room.a)
    room.taps(room.cem, c0=room.a)
    room.does("card.move", card=room.cards[0], cluster=None)
    assert room.card(room.cards[0]).verdict == {"deal": 2}
    assert room.cards[0] in hand_of(room.board, room.step("cluster"), room.cem.id, ())


def test_several_cards_of_one_paper_settle_each_for_itself(hands):
    room = hands
    room.taps(room.ben, c0=room.a, c1=room.a, c2=room.b)
    assert room.taps(room.cem, c0=room.a, c1=room.a, c2=room.a) == ["card.settled", "card.settled"]
    hung = room.board.find(Card, cluster=room.a)
    assert len({card.position for card in hung}) == 2


def test_phones_do_not_move_cards_by_hand_meanwhile(hands, refused):
    with refused("not_allowed", "facilitator_sorts"):
        hands.does("card.move", card=hands.cards[0], cluster=hands.a, by=hands.ben)


@pytest.mark.parametrize(
    "paper", [None, [], {}, {"taps": []}, {"taps": {"c": "a"}}, {"taps": {"c": [1]}}, {"more": {}}]
)
def test_a_paper_of_another_shape_is_refused(hands, refused, paper):
    with refused("invalid", "paper_wrong"):
        check_paper(hands.board, hands.step("cluster"), hands.ben.id, paper)


def test_a_verdict_is_shown_once_there_is_one_and_never_names_anybody(hands):
    room = hands
    room.taps(room.ben, c0=room.a)
    assert view(room.card(room.cards[0]), room.obstacles, "console")["verdict"] == {}
    room.taps(room.cem, c0=room.a)
    told = view(room.card(room.cards[0]), room.obstacles, "room")["verdict"]
    assert room.ben.id not in str(told) and room.cem.id not in str(told)
