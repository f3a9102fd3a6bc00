from __future__ import annotations

import pytest

from .room import SYSTEM


def test_the_door(room, refused):
    room.does("workshop.edit", capacity=2)
    ann = room.joins()
    room.does("room.lock", locked=True)
    with refused("locked", "door_closed"):
        room.joins()
    room.does("room.lock", locked=False)
    room.joins()
    with refused("full", "room_full"):
        room.joins()
    room.does("seat.remove", seat=ann.id)
    third = room.joins()
    assert [room.seat(ann).number, room.seat(third).number] == [1, 3]
    room.does("workshop.end")
    with refused("ended"):
        room.joins()


def test_a_seat_is_what_the_workshop_asks_for_and_no_more(room, refused):
    assert room.seat(room.joins(name="Ann")).name == ""
    room.does("workshop.edit", asks={"name": "must"})
    with refused("invalid", "text_empty"):
        room.joins()
    assert room.seat(room.joins(name=" Ann ", organisation="x")).name == "Ann"
    with refused("invalid", "sector_needed"):
        room.joins("")
    room.does("seat.join", seat="script", name="Ann", by=SYSTEM)
    assert room.board.records["seat", "script"].sector == ""
    with refused("invalid", "sector_unknown"):
        room.joins("royal")
    with refused("not_allowed"):
        room.does("seat.join", seat="s", sector="public")


def test_a_name_may_stand_in_minutes_only_where_its_owner_says_so(room):
    assert not room.seat(room.joins(named=True)).named  # nobody asked for a name
    room.does("workshop.edit", asks={"name": "may"})
    assert not room.seat(room.joins(named=True)).named
    assert not room.seat(room.joins(name="Ann")).named
    ann = room.joins(name="Ann", named=True)
    assert room.seat(ann).named
    room.does("seat.change", language="mn", by=ann)
    assert room.seat(ann).named
    room.does("seat.change", named=False, by=ann)
    assert not room.seat(ann).named
    room.does("seat.change", named=True, by=ann)
    room.does("seat.change", name="", by=ann)
    assert not room.seat(ann).named
    room.does("seat.change", named=True, by=ann)
    assert not room.seat(ann).named


def test_who_was_there_is_counted_by_way_and_sector(room, refused):
    told = {"paper": {"public": 2, "private": 0}, "table": {}, "invited": {"semi-public": 4}}
    room.does("workshop.edit", attendance=told)
    assert room.workshop.attendance == {"paper": {"public": 2}, "invited": {"semi-public": 4}}
    room.does("workshop.edit", attendance={"sex": {"women": 7, "men": 0}})
    assert room.workshop.attendance == {"sex": {"women": 7}}
    for wrong in ({"sex": {"public": 1}}, {"paper": {"women": 1}}):
        with refused("invalid"):
            room.does("workshop.edit", attendance=wrong)
    for wrong in ({"phone": {"public": 1}}, {"paper": {"royal": 1}}, {"paper": {"public": -1}}, {"paper": 3}):
        with refused("invalid"):
            room.does("workshop.edit", attendance=wrong)
    room.does("workshop.edit", attendance={})
    assert room.workshop.attendance == {}


def test_the_sector_may_change_until_a_vote_has_opened(room, refused):
    ann = room.joins("private")
    room.does("seat.change", sector="public", language="mn", by=ann)
    assert (room.seat(ann).sector, room.seat(ann).language) == ("public", "mn")
    room.groups("A", "B")
    room.does("activity.open", activity=room.step("dots").id)
    with refused("phase_closed", "sector_is_fixed"):
        room.does("seat.change", sector="private", by=ann)


def test_the_timer_runs_pauses_and_gets_minutes_added(room, refused):
    with refused("conflict", "timer_not_set"):
        room.does("timer.pause")
    room.does("timer.start", seconds=600)
    assert room.workshop.timer == {"seconds": 600, "ends_at": room.now + 600_000}
    room.now += 99_000
    room.does("timer.pause")
    assert room.workshop.timer == {"seconds": 600, "left": 500}
    room.does("timer.add", seconds=60)
    assert room.workshop.timer == {"seconds": 660, "left": 560}
    room.does("timer.resume")
    assert room.workshop.timer == {"seconds": 660, "ends_at": room.now + 560_000}
    room.now += 1_000_000
    room.does("timer.add", seconds=60)
    assert room.workshop.timer["ends_at"] == room.now + 60_000
    with refused("invalid"):
        room.does("timer.start", seconds=0)
    room.does("timer.stop")
    assert room.workshop.timer is None


def test_the_wall_shows_the_step_again_when_the_next_one_is_entered(room, refused):
    room.does("wall.show", shows="join")
    room.does("activity.enter", activity=room.obstacles.id)
    assert room.workshop.wall["shows"] == "step"
    with refused("invalid"):
        room.does("wall.show", shows="everything")
    with refused("not_found"):
        room.does("wall.show", shows="spotlight", cluster="nowhere")


@pytest.mark.parametrize(
    "values",
    [
        {"date": "23.11.2026"},
        {"date": "2026-13-01"},
        {"capacity": 0},
        {"asks": {"phone": "must"}},
        {"wifi": {"x": "y"}},
    ],
)
def test_a_workshop_refuses_what_does_not_fit(room, refused, values):
    with refused("invalid"):
        room.does("workshop.edit", values)


def test_a_note_is_written_whole_and_an_emptied_one_is_gone(room):
    room.does("note.write", note="n", type="task", text="Ask for prices", who="Bat", due="2026-12-04")
    room.does("note.write", note="n", type="task", text="Ask three makers for prices", who="Bat", due="2026-12-04")
    assert room.board.records["note", "n"].text == "Ask three makers for prices"
    room.does("note.write", note="n", type="task", text="  ")
    assert ("note", "n") not in room.board.records


def test_the_agenda_is_numbered_anew_when_a_step_comes_or_goes(room, refused):
    steps = [a.id for a in room.board.find(type(room.obstacles))]
    room.does("activity.add", activity="x", kind="brainstorm", title="Ideas", before=steps[2])
    room.does("activity.move", activity="x", before=steps[0])
    order = room.board.find(type(room.obstacles))
    assert order[0].id == "x" and [a.position for a in order] == list(range(1, len(steps) + 2))
    room.does("activity.remove", activity="x")
    assert [a.position for a in room.board.find(type(room.obstacles))] == list(range(1, len(steps) + 1))
    room.does("activity.open", activity=steps[0])
    with refused("phase_closed", "step_has_run"):
        room.does("activity.remove", activity=steps[0])
    with refused("invalid", "kind_unknown"):
        room.does("activity.add", activity="y", kind="magic", title="?")
