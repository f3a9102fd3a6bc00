"""From a sketch to somebody who stands up for it: measure sheets, the plan, commitments, on all screens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.readers import unlinked
from tests.harness.server import Server, until
from tests.people import Console, Workshop


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("measures")) as server:
        yield server


@pytest.fixture(scope="module")
def signed_in(browser: Browser, running: Server) -> Any:
    """What a browser keeps of a facilitator who has signed in."""
    person = FacilitatorUser(browser, running.url)
    person.signs_in_first(running.first_link)
    state = person.context.storage_state()
    person.leaves()
    return state


@pytest.fixture
def workshop(running: Server, signed_in: Any) -> Iterator[Workshop]:
    made = Workshop(running)
    yield made
    made.close()


@pytest.fixture
def console(workshop: Workshop) -> Console:
    return workshop.console()


@pytest.fixture
def wall(browser: Browser, running: Server, workshop: Workshop) -> Iterator[WallScreen]:
    screen = WallScreen(browser, running.url, f"{running.url}/projector/{workshop.key}")
    yield screen
    assert screen.complaints == []
    screen.leaves()


def phone(browser: Browser, running: Server, workshop: Workshop, sector: str) -> PhoneUser:
    person = PhoneUser(browser, running.url, width=320, height=568)
    person.scans(workshop.code)
    person.taps_sector(sector)
    return person


def looks_right(person: PhoneUser) -> None:
    person.is_not_wider_than_the_screen()
    assert violations(person.page) == []


def measure(console: Console) -> dict[str, Any]:
    (only,) = console.all("measure").values()
    return dict(only)


def test_a_table_sketches_a_measure_and_another_phone_goes_on_with_it(
    browser: Browser, running: Server, workshop: Workshop, console: Console, wall: WallScreen
) -> None:
    step = console.step("sheet")["id"]
    console.does("activity.enter", activity=step)
    first, second = (phone(browser, running, workshop, sector) for sector in ("Private", "Public"))
    console.does("activity.open", activity=step)
    first.button("Sketch a measure").click()
    first.page.get_by_label("Name of the measure").fill("Craft cen")
    first.page.reload()
    first.button("Sketch a measure").click()
    expect(first.page.get_by_label("Name of the measure")).to_have_value("Craft cen")
    looks_right(first)
    first.page.get_by_label("Name of the measure").fill("Craft centre")
    first.button("Begin").click()
    first.page.get_by_label("What is done").fill("A hall with two looms")
    first.page.get_by_label("Cost in all").fill("9 000 EUR")
    first.sees("A whole number up to")
    first.page.get_by_label("Cost in all").fill("9 000")
    first.page.get_by_label("Champion").fill("Aya")
    first.page.get_by_label("Champion").blur()
    until(lambda: measure(console).get("champion") == "Aya", "the sketch")
    assert measure(console)["sheet"] == {"what": "A hall with two looms", "total": 9000}
    looks_right(first)
    wall.sees("Craft centre")
    wall.sees("2 of 12")
    second.page.get_by_text("Craft centre").click()
    second.sees("A hall with two looms")
    second.button(re.compile("^Go on with it here")).click()
    second.button(re.compile("^Craft centre")).click()
    second.page.get_by_label("Who gains").fill("Twelve weavers")
    second.button("Back to all sketches").click()
    until(lambda: measure(console)["sheet"].get("gains") == "Twelve weavers", "the other phone's answer")
    expect(first.page.get_by_label("Who gains")).to_have_count(0)
    console.does("activity.confirm", activity=step)
    first.sees("The measures")
    looks_right(first)
    for person in (first, second):
        assert person.complaints == []
        person.leaves()


def test_words_on_their_way_when_the_step_closes_are_shown_again(
    browser: Browser, running: Server, workshop: Workshop, console: Console
) -> None:
    step = console.step("sheet")["id"]
    console.does("activity.open", activity=step)
    person = phone(browser, running, workshop, "Private")
    person.button("Sketch a measure").click()
    person.page.get_by_label("Name of the measure").fill("Craft centre")
    person.button("Begin").click()
    until(lambda: console.all("measure"), "the sketch")
    person.context.set_offline(True)
    person.page.get_by_label("Who gains").fill("Twelve weavers")
    person.page.get_by_label("Who gains").blur()
    console.does("activity.confirm", activity=step)
    person.context.set_offline(False)
    person.page.reload()
    person.sees("Twelve weavers")
    person.sees("closed")
    person.leaves()


def test_a_plan_and_promises_by_name(
    browser: Browser, running: Server, workshop: Workshop, console: Console, wall: WallScreen
) -> None:
    console.does("measure.adopt", measure="craft", title="Craft centre")
    plan, commit = console.step("plan")["id"], console.step("commit")["id"]
    console.does("activity.enter", activity=plan)
    console.does("activity.open", activity=plan)
    person = phone(browser, running, workshop, "Semi-public")
    person.button("Add a line: Craft centre").click()
    person.page.get_by_label("Who", exact=True).fill("Bat")
    person.page.get_by_label("What is done").fill("Ask for the hall")
    person.page.reload()
    person.button("Add a line: Craft centre").click()
    expect(person.page.get_by_label("What is done")).to_have_value("Ask for the hall")
    person.page.get_by_label("Until when").fill("2026-12-01")
    looks_right(person)
    person.button("Write it down").click()
    person.sees("until December 1, 2026")
    wall.sees("Ask for the hall")
    person.button("Change: Ask for the hall").click()
    person.page.get_by_label("With what").fill("a letter")
    person.button("Write it down").click()
    person.sees("a letter")
    looks_right(person)
    console.does("activity.confirm", activity=plan)
    console.does("activity.open", activity=commit)
    person.button("I will …: Craft centre").click()
    person.page.get_by_label("Your name").fill("Bat-Erdene")
    person.page.get_by_text("I stand up for this measure").click()
    looks_right(person)
    person.button("I promise").click()
    until(lambda: measure(console).get("champion") == "Bat-Erdene", "the champion")
    wall.sees("Bat-Erdene")
    assert violations(wall.page) == []
    console.does("activity.confirm", activity=commit)
    minutes = unlinked(running.run("minutes", workshop.code, "--format", "md"))
    assert re.search(r"Ask for the hall.*Bat.*a letter.*Craft centre", minutes)
    assert re.search(r"Bat-Erdene.*stands up for the measure.*Craft centre", minutes)
    person.leaves()


def test_the_facilitator_writes_for_those_without_a_phone(
    browser: Browser, running: Server, workshop: Workshop, console: Console, wall: WallScreen, signed_in: Any
) -> None:
    tuya = FacilitatorUser(browser, running.url, storage_state=signed_in)
    console.does("measure.adopt", measure="craft", title="Craft centre")
    console.does("activity.enter", activity=console.step("sheet")["id"])
    tuya.opens_console(workshop.id)
    tuya.walks_on("Open for sketches", "Close the sketches")
    tuya.button(re.compile("^Craft centre")).click()
    tuya.page.get_by_label("Asked of the fund").fill("12,500")
    tuya.page.keyboard.press("Tab")
    until(lambda: measure(console)["sheet"].get("asked") == 12500, "the answer")
    assert violations(tuya.page) == []
    tuya.walks_on("Close the sketches", re.compile("^Go to"))
    console.does("activity.enter", activity=console.step("commit")["id"])
    tuya.walks_on("Open for commitments", "End the commitments")
    group = tuya.page.get_by_role("region", name="Craft centre")
    group.get_by_label("Who").fill("Dorj")
    group.get_by_label("What", exact=True).fill("Ten days of work")
    group.get_by_label("champion").check()
    group.get_by_role("button", name="Add the line").click()
    wall.sees("Ten days of work")
    until(lambda: measure(console)["champion"] == "Dorj", "the champion")
    assert violations(tuya.page) == []
    group.get_by_role("button", name=re.compile("^Take out")).click()
    wall.sees("Who stands up?")
    until(lambda: measure(console)["champion"] == "", "no champion")
    assert tuya.complaints == []
    tuya.leaves()
