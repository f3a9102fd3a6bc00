"""The fund's rules: calls and what fits them, contracts, tranches, receipts, money that comes back."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given as over
from hypothesis import strategies as st

from shared.domain.changes import Refused
from shared.domain.financing.books import (
    Booking,
    Books,
    back,
    booking,
    contract,
    fits,
    offer,
    paid_tranches,
    promised,
    standing,
    tranches,
)
from shared.domain.financing.calls import Window, call, giver, is_open, may_submit, misfits, window_for
from shared.domain.register.states import STATES

TODAY = "2027-06-30"
TYPED = {
    "title": "Spring round",
    "currency": "eur",
    "opens": "2027-03-01",
    "closes": "2027-03-28",
    "ceiling1": "45 000",
    "own1": "30",
    "cash1": "1",
    "ceiling2": "12'000",
    "own2": "10",
    "two_below": "2000",
}
CALL = call("c", TYPED)
LINE = {"kind": "paid", "amount": "1", "day": "2027-05-01", "proof": "Receipt 7"}


def test_a_call_is_read_with_its_windows_by_rising_ceiling():
    assert CALL.windows == (Window(12000, 10), Window(45000, 30, True))
    assert (CALL.currency, CALL.two_below) == ("EUR", 2000)
    assert window_for(CALL, 12000) == Window(12000, 10)
    assert window_for(CALL, 12001) == Window(45000, 30, True)
    assert window_for(CALL, 45001) is None


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"title": " "}, "text_empty"),
        ({"currency": "€"}, "call_currency"),
        ({"opens": "1.3.2027"}, "form_date"),
        ({"closes": "2027-02-28"}, "call_days"),
        ({"ceiling1": "", "ceiling2": ""}, "call_windows"),
        ({"ceiling2": "45000"}, "call_ceilings_equal"),
        ({"ceiling1": "lots"}, "form_number"),
        ({"ceiling1": "0"}, "form_number"),
        ({"own1": "101"}, "form_range"),
        ({"two_below": "-1"}, "form_number"),
    ],
)
def test_a_call_without_sense_is_refused(wrong: dict[str, str], why: str):
    with pytest.raises(Refused, match=why):
        call("c", {**TYPED, **wrong})


def test_a_giver_has_a_name():
    assert giver("g", {"name": " Umbrella  chamber "}).name == "Umbrella chamber"
    with pytest.raises(Refused, match="text_empty"):
        giver("g", {"name": ""})


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ({}, []),
        ({"total": 10000, "own_cash": 0, "own_kind": 1000}, []),
        ({"total": 10000, "own_cash": 999}, ["own_part"]),
        ({"total": 30000, "own_cash": 3000, "own_kind": 6000}, []),
        ({"total": 30000, "own_cash": 2999, "own_kind": 6001}, ["cash_part"]),
        ({"total": 30000, "own_kind": 8999}, ["own_part", "cash_part"]),
        ({"total": 45001, "own_cash": 45001}, ["ceiling"]),
    ],
)
def test_an_application_is_held_against_its_call(form: dict[str, Any], found: list[str]):
    assert misfits(CALL, form) == found


def test_applications_come_in_from_the_first_to_the_last_day():
    assert [is_open(CALL, day) for day in ("2027-02-28", "2027-03-01", "2027-03-28", "2027-03-29")] == [
        False,
        True,
        True,
        False,
    ]
    may_submit(CALL, "2027-03-28")
    with pytest.raises(Refused, match="call_closed"):
        may_submit(CALL, "2027-03-29")


@over(st.integers(1, 10**12), st.integers(0, 10**6))
def test_tranches_add_up_to_the_contract(amount: int, two_below: int):
    parts = tranches(amount, replace(CALL, two_below=two_below))
    assert sum(parts) == amount
    assert len(parts) == (2 if amount < two_below else 3)
    assert all(part >= 0 for part in parts)


def test_tranches_are_those_of_the_rule():
    assert tranches(10000, CALL) == (4000, 4000, 2000)
    assert tranches(1999, CALL) == (1399, 600)


class Journal(list[Booking]):
    """A measure's journal as it grows."""

    state = "running"

    def signs(self, amount: int = 10000, asked: int | None = 12000, state: str = "selected") -> None:
        typed = {"amount": str(amount), "day": "2027-04-01", "stands": "yes", "agreed": "D. Oyun"}
        self.append(replace(contract(typed, TODAY, state, asked, self), id=f"b{len(self)}"))

    def books(self, kind: str, amount: int, day: str = "2027-05-01", proof: str = "Receipt 7") -> None:
        typed = {"kind": kind, "amount": str(amount), "day": day, "proof": proof}
        self.append(replace(booking(typed, TODAY, self.state, self, CALL), id=f"b{len(self)}"))

    def takes_back(self, n: int) -> None:
        self.append(replace(back(f"b{n}", self, TODAY), id=f"b{len(self)}"))


def test_a_measure_goes_through_its_tranches_as_their_proofs_come_in():
    journal = Journal()
    journal.signs()
    with pytest.raises(Refused, match="booking_tranche"):
        journal.books("paid", 4001)
    journal.books("paid", 4000)
    with pytest.raises(Refused, match="booking_receipts"):
        journal.books("paid", 4000)
    journal.books("accounted", 3199)
    with pytest.raises(Refused, match="booking_receipts"):
        journal.books("paid", 4000)
    journal.books("accounted", 1)
    journal.books("paid", 4000)
    journal.books("accounted", 4000)
    with pytest.raises(Refused, match="booking_report"):
        journal.books("paid", 2000)
    journal.state = "completed"
    journal.books("paid", 2000)
    assert [one.tranche for one in journal if one.kind == "paid"] == [1, 2, 3]
    assert standing(journal) == Books(10000, 10000, 7200)
    with pytest.raises(Refused, match="booking_paid"):
        journal.books("paid", 1)


