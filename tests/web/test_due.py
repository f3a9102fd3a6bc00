"""Checks that are due: listed for the office, in a calendar by file and by link, asked for by e-mail once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from shared.config import Settings
from shared.domain.register.entries import Entry, Event, begin
from shared.store import people, register
from shared.web.courier import Courier
from tests.harness.mailbox import Mailbox
from tests.web.conftest import Facilitator, Visitor, house_of
from tests.web.test_courier import Clock
from tests.web.test_ics import lines, values
from tests.web.test_programme import GOOD

PAGE = "/facilitator/measures/due"
OYUN = "oyun@example.org"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with Mailbox() as box:
        yield box


@pytest.fixture
def settings(tmp_path, mailbox: Mailbox) -> Settings:
    set_ = {"LED_SMTP_URL": mailbox.url, "LED_PUBLIC_URL": "http://localhost"}
    return Settings.read(set_, data=tmp_path / "data")


@pytest.fixture
def courier(app: Flask) -> Courier:
    house = house_of(app)
    assert house.settings.smtp is not None
    return Courier(house.store, house.settings.smtp, house.public_url, Clock(house.desk.now() + 1000))


def days_ago(days: int) -> str:
    return (datetime.now(UTC).date() - timedelta(days=days)).isoformat()


def ends(app: Flask, title: str, days: int, state: str = "completed", region: str = "", email: str = OYUN) -> str:
    """Enter a measure that ended so many days ago, and give its id."""
    with house_of(app).store.read() as connection:
        place = region or people.regions(connection)[0].id

    def begun(blank: Entry) -> tuple[Entry, Event]:
        made, event = begin(blank, "Aya", title, {"champion": "D. Oyun", "champion_email": email})
        return replace(made, state=state, ended_on=days_ago(days)), event

    made: Entry = house_of(app).store.write(lambda c: register.add(c, region_id=place, year=2025, at=1, begun=begun))
    return made.id


def listed(text: str) -> list[tuple[str, str]]:
    """The measures and checks that a page lists."""
    return re.findall(r"/facilitator/measures/(\w{32})/checks/(T\d+)", text)


def asks(facilitator: Facilitator, *checks: str) -> Any:
    return facilitator.sends(PAGE, {"act": "mail", "check": list(checks)})


def test_what_is_due_is_listed_until_it_is_made(app: Flask, facilitator: Facilitator):
    felt = ends(app, "Felt workshop", 400)
    soon = ends(app, "Cellar", 150, state="running")
    for title, state in (("Stopped", "cancelled"), ("Old", "closed")):
        ends(app, title, 400, state=state)
    shown = facilitator.opens(PAGE).text
    assert listed(shown) == [(felt, "T6"), (felt, "T12"), (soon, "T6")]
    assert "To be made: 3; overdue: 2." in shown
    assert "D. Oyun" in shown
    assert listed(facilitator.opens(f"{PAGE}?within=0").text) == [(felt, "T6"), (felt, "T12")]
    assert len(listed(facilitator.opens(f"{PAGE}?within=365").text)) == 5
    made = facilitator.sends(f"/facilitator/measures/{felt}/checks/T6", {**GOOD, "way": "visit", "day": days_ago(1)})
    assert made.status_code == 303
    assert listed(facilitator.opens(PAGE).text) == [(felt, "T12"), (soon, "T6")]
    assert PAGE in facilitator.opens("/facilitator/measures").text


def test_the_calendar_has_the_days_and_nobodys_address(app: Flask, facilitator: Facilitator):
    felt = ends(app, "Felt; workshop", 10)
    given = facilitator.opens(f"{PAGE}.ics")
    assert given.mimetype == "text/calendar"
    told = lines(given.data)
    assert [line for line in told if line.startswith("UID:")] == [f"UID:{felt}-T{n}@led-workshop" for n in (6, 12, 24)]
    assert r"SUMMARY:Check: Felt\; workshop" in told
    assert "Oyun" not in given.text and OYUN not in given.text


def test_a_region_is_subscribed_to_by_a_link_that_can_be_closed(app: Flask, facilitator: Facilitator):
    felt = ends(app, "Felt workshop", 10)
    other = house_of(app).store.write(lambda c: people.add_region(c, "Elsewhere", "de"))
    beside = ends(app, "Beside", 10, region=other)

    def opens(region: str) -> str:
        shown = facilitator.sends(PAGE, {"act": "open_calendar", "region": region}).text
        found = re.search(r'value="http://localhost(/calendar/[^"]+\.ics)"', shown)
        assert found
        return found[1]

    with house_of(app).store.read() as connection:
        here = next(one.id for one in people.regions(connection) if one.id != other)
    old, theirs, link = opens(here), opens(other), opens(here)
    read = Visitor(app).opens(link)
    assert read.status_code == 200 and felt in read.text and beside not in read.text
    assert values(read.data)["SUMMARY"] == "Check: Felt workshop"
    assert "SUMMARY:Prüfung: Beside" in lines(Visitor(app).opens(theirs).data)
    facilitator.sends(f"/facilitator/measures/{felt}/checks/T6", {**GOOD, "way": "visit", "day": days_ago(1)})
    assert f"{felt}-T6" not in Visitor(app).opens(link).text
    facilitator.sends(PAGE, {"act": "close_calendar", "region": here})
    for gone in (old, link, "/calendar/nothing.ics"):
        assert Visitor(app).opens(gone).status_code == 404, gone
    assert facilitator.sends(PAGE, {"act": "open_calendar", "region": "f" * 32}).status_code == 404


def test_a_champion_is_asked_once_and_checks_by_the_link(
    app: Flask, facilitator: Facilitator, mailbox: Mailbox, courier: Courier
):
    felt = ends(app, "Felt workshop", 200)
    ends(app, "Nobody’s", 200, email="")
    assert facilitator.opens(PAGE).text.count('name="check"') == 1
    for queued in (1, 0):
        assert f"queued={queued}" in asks(facilitator, f"{felt}:T6", f"{felt}:T6").headers["Location"]
    assert "on its way" in facilitator.opens(PAGE).text
    assert courier.step() and not courier.step()
    (mail,) = mailbox.mails
    assert (mail["To"], mail["Subject"]) == (OYUN, "Does it still work? Felt workshop")
    link = re.search(r"http://localhost(/check/\S+)", mail.get_body(("plain",)).get_content())
    assert link
    assert "queued=0" in asks(facilitator, f"{felt}:T6").headers["Location"], "sent is sent"
    shown = facilitator.opens(PAGE).text
    assert ">sent<" in shown and 'name="check"' not in shown
    assert "Asked by e-mail" in facilitator.opens(f"/facilitator/measures/{felt}").text
    assert Visitor(app).sends(link[1], {**GOOD, "name": "Oyun"}).status_code == 303
    assert listed(facilitator.opens(PAGE).text) == [(m, "T6") for m, _ in listed(facilitator.opens(PAGE).text)]
    assert felt not in facilitator.opens(PAGE).text


def test_what_failed_is_told_and_may_be_sent_again(
    app: Flask, facilitator: Facilitator, mailbox: Mailbox, courier: Courier
):
    felt = ends(app, "Felt workshop", 200)
    mailbox.answers[OYUN] = ["550 no such user"]
    asks(facilitator, f"{felt}:T6")
    courier.step()
    shown = facilitator.opens(PAGE).text
    assert "not sent" in shown and "the mail server there refused it" in shown
    assert "queued=1" in asks(facilitator, f"{felt}:T6").headers["Location"]
    courier.step()
    assert len(mailbox.mails) == 1


def test_no_mail_asks_for_a_check_that_was_made_meanwhile(
    app: Flask, facilitator: Facilitator, mailbox: Mailbox, courier: Courier
):
    felt = ends(app, "Felt workshop", 200)
    asks(facilitator, f"{felt}:T6")
    facilitator.sends(f"/facilitator/measures/{felt}/checks/T6", {**GOOD, "way": "visit", "day": days_ago(1)})
    courier.step()
    assert mailbox.mails == []


@pytest.mark.parametrize("check", ["", "x", "x:T6", "T6"])
def test_only_checks_that_are_there_are_asked_for(app: Flask, facilitator: Facilitator, check: str):
    ends(app, "Felt workshop", 200)
    refused = asks(facilitator, check)
    assert refused.status_code == 400
    assert "Tick something first" in refused.text
