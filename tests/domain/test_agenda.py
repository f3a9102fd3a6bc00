"""The agenda before the day: copies of steps, where they take their input from, outlines, clones."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.base import GROUPS, Whole
from shared.domain.changes import Refused
from shared.domain.clone import cloned
from shared.domain.outline import from_data, outline_of, planned, to_data
from shared.domain.records import Activity, Card, Cluster, Measure, Note, Seat, Workshop
from shared.domain.times import ends_of, planned_times


def titles(room):
    return [step.title for step in room.board.find(Activity)]


def test_a_copy_stands_right_behind_its_step_as_it_was_before_it_ran(room):
    dots = room.step("dots")
    room.does("activity.edit", activity=dots.id, settings={"dots": 4}, question="Which first?")
    room.groups("Roads", "Loans")
    room.does("activity.open", activity=dots.id)
    room.does("activity.copy", activity=dots.id, copy="again")
    copy = room.board.get(Activity, "again")
    assert (copy.position, copy.phase, copy.options, copy.started_at) == (dots.position + 1, "draft", [], None)
    assert (copy.question, copy.settings["dots"]) == ("Which first?", 4)
    assert copy.settings.keys() == KINDS_OF_ACTIVITY["dots"].settings.keys()
    assert [step.position for step in room.board.find(Activity)] == list(range(1, 21))
    room.does("undo", version=len(room.board.log))
    assert room.board.get(Activity, "again") is None


def test_a_step_takes_from_any_step_before_it_that_makes_what_it_takes(room):
    dots, findings = room.step("dots"), room.step("brainstorm", 0)
    room.does("activity.edit", activity=dots.id, source=findings.id)
    assert room.board.get(Activity, dots.id).source == findings.id
    room.does("activity.edit", activity=dots.id, source="")
    assert room.board.get(Activity, dots.id).source is None
    room.does("activity.add", activity="later", kind="brainstorm", title="Later")
    for wrong in (room.step("discussion").id, "later", dots.id, "nowhere"):
        with pytest.raises(Refused) as refused:
            room.does("activity.edit", activity=dots.id, source=wrong)
        assert refused.value.key == "source_wrong"


def test_where_an_opened_step_takes_from_stays(room):
    room.groups("Roads", "Loans")
    with pytest.raises(Refused) as refused:
        room.does("activity.edit", activity=room.step("cluster").id, source=room.step("brainstorm").id)
    assert refused.value.key == "source_is_fixed"


def test_the_times_of_the_day_are_kept_or_refused(room):
    room.does("workshop.edit", begins="08:30", ends="16:00", expected=28)
    assert (room.workshop.begins, room.workshop.ends, room.workshop.expected) == ("08:30", "16:00", 28)
    room.does("workshop.edit", ends="")
    assert room.workshop.ends == ""
    for wrong in ({"begins": ""}, {"begins": "8:30"}, {"ends": "24:00"}, {"expected": -1}, {"begins": "०९:००"}):
        with pytest.raises(Refused):
            room.does("workshop.edit", wrong)


def test_a_day_ends_on_the_half_hour():
    assert (ends_of(450), ends_of(451), ends_of(0), ends_of(1000)) == ("16:30", "17:00", "09:00", "")


def test_steps_follow_one_another_from_the_beginning():
    assert planned_times("09:15", [30, 40, 0]) == ["09:15", "09:45", "10:25", "10:25"]
    assert planned_times("23:30", [45]) == ["23:30", "00:15"]


def test_an_outline_comes_back_the_same_through_a_file(room):
    room.does("activity.edit", activity=room.step("dots").id, source=room.step("cluster").id)
    outline = outline_of(room.workshop, room.board.find(Activity))
    assert from_data(json.loads(json.dumps(to_data(outline)))) == outline
    workshop, *steps = planned(
        outline,
        id="v",
        code="ABCDEF",
        title="Again",
        region="r",
        language="mn",
        date="2027-01-02",
        new_id=room.new_id,
    )
    assert outline_of(workshop, steps) == outline
    assert (workshop.template, workshop.begins, workshop.ends) == ("led-planning", "09:00", "16:30")
    dots = next(step for step in steps if step.kind == "dots")
    assert dots.source == next(step for step in steps if step.kind == "cluster").id


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        {},
        {"steps": [1]},
        {"steps": [{"kind": "dots"}]},
        {"template": "unheard-of"},
        {"begins": "9"},
        {"begins": 9},
        {"steps": [{"kind": "magic", "title": "A", "question": "", "minutes": 5, "settings": {}}]},
        {"steps": [{"kind": "dots", "title": "", "question": "", "minutes": 5, "settings": {}}]},
        {"steps": [{"kind": "dots", "title": "A", "question": "", "minutes": True, "settings": {}}]},
        {"steps": [{"kind": "dots", "title": "A", "question": "", "minutes": 601, "settings": {}}]},
        {"steps": [{"kind": "dots", "title": "A", "question": "", "minutes": 5, "settings": {"dots": 99}}]},
        {"steps": [{"kind": "dots", "title": "A", "question": "", "minutes": 5, "settings": {}, "source": 0}]},
        {"steps": [{"kind": "discussion", "title": "A", "question": "", "minutes": 5, "settings": {}}] * 61},
    ],
)
def test_an_outline_that_will_not_do_is_refused(room, wrong):
    good = to_data(outline_of(room.workshop, room.board.find(Activity)))
    with pytest.raises(Refused):
        from_data({**good, **wrong} if wrong else wrong)


def test_a_clone_has_the_agenda_and_the_texts_and_nothing_that_happened(room):
    tuya = room.joins()
    room.does("workshop.edit", place="Town hall", languages=["mn", "en"], expected=20, wifi={"name": "LED"})
    room.does("wall.look", theme="evening")
    room.does("activity.open", activity=room.obstacles.id)
    room.writes(tuya, "Roads")
    room.does("note.write", note="n", type="note", text="Talked long")
    room.does("measure.adopt", measure="m", title="Mend the road")
    records = list(room.board.records.values())
    how = {"id": "v", "code": "ABCDEF", "title": "Next year", "date": "2027-11-23", "new_id": room.new_id}
    workshop, *rest = cloned(records, **how)
    assert (workshop.place, workshop.languages, workshop.expected) == ("Town hall", ["mn", "en"], 20)
    assert (workshop.wifi["name"], workshop.wall["theme"], workshop.now) == ("LED", "evening", None)
    assert (workshop.title, workshop.date, workshop.started_at) == ("Next year", "2027-11-23", None)
    assert {type(record) for record in rest} == {Activity}
    assert {step.phase for step in rest} == {"draft"} and all(step.workshop == "v" for step in rest)
    assert not {record.id for record in (workshop, *rest)} & {record.id for record in records}
    assert not any(isinstance(record, Card | Cluster | Note | Seat) for record in rest)
    with_measures = cloned(records, measures=True, **how)
    assert [record.title for record in with_measures if isinstance(record, Measure)] == ["Mend the road"]
    assert isinstance(with_measures[0], Workshop)
    told = {"reached": {"own": {"value": "1"}}, "checks": {"T6": {"due": "2027-05-01", "checker": "Saraa"}}}
    evaluated = [replace(record, **told) if isinstance(record, Measure) else record for record in records]
    (measure,) = (r for r in cloned(evaluated, measures=True, **how) if isinstance(r, Measure))
    assert (measure.reached, measure.checks) == ({}, {})


def test_every_kind_stands_in_a_group_and_every_number_has_bounds():
    for kind in KINDS_OF_ACTIVITY.values():
        assert kind.heading in GROUPS, kind.name
        numbers = [n for n, default in kind.settings.items() if type(default) is int]
        assert all(isinstance(kind.allowed[name], Whole) for name in numbers), kind.name
