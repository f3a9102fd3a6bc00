"""How a measure goes: the plan taken over once, milestones with two days, risks, notes; each in the history."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.domain.changes import Refused
from shared.domain.register.course import (
    MILESTONES,
    MOST,
    RISKS,
    delay,
    drop,
    planned,
    rows,
    take_plan,
    tell,
    write,
)
from shared.domain.register.entries import Entry

FORM = {
    "activities": [{"what": "Rent a room", "who": "Oyun", "to": "2027-03-01"}, {"who": "nobody"}, {"what": "Train"}],
    "risks": [{"risk": "Frost", "answer": "Wait"}],
}
FELT = Entry("e", "r", "N", "Felt", "running", form=FORM)
TODAY = "2027-06-01"


def test_the_plan_is_taken_over_once_and_the_application_stays():
    taken, event = take_plan(FELT, "Aya")
    assert [(m["what"], m.get("planned")) for m in rows(taken, MILESTONES)] == [
        ("Rent a room", "2027-03-01"),
        ("Train", None),
    ]
    assert [(r["risk"], r["answer"]) for r in rows(taken, RISKS)] == [("Frost", "Wait")]
    assert event is not None and (event.verb, event.reason) == ("planned", "3")
    assert take_plan(taken, "Aya") == (taken, None)
    assert taken.form == FORM
    changed, _ = write(taken, "Aya", MILESTONES, "plan0", {"what": "Rent two rooms"}, TODAY)
    assert take_plan(changed, "Aya")[1] is None, "what was changed here is not taken over again"


def test_a_milestone_has_two_days_and_the_history_tells_what_changed():
    made, event = write(FELT, "Aya", MILESTONES, "m", {"what": "Open", "planned": "2027-05-01"}, TODAY)
    assert event is not None and event.changes == {"what": [None, "Open"], "planned": [None, "2027-05-01"]}
    reached, event = write(made, "Aya", MILESTONES, "m", {"reached": "2027-05-11"}, TODAY)
    assert event is not None and event.changes == {"reached": [None, "2027-05-11"]}
    assert reached.course[MILESTONES]["m"]["planned"] == "2027-05-01"
    assert write(reached, "Aya", MILESTONES, "m", {"reached": "2027-05-11"}, TODAY)[1] is None
    back, _ = write(reached, "Aya", MILESTONES, "m", {"reached": ""}, TODAY)
    assert "reached" not in back.course[MILESTONES]["m"]


@pytest.mark.parametrize(
    ("row", "days"),
    [
        ({"planned": "2027-05-01", "reached": "2027-05-11"}, 10),
        ({"planned": "2027-05-11", "reached": "2027-05-01"}, -10),
        ({"planned": "2027-05-31"}, 1),
        ({"planned": "2027-06-01"}, None),
        ({"reached": "2027-05-11"}, None),
    ],
)
def test_what_is_late_says_by_how_much(row: dict[str, str], days: int | None):
    assert delay(row, TODAY) == days


@pytest.mark.parametrize(
    ("kind", "given", "key"),
    [
        (MILESTONES, {"what": " "}, "text_empty"),
        (MILESTONES, {"what": "x" * 161}, "text_long"),
        (MILESTONES, {"what": "A", "planned": "soon"}, "form_date"),
        (MILESTONES, {"what": "A", "reached": "2027-06-02"}, "reading_future"),
        (RISKS, {"risk": "Frost", "state": "gone"}, "form_choice"),
    ],
)
def test_what_does_not_fit_is_refused(kind: str, given: dict[str, str], key: str):
    with pytest.raises(Refused) as refused:
        write(FELT, "Aya", kind, "m", given, TODAY)
    assert refused.value.key == key


def test_there_is_room_for_so_many():
    full = replace(FELT, course={RISKS: {str(n): {"risk": "x"} for n in range(MOST[RISKS])}})
    with pytest.raises(Refused):
        write(full, "Aya", RISKS, "new", {"risk": "One more"}, TODAY)
    assert write(full, "Aya", RISKS, "0", {"risk": "Another"}, TODAY)[1]
    with pytest.raises(Refused):
        take_plan(full, "Aya")


def test_what_is_taken_out_stays_in_the_history():
    made, _ = write(FELT, "Aya", RISKS, "r", {"risk": "Frost"}, TODAY)
    gone, event = drop(made, "Aya", RISKS, "r")
    assert rows(gone, RISKS) == []
    assert event is not None and (event.verb, event.reason) == ("no_risk", "Frost")
    with pytest.raises(Refused):
        drop(gone, "Aya", RISKS, "r")


def test_nothing_of_it_before_the_contract():
    idea = replace(FELT, state="selected")
    for does in (
        lambda: take_plan(idea, "Aya"),
        lambda: write(idea, "Aya", RISKS, "r", {"risk": "x"}, TODAY),
        lambda: drop(idea, "Aya", RISKS, "r"),
        lambda: tell(idea, "Aya", "x"),
    ):
        with pytest.raises(Refused) as refused:
            does()
        assert refused.value.key == "not_begun"
    assert planned(idea)[RISKS]


def test_a_note_is_a_line_of_the_history():
    same, event = tell(FELT, "Aya", " Roof is on \n ")
    assert same == FELT and event is not None and (event.verb, event.reason) == ("told", "Roof is on")
    with pytest.raises(Refused):
        tell(FELT, "Aya", " ")


def test_taking_the_plan_over_leaves_what_else_was_told_of_the_course():
    others = {name: {"x": {"n": "1"}} for name in ("changes", "reports", "concluded")}
    after, event = take_plan(replace(FELT, course=others), "Aya")
    assert event is not None and after.course["milestones"]
    assert {name: after.course[name] for name in others} == others
