from __future__ import annotations

import pytest


@pytest.fixture
def sorted_room(room):
    """Three cards by one person, two groups, sorting open."""
    room.ann = room.joins()
    room.does("activity.open", activity=room.obstacles.id)
    room.cards = [room.writes(room.ann, text) for text in ("roads", "power", "loans")]
    room.a, room.b = room.groups("Raw materials leave the region unprocessed", "Training")
    return room


def test_opening_the_sorting_closes_the_writing_and_turns_the_cards(sorted_room):
    assert sorted_room.obstacles.phase == "revealed"


def test_a_card_hangs_where_it_was_put_last_and_never_gets_lost(sorted_room):
    room, (one, two, three) = sorted_room, sorted_room.cards
    room.does("card.move", card=one, cluster=room.a)
    room.does("card.move", card=two, cluster=room.a)
    room.does("card.move", card=three, cluster=room.a, before=one)
    hung = [c.id for c in room.board.find(type(room.card(one)), cluster=room.a)]
    assert hung == [three, one, two]
    room.does("cluster.remove", cluster=room.a)
    assert all(room.card(c).cluster is None for c in room.cards)


def test_of_two_people_with_the_same_card_the_first_wins_and_the_other_is_told(sorted_room, refused):
    room, card = sorted_room, sorted_room.cards[0]
    room.does("card.move", {"card": card, "cluster": room.a, "from": None})
    with refused("conflict", "card_moved_to"):
        room.does("card.move", {"card": card, "cluster": room.b, "from": None}, by=room.ann)
    room.does("card.move", {"card": card, "cluster": room.b, "from": room.a}, by=room.ann)
    assert room.card(card).cluster == room.b


def test_phones_sort_only_while_all_hands_do(sorted_room, refused):
    room = sorted_room
    room.does(
        "cluster.add", activity=room.step("cluster").id, cluster="x", title="Ours", cards=room.cards[:2], by=room.ann
    )
    assert room.card(room.cards[0]).cluster == "x"
    room.does("activity.edit", activity=room.step("cluster").id, settings={"hands": "facilitator"})
    with refused("not_allowed", "facilitator_sorts"):
        room.does("card.move", card=room.cards[2], cluster="x", by=room.ann)


def test_merging_moves_all_cards_and_measures_and_splitting_takes_some_out(sorted_room):
    room, (one, two, _) = sorted_room, sorted_room.cards
    room.does("card.move", card=one, cluster=room.a)
    room.does("card.move", card=two, cluster=room.b)
    room.does("measure.adopt", measure="m", title="A course", cluster=room.a)
    room.does("cluster.merge", cluster=room.a, into=room.b)
    assert {room.card(c).cluster for c in (one, two)} == {room.b} and room.cluster(room.a) is None
    assert room.board.records["measure", "m"].cluster == room.b
    room.does("cluster.split", cluster=room.b, into="c", title="Roads", cards=[one])
    assert room.card(one).cluster == "c" and room.card(two).cluster == room.b


def test_a_group_has_a_short_name_of_its_own(sorted_room):
    room = sorted_room
    assert room.cluster(room.a).short == "Raw materials"
    room.does("cluster.rename", cluster=room.a, title="Verylongwordthatdoesnotfit at all")
    assert room.cluster(room.a).short == "Verylongwordthat"
    room.does("cluster.rename", cluster=room.a, title="Wool", short="Felt")
    room.does("cluster.rename", cluster=room.a, title="Hides")
    assert room.cluster(room.a).short == "Felt"


def test_agreed_groups_stay_but_a_better_name_is_never_too_late(sorted_room, refused):
    room = sorted_room
    room.does("activity.confirm", activity=room.step("cluster").id)
    assert room.step("cluster").result == {"rule": "clusters", "clusters": 2, "cards": 3, "placed": 0}
    with refused("phase_closed", "sorting_closed"):
        room.does("card.move", card=room.cards[0], cluster=room.a)
    room.does("cluster.rename", cluster=room.a, title="Wool")
    with refused("phase_closed", "sorting_closed"):
        room.does("cluster.rename", cluster=room.a, title="Mine", by=room.ann)


def test_what_a_vote_is_about_stays_as_it_is(sorted_room, refused):
    room = sorted_room
    room.does("activity.open", activity=room.step("dots").id)
    for verb, args in (
        ("cluster.merge", {"into": room.b}),
        ("cluster.remove", {}),
        ("cluster.set_aside", {"aside": True}),
    ):
        with refused("phase_closed", "voted_on"):
            room.does(verb, {"cluster": room.a, **args})


def test_places_stay_apart_however_often_a_card_is_put_first(sorted_room):
    room, (one, two, three) = sorted_room, sorted_room.cards
    for card in room.cards:
        room.does("card.move", card=card, cluster=room.a)
    for _ in range(60):
        for card, neighbour in ((two, one), (one, two)):
            room.does("card.move", card=three, cluster=room.a, before=neighbour)
            room.does("card.move", card=card, cluster=room.a, before=three)
    hung = room.board.find(type(room.card(one)), cluster=room.a)
    assert len({c.position for c in hung}) == 3
    assert [c.id for c in hung] == [one, three, two]
