from __future__ import annotations

from dataclasses import fields

import pytest

from shared.domain.changes import Edit
from shared.domain.records import KINDS, Activity, Workshop
from shared.domain.visibility import _SEEN, AUDIENCES, activity_id, mine, owner, reveals, view


def seen(room, record, audience):
    return view(record, room.board.get(Activity, activity_id(record)), audience)


def test_only_fields_that_exist_are_shown_and_an_author_to_nobody():
    for (kind, _), names in _SEEN.items():
        assert set(names or ()) <= {f.name for f in fields(KINDS[kind])}
    assert all("author" not in (_SEEN["card", audience] or ()) for audience in AUDIENCES)


def test_cards_written_alone_are_the_consoles_only_until_they_are_turned(room):
    ann = room.joins()
    obstacles = room.obstacles.id
    room.does("activity.open", activity=obstacles)
    card = room.writes(ann, "a secret word")
    for act in ("close", None):
        assert seen(room, room.card(card), "console")["text"] == "a secret word"
        assert seen(room, room.card(card), "room") is seen(room, room.card(card), "wall") is None
        if act:
            room.does(f"activity.{act}", activity=obstacles)
    room.does("activity.reveal", activity=obstacles)
    assert seen(room, room.card(card), "room") == seen(room, room.card(card), "wall")
    assert "sector" not in seen(room, room.card(card), "room")


@pytest.mark.parametrize("act", ["card.hide"])
def test_a_card_put_aside_is_gone_for_the_room_and_told_to_its_author(room, act):
    ann = room.joins()
    room.does("activity.edit", activity=room.obstacles.id, settings={"mode": "open"})
    room.does("activity.open", activity=room.obstacles.id)
    card = room.writes(ann, "hello")
    assert seen(room, room.card(card), "room")
    room.does(act, card=card)
    assert seen(room, room.card(card), "room") is None and mine(room.card(card))["state"] == "hidden"
    assert owner(room.card(card)) == owner(room.seat(ann)) == ann.id


def test_a_votes_result_is_nobodys_before_the_reveal(room):
    for _ in range(4):
        room.joins()
    room.groups("A", "B")
    dots = room.step("dots").id
    for act in ("open", "close"):
        room.does(f"activity.{act}", activity=dots)
        assert all("result" not in seen(room, room.step("dots"), audience) for audience in AUDIENCES)
    room.does("activity.reveal", activity=dots)
    assert all(seen(room, room.step("dots"), audience)["result"]["cast"] == 0 for audience in AUDIENCES)


def test_the_rooms_password_hangs_on_the_wall_and_is_not_sent_to_phones(room):
    room.does("workshop.edit", wifi={"name": "LED-Room", "password": "felt-card-17"})
    workshop = room.board.find(Workshop)[0]
    assert "wifi" not in seen(room, workshop, "room")
    assert seen(room, workshop, "wall")["wifi"]["password"] == "felt-card-17"


def test_seats_and_notes_are_the_consoles_only(room):
    ann = room.joins(name="Ann")
    room.does("note.write", note="n", type="note", text="between us")
    for record in (room.seat(ann), room.board.records["note", "n"]):
        assert seen(room, record, "room") is seen(room, record, "wall") is None
        assert seen(room, record, "console")


def test_an_edit_reveals_where_records_that_it_does_not_name_come_into_sight(room):
    room.does("activity.open", activity=room.obstacles.id)
    opened = room.board.log[-1]
    room.does("activity.close", activity=room.obstacles.id)
    room.does("activity.reveal", activity=room.obstacles.id)
    turned = room.board.log[-1]
    assert not any(reveals(e) for e in opened.edits) and any(reveals(e) for e in turned.edits)
    assert any(reveals(Edit(e.after, e.before)) for e in turned.edits), "hiding again is told the same way"
