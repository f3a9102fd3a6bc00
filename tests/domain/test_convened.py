"""From the register into a workshop and back: plans in their own words, decisions, the way to a state."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from shared.domain.measures import indicators_of, sheet_of
from shared.domain.records import Activity, Measure, Phase, Voice
from shared.domain.register.checks import Check
from shared.domain.register.convened import outcomes, taken_along, way
from shared.domain.register.entries import Entry, decide
from shared.domain.register.states import COMMITTEE, FOLLOWS, REASONED, STATES

FORM: dict[str, Any] = {
    "title": "Felt workshop",
    "champion": "Oyun",
    "obstacle": "Wool leaves the region raw",
    "goal": "A workshop for felt",
    "further": "g" * 300,
    "effect": "First slippers sold",
    "effect_month": 3,
    "total": 10000,
    "asked": 8000,
    "own_cash": 500,
    "own_kind": 1500,
    "partners": [
        {"organisation": "Chamber", "sector": "private", "role": "sells"},
        {"organisation": "School", "sector": "public"},
        {"sector": "public", "role": "gives a room"},
    ],
    "indicators": [
        {"common": "jobs", "base": "0", "target": "6"},
        {"name": "Slippers", "unit": "pairs"},
        {"unit": "x"},
    ],
    "budget": [
        {"item": "Looms", "quantity": "2.5", "unit_price": 1000, "payer": "fund"},
        {"item": "Room", "unit_price": 900, "payer": "own"},
        {"item": "No price", "payer": "own"},
        {"unit_price": 7},
    ],
    "activities": [{"what": "Buy looms", "who": "Bat", "to": "2026-05-01", "cost_line": "3"}, {"who": "nobody"}],
}
ENTRY = Entry("e" * 32, "r", "NORTH-2026-01", "Felt workshop", "completed", FORM)


def along(entry: Entry = ENTRY, checks: dict[str, Check] | None = None) -> dict[str, Any]:
    ids = count()
    return taken_along([(entry, "2026-01-05", checks or {})], lambda: f"{next(ids):032x}", lambda code: f"<{code}>")


def test_a_plan_goes_along_in_the_words_of_its_application():
    taken = along()
    measure = taken["measures"][0]
    assert (measure["title"], measure["champion"]) == ("Felt workshop", "Oyun")
    assert measure["sheet"] == {
        "obstacle": "Wool leaves the region raw",
        "what": "A workshop for felt",
        "gains": "g" * 200,
        "effect": "First slippers sold",
        "private": "Chamber: sells",
        "public": "School; gives a room",
        "month": 3,
        "total": 10000,
        "asked": 8000,
        "own": 2000,
    }
    told = [{key: one[key] for key in ("name", "unit", "base", "target")} for one in measure["indicators"]]
    assert told == [
        {"name": "<jobs>", "unit": "", "base": "0", "target": "6"},
        {"name": "Slippers", "unit": "pairs", "base": "", "target": ""},
    ]
    assert [(p["what"], p["who"], p["due"], p["means"]) for p in taken["pledges"]] == [
        ("Buy looms", "Bat", "2026-05-01", "3")
    ]
    assert measure["origin"] == {
        "title": "NORTH-2026-01",
        "date": "2026-01-05",
        "measure": ENTRY.id,
        "entry": ENTRY.id,
    }


def test_what_goes_along_is_what_a_sketch_takes():
    measure = along()["measures"][0]
    assert sheet_of(measure["sheet"], {}) == measure["sheet"]
    assert indicators_of(measure["indicators"]) == measure["indicators"]
    bare = along(Entry("f" * 32, "r", "N-1", "Bare", "idea", {"title": "Bare"}))["measures"][0]
    assert (bare["sheet"], bare["indicators"]) == ({}, [])


def test_checks_that_were_made_go_along():
    made = Check(ENTRY.id, "T6", "2026-07-01", "visit", "Aya", {"Q1": "no", "Q1_word": "closed"}, "ended")
    assert along(checks={"T6": made})["measures"][0]["checks"] == {
        "T6": {"Q1": "no", "Q1_word": "closed", "verdict": "ended"}
    }


def measure(id: str, **more: Any) -> Measure:
    return Measure(id, "w", id.upper(), None, 0, **more)


def step(kind: str, result: dict[str, Any], phase: Phase = Phase.REVEALED, position: int = 0) -> Activity:
    return Activity(kind, f"{kind}{position}", "w", kind, "", position, 10, phase=phase, result=result)


FUND = {"chosen": ["a"], "reserve": ["b"], "items": [{"id": id} for id in "abc"]}
RATING = {
    "round": "second",
    "items": [
        {"id": "a", "total": "81.5", "place": 1, "verdict": "stands", "means": {"C1": "4.0"}},
        {"id": "d", "total": "40.0", "verdict": "line", "means": {}},
        {"id": "e", "total": "70.0", "verdict": "minimum", "means": {}},
    ],
    "checks": [{"id": "f", "failed": [{"k": "K1"}]}, {"id": "a", "failed": []}],
}


def test_a_selection_speaks_for_states_by_its_money_its_scores_and_its_knock_outs():
    records = [*(measure(id) for id in "abcdef"), measure("g", parked="Too early"), step("rating", RATING)]
    records += [step("fund", FUND, position=1), Voice("v", "w", "s", "Bold", "interest", 0, measure="a")]
    told = outcomes(records)
    assert {id: (out.to, *out.reasons) for id, out in told.items()} == {
        "a": ("selected", "chosen"),
        "b": ("reserve", "reserve"),
        "c": ("rejected", "no_money"),
        "d": ("rejected", "line"),
        "e": ("rejected", "minimum"),
        "f": ("rejected", "knockout"),
        "g": ("rejected", "parked"),
    }
    assert (told["a"].place, told["a"].total, told["a"].means, told["a"].recused) == (
        1,
        "81.5",
        {"C1": "4.0"},
        ("Bold",),
    )
    assert told["g"].word == "Too early"


@pytest.mark.parametrize("phase", [Phase.DRAFT, Phase.OPEN, Phase.CLOSED])
def test_what_the_room_has_not_seen_decides_nothing(phase: Phase):
    told = outcomes([measure("a"), step("fund", FUND, phase), step("rating", RATING, phase)])
    assert (told["a"].to, told["a"].total) == ("", "")


def test_of_two_votes_on_money_the_later_counts():
    later = {**FUND, "chosen": ["b"], "reserve": []}
    told = outcomes([measure("a"), measure("b"), step("fund", FUND), step("fund", later, position=1)])
    assert (told["a"].to, told["b"].to) == ("rejected", "selected")


def test_an_evaluation_brings_its_checks_and_speaks_for_evaluated():
    said = {"Q1": "yes", "verdict": "not_verified"}
    told = outcomes([measure("a", checks={"T6": said, "Te": said, "T12": {"due": "2027-01-01"}}), measure("b")])
    assert (told["a"].to, told["a"].checks) == ("evaluated", {"T6": said})
    assert told["b"].to == ""


@pytest.mark.parametrize("state", STATES)
def test_the_way_leads_over_steps_that_are_allowed_and_ask_for_nothing(state: str):
    for to in STATES:
        steps = way(state, to)
        for before, then in zip([state, *steps], steps, strict=False):
            assert then in FOLLOWS[before]
        assert not set(steps[:-1]) & REASONED
        assert not steps or steps[-1] == to
    assert way("submitted", "selected") == ["in_check", "in_rating", "selected"]
    assert way("closed", "selected") == []
    assert way("rejected", "selected") == []


def test_a_decision_stands_in_the_history_with_its_rating():
    entry = Entry("e", "r", "N-1", "Felt", "in_rating")
    after, event = decide(entry, "Tuya", "selected", "Committee", {"total": "81.5", "place": 1})
    assert (after.state, event.verb, event.party, event.reason) == ("selected", "moved", COMMITTEE, "Committee")
    assert event.changes == {"rating": [None, {"total": "81.5", "place": 1}]}
    assert decide(entry, "Tuya", "selected", "", {})[1].changes == {}


def test_a_budget_goes_along_line_by_line():
    lines = along()["measures"][0]["budget"]
    assert [(row["item"], row["planned"], row["payer"]) for row in lines] == [
        ("Looms", "2500", "fund"),
        ("Room", "900", "own"),
    ]
    assert len({row["id"] for row in lines}) == 2


def test_a_budget_goes_along_as_it_was_changed_and_without_what_no_plan_can_hold():
    change = {"n": "1", "first": "250000,90000", "amounts": "240000,100000", "stand": "agreed"}
    entry = replace(ENTRY, course={"changes": {"c": change}})
    assert [row["planned"] for row in along(entry)["measures"][0]["budget"]] == ["2400", "1000"]
    huge = {"item": "Typing error", "quantity": "1000000000", "unit_price": 10**9}
    vast = replace(ENTRY, form={**FORM, "budget": [huge, FORM["budget"][1]]})
    assert [row["item"] for row in along(vast)["measures"][0]["budget"]] == ["Room"]
