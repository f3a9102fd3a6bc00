"""Changes to a contract on pages: asked for by the champion's link, answered by the office, told in the history."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from shared.domain.register.entries import Entry, Event, begin
from shared.store import people, register
from tests.domain.test_changing import FORM
from tests.web.conftest import Facilitator, Visitor, house_of


@pytest.fixture
def entry(app: Flask, facilitator: Facilitator) -> str:
    assert facilitator
    with house_of(app).store.read() as connection:
        place = people.regions(connection)[0].id

    def begun(blank: Entry) -> tuple[Entry, Event]:
        made, event = begin(blank, "Aya", "Felt", FORM)
        return replace(made, state="running"), event

    made: Entry = house_of(app).store.write(lambda c: register.add(c, region_id=place, year=2026, at=1, begun=begun))
    return f"/facilitator/measures/{made.id}"


@pytest.fixture
def link(app: Flask, entry: str) -> str:
    return f"/apply/{house_of(app).store.write(lambda c: register.open_link(c, entry.split('/')[3]))}"


def asks(who: Any, page: str, **given: str) -> Any:
    return who.sends(f"{page}/changes", {"act": "ask", "why": "Wool <b>rose</b>", **given})


def test_a_champion_asks_and_the_office_answers(app: Flask, facilitator: Facilitator, entry: str, link: str):
    oyun = Visitor(app)
    assert "Changes to the contract" in oyun.opens(link).text
    done = asks(oyun, link, **{"amount-0": "5000", "amount-1": "4000"})
    assert done.status_code == 303
    shown = oyun.opens(f"{link}/changes").text
    assert "5,000 · 4,000 · 1,000" in shown and ">holds<" in shown and "Wool &lt;b&gt;rose&lt;/b&gt;" in shown
    assert asks(oyun, link, **{"amount-0": "3000", "amount-1": "6000"}).status_code == 303
    waits = oyun.opens(f"{link}/changes").text
    assert "It waits for the office" in waits and "Allow it" not in waits
    assert oyun.sends(f"{link}/changes", {"act": "allow", "word": "x"}, page="/").status_code == 400
    assert "A change waits" in facilitator.opens(entry).text
    office = f"{entry}/changes"
    silent = facilitator.sends(office, {"act": "allow", "word": ""})
    assert silent.status_code == 400
    assert facilitator.sends(office, {"act": "allow", "word": "Meeting of 3 June"}).status_code == 303
    shown = facilitator.opens(office).text
    assert "3,000 · 6,000 · 1,000" in shown and "Meeting of 3 June" in shown
    history = facilitator.opens(entry).text
    assert "Contract changed" in history and "Change of the contract asked for" in history
    again = facilitator.sends(office, {"act": "refuse", "word": "Late"}, page=office)
    assert again.status_code == 404 and "No change waits any more." in again.text


def test_what_is_refused_keeps_what_was_typed(facilitator: Facilitator, entry: str):
    wrong = asks(facilitator, entry, **{"amount-0": "9000"})
    assert wrong.status_code == 400
    assert "may not be more than the contract: 10000" in wrong.text
    assert 'value="9000"' in wrong.text and "Wool &lt;b&gt;rose" in wrong.text


def test_a_link_that_opens_nothing_changes_nothing(app: Flask, entry: str):
    assert entry
    for method in ("get", "post"):
        answer = getattr(Visitor(app).client, method)("/apply/nothing/changes", base_url="http://localhost")
        assert answer.status_code in (400, 403, 404)


def test_a_measure_without_lines_says_so(app: Flask, facilitator: Facilitator, entry: str):
    id = entry.split("/")[3]
    house_of(app).store.write(
        lambda c: register.change(c, id, 9, lambda e: (replace(e, form={}), Event("noted", "Aya", "office")))
    )
    assert "no budget by lines" in facilitator.opens(f"{entry}/changes").text
