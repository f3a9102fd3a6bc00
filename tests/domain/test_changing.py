"""Changes to a contract: who may allow them, reckoned from the contract; one at a time; the whole never grows."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume
from hypothesis import given as over
from hypothesis import strategies as st

from shared.domain.changes import Refused
from shared.domain.register.changing import (
    Plan,
    answer,
    contract,
    may_ask,
    standing,
    waiting,
    who_allows,
    wish,
    wishes,
)
from shared.domain.register.entries import Entry, move
from shared.domain.register.states import CHAMPION, COMMITTEE, OFFICE, STATES

TODAY = "2026-06-01"
FORM = {
    "budget": [
        {"item": "Looms", "quantity": "2", "unit_price": 3000, "payer": "fund"},
        {"item": "Training", "unit_price": 3000, "payer": "fund"},
        {"item": "Room", "unit_price": 1000, "payer": "own"},
        {"item": "No price"},
    ],
    "start": "2026-01-31",
    "months": 10,
}
RUNNING = Entry("e", "r", "NOR-2026-01", "Felt", "running", FORM)
FIRST = contract(RUNNING)


def asks(entry: Entry, party: str = CHAMPION, id: str = "c1", **given: str) -> Any:
    return wish(entry, "Oyun", party, id, {"why": "Looms became cheaper", **given}, TODAY)


def test_the_contract_is_the_budget_of_the_application():
    assert Plan((600_000, 300_000, 100_000), "2026-11-30") == FIRST
    assert standing(RUNNING) == FIRST and wishes(RUNNING) == []


@over(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), min_size=1, max_size=6), st.randoms())
def test_what_moves_decides_who_allows_in_whatever_order_lines_stand(pairs: Any, random: Any):
    first, wished = zip(*pairs, strict=True)
    whole = sum(first)
    assume(whole and sum(wished) <= whole)
    share = Fraction(max(sum(max(0, b - a) for a, b in pairs), sum(max(0, a - b) for a, b in pairs)), whole)
    due = COMMITTEE if share > Fraction(1, 5) else OFFICE if share > Fraction(1, 10) else "free"
    assert who_allows(Plan(first, ""), Plan(wished, "")) == due
    random.shuffle(pairs)
    again = zip(*pairs, strict=True)
    assert who_allows(*(Plan(amounts, "") for amounts in again)) == due


@pytest.mark.parametrize(
    ("end", "who"), [("2026-11-30", "free"), ("2027-01-30", "free"), ("2027-01-31", OFFICE), ("2026-06-30", "free")]
)
def test_an_end_more_than_two_months_later_is_the_office_s(end: str, who: str):
    assert who_allows(FIRST, replace(FIRST, end=end)) == who


def test_more_money_than_the_contract_is_refused():
    with pytest.raises(Refused, match="change_more"):
        asks(RUNNING, **{"amount-0": "6000.01"})
    less, event = asks(RUNNING, **{"amount-0": "5000"})
    assert event.verb == "changed" and standing(less).amounts == (500_000, 300_000, 100_000)


def test_a_free_change_holds_at_once_and_tells_what_stood_before():
    after, event = asks(RUNNING, **{"amount-0": "5 000", "amount-1": "4000,00"})
    assert (event.verb, event.party) == ("changed", CHAMPION)
    assert event.changes == {"amounts": [["6000", "3000", "1000"], ["5000", "4000", "1000"]]}
    assert standing(after).amounts == (500_000, 400_000, 100_000)
    assert asks(after) == (after, None), "what is wished already holds"


def test_many_small_steps_do_not_slip_by():
    entry = RUNNING
    for n, (looms, training) in enumerate((("5500", "3500"), ("5000", "4000")), 1):
        entry, event = asks(entry, id=f"c{n}", **{"amount-0": looms, "amount-1": training})
        assert event.verb == "changed"
    entry, event = asks(entry, id="c3", **{"amount-0": "4900", "amount-1": "4100"})
    assert event.verb == "change_asked" and waiting(entry).who == OFFICE
    assert standing(entry).amounts == (500_000, 400_000, 100_000), "until it is allowed"


def test_one_change_waits_at_a_time_and_is_answered():
    entry, _ = asks(RUNNING, **{"amount-0": "4500", "amount-1": "4500"})
    with pytest.raises(Refused, match="change_waits"):
        asks(entry, id="c2", **{"amount-0": "6000"})
    with pytest.raises(Refused, match="reason_needed"):
        answer(entry, "Tuya", False, " ")
    refused, event = answer(entry, "Tuya", False, "Training is planned well")
    assert (event.verb, event.party, event.reason) == ("change_refused", OFFICE, "Training is planned well")
    assert standing(refused) == FIRST and waiting(refused) is None
    allowed, event = answer(entry, "Tuya", True, "")
    assert standing(allowed).amounts == (450_000, 450_000, 100_000)
    assert event.changes["amounts"][0] == ["6000", "3000", "1000"]
    with pytest.raises(Refused, match="change_gone"):
        answer(allowed, "Tuya", True, "")


def test_what_is_the_committee_s_needs_its_meeting_even_from_the_office():
    large = {"amount-0": "3000", "amount-1": "6000"}
    entry, event = asks(RUNNING, OFFICE, **large)
    assert event.verb == "change_asked" and waiting(entry).who == COMMITTEE
    with pytest.raises(Refused, match="reason_needed"):
        answer(entry, "Tuya", True, "")
    _, event = answer(entry, "Tuya", True, "Meeting of 3 June")
    assert (event.party, event.reason) == (COMMITTEE, "Meeting of 3 June")
    at_once, event = asks(RUNNING, OFFICE, word="Meeting of 3 June", **large)
    assert event.verb == "changed" and standing(at_once).amounts[1] == 600_000
    sly, event = asks(RUNNING, CHAMPION, word="Meeting of 3 June", **large)
    assert event.verb == "change_asked" and waiting(sly).word == "", "a champion cannot say what the committee did"


def test_the_office_allows_its_own_at_once():
    after, event = asks(RUNNING, OFFICE, end="2027-05-01")
    assert event.verb == "changed" and standing(after).end == "2027-05-01"


@pytest.mark.parametrize("state", STATES)
def test_only_what_is_under_way_is_changed(state: str):
    entry = replace(RUNNING, state=state)
    open_ = state in ("contracted", "running", "on_hold")
    assert may_ask(entry, CHAMPION) == open_
    if open_:
        asks(entry, **{"amount-0": "5500"})
    else:
        with pytest.raises(Refused, match="change_closed"):
            asks(entry, **{"amount-0": "5500"})


@pytest.mark.parametrize(
    ("given", "key"),
    [({"amount-0": "much"}, "form_number"), ({"amount-0": "-5"}, "form_number"), ({"end": "soon"}, "form_date")],
)
def test_what_cannot_be_read_is_refused(given: dict[str, str], key: str):
    with pytest.raises(Refused, match=key):
        asks(RUNNING, **given)
    with pytest.raises(Refused, match="text_empty"):
        wish(RUNNING, "Oyun", CHAMPION, "c", {"amount-0": "5500", "why": " "}, TODAY)


def test_the_order_of_changes_does_not_hang_on_how_they_are_kept():
    entry = RUNNING
    for n in range(1, 12):
        entry, _ = asks(entry, id=f"{99 - n}", **{"amount-0": str(6000 - n)})
    shuffled = replace(entry, course={"changes": dict(sorted(entry.course["changes"].items()))})
    assert wishes(shuffled) == wishes(entry) and standing(shuffled).amounts[0] == 598_900


def test_a_measure_that_comes_round_again_has_no_changes_of_its_former_contract():
    entry, _ = asks(RUNNING, **{"amount-0": "5500"})
    again = replace(entry, form={**FORM, "budget": FORM["budget"][:2]})
    assert wishes(again) == [] and standing(again).amounts == (600_000, 300_000)
    changed, event = asks(again, id="c2", **{"amount-0": "5900"})
    assert event.verb == "changed" and standing(changed).amounts == (590_000, 300_000)


def test_a_cut_moves_as_much_as_a_rise():
    entry, event = asks(RUNNING, **{"amount-0": "0", "amount-1": "0", "amount-2": "0"})
    assert event.verb == "change_asked" and waiting(entry).who == COMMITTEE


def test_what_the_fund_pays_never_grows_and_less_of_one_s_own_is_the_office_s():
    with pytest.raises(Refused, match="change_fund"):
        asks(RUNNING, OFFICE, word="Meeting", **{"amount-1": "3100", "amount-2": "900"})
    entry, _ = asks(RUNNING, **{"amount-2": "999"})
    assert waiting(entry).who == OFFICE
    more, event = asks(RUNNING, **{"amount-0": "5900", "amount-2": "1100"})
    assert event.verb == "changed" and standing(more).amounts == (590_000, 300_000, 110_000)


@pytest.mark.parametrize("end", ["0001-01-01", "2026-05-31"])
def test_an_end_lies_ahead(end: str):
    with pytest.raises(Refused, match="change_end"):
        asks(RUNNING, OFFICE, end=end)


def test_an_end_where_none_was_agreed_on_is_the_office_s():
    entry, _ = asks(replace(RUNNING, form={**FORM, "months": 0}), end="2036-01-01")
    assert waiting(entry).who == OFFICE


def test_thousands_are_read_as_they_are_shown():
    after, _ = asks(RUNNING, **{"amount-0": "5,500", "amount-1": "3.400,50"})
    assert standing(after).amounts == (550_000, 340_050, 100_000)


def test_nothing_is_allowed_once_the_measure_stands_still_and_a_new_contract_begins_anew():
    entry, _ = asks(RUNNING, **{"amount-0": "4500", "amount-1": "4500"})
    stopped = replace(entry, state="cancelled")
    with pytest.raises(Refused, match="change_closed"):
        answer(stopped, "Tuya", True, "")
    assert answer(stopped, "Tuya", False, "It was stopped")[1].verb == "change_refused"
    again, _ = move(replace(entry, state="selected"), "Tuya", OFFICE, "contracted")
    assert wishes(again) == [] and standing(again) == FIRST
