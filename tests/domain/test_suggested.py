from __future__ import annotations

import pytest

from shared.domain.records import Card, Cluster
from shared.domain.visibility import view
from tests.domain.room import FACILITATOR


@pytest.fixture
def sorted_room(room):
    """Six cards by two people; the sorting is open and holds one group with one card."""
    room.ann = room.joins()
    room.does("activity.open", activity=room.obstacles.id)
    ben = room.joins("public")
    texts = ("roads", "bad roads", "power", "no power", "loans", "wolves")
    room.cards = [room.writes((room.ann, ben)[n % 2], text) for n, text in enumerate(texts)]
    (room.a,) = room.groups("Getting there")
    room.sorting = room.step("cluster").id
    room.does("card.move", card=room.cards[0], cluster=room.a)
    return room


def accepts(room, *groups, by=FACILITATOR):
    told = [{"cluster": id, "title": title, "cards": cards} for id, title, cards in groups]
    return room.does("cluster.accept", activity=room.sorting, groups=told, by=by)


def test_suggested_groups_are_taken_over_in_one_change_that_one_undo_takes_back(sorted_room):
    room = sorted_room
    before = dict(room.board.records)
    version = accepts(
        room, ("g1", "Electricity", room.cards[2:4]), (room.a, "", [room.cards[1]]), ("g2", "Money", [room.cards[4]])
    )
    assert [room.card(c).cluster for c in room.cards] == [room.a, room.a, "g1", "g1", "g2", None]
    assert room.cluster("g1").title == "Electricity" and room.cluster("g1").short == "Electricity"
    assert room.cluster(room.a).title == "Getting there"
    room.does("undo", version=version)
    assert room.board.records == before


def test_what_hangs_by_now_or_was_taken_back_is_left_where_it_is(sorted_room):
    room = sorted_room
    room.does("card.move", card=room.cards[2], cluster=room.a)
    room.does("card.hide", card=room.cards[4])
    version = accepts(room, ("g1", "Electricity", [*room.cards[2:5], "never-written"]), ("g2", "Gone", [room.cards[2]]))
    assert [room.card(c).cluster for c in room.cards[2:5]] == [room.a, "g1", None]
    assert room.cluster("g2") is None
    assert room.board.change(version).answer == {"groups": 1, "cards": 1, "left_out": 3}


def test_one_card_goes_into_the_first_group_that_names_it(sorted_room):
    room, card = sorted_room, sorted_room.cards[4]
    accepts(room, ("g1", "One", [card, card]), ("g2", "Other", [card, room.cards[5]]))
    assert room.card(card).cluster == "g1" and room.card(room.cards[5]).cluster == "g2"


def test_nothing_free_makes_nothing(sorted_room, refused):
    with refused("conflict", "nothing_to_accept"):
        accepts(sorted_room, ("g1", "Roads", [sorted_room.cards[0]]))
    with refused("conflict", "nothing_to_accept"):
        accepts(sorted_room)


@pytest.mark.parametrize(
    "group",
    [
        {},
        {"cluster": "g", "title": "x"},
        {"cluster": "g!", "title": "x", "cards": []},
        {"cluster": "g", "title": 1, "cards": []},
    ],
)
def test_groups_of_another_shape_are_refused(sorted_room, refused, group):
    with refused("invalid", "argument_wrong"):
        sorted_room.does("cluster.accept", activity=sorted_room.sorting, groups=[group])


def test_suggestions_obey_the_same_limits_as_hands(sorted_room, refused):
    room = sorted_room
    with refused("not_allowed", "not_allowed"):
        accepts(room, ("g1", "Power", room.cards[2:4]), by=room.ann)
    with refused("invalid", "text_empty"):
        accepts(room, ("g1", "  ", room.cards[2:4]))
    for n in range(59):
        room.does("cluster.add", activity=room.sorting, cluster=f"full{n}", title="full")
    with refused("limit", "clusters_full"):
        accepts(room, ("g1", "Power", room.cards[2:4]))
    room.does("activity.confirm", activity=room.sorting)
    with refused("phase_closed", "sorting_closed"):
        accepts(room, (room.a, "", room.cards[2:4]))


def test_cards_that_only_look_alike_are_remembered_once_and_consoles_alone_hear_of_it(sorted_room, refused):
    room, (one, other) = sorted_room, sorted(sorted_room.cards[:2])
    version = room.does("card.tell_apart", card=other, other=one)
    room.does("card.tell_apart", card=one, other=other)
    assert room.card(one).unlike == [other] and room.card(other).unlike == []
    assert room.board.change(version).verb == "card.told_apart"
    shown = {audience: view(room.card(one), room.obstacles, audience) for audience in ("console", "wall", "room")}
    assert shown["console"]["unlike"] == [other]
    assert "unlike" not in shown["wall"] and "unlike" not in shown["room"]
    room.does("undo", version=version)
    assert room.card(one).unlike == []
    with refused("conflict", "cards_not_twins"):
        room.does("card.tell_apart", card=one, other=one)


def test_what_was_put_together_is_kept(sorted_room):
    room = sorted_room
    room.does("card.merge", card=room.cards[1], into=room.cards[0])
    accepts(room, ("g1", "Roads and loans", [room.cards[1], room.cards[4]]))
    assert room.card(room.cards[1]).cluster is None and room.card(room.cards[1]).merged_into == room.cards[0]
    assert [c.text for c in room.board.find(Card, cluster="g1")] == ["loans"]
    assert len(room.board.find(Cluster)) == 2
