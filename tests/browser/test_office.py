"""The office's pages on the demo programme: every one on a phone and a laptop, without a fault for those who listen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import looks_right
from tests.browser.people import FacilitatorUser, PhoneUser
from tests.harness.server import Server

WIDTHS = ((390, 844), (1366, 768))


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("office")) as server:
        server.run("demo", "--programme", "--json")
        yield server


@pytest.fixture
def ann(browser: Browser, running: Server, signed_in: Any) -> Iterator[FacilitatorUser]:
    person = FacilitatorUser(browser, running.url, storage_state=signed_in)
    yield person
    assert person.complaints == []
    person.leaves()


def looks_right_everywhere(person: FacilitatorUser) -> None:
    for width, height in WIDTHS:
        person.page.set_viewport_size({"width": width, "height": height})
        looks_right(person)


@pytest.mark.parametrize(
    "address",
    [
        "programme",
        "programme/trained",
        "programme/effective",
        "programme/quarters",
        "programme/factors",
        "programme/regions",
        "programme/regions?by=jobs&down=1",
        "programme/library",
        "development",
        "measures",
        "measures?as=board",
        "measures/import",
        "measures/due",
        "fund",
        "exchange",
        "fund/call",
        "materials",
        "training",
        "training/people",
        "templates",
        "people",
        "me",
    ],
)
def test_a_page_of_the_office_fits_phone_and_laptop(ann: FacilitatorUser, running: Server, address: str) -> None:
    ann.page.goto(f"{running.url}/facilitator/{address}")
    expect(ann.page.get_by_role("heading", level=1)).to_be_visible()
    looks_right_everywhere(ann)


def test_a_region_is_seen_at_a_glance(ann: FacilitatorUser, running: Server) -> None:
    ann.page.goto(f"{running.url}/facilitator/programme")
    ann.page.locator("section table a").first.click()
    ann.page.get_by_role("link", name="The region at a glance").click()
    ann.sees("Where the region is in its cycle")
    looks_right_everywhere(ann)


def opens_one(ann: FacilitatorUser, running: Server, state: str) -> str:
    """Open the first measure in a state; give its address."""
    ann.page.goto(f"{running.url}/facilitator/measures?state={state}")
    ann.page.locator("main table a").first.click()
    expect(ann.page.get_by_role("heading", name="Five principles")).to_be_visible()
    return ann.page.url


@pytest.mark.parametrize(
    ("state", "parts"),
    [
        ("running", ("", "/results", "/money", "/course", "/files", "/changes", "/materials")),
        ("done", ("/results", "/checks/T6")),
    ],
)
def test_a_measure_has_all_its_pages(ann: FacilitatorUser, running: Server, state: str, parts: tuple[str, ...]) -> None:
    address = opens_one(ann, running, state)
    for part in parts:
        answer = ann.page.goto(f"{address}{part}")
        assert answer is not None and answer.status == 200, part
        looks_right_everywhere(ann)


def test_a_champion_reports_by_link_and_asks_for_a_change(
    ann: FacilitatorUser, running: Server, browser: Browser
) -> None:
    address = opens_one(ann, running, "running")
    ann.button("Make the link").click()
    link = ann.page.get_by_role("textbox", name="Link for the champion").input_value()
    oyun = PhoneUser(browser, running.url, width=320, height=568)
    oyun.page.goto(link)
    oyun.page.get_by_role("link", name="How it goes").click()
    oyun.page.get_by_label("In your words").fill("The first guide is printed")
    oyun.context.set_offline(True)
    oyun.button("Send the report").click()
    oyun.sees("What you typed is still here")
    oyun.context.set_offline(False)
    oyun.button("Send the report").click()
    oyun.sees("The report is with the office.")
    looks_right(oyun)
    oyun.page.goto(f"{link}/changes")
    looks_right(oyun)
    ann.page.goto(f"{address}/course")
    ann.sees("The first guide is printed")
    looks_right_everywhere(ann)
    ann.button("Accept: How it goes").click()
    expect(ann.page.get_by_text("accepted", exact=True)).to_be_visible()
    oyun.page.goto(f"{link}/report")
    oyun.sees("accepted")
    assert [said for said in oyun.complaints if "ERR_INTERNET" not in said] == []
    oyun.leaves()


def test_a_workshop_is_convened_from_measures_and_its_decisions_are_written_back(
    ann: FacilitatorUser, running: Server
) -> None:
    ann.page.goto(f"{running.url}/facilitator/measures?state=done")
    ann.page.locator("main input[name=entry]").first.check()
    ann.button("Open a workshop with them").click()
    ann.sees(re.compile("principles hold"))
    looks_right_everywhere(ann)
    ann.page.get_by_label("Title").fill("Look back")
    ann.page.locator("main form button.go").click()
    ann.page.wait_for_url(re.compile("/prepare"))
    id = ann.page.url.split("/workshops/")[1].split("/")[0]
    ann.page.goto(f"{running.url}/facilitator/workshops/{id}/decisions")
    ann.sees(re.compile("of 5 principles hold"))
    looks_right_everywhere(ann)


def test_a_list_is_looked_through_and_taken_in(ann: FacilitatorUser, running: Server) -> None:
    ann.page.goto(f"{running.url}/facilitator/measures/import")
    content = b"Measure;Region;State\nCellar for cheese;Khentii;Idea\nSigns;Moon;Idea\n"
    ann.page.locator("#file").set_input_files({"name": "list.csv", "mimeType": "text/csv", "buffer": content})
    ann.button("Look through").click()
    ann.sees("New: 1. There already: 0. Wrong: 1.")
    looks_right_everywhere(ann)
    ann.button("Enter the new ones (1)").click()
    ann.sees("Cellar for cheese")


def test_people_of_a_list_are_told_and_counted_once(ann: FacilitatorUser, running: Server) -> None:
    ann.page.goto(f"{opens_one(ann, running, 'running')}/results")
    ann.page.get_by_text("Report people by a list").click()
    form = ann.page.get_by_role("group").filter(has=ann.page.get_by_label("People: name"))
    form.get_by_label("Proof").fill("Signed list")
    form.get_by_label("People: name").fill("Oyun; 1988; f\nBat; 1990; m\nOyun; 1988; f")
    form.get_by_role("button", name="Report the list").click()
    ann.sees(re.compile("2 persons from 3 lines"))
    looks_right_everywhere(ann)
