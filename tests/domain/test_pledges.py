"""Who does what by when with what: written by phones while the step is open, by the facilitator afterwards as well."""

from __future__ import annotations

import pytest

from shared.domain.changes import Actor, Refused
from tests.domain.room import Room


@pytest.fixture
def planning(room: Room) -> Room:
    room.does("measure.adopt", measure="m", title="Craft centre")
    room.does("activity.add", activity="p", kind="plan", title="Plan")
    room.does("activity.add", activity="c", kind="commit", title="Commitments")
    room.does("activity.open", activity="p")
    room.does("activity.open", activity="c")
    return room


def seat(room: Room) -> Actor:
    return Actor("seat", room.joins().id)


def pledge(room: Room, id: str = "x"):
    return room.board.records["pledge", id]


def champion(room: Room, measure: str = "m") -> str:
    return str(room.board.records["measure", measure].champion)


def test_a_phone_writes_a_line_and_writes_it_anew(planning):
    aya = seat(planning)
    line = {"activity": "p", "pledge": "x", "measure": "m", "who": "Bat", "due": "2026-12-01", "means": "a lorry"}
    planning.does("pledge.write", {**line, "what": "Fetch the looms"}, by=aya)
    planning.does("pledge.write", {**line, "what": "Fetch two looms", "due": ""}, by=aya)
    written = pledge(planning)
    assert (written.what, written.due, written.means, written.author) == ("Fetch two looms", "", "a lorry", aya.id)


def test_anothers_line_is_not_there_to_change_but_the_facilitator_may(planning, refused):
    aya, bat = seat(planning), seat(planning)
    planning.does("pledge.write", {"activity": "p", "pledge": "x", "what": "Ask the bank"}, by=aya)
    with refused("not_found", "gone_pledge"):
        planning.does("pledge.write", {"activity": "p", "pledge": "x", "what": "Nothing"}, by=bat)
    with refused("not_found", "gone_pledge"):
        planning.does("pledge.drop", {"pledge": "x"}, by=bat)
    planning.does("pledge.write", activity="p", pledge="x", what="Ask two banks")
    assert pledge(planning).author == aya.id
    planning.does("pledge.drop", pledge="x")
    assert ("pledge", "x") not in planning.board.records


def test_when_the_step_is_over_only_the_facilitator_writes(planning, refused):
    aya = seat(planning)
    planning.does("pledge.write", {"activity": "p", "pledge": "x", "what": "Ask the bank"}, by=aya)
    planning.does("activity.confirm", activity="p")
    for verb, args in (
        ("pledge.write", {"activity": "p", "pledge": "x", "what": "No"}),
        ("pledge.drop", {"pledge": "x"}),
    ):
        with refused("phase_closed", "writing_closed"):
            planning.does(verb, args, by=aya)
    planning.does("pledge.write", activity="p", pledge="y", what="Print the list")
    assert pledge(planning, "y").author is None


def test_a_step_of_another_kind_takes_no_lines(planning, refused):
    with refused("invalid", "takes_no_pledges"):
        planning.does("pledge.write", activity=planning.obstacles.id, pledge="x", what="Ask")


@pytest.mark.parametrize(
    "wrong", [{"what": ""}, {"what": "x" * 201}, {"due": "1 May"}, {"due": "2026-02-30"}, {"means": "x" * 161}]
)
def test_a_line_that_is_none_is_refused(planning, wrong):
    with pytest.raises(Refused) as caught:
        planning.does("pledge.write", {"activity": "p", "pledge": "x", "what": "Ask", **wrong})
    assert caught.value.code in ("invalid", "limit")
    assert ("pledge", "x") not in planning.board.records


def test_commitments_are_named(planning, refused):
    with refused("invalid"):
        planning.does("pledge.write", {"activity": "c", "pledge": "x", "what": "A room"}, by=seat(planning))


def test_the_champion_of_a_measure_is_who_pledged_it(planning, refused):
    aya, bat = seat(planning), seat(planning)
    stand = {"activity": "c", "measure": "m", "what": "", "champion": True}
    planning.does("pledge.write", {**stand, "pledge": "x", "who": "Aya"}, by=aya)
    assert champion(planning) == "Aya"
    with refused("conflict", "has_champion"):
        planning.does("pledge.write", {**stand, "pledge": "y", "who": "Bat"}, by=bat)
    planning.does("pledge.write", {**stand, "pledge": "x", "who": "Aya Dorj"}, by=aya)
    assert champion(planning) == "Aya Dorj"
    planning.does("pledge.drop", {"pledge": "x"}, by=aya)
    assert champion(planning) == ""
    planning.does("pledge.write", {**stand, "pledge": "y", "who": "Bat"}, by=bat)
    assert champion(planning) == "Bat"


def test_a_champion_who_changes_measures_leaves_the_first(planning):
    planning.does("measure.adopt", measure="n", title="Market day")
    stand = {"activity": "c", "pledge": "x", "who": "Aya", "what": "", "champion": True}
    planning.does("pledge.write", {**stand, "measure": "m"})
    planning.does("pledge.write", {**stand, "measure": "n"})
    assert (champion(planning), champion(planning, "n")) == ("", "Aya")


def test_only_commitments_about_a_measure_make_champions(planning, refused):
    for line in ({"activity": "p", "measure": "m"}, {"activity": "c"}):
        with refused("invalid", "argument_wrong"):
            planning.does("pledge.write", {**line, "pledge": "x", "who": "Aya", "what": "All", "champion": True})


def test_undo_takes_a_pledge_and_its_champion_back(planning):
    version = planning.does("pledge.write", activity="c", measure="m", pledge="x", who="Aya", what="All", champion=True)
    planning.does("undo", version=version)
    assert ("pledge", "x") not in planning.board.records and champion(planning) == ""


def test_a_step_with_lines_stays_in_the_agenda(planning, refused):
    planning.does("activity.add", activity="q", kind="plan", title="Later")
    planning.does("activity.remove", activity="q")
    planning.does("pledge.write", activity="p", pledge="x", what="Ask")
    with refused("phase_closed", "step_has_run"):
        planning.does("activity.remove", activity="p")
