"""The fund on pages: givers, calls and envelopes by its keepers; contract and payments of a measure by the office."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from shared.domain.register.entries import Entry, Event, begin
from shared.store import people, register
from tests.web.conftest import Facilitator, Visitor, house_of

FUND = "/facilitator/fund"
CALL = {"title": "Spring round", "currency": "EUR", "opens": "2026-01-01", "closes": "2026-01-28", "ceiling1": "12000"}


def enters(app: Flask, state: str = "selected", **form: Any) -> str:
    with house_of(app).store.read() as connection:
        place = people.regions(connection)[0].id

    def begun(blank: Entry) -> tuple[Entry, Event]:
        made, event = begin(blank, "Aya", "Felt workshop", {"asked": 8000, "total": 10000, **form})
        return replace(made, state=state), event

    made: Entry = house_of(app).store.write(lambda c: register.add(c, region_id=place, year=2026, at=1, begun=begun))
    return f"/facilitator/measures/{made.id}"


def options(page: TestResponse, name: str) -> dict[str, str]:
    """Read what a list offers: by its words the value."""
    found = re.search(rf'<select[^>]* name="{name}"[^>]*>(.*?)</select>', page.text, re.S)
    assert found, name
    return {text: value for value, text in re.findall(r'<option value="([^"]*)"[^>]*>([^<]*)', found[1])}


@pytest.fixture
def envelope(facilitator: Facilitator) -> str:
    """A giver, a call and 9,000 EUR for the region; the call's address."""
    assert facilitator.sends(FUND, {"name": "Donor"}).status_code == 303
    made = facilitator.sends(f"{FUND}/call", CALL)
    assert made.status_code == 303, made.text
    call = made.headers["Location"]
    page = facilitator.opens(call)
    lay = {"act": "lay", "amount": "9 000", "region": options(page, "region")["Altan-Ovoo"]}
    assert facilitator.sends(call, {**lay, "giver": options(page, "giver")["Donor"]}).status_code == 303
    return call


def signs(facilitator: Facilitator, entry: str, amount: str = "8000") -> TestResponse:
    page = facilitator.opens(f"{entry}/money")
    drawn = next(iter(options(page, "envelope").values()))
    typed = {"act": "contract", "envelope": drawn, "amount": amount, "day": "2026-02-01", "proof": "No. 7"}
    return facilitator.sends(f"{entry}/money", typed)


def books(facilitator: Facilitator, entry: str, kind: str, amount: str) -> TestResponse:
    line = {"act": "book", "kind": kind, "amount": amount, "day": "2026-03-01", "proof": "Receipt"}
    return facilitator.sends(f"{entry}/money", line)


def totals(page: TestResponse) -> list[str]:
    foot = re.search(r"<tfoot>(.*?)</tfoot>", page.text, re.S)
    assert foot
    return re.findall(r"<b>([^<]*)</b>", foot[1])


def test_the_fund_begins_empty_and_says_so(facilitator: Facilitator):
    shown = facilitator.opens(FUND).text
    for told in ("No money has been laid in", "There is no call yet", "No giver is entered yet"):
        assert told in shown


def test_less_than_was_asked_needs_the_champions_word(app: Flask, facilitator: Facilitator, envelope: str):
    entry = enters(app)
    low = signs(facilitator, entry, "6399")
    assert low.status_code == 400 and "at most 20 % less: 6,400" in low.text
    refused = signs(facilitator, entry, "6400")
    assert refused.status_code == 400 and "Tick that the goal" in refused.text
    drawn = next(iter(options(facilitator.opens(f"{entry}/money"), "envelope").values()))
    typed = {"act": "contract", "envelope": drawn, "amount": "6400", "day": "2026-02-01", "proof": "", "stands": "yes"}
    silent = facilitator.sends(f"{entry}/money", typed)
    assert silent.status_code == 400 and "Write who agreed" in silent.text
    assert 'value="yes" checked' in silent.text, "what was ticked stays"
    assert facilitator.sends(f"{entry}/money", {**typed, "agreed": "D. <b>Oyun</b>"}).status_code == 303
    shown = facilitator.opens(entry).text
    assert "Promised by contract 6,400 EUR" in shown
    assert "Asked were 8,000; D. &lt;b&gt;Oyun&lt;/b&gt; agreed to less." in shown
    assert totals(facilitator.opens(FUND))[1] == "6,400"
    assert envelope


def test_a_contract_is_made_paid_and_accounted_for(app: Flask, facilitator: Facilitator, envelope: str):
    entry = enters(app)
    assert "Donor: 9,000 EUR free" in facilitator.opens(f"{entry}/money").text
    refused = facilitator.sends(entry, {"act": "move", "to": "contracted"})
    assert refused.status_code == 400
    assert "make the contract under" in refused.text
    assert "more can be promised than was asked for: 8,000" in signs(facilitator, entry, "8001").text
    assert signs(facilitator, entry).status_code == 303
    shown = facilitator.opens(entry).text
    assert "Under contract" in shown
    assert "Promised by contract 8,000 EUR" in shown
    assert "This tranche is 3,200 at most" in books(facilitator, entry, "paid", "4000").text
    assert books(facilitator, entry, "paid", "3200").status_code == 303
    wrong = books(facilitator, entry, "accounted", "3201")
    assert wrong.status_code == 400
    assert 'value="3201"' in wrong.text, "what was typed stands there still"
    assert books(facilitator, entry, "accounted", "3,000").status_code == 400
    assert books(facilitator, entry, "accounted", "3000").status_code == 303
    assert totals(facilitator.opens(FUND)) == ["9,000", "8,000", "3,200", "3,000", "1,000"]
    assert totals(facilitator.opens(f"{FUND}?on=2026-02-15")) == ["9,000", "8,000", "0", "0", "1,000"]
    assert totals(facilitator.opens(f"{FUND}?on=2026-01-15")) == ["9,000", "0", "0", "0", "9,000"]
    assert envelope


