"""The register's rules: filling in, what is missing, states and who moves them, two writers, numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given as over
from hypothesis import strategies as st

from shared.domain.changes import Refused
from shared.domain.records import Measure
from shared.domain.register.entries import (
    Entry,
    Event,
    apart,
    begin,
    code,
    fill,
    move,
    number,
    release,
    sketched,
)
from shared.domain.register.form import FIELDS, budget_total, doubts, filled, missing, own_share
from shared.domain.register.states import BY, CHAMPION, FOLLOWS, OFFICE, REASONED, STAGES, STATES, may_follow

# The felt workshop of the demo programme, as a whole application.
WHOLE: dict[str, Any] = {
    "title": "Felt workshop with a common quality mark",
    "places": "Altan-Ovoo",
    "lead": "Felt makers' cooperative",
    "lead_sector": "private",
    "registration": "9012345",
    "champion": "D. Oyun",
    "champion_post": "Chair",
    "champion_phone": "9911 2233",
    "champion_consent": True,
    "partners": [{"organisation": "Chamber branch", "sector": "semi-public", "role": "Mark"}],
    "experience": "None yet",
    "obstacle": "Felt makers work alone",
    "causes": "No shared room",
    "evidence": "First in the vote",
    "gains": [{"group": "Felt makers", "side": "gains", "number": 24}],
    "goal": "Thirty makers sell under one mark",
    "effect": "First 30 marked slippers in the camp shop",
    "effect_month": 3,
    "outputs": [{"output": "Workshop", "quantity": "1"}],
    "further": "Young people learn",
    "activities": [{"what": "Rent a room", "who": "Cooperative"}],
    "start": "2027-02-01",
    "months": 10,
    "indicators": [{"name": "Felt sold", "unit": "pieces"}, {"common": "fte", "name": "Jobs", "unit": "FTE"}],
    "jobs": 7,
    "jobs_fte": "6",
    "jobs_women": 5,
    "jobs_youth": 2,
    "trained": 24,
    "training_days": 5,
    "certificate": "yes",
    "income": 14,
    "income_unit": "persons",
    "income_how": "Sales book",
    "budget": [{"item": "Looms", "quantity": "2", "unit_price": 7000, "payer": "fund"}],
    "total": 14000,
    "asked": 9800,
    "own_cash": 1400,
    "own_kind": 2800,
    "tranches": [{"sum": 9800, "milestone": "Contract"}],
    "account": "Cooperative",
    "purchase": "Three offers",
    "owner_after": "Cooperative",
    "runs_after": "Cooperative",
    "running_cost": 600,
    "running_payer": "Members",
    "maintenance": "Own smith",
    "half_income": "One loom is let",
    "work": ["no_child_labour", "safe", "fair"],
    "environment": ["water"],
    "environment_how": "Filter",
    "permits": "None needed",
    "inclusion": "Mostly women",
    "risks": [{"risk": "Wool price", "answer": "Buy early"}],
    "declaration": ["true", "no_double", "consent"],
    "publish": "yes",
}


def entry(state: str = "drafting", **form: Any) -> Entry:
    return Entry(id="e", region="r", number="R-2027-01", title="Felt", state=state, form={"title": "Felt", **form})


def test_a_whole_application_lacks_nothing_and_adds_up():
    form = filled({}, WHOLE)
    assert missing(form) == []
    assert doubts(form) == []
    assert own_share(form) == (4200, 14000)
    assert budget_total(form) == 14000


@pytest.mark.parametrize("name", [name for name, field in FIELDS.items() if field.required])
def test_each_required_answer_is_missed(name: str):
    form = filled(filled({}, WHOLE), {name: [] if FIELDS[name].kind in ("table", "ticks") else ""})
    assert missing(form) == [name]


def test_longer_than_a_year_asks_why():
    assert missing(filled({}, {**WHOLE, "months": "13"})) == ["long_reason"]
    assert missing(filled({}, {**WHOLE, "months": "13", "long_reason": "Two winters"})) == []


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("total", "14 000", 14000),
        ("total", "14'000", 14000),
        ("jobs_fte", "2,5", "2.5"),
        ("jobs_fte", "2.50", "2.5"),
        ("jobs_fte", "100", "100"),
        ("jobs", "0", 0),
        ("effect_month", "12", 12),
        ("title", "  Felt\nand more ", "Felt and more"),
        ("start", "2027-02-28", "2027-02-28"),
    ],
)
def test_numbers_and_days_are_read_as_people_write_them(name: str, typed: str, kept: Any):
    assert filled({}, {name: typed})[name] == kept


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("total", "-1"),
        ("total", "1.5"),
        ("total", "9" * 16),
        ("total", "٣"),
        ("jobs_fte", "NaN"),
        ("jobs_fte", "1e9999"),
        ("jobs_fte", "0.001"),
        ("effect_month", "13"),
        ("effect_month", "0"),
        ("months", "19"),
        ("start", "2027-02-30"),
        ("lead_sector", "church"),
        ("title", "x" * 121),
        ("work", ["safe", "brave"]),
        ("partners", [{"organisation": "A", "secret": "x"}]),
        ("partners", "none"),
        ("risks", [{"risk": str(n)} for n in range(5)]),
    ],
)
def test_what_does_not_fit_is_refused_and_names_its_field(name: str, typed: Any):
    with pytest.raises(Refused) as refused:
        filled({}, {name: typed})
    assert refused.value.params["field"] == name


def test_an_unknown_field_is_refused():
    with pytest.raises(Refused):
        filled({}, {"state": "selected"})


def test_an_empty_answer_takes_one_back_and_blank_rows_are_no_rows():
    form = filled(filled({}, WHOLE), {"goal": " ", "risks": [{}, {"risk": ""}]})
    assert "goal" not in form
    assert "risks" not in form


@pytest.mark.parametrize(
    ("changed", "doubt"),
    [
        ({"total": 15000}, "budget_total"),
        ({"own_cash": 1}, "money_sum"),
        ({"tranches": [{"sum": 1}]}, "tranches_sum"),
        ({"jobs_women": 8}, "jobs_parts"),
        ({"partners": [{"organisation": "Other", "sector": "private"}]}, "two_sectors"),
    ],
)
def test_what_does_not_add_up_is_doubted(changed: dict[str, Any], doubt: str):
    assert doubt in doubts(filled({}, {**WHOLE, **changed}))


def test_every_state_is_reached_and_every_way_leads_somewhere():
    reached = {"idea"}
    while more := {then for state in reached for then in FOLLOWS[state]} - reached:
        reached |= more
    assert reached == set(STATES) == set(BY) == {state for states in STAGES.values() for state in states}
    assert len(STATES) == 18


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("to", STATES)
def test_a_measure_moves_only_where_the_table_says(state: str, to: str):
    here = replace(entry(state), form=filled({}, WHOLE))
    for party in (OFFICE, CHAMPION):
        if to in may_follow(state, party):
            moved, event = move(here, "Aya", party, to, "because")
            assert (moved.state, event.to, event.party) == (to, to, party)
            assert to in FOLLOWS[state]
        else:
            with pytest.raises(Refused):
                move(here, "Aya", party, to, "because")


@pytest.mark.parametrize(("state", "to"), [(s, t) for s, then in FOLLOWS.items() for t in then if t in REASONED])
def test_where_a_reason_must_be_told_none_is_refused(state: str, to: str):
    with pytest.raises(Refused, match="reason_needed"):
        move(replace(entry(state), form=filled({}, WHOLE)), "Aya", OFFICE, to, "  ")


def test_nothing_is_handed_in_before_it_is_whole():
    with pytest.raises(Refused, match="form_lacks"):
        move(entry(), "Aya", CHAMPION, "submitted")
    with pytest.raises(Refused, match="form_lacks"):
        move(entry("idea"), "Aya", OFFICE, "outlined")


@pytest.mark.parametrize("state", STATES)
def test_an_application_is_written_only_while_it_may(state: str):
    for party, may in ((OFFICE, {"idea", "outlined", "drafting", "returned"}), (CHAMPION, {"drafting", "returned"})):
        if state in may:
            made, event = fill(entry(state), "Aya", party, {"goal": "New"})
            assert event is not None
            assert event.changes == {"goal": [None, "New"]}
            assert made.form["goal"] == "New"
        else:
            with pytest.raises(Refused, match="form_closed"):
                fill(entry(state), "Aya", party, {"goal": "New"})


def test_filling_in_what_stands_there_is_no_event_and_a_title_stays():
    assert fill(entry(goal="Same"), "Aya", OFFICE, {"goal": "Same"})[1] is None
    with pytest.raises(Refused, match="text_empty"):
        fill(entry(), "Aya", OFFICE, {"title": ""})


def test_a_measure_is_public_only_under_contract_and_with_leave():
    ready = replace(entry("contracted"), form=filled({}, WHOLE))
    assert release(ready, "Aya", True)[0].released
    for not_ready in (replace(ready, state="selected"), replace(ready, form={**ready.form, "publish": "no"})):
        with pytest.raises(Refused):
            release(not_ready, "Aya", True)


TEXTS = st.sampled_from(["", "a", "b", "c"])
FORMS = st.fixed_dictionaries({name: TEXTS for name in ("goal", "obstacle", "causes")})


@over(FORMS, st.lists(FORMS, max_size=4), FORMS)
def test_two_writers_lose_nothing_unsaid(first: dict[str, str], others: list[dict[str, str]], mine: dict[str, str]):
    """What I changed is written or named as a clash; what I did not touch stays as the others left it."""
    base = begin(entry(), "Aya", "Felt", {n: v for n, v in first.items() if v})[0]
    base = replace(base, state="drafting")
    now, since = base, list[Event]()
    for other in others:
        now, event = fill(now, "Bat", OFFICE, other)
        since += [event] if event else []
    own, clashes = apart(now, since, mine)
    for name, value in mine.items():
        touched = value != base.form.get(name, "")
        if not touched:
            assert name not in own
        elif now.form.get(name, "") in (base.form.get(name, ""), value):
            assert name in own
            assert name not in clashes
        else:
            assert name in clashes
    if not clashes:
        after = fill(now, "Aya", OFFICE, own)[0]
        for name, value in mine.items():
            untouched = value == base.form.get(name, "")
            assert after.form.get(name, "") == (now.form.get(name, "") if untouched else value)


def test_numbers_go_on_by_region_and_year():
    taken = ["ALT-2027-01", "ALT-2027-09", "ALT-2026-30", "KHA-2027-40", "ALT-2027-x"]
    assert number("ALT", 2027, taken) == "ALT-2027-10"
    assert number("ALT", 2028, taken) == "ALT-2028-01"
    assert number("ALT", 2027, [f"ALT-2027-{n:02}" for n in range(1, 100)]) == "ALT-2027-100"
    assert (code("Altan-Ovoo"), code("Хөвсгөл аймаг"), code("!!")) == ("ALTOVO", "ХӨВАЙМ", "R")


def test_a_workshops_measure_brings_its_sketch_along():
    sheet = {"obstacle": "Alone", "what": "A room", "private": "Looms", "month": 3, "total": 14000, "asked": 9800}
    measure = Measure("m", "w", "Felt", None, 1.0, "Oyun", sheet, None, [{"id": "i", "name": "Sold", "unit": "pairs"}])
    made, event = begin(entry("idea"), "Aya", measure.title, sketched(measure))
    assert made.state == "idea"
    assert event.verb == "begun"
    assert made.form["partners"] == [{"sector": "private", "role": "Looms"}]
    assert made.form["indicators"] == [{"name": "Sold", "unit": "pairs"}]
    assert (made.form["champion"], made.form["effect_month"], made.form["asked"]) == ("Oyun", 3, 9800)
