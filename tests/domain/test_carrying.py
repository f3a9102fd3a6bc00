"""Measures of an earlier workshop: copies with all their words, and where they come from."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from shared.domain.carrying import carried
from shared.domain.records import Activity, Measure, Phase, Pledge
from tests.domain.room import SYSTEM, Room


@pytest.fixture
def former() -> Room:
    """A planning day with two measures, a plan line and a commitment to one of them."""
    room = Room()
    room.does("measure.adopt", measure="m", title="Craft centre")
    room.does("measure.edit", measure="m", sheet={"effect": "Two looms run"}, champion="Aya")
    room.does("measure.edit", measure="m", indicators=[{"id": "jobs", "name": "Jobs", "target": "4"}])
    room.does("measure.adopt", measure="n", title="Milk point")
    for kind, pledge, who in (("plan", "p", "Bat"), ("commit", "c", "Dorj")):
        step = room.step(kind).id
        room.does("activity.open", activity=step)
        room.does("pledge.write", activity=step, pledge=pledge, what="Ask", who=who, measure="m", due="2026-12-01")
        room.does("pledge.write", activity=step, pledge=f"{pledge}2", what="All together", who=who)
    return room


@pytest.fixture
def later() -> Room:
    return Room("led-evaluation")


def taken(former: Room, first: int = 1) -> dict:
    ids = count(first)
    return carried(former.board.records.values(), lambda: f"c{next(ids)}")


def takes_over(later: Room, former: Room) -> int:
    return later.does("measure.carry", taken(former), by=SYSTEM)


def test_measures_come_with_sheet_indicators_lines_and_origin(later, former):
    takes_over(later, former)
    craft, milk = later.board.find(Measure)
    assert (craft.title, craft.champion, craft.sheet) == ("Craft centre", "Aya", {"effect": "Two looms run"})
    assert [line["name"] for line in craft.indicators] == ["Jobs"]
    assert craft.origin == {"workshop": "w", "title": "Planning day", "date": "2026-11-23", "measure": "m"}
    assert milk.title == "Milk point"
    lines = later.board.find(Pledge)
    assert [(line.former, line.who, line.measure == craft.id, line.due) for line in lines] == [
        ("plan", "Bat", True, "2026-12-01"),
        ("commit", "Dorj", True, "2026-12-01"),
    ]
    assert {line.activity for line in lines} == {later.step("evaluation").id}


def test_the_former_workshop_is_not_touched(later, former):
    before = dict(former.board.records)
    takes_over(later, former)
    assert former.board.records == before


def test_the_same_measures_are_not_taken_over_twice_but_new_ones_are(later, former, refused):
    takes_over(later, former)
    with refused("conflict", "carried_already"):
        takes_over(later, former)
    former.does("measure.adopt", measure="o", title="Stalls")
    later.does("measure.carry", taken(former, 50), by=SYSTEM)
    assert [m.title for m in later.board.find(Measure)] == ["Craft centre", "Milk point", "Stalls"]
    assert len(later.board.find(Pledge)) == 2


def test_a_workshop_without_measures_has_nothing_to_give(later, refused):
    with refused("conflict", "carried_none"):
        takes_over(later, Room())


def test_there_must_be_a_step_about_measures(former, refused):
    with refused("invalid", "no_evaluation_step"):
        takes_over(Room("kick-off"), former)


def test_a_committee_takes_measures_over_before_it_asks_about_them(former, refused):
    committee = Room("measure-selection")
    takes_over(committee, former)
    assert committee.board.find(Measure)
    assert not committee.board.find(Pledge), "there is no evaluation to read them in"
    late = Room("measure-selection")
    gate = next(step for step in late.board.find(Activity) if step.settings.get("about") == "measures")
    late.board.records["activity", gate.id] = replace(gate, phase=Phase.OPEN)
    with refused("phase_closed", "carry_before_opening"):
        takes_over(late, former)


def test_too_many_measures_are_refused_as_a_whole(later, former, refused):
    for n in range(59):
        later.does("measure.adopt", measure=f"x{n}", title=f"Measure {n}")
    with refused("limit", "measures_full"):
        takes_over(later, former)
    assert len(later.board.find(Measure)) == 59


def test_taking_over_is_undone_as_a_whole(later, former):
    version = takes_over(later, former)
    later.does("undo", version=version)
    assert later.board.find(Measure) == [] and later.board.find(Pledge) == []


def test_former_lines_belong_to_nobody_here_and_go_with_their_measure(later, former, refused):
    takes_over(later, former)
    craft = later.board.find(Measure)[0]
    bat = later.joins()
    step = later.step("commit").id
    later.does("activity.open", activity=step)
    with refused("not_found", "gone_pledge"):
        args = {"activity": step, "pledge": later.board.find(Pledge)[0].id, "what": "Other words", "who": "Bat"}
        later.does("pledge.write", args, by=bat)
    later.does("measure.drop", measure=craft.id)
    assert later.board.find(Pledge) == []


def test_what_was_found_then_comes_along_and_what_was_reached_then_stands_beside(later, former):
    takes_over(later, former)
    craft = later.board.find(Measure)[0]
    step = later.step("evaluation").id
    later.does("activity.open", activity=step)
    later.does("measure.report", activity=step, measure=craft.id, line="jobs", value="3")
    later.does("measure.schedule", measure=craft.id, time="T24", due="2028-01-10", checker="Saraa")
    third = Room("led-evaluation")
    takes_over(third, later)
    again = third.board.find(Measure)[0]
    assert again.checks == {"T24": {"due": "2028-01-10", "checker": "Saraa"}}
    assert again.reached == {"jobs": {"earlier": "3"}}
    step = third.step("evaluation").id
    third.does("activity.open", activity=step)
    third.does("measure.report", activity=step, measure=again.id, line="jobs", value="5")
    assert third.board.find(Measure)[0].reached["jobs"] == {"earlier": "3", "value": "5"}
    third.does("measure.judge", activity=step, measure=again.id, line="jobs", state="disputed", word="Four")
    fourth = Room("led-evaluation")
    takes_over(fourth, third)
    assert fourth.board.find(Measure)[0].reached == {}, "what is disputed is not told on"
    assert [line.former for line in third.board.find(Pledge)] == ["plan", "commit"]
