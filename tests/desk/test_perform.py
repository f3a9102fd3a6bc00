"""A command is done once, together with others, or leaves no trace."""

from __future__ import annotations

import secrets

import pytest

from shared.domain.changes import Actor, Refused
from shared.domain.records import Activity, Card, kind_of
from shared.store.store import Store
from tests.store.databases import SECRET
from tests.store.house import FACILITATOR, House, at_once


def test_what_is_acknowledged_is_there_for_everybody(house: House):
    house.opens_the_cards()
    phone = house.joins("public")
    card = phone.writes("Trees")
    assert (house.card(card).text, house.card(card).author, house.card(card).sector) == ("Trees", phone.seat, "public")


def test_versions_have_no_gap_and_each_change_stands_in_the_log(house: House):
    house.opens_the_cards()
    phones = [house.joins() for _ in range(4)]
    at_once(*(lambda p=p, n=n: p.writes(f"{p.seat} {n}") for p in phones for n in range(3)))
    log = house.store.changes_since(house.id, 0)
    assert [change.version for change in log] == list(range(1, house.version + 1))
    assert sum(change.verb == "card.added" for change in log) == 12


def test_eight_at_once_with_the_same_id_make_one_card_and_get_one_answer(house: House):
    house.opens_the_cards()
    phone, id = house.joins(), secrets.token_hex(16)
    args = {"activity": house.obstacles.id, "card": "c1", "text": "Trees"}
    answers = at_once(*[lambda: house.desk.perform(house.id, phone.actor, id, "card.add", args)] * 8)
    assert len({answer.version for answer in answers}) == 1
    assert len(house.all(Card)) == 1


def test_the_answer_is_kept_over_a_restart(house: House, url: str):
    phone = house.joins()
    house.opens_the_cards()
    id = secrets.token_hex(16)
    args = {"activity": house.obstacles.id, "card": "c1", "text": "Trees"}
    first = house.desk.perform(house.id, phone.actor, id, "card.add", args)
    house.store.close()
    house.store = house.desk.store = Store(url, SECRET)
    assert house.desk.perform(house.id, phone.actor, id, "card.add", args) == first
    assert len(house.all(Card)) == 1
    house.store.close()


@pytest.mark.parametrize("other", ["words", "person"])
def test_an_id_belongs_to_one_command_of_one_person(house: House, other: str):
    house.opens_the_cards()
    ada, ben, id = house.joins(), house.joins(), secrets.token_hex(16)
    args = {"activity": house.obstacles.id, "card": "c1", "text": "Trees"}
    house.desk.perform(house.id, ada.actor, id, "card.add", args)
    by = ben.actor if other == "person" else ada.actor
    words = args if other == "person" else {**args, "text": "Stones"}
    with pytest.raises(Refused) as refused:
        house.desk.perform(house.id, by, id, "card.add", words)
    assert refused.value.code == "id_reused"
    assert [card.text for card in house.all(Card)] == ["Trees"]


def test_the_same_id_in_another_workshop_is_another_command(store: Store):
    one, two, id = House(store).opens(), House(store).opens(), secrets.token_hex(16)
    for house in (one, two):
        house.does("room.lock", id=id, locked=True)
    assert [house.workshop.locked for house in (one, two)] == [True, True]


def test_a_refused_command_leaves_no_trace_and_disturbs_nobody(house: House):
    house.opens_the_cards()
    phones = [house.joins() for _ in range(8)]
    before = house.version

    def asks(i: int):
        return lambda: phones[i].writes("" if i % 2 else f"Idea {i}", id=f"c{i}")

    outcomes = at_once(*(asks(i) for i in range(8)))
    assert [isinstance(o, Refused) for o in outcomes] == [False, True] * 4
    assert house.version == before + 4
    assert {card.id for card in house.all(Card)} == {"c0", "c2", "c4", "c6"}


def test_a_refused_id_may_be_used_again_when_the_time_has_come(house: House):
    phone, id = house.joins(), secrets.token_hex(16)
    args = {"activity": house.obstacles.id, "card": "c1", "text": "Trees"}
    with pytest.raises(Refused) as refused:
        house.desk.perform(house.id, phone.actor, id, "card.add", args)
    assert refused.value.code == "phase_closed"
    house.opens_the_cards()
    house.desk.perform(house.id, phone.actor, id, "card.add", args)
    assert len(house.all(Card)) == 1


