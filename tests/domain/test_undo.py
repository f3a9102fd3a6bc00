from __future__ import annotations

import copy

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.changes import Refused

from .room import Room


def test_undo_puts_back_what_was_and_undoing_that_does_it_again(room):
    ann = room.joins()
    room.does("activity.open", activity=room.obstacles.id)
    card = room.writes(ann, "roads")
    (group,) = room.groups("Roads")
    moved = room.does("card.move", card=card, cluster=group)
    undone = room.does("undo", version=moved)
    assert room.card(card).cluster is None
    room.does("undo", version=undone)
    assert room.card(card).cluster == group


def test_undo_is_refused_where_somebody_has_built_on_it(room, refused):
    ann = room.joins()
    room.does("activity.open", activity=room.obstacles.id)
    card = room.writes(ann, "roads")
    one, two = room.groups("One", "Two")
    made = len(room.board.log)
    moved = room.does("card.move", card=card, cluster=two)
    room.does("card.move", card=card, cluster=one)
    with refused("conflict", "changed_since"):
        room.does("undo", version=moved)
    room.does("card.move", card=card, cluster=two)
    with refused("conflict", "changed_since"):
        room.does("undo", version=made)


def test_undo_touches_only_the_fields_that_the_act_changed(room):
    covered = room.does("wall.cover", covered=True)
    room.does("room.lock", locked=True)
    room.does("undo", version=covered)
    assert room.workshop.locked and not room.workshop.wall["covered"]


def test_the_same_act_is_not_undone_twice(room, refused):
    locked = room.does("room.lock", locked=True)
    room.does("undo", version=locked)
    with refused("conflict", "undone_already"):
        room.does("undo", version=locked)
    with refused("not_found", "gone_change"):
        room.does("undo", version=999)


def test_a_closed_vote_goes_back_to_open_and_a_reveal_only_for_ten_seconds(room, refused):
    for _ in range(4):
        room.joins()
    room.groups("A", "B")
    dots = room.step("dots").id
    room.does("activity.open", activity=dots)
    closed = room.does("activity.close", activity=dots)
    room.does("undo", version=closed)
    assert room.step("dots").phase == "open" and room.step("dots").result is None
    room.does("activity.close", activity=dots)
    seen = room.does("activity.reveal", activity=dots)
    room.does("undo", version=seen)
    assert room.step("dots").phase == "closed"
    seen = room.does("activity.reveal", activity=dots)
    room.now += 10_000
    with refused("phase_closed", "vote_was_seen"):
        room.does("undo", version=seen)


def test_a_seat_cannot_undo(room, refused):
    ann = room.joins()
    locked = room.does("room.lock", locked=True)
    with refused("not_allowed"):
        room.does("undo", version=locked, by=ann)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=40))
def test_undoing_all_that_was_done_last_first_leaves_the_board_as_it_was(acts):
    room = Room()
    ann = room.joins()
    room.does("activity.open", activity=room.obstacles.id)
    cards = [room.writes(ann, str(n)) for n in range(4)]
    groups = room.groups("One", "Two")
    before, start = copy.deepcopy(room.board.records), len(room.board.log)
    for act, x, y in acts:
        clusters = [c.id for c in room.board.find(type(room.cluster(groups[0])))] if room.cluster(groups[0]) else groups
        card, cluster, other = cards[x % 4], clusters[x % len(clusters)], clusters[y % len(clusters)]
        try:
            match act:
                case 0:
                    room.does(
                        "cluster.add",
                        activity=room.step("cluster").id,
                        cluster=room.new_id(),
                        title="New",
                        cards=[card],
                    )
                case 1 | 2 | 3:
                    room.does("card.move", card=card, cluster=other, before=cards[y % 4])
                case 4:
                    room.does("cluster.merge", cluster=cluster, into=other)
                case 5:
                    room.does("cluster.remove", cluster=cluster)
                case 6:
                    room.does("card.merge", card=card, into=cards[y % 4])
                case 7:
                    room.does("card.split", card=card)
                case 8:
                    room.does("cluster.move", cluster=cluster, before=other)
                case 9:
                    room.does("note.write", note=f"note{x % 3}", type="note", text="x" * (y % 3))
        except Refused:
            continue
    for version in range(len(room.board.log), start, -1):
        room.does("undo", version=version)
    assert room.board.records == before
