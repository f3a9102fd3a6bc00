"""Notes: nothing is laid over what somebody else wrote meanwhile; private ones keep no step in the agenda."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shared.domain.records import Activity, Note
from tests.domain.room import Room


def test_nothing_is_laid_over_what_was_written_meanwhile(room: Room, refused: Callable[..., Any]) -> None:
    room.does("note.write", note="n", type="private", text="mine  ", over="")
    with refused("conflict", "note_changed"):
        room.does("note.write", note="n", type="private", text="yours", over="")
    room.does("note.write", note="n", type="private", text="ours", over="mine")
    room.does("note.remove", note="n")
    with refused("conflict", "note_changed"):
        room.does("note.write", note="n", type="private", text="again", over="ours")
    room.does("note.write", note="n", type="note", text="without asking")
    assert room.board.records["note", "n"].text == "without asking"


def test_the_history_does_not_tell_what_a_private_note_says(room: Room) -> None:
    room.does("note.write", note="n", type="private", text="secret")
    room.does("note.remove", note="n")
    assert [(change.verb, change.subject) for change in room.board.log] == [
        ("private.written", ""),
        ("note.removed", ""),
    ]


def test_a_step_with_nothing_but_a_private_note_can_be_taken_out_and_brought_back(
    room: Room, refused: Callable[..., Any]
) -> None:
    step = room.obstacles.id
    room.does("note.write", note="n", type="private", text="hm", activity=step)
    version = room.does("activity.remove", activity=step)
    assert room.board.get(Note, "n") is None
    room.does("undo", version=version)
    assert room.board.get(Note, "n").activity == room.board.get(Activity, step).id
    room.does("note.write", note="o", type="note", text="said", activity=step)
    with refused("phase_closed", "step_has_run"):
        room.does("activity.remove", activity=step)
