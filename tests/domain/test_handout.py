"""The hand-out is given out under a key, shown on the wall only while it is, and taken back."""

from __future__ import annotations

from shared.domain.visibility import view

KEY = "k" * 32


def test_it_is_given_out_once_and_taken_back(room, refused):
    room.does("handout.give", key=KEY)
    assert room.board.log[-1].verb == "handout.given"
    with refused("conflict", "handout_given"):
        room.does("handout.give", key="x" * 32)
    for audience in ("room", "wall", "console"):
        assert view(room.workshop, None, audience)["handout"] == KEY
    room.does("handout.take_back")
    assert room.workshop.handout == ""
    room.does("handout.give", key="x" * 32)
    assert room.workshop.handout == "x" * 32


def test_a_key_that_may_be_guessed_is_refused(room, refused):
    with refused("invalid"):
        room.does("handout.give", key="k" * 31)


def test_the_wall_shows_it_only_while_it_is_given_out(room, refused):
    with refused("conflict", "handout_not_given"):
        room.does("wall.show", shows="handout")
    room.does("handout.give", key=KEY)
    room.does("wall.show", shows="handout")
    assert room.workshop.wall["shows"] == "handout"
    room.does("handout.take_back")
    assert room.workshop.wall["shows"] == "step"


def test_seats_neither_give_nor_take_it(room, refused):
    ann = room.joins()
    acts = {"give": {"key": KEY}, "take_back": {}, "open_minutes": {"number": 1}, "close_minutes": {}}
    for act, args in acts.items():
        with refused("not_allowed"):
            room.does(f"handout.{act}", by=ann, **args)


def test_minutes_are_open_only_where_it_is_said_and_close_with_the_hand_out(room, refused):
    with refused("conflict", "handout_not_given"):
        room.does("handout.open_minutes", number=1)
    room.does("handout.give", key=KEY)
    assert room.workshop.handout_minutes == 0
    for number in (0, -1, 2**31):
        with refused("invalid", "argument_wrong"):
            room.does("handout.open_minutes", number=number)
    room.does("handout.open_minutes", number=2)
    assert room.workshop.handout_minutes == 2
    room.does("handout.close_minutes")
    assert room.workshop.handout == KEY and room.workshop.handout_minutes == 0
    room.does("handout.open_minutes", number=2)
    room.does("handout.take_back")
    room.does("handout.give", key="x" * 32)
    assert room.workshop.handout_minutes == 0