def test_two_measures_cannot_have_the_same_money(app: Flask, facilitator: Facilitator, envelope: str):
    first, second = enters(app), enters(app)
    assert signs(facilitator, first).status_code == 303
    refused = signs(facilitator, second)
    assert refused.status_code == 400
    assert "The envelope holds only 1,000 more." in refused.text
    assert "Chosen" in facilitator.opens(second).text, "its state stayed with its money"
    refused = facilitator.sends(envelope, {**_laid(facilitator, envelope), "amount": "7999"})
    assert "8,000 of this envelope is promised already." in refused.text


def _laid(facilitator: Facilitator, call: str) -> dict[str, str]:
    page = facilitator.opens(call)
    return {
        "act": "lay",
        "region": options(page, "region")["Altan-Ovoo"],
        "giver": options(page, "giver")["Donor"],
    }


def test_the_newest_line_is_taken_back_and_both_stay_in_the_journal(
    app: Flask, facilitator: Facilitator, envelope: str
):
    entry = enters(app)
    signs(facilitator, entry)
    books(facilitator, entry, "paid", "3200")
    line = re.search(r'name="booking" value="([0-9a-f]{32})"', facilitator.opens(f"{entry}/money").text)
    assert line
    taken = {"act": "back", "booking": line[1]}
    assert facilitator.sends(f"{entry}/money", taken).status_code == 303
    shown = facilitator.opens(f"{entry}/money").text
    assert "<s>Tranche 1 paid</s>" in shown
    assert "-3,200" in shown
    assert facilitator.sends(f"{entry}/money", taken).status_code == 400
    assert totals(facilitator.opens(FUND))[2] == "0"
    assert envelope


def test_an_application_is_handed_in_within_the_days_of_its_call(app: Flask, facilitator: Facilitator, envelope: str):
    entry = enters(app, "drafting", total=20000)
    call = envelope.rsplit("/", 1)[1]
    assert facilitator.sends(f"{entry}/money", {"act": "call", "call": call}).status_code == 303
    shown = facilitator.opens(f"{entry}/money").text
    assert "above the call’s ceiling of 12,000 EUR" in shown
    assert "Spring round (closed)" in shown
    refused = facilitator.sends(entry, {"act": "move", "to": "submitted"})
    assert "The call is not open on this day." in refused.text
    assert facilitator.sends(f"{entry}/money", {"act": "call", "call": ""}).status_code == 303
    refused = facilitator.sends(entry, {"act": "move", "to": "submitted"})
    assert "The call is not open" not in refused.text
    assert facilitator.sends(f"{entry}/money", {"act": "call", "call": "f" * 32}).status_code == 404


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"ceiling1": ""}, "Give at least one ceiling."),
        ({"currency": "EURO"}, "three letters"),
        ({"closes": "2025-01-01"}, "cannot close before it opens"),
    ],
)
def test_a_wrong_call_stays_in_its_form(facilitator: Facilitator, typed: dict[str, str], said: str):
    refused = facilitator.sends(f"{FUND}/call", {**CALL, "title": "Typed title", **typed})
    assert refused.status_code == 400
    assert said in refused.text
    assert 'value="Typed title"' in refused.text


def test_a_giver_is_changed_and_no_two_bear_one_name(facilitator: Facilitator):
    facilitator.sends(FUND, {"name": "Donor", "purpose": "Roads"})
    again = facilitator.sends(FUND, {"name": "Donor"})
    assert (again.status_code, "a giver of this name already" in again.text) == (400, True)
    id = re.search(r'name="giver" value="([0-9a-f]{32})"', facilitator.opens(FUND).text)
    assert id
    facilitator.sends(FUND, {"giver": id[1], "name": "Donor <b>", "purpose": "Bridges"})
    shown = facilitator.opens(FUND).text
    assert "Donor &lt;b&gt;" in shown
    assert "Bridges" in shown
    assert "Roads" not in shown


def test_the_books_are_given_out_as_a_table(app: Flask, facilitator: Facilitator, envelope: str):
    signs(facilitator, enters(app))
    answer = facilitator.opens(f"{FUND}.xlsx")
    assert answer.status_code == 200
    cells = [[cell.value for cell in row] for sheet in load_workbook(io.BytesIO(answer.data)) for row in sheet.rows]
    assert ["Spring round", "Altan-Ovoo", "Donor", "EUR", 9000, 8000, 0, 0, 1000] in cells
    assert facilitator.opens(f"{FUND}.pdf").data.startswith(b"%PDF")
    assert envelope


def test_the_office_of_a_region_sees_its_money_and_lays_none_in(app: Flask, facilitator: Facilitator, envelope: str):
    def settle(connection: Any) -> str:
        here = people.regions(connection)[0].id
        people.add_region(connection, "Elsewhere", "en")
        id = people.add_person(connection, email="aya@example.org", name="Aya", role="facilitator", password_hash="x")
        people.set_regions(connection, id, [here])
        return people.add_token(connection, id, 0)

    token: str = house_of(app).store.write(settle)
    aya = Visitor(app).client
    asks = {"headers": {"Authorization": f"Bearer {token}"}, "base_url": "http://localhost"}
    shown = aya.get(FUND, **asks).text
    assert totals(aya.get(FUND, **asks))[0] == "9,000"
    assert "Add the giver" not in shown
    assert "Elsewhere" not in shown
    assert aya.get(envelope, **asks).status_code == 404
    assert aya.post(FUND, data={"name": "X"}, **asks).status_code == 404
