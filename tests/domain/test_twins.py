"""Same or different: the pairs are fixed when the step opens; a seat answers about its own hand and nothing else."""

from __future__ import annotations

import pytest

from shared.domain.activities import twins
from shared.domain.activities.twins import TWINS
from shared.domain.changes import Paper
from shared.voting.twins import hand


@pytest.fixture
def asking(room):
    """Cards of which three pairs look alike, turned; eight people; the step planned behind them."""
    room.does("activity.edit", activity=room.obstacles.id, settings={"limit": 0})
    room.does("activity.open", activity=room.obstacles.id)
    room.people = [room.joins() for _ in range(8)]
    texts = (
        "Loans come late",
        "The loans come late",
        "No winter storage",
        "No storage in winter",
        "Wolves",
        "Bad road",
    )
    room.cards = [room.writes(room.people[0], text) for text in texts]
    room.does("activity.close", activity=room.obstacles.id)
    room.does("activity.add", activity="twins", kind="twins", title="Same or different?")
    room.does("activity.edit", activity="twins", source=room.obstacles.id)

    def turned():
        room.does("activity.reveal", activity=room.obstacles.id)

    room.turned = turned
    return room


def pairs(room):
    return {frozenset(pair.split("/")) for pair in room.step("twins").options}


def test_the_likeliest_pairs_are_asked_and_no_false_friends(asking):
    room = asking
    room.turned()
    room.does("activity.open", activity="twins")
    loans, storage = frozenset(room.cards[:2]), frozenset(room.cards[2:4])
    assert pairs(room) == {loans, storage}
    assert room.step("twins").settings["secret"] is True


def test_pairs_told_apart_and_cards_put_away_are_not_asked(asking):
    room = asking
    room.turned()
    room.does("card.tell_apart", card=room.cards[1], other=room.cards[0])
    room.does("activity.open", activity="twins")
    assert pairs(room) == {frozenset(room.cards[2:4])}


def test_no_more_pairs_than_the_room_can_answer(asking, monkeypatch):
    room = asking
    room.turned()
    monkeypatch.setattr(twins.counting, "asked", lambda seats, each: 1 if (seats, each) == (8, 5) else 99)
    room.does("activity.open", activity="twins")
    assert pairs(room) == {frozenset(room.cards[2:4])}


def test_it_does_not_open_on_unread_cards_nor_without_likenesses_nor_for_three(asking, refused):
    room = asking
    with refused("phase_closed", "turn_the_cards_first"):
        room.does("activity.open", activity="twins")
    room.turned()
    for card in room.cards[1:4:2]:
        room.does("card.hide", card=card)
    with refused("invalid", "twins_none"):
        room.does("activity.open", activity="twins")
    for gone in room.people[3:]:
        room.does("seat.remove", seat=gone.id)
    with refused("invalid", "twins_too_few_people"):
        room.does("activity.open", activity="twins")


def test_too_many_cards_are_refused_with_a_sentence(asking, refused, monkeypatch):
    asking.turned()
    monkeypatch.setattr(twins, "MOST_CARDS", 5)
    with refused("limit", "too_many_to_suggest"):
        asking.does("activity.open", activity="twins")


def test_a_seat_answers_about_its_own_hand_only(asking, refused):
    room = asking
    room.turned()
    room.does("activity.edit", activity="twins", settings={"each": 1})
    room.does("activity.open", activity="twins")
    step, me = room.step("twins"), room.people[2]
    # One pair each: what this seat is not asked about another one is.
    (mine,) = hand(step.options, room.seat(me).number, 1)
    assert TWINS.check_paper(room.board, step, me.id, {mine: "unsure"}) == {mine: "unsure"}
    foreign = [pair for pair in step.options if pair != mine]
    for wrong in ({pair: "same"} for pair in [*foreign, "x/y"]):
        with refused("invalid", "paper_option"):
            TWINS.check_paper(room.board, step, me.id, wrong)
    for wrong in ({mine: "maybe"}, {mine: None}, {mine: ["same"]}, [mine], None, "same"):
        with refused("invalid", "paper_wrong"):
            TWINS.check_paper(room.board, step, me.id, wrong)
    assert TWINS.check_paper(room.board, step, me.id, {}) == {}


def test_the_result_tells_pairs_with_their_texts_and_the_facilitator_stacks(asking):
    room = asking
    room.turned()
    room.does("activity.open", activity="twins")
    first, second = room.step("twins").options
    said = [{first: "same"}] * 3 + [{first: "different", second: "same"}] + [{second: "same"}] * 2
    room.board.ballots["twins"] = [Paper(paper) for paper in said]
    room.does("activity.close", activity="twins")
    told = {pair["id"]: pair for pair in room.step("twins").result["pairs"]}
    assert told[first]["alike"] and (told[first]["same"], told[first]["different"]) == (3, 1)
    assert told[second]["n"] == 3 and "same" not in told[second]
    assert {card["title"] for card in told[first]["cards"]} == {"No winter storage", "No storage in winter"}
    one, other = first.split("/")
    room.does("card.merge", card=other, into=one)
    assert room.card(other).merged_into == one