def test_what_is_not_needed_is_released_and_what_was_too_much_comes_back():
    journal = Journal()
    journal.signs()
    journal.books("paid", 4000)
    journal.books("accounted", 3000)
    with pytest.raises(Refused, match="booking_returned") as refused:
        journal.books("returned", 1001)
    assert refused.value.params["most"] == 1000
    journal.books("returned", 1000)
    assert standing(journal) == Books(10000, 3000, 3000)
    with pytest.raises(Refused, match="booking_released"):
        journal.books("released", 7001)
    journal.books("released", 7000)
    assert standing(journal) == Books(3000, 3000, 3000)
    with pytest.raises(Refused, match="booking_accounted"):
        journal.books("accounted", 1)


@pytest.mark.parametrize("state", STATES)
def test_a_contract_needs_a_measure_that_was_selected(state: str):
    journal = Journal()
    may = {"selected", "contracted", "running", "on_hold", "completed", "evaluated", "follow_up", "closed"}
    if state in may:
        journal.signs(state=state)
        assert promised(journal) == 10000
    else:
        with pytest.raises(Refused, match="contract_selected"):
            journal.signs(state=state)


def test_a_contract_stays_below_what_was_asked_and_there_is_one():
    journal = Journal()
    for asked in (9999, None):
        with pytest.raises(Refused, match="contract_asked"):
            journal.signs(asked=asked)
    journal.signs()
    with pytest.raises(Refused, match="contract_there"):
        journal.signs()
    with pytest.raises(Refused, match="envelope_short"):
        fits(5, free=4)
    fits(5, free=5)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"kind": "committed"}, "form_choice"),
        ({"kind": "gift"}, "form_choice"),
        ({"amount": "0"}, "form_number"),
        ({"amount": "-5"}, "form_number"),
        ({"amount": "1e3"}, "form_number"),
        ({"day": "soon"}, "form_date"),
        ({"day": "2027-07-01"}, "reading_future"),
        ({"day": "2027-03-31"}, "booking_before"),
        ({"proof": " "}, "booking_proof"),
    ],
)
def test_a_line_without_sense_or_proof_is_refused(wrong: dict[str, str], why: str):
    journal = Journal()
    journal.signs()
    with pytest.raises(Refused, match=why):
        booking(
            {"kind": "paid", "amount": "1", "day": "2027-05-01", "proof": "x", **wrong}, TODAY, "running", journal, CALL
        )


def test_nothing_is_booked_without_a_contract_and_nothing_paid_on_hold():
    journal = Journal()
    with pytest.raises(Refused, match="contract_first"):
        journal.books("paid", 1)
    journal.signs()
    journal.state = "on_hold"
    with pytest.raises(Refused, match="booking_on_hold"):
        journal.books("paid", 1)
    journal.state = "cancelled"
    with pytest.raises(Refused, match="not_begun"):
        journal.books("paid", 1)
    journal.books("released", 10000)
    assert standing(journal) == Books()


def test_a_mistake_is_booked_back_from_the_newest_on():
    journal = Journal()
    journal.signs()
    journal.books("paid", 4000)
    with pytest.raises(Refused, match="booking_newest"):
        journal.takes_back(0)
    journal.takes_back(1)
    assert (standing(journal), paid_tranches(journal)) == (Books(10000), 0)
    with pytest.raises(Refused, match="booking_newest"):
        journal.takes_back(1)
    journal.takes_back(0)
    assert standing(journal) == Books()
    with pytest.raises(Refused, match="booking_newest"):
        back("b0", journal, TODAY)
    journal.signs(9000, asked=9000)
    assert (standing(journal), promised(journal)) == (Books(9000), 9000)


KINDS = st.sampled_from(["paid", "accounted", "returned", "released"])


@over(st.lists(st.tuples(KINDS, st.integers(1, 6000)), max_size=25), st.sampled_from(["running", "completed"]))
def test_whatever_is_booked_no_sum_runs_past_another(steps: list[tuple[str, int]], state: str):
    journal = Journal()
    journal.state = state
    journal.signs()
    for kind, amount in steps:
        try:
            journal.books(kind, amount)
        except Refused:
            continue
        stands = standing(journal)
        assert 0 <= stands.accounted <= stands.paid <= stands.committed <= 10000
        assert paid_tranches(journal) <= 3


@over(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_committee_offers_at_most_a_fifth_less(amount: int, asked: int):
    typed = {"stands": "yes", "agreed": "D. Oyun"}
    if amount >= asked:
        assert offer(amount, asked, {}) == ""
    elif Fraction(amount, asked) >= Fraction(4, 5):
        assert offer(amount, asked, typed) == "D. Oyun"
    else:
        with pytest.raises(Refused, match="contract_low") as refused:
            offer(amount, asked, typed)
        least = refused.value.params["least"]
        assert Fraction(least, asked) >= Fraction(4, 5) > Fraction(least - 1, asked)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ({}, "contract_goal"),
        ({"agreed": "D. Oyun"}, "contract_goal"),
        ({"stands": "yes", "agreed": " "}, "contract_agreed"),
    ],
)
def test_less_is_offered_only_where_the_goal_stands_and_the_champion_agrees(typed: dict[str, str], key: str):
    with pytest.raises(Refused, match=key):
        offer(9000, 10000, typed)
    journal: list[Booking] = []
    day = {"amount": "9000", "day": "2027-04-01"}
    with pytest.raises(Refused, match=key):
        contract({**day, **typed}, TODAY, "selected", 10000, journal)
    assert contract(day, TODAY, "running", 10000, journal).amount == 9000, "a contract that was made before these books"
