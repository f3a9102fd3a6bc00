"""Sorting by oneself: papers of piles, what of them counts, and the groups that are taken over from them."""

from __future__ import annotations

import pytest

from shared.domain.activities.cluster import check_paper
from shared.domain.activities.own import sorts_of, whole_sorts
from shared.domain.activities.shares import judged
from shared.domain.changes import Paper
from shared.domain.records import Cluster
from shared.domain.visibility import view


@pytest.fixture
def alone(room):
    """Four cards; everybody sorts them by themselves. ``room.sorts`` lays papers, cards by their numbers."""
    room.ann = room.joins()
    room.does("activity.open", activity=room.obstacles.id)
    room.cards = [room.writes(room.ann, text) for text in ("roads", "bridges", "loans", "wolves")]
    room.sorting = room.step("cluster").id
    room.does("activity.open", activity=room.sorting)
    room.does("activity.edit", activity=room.sorting, settings={"hands": "own"})

    def sorts(*papers):
        room.board.ballots[room.sorting] = [
            Paper(check_paper(room.board, room.step("cluster"), room.ann.id, {"piles": named(piles)}))
            for piles in papers
        ]

    def named(piles):
        return [[room.cards[n] for n in pile] for pile in piles]

    room.sorts = sorts
    return room


def accepts(room, *numbers, own=True):
    group = {"cluster": "g", "title": "Ways", "cards": [room.cards[n] for n in numbers]}
    beside = {"sorts": room.looked_at} if hasattr(room, "looked_at") else {}
    return room.does("cluster.accept", activity=room.sorting, groups=[group], own=own, beside=beside)


def looks(room):
    """The facilitator asks which groups the sorts agree on."""
    room.looked_at = whole_sorts(room.board, room.step("cluster"))


def test_a_paper_keeps_its_piles_and_loses_what_has_gone(alone):
    step = alone.step("cluster")
    paper = {"piles": [[alone.cards[0], "gone"], ["gone-too"], []]}
    assert check_paper(alone.board, step, alone.ann.id, paper) == {"piles": [[alone.cards[0]]]}
    both = {"taps": {}, "piles": [[alone.cards[0]]]}  # who sorts may change, and change back
    assert check_paper(alone.board, step, alone.ann.id, both) == both
    assert judged(alone.board, step, {}, both) == []


@pytest.mark.parametrize("piles", [None, {}, [1], ["a"], [[1]], [["a"], ["a"]], [["a", "a"]], [[]] * 2001])
def test_a_paper_of_another_shape_is_refused(alone, refused, piles):
    with refused("invalid", "paper_wrong"):
        check_paper(alone.board, alone.step("cluster"), alone.ann.id, {"piles": piles})


def test_piles_do_no_harm_where_cards_are_dealt_meanwhile(alone):
    alone.sorts([[0, 1]], [[0, 1]])
    alone.does("activity.edit", activity=alone.sorting, settings={"hands": "shares"})
    step = alone.step("cluster")
    paper = {"taps": {alone.cards[0]: [1, "?"]}}
    alone.board.ballots[alone.sorting].append(Paper(paper))
    assert [change.verb for change in judged(alone.board, step, {}, paper)] == ["card.not_understood"]
    assert judged(alone.board, step, {}, {"piles": []}) == []


def test_only_who_has_sorted_two_of_the_cards_counts(alone):
    alone.sorts([[0, 1], [2]], [[0]], [])
    assert sorts_of(alone.board, alone.step("cluster"), set(alone.cards)) == [
        [[alone.cards[0], alone.cards[1]], [alone.cards[2]]]
    ]
    assert sorts_of(alone.board, alone.step("cluster"), {alone.cards[2]}) == []


def test_a_group_from_everybodys_sorting_tells_of_how_many_and_how_far_they_agree(alone):
    alone.sorts([[0, 1], [2]], [[0, 1, 2]], [[0], [1], [2]])
    looks(alone)
    accepts(alone, 0, 1)
    made = alone.board.get(Cluster, "g")
    assert made.sorted_by == {"people": 3, "agreement": "2/3"}
    assert "sorted_by" not in view(made, alone.step("cluster"), "room")
    alone.does("undo", version=len(alone.board.log))
    assert alone.board.get(Cluster, "g") is None
    accepts(alone, 0, 1, own=False)
    assert alone.board.get(Cluster, "g").sorted_by == {}


def test_a_group_is_not_said_to_come_from_people_who_have_not_sorted(alone, refused):
    alone.sorts([[0, 1]], [[0, 1]])
    with refused("conflict", "look_again"):
        accepts(alone, 0, 1)
    looks(alone)
    with refused("limit", "too_few_sorted"):
        accepts(alone, 0, 1)


def test_the_agreement_is_that_of_the_sorts_that_were_looked_at_whoever_sorts_since(alone):
    """Taken over, undone and taken over again after one person more it would tell how that one sorts."""
    alone.sorts([[0, 1], [2]], [[0, 1, 2]], [[0], [1], [2]])
    looks(alone)
    alone.sorts([[0, 1], [2]], [[0, 1, 2]], [[0], [1], [2]], [[0], [1]])
    accepts(alone, 0, 1)
    assert alone.board.get(Cluster, "g").sorted_by == {"people": 3, "agreement": "2/3"}


def test_phones_do_not_move_cards_on_the_wall_meanwhile(alone, refused):
    with refused("not_allowed", "facilitator_sorts"):
        alone.does("cluster.add", activity=alone.sorting, cluster="g", title="Ways", cards=[], by=alone.ann)
