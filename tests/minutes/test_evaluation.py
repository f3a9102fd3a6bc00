"""Evaluation and stories in the minutes: the plan's own words, the rate, the next dates, and what stays in the room."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from shared.domain.records import Activity, Measure, Pledge
from shared.minutes.as_markdown import markdown
from tests.harness.readers import unlinked
from tests.minutes.records import Desk

STORY = {"what": "We sell all year", "whom": "Herders", "why": "Children eat", "consent": "public", "verify": False}


@pytest.fixture
def desk() -> Desk:
    return Desk("led-evaluation")


def opens(desk: Desk, kind: str, phase: str = "open", **settings: object) -> Activity:
    """Bring the first step of a kind (and part) into a phase."""
    part = settings.pop("part", None)
    steps = [r for r in desk.records if isinstance(r, Activity) and r.kind == kind]
    found = next(r for r in steps if part in (None, r.settings.get("part")))
    changed = replace(found, phase=phase, settings={**found.settings, **settings})
    desk.records[desk.records.index(found)] = changed
    return changed


def measure(desk: Desk, id: str, title: str, **fields: object) -> Measure:
    made = Measure(id, "w", title, None, float(len(desk.records)), **fields)
    desk.records.append(made)
    return made


def text(desk: Desk) -> str:
    return unlinked(markdown(desk.minutes()))


def data(desk: Desk, kind: str) -> dict:
    return next(step for step in desk.minutes().data["steps"] if step["kind"] == kind)


def test_what_an_earlier_evaluation_found_stands_beside_the_plan(desk):
    line = {"id": "jobs", "name": "Jobs", "unit": "", "base": "0", "target": "4"}
    measure(desk, "m", "Craft centre", indicators=[line], reached={"jobs": {"earlier": "2", "value": "3"}})
    opens(desk, "evaluation", part="facts")
    assert "| Jobs | 4; from 0; earlier: 2 | **3** |" in text(desk)


def test_a_budget_stands_line_by_line_and_adds_up_once_all_is_told(desk):
    budget = [
        {"id": "b1", "item": "Looms", "planned": "2500", "payer": "fund"},
        {"id": "b2", "item": "Room", "planned": "900.5", "payer": ""},
    ]
    made = measure(desk, "m", "Craft centre", budget=budget, reached={"b1": {"value": "2600", "proof": "book"}})
    opens(desk, "evaluation", part="facts")
    shown = text(desk)
    assert "| Looms (fund) | 2500 | **2600** | a book" in shown
    assert "| **All lines of the budget** | 3400.5 | **2600** |  | 1 of 2 lines told |" in shown
    told = {**made.reached, "b2": {"value": "700.25"}}
    desk.records[desk.records.index(made)] = replace(made, reached=told)
    assert "| **3300.25** |  | difference −100.25 |" in text(desk)
    assert data(desk, "evaluation")["measures"][0]["budget"] == {
        **{"planned": "3400.5", "spent": "3300.25", "known": 2, "of": 2},
        "difference": "-100.25",
    }


def test_plan_and_reached_stand_side_by_side_with_proof_remark_and_dispute(desk):
    line = {"id": "jobs", "name": "Jobs", "unit": "jobs", "base": "0", "target": "4"}
    told = {"value": "3", "proof": "list", "remark": "one on leave", "state": "disputed", "word": "only two"}
    origin = {"workshop": "v", "title": "Planning day", "date": "2025-11-23", "measure": "m0"}
    measure(
        desk,
        "m",
        "Craft centre",
        champion="Bat",
        sheet={"effect": "Looms run"},
        indicators=[line],
        reached={"jobs": told},
        origin=origin,
    )
    step = opens(desk, "evaluation", part="facts", champions={"m": "Aya"})
    pledge = Pledge("p", "w", step.id, "Ask for the hall", 1.0, measure="m", who="Dorj", former="plan")
    desk.records.append(pledge)
    said = text(desk)
    assert "| Champion | Aya |" in said
    assert "| Jobs | 4 jobs; from 0 | **3** | a list | one on leave | disputed: only two |" in said
    assert "| Planned then | Dorj | Ask for the hall |" in said
    assert "Taken over from Planning day" in said
    assert data(desk, "evaluation")["measures"][0]["origin"] == origin


def test_former_lines_are_no_tasks_of_today(desk):
    step = opens(desk, "evaluation", part="facts")
    measure(desk, "m", "Craft centre")
    desk.records.append(Pledge("p", "w", step.id, "Ask for the hall", 1.0, measure="m", who="Dorj", former="plan"))
    assert desk.minutes().data["tasks"] == []


def test_the_rate_is_told_with_how_many_were_checked(desk):
    measure(desk, "m", "Craft centre", checks={"T12": {"Q1": "yes", "Q1_word": "seen", "verdict": "effective"}})
    measure(desk, "n", "Milk point", checks={"T12": {"verdict": "ended"}, "T6": {"verdict": "effective"}})
    measure(desk, "o", "Trees", checks={"T12": {"verdict": "partly"}})
    measure(desk, "p", "Stalls", checks={"T12": {"Q1": "yes", "verdict": "not_verified"}})
    opens(desk, "evaluation", part="check", time="T12")
    said = text(desk)
    assert "1 of 3 still effective (33 %) · checked 3 of 4" in said
    row = next(line for line in said.splitlines() if line.startswith("| Stalls |"))
    assert "yes" not in row and "effective" not in row
    rate = data(desk, "evaluation")["rate"]
    assert rate == {"effective": 1, "partly": 1, "ended": 1, "checked": 3, "due": 4}


def test_there_is_no_rate_where_nothing_was_checked(desk):
    measure(desk, "m", "Craft centre")
    opens(desk, "evaluation", part="check")
    assert "No rate yet · checked 0 of 1" in text(desk)


def test_the_next_dates_have_a_heading_of_their_own(desk):
    checks = {
        "T24": {"due": "2028-01-10", "checker": "Saraa", "way": "call"},
        "T12": {"due": "2027-01-10", "checker": "Bat"},
    }
    measure(desk, "m", "Craft centre", checks=checks)
    opens(desk, "evaluation", part="dates")
    said = text(desk).split("## Next dates")[1]
    assert said.index("| Bat |") < said.index("| Saraa (by telephone) |")
    assert [day["time"] for day in desk.minutes().data["next_dates"]] == ["T12", "T24"]


def test_stories_are_told_as_far_as_they_may_be(desk):
    step = opens(desk, "stories", "revealed")
    desk.card(step, "Milk in winter", story={**STORY, "hands": 14}, pinned=True)
    desk.card(step, "Three women", story={**STORY, "consent": "internal", "verify": True})
    desk.card(step, "A debt", story={**STORY, "consent": "none", "what": "Somebody owes"})
    said = text(desk)
    assert "3 stories were written" in said and "1 of them stays in the room" in said
    assert "The room picked: Milk in winter" in said and "14 hands" in said
    assert "for the programme only" in said and "somebody should verify" in said
    whole = said + json.dumps(desk.minutes().data)
    assert "A debt" not in whole and "Somebody owes" not in whole
    assert [story["consent"] for story in data(desk, "stories")["stories"]] == ["public", "internal"]


def test_a_picked_story_that_stays_in_the_room_has_no_name(desk):
    step = opens(desk, "stories", "confirmed")
    desk.card(step, "A debt", story={**STORY, "consent": "none"}, pinned=True)
    assert "A debt" not in text(desk) + json.dumps(desk.minutes().data)
    assert "picked a story that stays in the room" in text(desk)


@pytest.mark.parametrize("phase", ["open", "closed"])
def test_no_story_is_told_before_it_is_turned(desk, phase):
    step = opens(desk, "stories", phase)
    desk.card(step, "Milk in winter", story=STORY)
    assert "Milk" not in text(desk) + json.dumps(desk.minutes().data)


def test_cards_stand_by_measure(desk):
    step = opens(desk, "brainstorm", "revealed")
    measure(desk, "m", "Craft centre")
    desk.card(step, "Tourists", tags={"measure": "m", "kind": "unplanned"})
    desk.card(step, "Greetings", tags={"measure": "gone"})
    said = text(desk)
    assert said.index("**Craft centre**") < said.index("Tourists (unplanned)") < said.index("**no single measure**")
    assert "Greetings\n" in said


def test_common_figures_stand_with_their_measure_and_are_told_together(desk):
    measure(desk, "m", "Craft centre", reached={"common-jobs": {"value": "3", "proof": "list"}})
    measure(desk, "n", "Milk point", reached={"common-jobs": {"value": "4"}, "common-fte": {"value": "2.5"}})
    measure(desk, "o", "Stalls")
    opens(desk, "evaluation", part="facts")
    said = text(desk)
    assert "| New jobs, people |  | **3** | a list |  |  |" in said
    assert "| New jobs, people | **7** | from 2 of 3 measures |" in said
    assert "| New jobs, full-time equivalents | **2.5** | from 1 of 3 measures |" in said
    assert "What nobody told is missing, not nought" in said and "Persons trained" not in said
    assert data(desk, "evaluation")["common"][0] == {"line": "common-jobs", "value": "7", "known": 2}


def test_what_a_measure_was_worth_is_told_with_scores_words_and_costs(desk):
    worth = {
        **{"right_champion": "5", "right_office": "4", "right_users": "3.5"},
        **{"effect_bad": "Water ran short", "did_public": "Lent the hall", "again_public": "yes"},
        **{"lesson_advice": "Begin in spring", "end_state": "Runs", "end_who": "Bat", "end_when": "2027-03-01"},
    }
    reached = {"total": {"value": "9000"}, "own": {"value": "500 and a hall"}, "common-jobs": {"value": "4"}}
    measure(desk, "m", "Craft centre", checks={"worth": worth}, reached=reached)
    measure(desk, "n", "Milk point")
    step = opens(desk, "evaluation", part="check")
    desk.records[desk.records.index(step)] = replace(step, settings={**step.settings, "part": "worth"})
    said = text(desk)
    assert "| Was it the right thing? | **5** | **4** | **3.5** |" in said
    assert "Own part that was given: 500 and a hall; Cost of one job: 2250" in said
    assert "| Unplanned effects – Bad | Water ran short |" in said
    assert "| Partnership – Public: Would do it again? | yes |" in said
    assert "| Lessons – Advice for those who copy it | Begin in spring |" in said
    assert "| Conclusion – By when | March 1, 2027 |" in said
    assert "Nothing was told of “Milk point”." in said
    told = next(step for step in desk.minutes().data["steps"] if step.get("part") == "worth")
    assert told["measures"][0] == {"id": "m", "title": "Craft centre", "worth": worth, "cost_job": 2250}
    assert "not verified" not in said, "it is no check"