def test_a_bug_in_a_rule_is_its_own_commands_misfortune_only(house: House, monkeypatch: pytest.MonkeyPatch):
    house.opens_the_cards()
    phones = [house.joins() for _ in range(6)]
    from shared.domain import cards

    real = cards.block

    def trips(text: str, *rest: object, **named: object) -> str:
        if text == "bad":
            raise ZeroDivisionError
        return real(text, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(cards, "block", trips)
    outcomes = at_once(
        *(lambda p=p, t=t: p.writes(t) for p, t in zip(phones, ["a", "bad", "c", "d", "e", "f"], strict=True))
    )
    assert isinstance(outcomes[1], ZeroDivisionError)
    assert sorted(card.text for card in house.all(Card)) == ["a", "c", "d", "e", "f"]


def test_a_removed_seat_is_refused_at_once(house: House):
    house.opens_the_cards()
    phone = house.joins()
    house.does("seat.remove", seat=phone.seat)
    with pytest.raises(Refused) as refused:
        phone.writes("Trees")
    assert refused.value.code == "not_joined"


def test_an_unknown_workshop_is_not_found(house: House):
    with pytest.raises(Refused) as refused:
        house.desk.perform("elsewhere", FACILITATOR, secrets.token_hex(16), "room.lock", {"locked": True})
    assert refused.value.code == "not_found"


@pytest.mark.parametrize("id", ["", "A" * 32, "g" * 32, "a" * 31, "a" * 33, 7, None, "a" * 31 + "\n"])
def test_a_command_needs_an_id_of_32_hex_digits(house: House, id: object):
    with pytest.raises(Refused) as refused:
        house.desk.perform(house.id, FACILITATOR, id, "room.lock", {"locked": True})  # type: ignore[arg-type]
    assert refused.value.code == "invalid"


def test_who_was_quicker_wins_and_the_other_is_told(house: House):
    house.opens_the_cards()
    phone = house.joins()
    card = phone.writes("Trees")
    house.does("activity.open", activity=house.sorting.id)
    for id in ("g1", "g2"):
        house.does("cluster.add", activity=house.sorting.id, cluster=id, title=id)
    moves = [lambda to=to: house.does("card.move", card=card, cluster=to, **{"from": None}) for to in ("g1", "g2")]
    outcomes = at_once(*moves)
    refused = [o for o in outcomes if isinstance(o, Refused)]
    assert [r.code for r in refused] == ["conflict"]
    assert house.card(card).cluster == ("g2" if isinstance(outcomes[0], Refused) else "g1")


def test_undo_puts_back_and_undoing_the_undo_does_it_again(house: House):
    house.opens_the_cards()
    card = house.joins().writes("Trees")
    done = house.does("card.hide", card=card)
    undone = house.does("undo", version=done.version)
    assert house.card(card).state == "shown"
    house.does("undo", version=undone.version)
    assert house.card(card).state == "hidden"
    with pytest.raises(Refused):
        house.does("undo", version=undone.version)


def test_the_log_leads_from_the_first_records_to_the_last(house: House):
    """A whole morning: folding every change over the first records gives what a fresh page reads."""
    first = {(kind_of(r), r.id): r for r in house.records}
    house.opens_the_cards()
    phones = [house.joins(s) for s in ("private", "public", "semi-public", "private")]
    cards = [p.writes(f"{p.seat} {n}") for p in phones for n in range(3)]
    house.does("card.merge", card=cards[0], into=cards[1])
    house.does("card.withdraw", card=cards[2], by=phones[0].actor)
    house.does("undo", version=house.version)
    groups = house.opens_the_vote()
    for phone, group in zip(phones, [*groups, groups[0]], strict=True):
        phone.votes({group: 1})
    for verb in ("activity.close", "activity.reveal", "activity.confirm"):
        house.does(verb, activity=house.vote.id)
    board = dict(first)
    for change in house.store.changes_since(house.id, 0):
        for edit in change.edits:
            assert board.pop((edit.kind, edit.record.id), None) == edit.before, change.verb
            if edit.after is not None:
                board[edit.kind, edit.record.id] = edit.after
    assert board == {(kind_of(r), r.id): r for r in house.records}
    result = next(a for a in house.all(Activity) if a.kind == "dots").result
    assert result is not None
    assert result["cast"] == 4


def test_a_step_turned_on_the_way_is_turned_whatever_was_running(house: House):
    """Opening the sorting turns the cards of a step that was entered and never opened, too."""
    house.does("activity.enter", activity=house.obstacles.id)
    house.does("activity.open", activity=house.sorting.id)
    assert house.obstacles.phase == "revealed"


@pytest.mark.parametrize("text", ["nul \0 in it", "half a \ud83d sign"])
def test_text_that_is_no_text_is_refused_and_never_a_crash(house: House, text: str):
    settings = {"tags": {"kind": [text, "other"]}}
    outcomes: list[object] = []
    for verb, args in (
        ("activity.edit", {"activity": house.obstacles.id, "settings": settings}),
        ("workshop.edit", {"title": text}),
        ("note.write", {"note": "n1", "type": "note", "text": text}),
    ):
        try:
            outcomes.append(house.does(verb, **args))
        except Refused as refused:
            outcomes.append(refused)
    assert len(outcomes) == 3


def test_another_role_has_no_way_in(house: House):
    with pytest.raises(Refused):
        house.does("room.lock", by=Actor("wall", "w"), locked=True)
