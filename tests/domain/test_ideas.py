"""Suggestive writing: a few cards of others, never one's own, never all, never what was put aside."""

from __future__ import annotations

import pytest

from shared.domain.activities.ideas import AFTER, MOST, ideas_for
from shared.domain.visibility import view


@pytest.fixture
def writing(room):
    room.does("activity.edit", activity=room.obstacles.id, settings={"mode": "suggestive", "limit": 0})
    room.does("activity.open", activity=room.obstacles.id)
    room.people = [room.joins() for _ in range(6)]
    room.cards = [room.writes(by, f"card {n} of {by.id}") for by in room.people[1:] for n in range(4)]

    def offered(by, later=0):
        return ideas_for(room.board, room.obstacles, room.seat(by), room.now + later)

    room.offered = offered
    return room


def test_nothing_is_offered_before_ones_own_first_card_or_a_minute(writing):
    room, quiet = writing, writing.people[0]
    assert room.offered(quiet) == []
    assert 1 <= len(room.offered(quiet, AFTER)) <= MOST
    room.writes(quiet, "mine")
    assert 1 <= len(room.offered(quiet)) <= MOST


def test_everybody_is_offered_something_once_others_wrote_four_cards(room):
    room.does("activity.edit", activity=room.obstacles.id, settings={"mode": "suggestive", "limit": 0})
    room.does("activity.open", activity=room.obstacles.id)
    wrote = [room.writes(room.joins(), f"card {n}") for n in range(4)]
    for _ in range(60):
        reader = room.joins()
        offered = ideas_for(room.board, room.obstacles, room.seat(reader), room.now + AFTER)
        assert 1 <= len(offered) <= len(wrote) // 2


def test_asking_again_shows_no_more_however_many_come(writing):
    room, ann = writing, writing.people[0]
    room.writes(ann, "mine")
    first = room.offered(ann)
    seen = {card.id for card in first}
    for n in range(30):
        room.writes(room.people[1 + n % 5], f"more {n}")
        seen |= {card.id for card in room.offered(ann)}
    assert len(seen) <= MOST
    assert {card.id for card in first} <= seen


def test_own_hidden_and_withdrawn_cards_are_never_offered(writing):
    room, ann = writing, writing.people[1]
    for _ in range(len(room.cards)):
        offered = room.offered(ann)
        assert all(card.author != ann.id for card in offered)
        if not offered:
            break
        room.does("card.hide" if len(offered) % 2 else "card.withdraw", card=offered[0].id)
        assert offered[0].id not in {card.id for card in room.offered(ann)}


def test_never_more_than_half_of_what_others_wrote(room):
    room.does("activity.edit", activity=room.obstacles.id, settings={"mode": "suggestive"})
    room.does("activity.open", activity=room.obstacles.id)
    ann, ben = room.joins(), room.joins()
    room.writes(ann, "mine")
    room.writes(ben, "the only other")
    assert ideas_for(room.board, room.obstacles, room.seat(ann), room.now + AFTER) == []


@pytest.mark.parametrize("mode", ["alone", "open"])
def test_other_modes_offer_nothing_and_suggestive_cards_stay_face_down(writing, mode):
    room, ann = writing, writing.people[1]
    card = room.card(room.cards[-1])
    assert room.offered(ann)
    assert view(card, room.obstacles, "room") is None and view(card, room.obstacles, "wall") is None
    room.does("activity.edit", activity=room.obstacles.id, settings={"mode": mode})
    assert room.offered(ann) == []


def test_all_cards_are_offered_to_somebody_in_time(writing):
    room = writing
    offered = {card.id for by in room.people for card in room.offered(by, AFTER)}
    assert len(offered) >= 5
