"""Ballots on paper, in real browsers: a sheet is marked as on a phone, entered once, and told as its own channel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, WallScreen
from tests.harness.readers import poppler, unlinked
from tests.harness.server import Server
from tests.people import Console, Workshop

CHOICES = ["A market day", "A craft centre", "A bus line"]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("sheets")) as server:
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
def workshop(running: Server) -> Iterator[Workshop]:
    made = Workshop(running)
    yield made
    made.close()


@pytest.fixture
def script(workshop: Workshop) -> Console:
    return workshop.console()


@pytest.fixture
def tuya(browser: Browser, running: Server, signed_in: Any) -> Iterator[FacilitatorUser]:
    person = FacilitatorUser(browser, running.url, storage_state=signed_in)
    yield person
    assert person.complaints == []
    person.leaves()


def opened(script: Console, kind: str, **settings: Any) -> str:
    script.does("activity.add", activity="v", kind=kind, title="What first?")
    script.does("activity.edit", activity="v", settings=settings)
    script.does("activity.enter", activity="v")
    script.does("activity.open", activity="v")
    return "v"


def test_sheets_are_marked_entered_compared_and_told(
    browser: Browser, running: Server, workshop: Workshop, script: Console, tuya: FacilitatorUser
) -> None:
    phones = [workshop.phone() for _ in range(3)]
    step = opened(script, "dots", about="own", choices=CHOICES, dots=2, most=1, receipts=True)
    for phone in phones:
        phone.votes(step, {"own-1": 1})
    wall = WallScreen(browser, running.url, f"{running.url}/projector/{workshop.key}")
    tuya.opens_console(workshop.id)
    tuya.button("Ballots on paper …").click()
    dialog = tuya.page.get_by_role("dialog", name="Ballots on paper")
    expect(dialog.get_by_text("No sheet is in yet.")).to_be_visible()
    dialog.get_by_text("Sheets to print …").click()
    dialog.get_by_label("How many sheets").fill("4")
    assert violations(tuya.page) == []
    with tuya.page.expect_download() as got:
        dialog.get_by_role("link", name="Print as PDF").click()
    assert "Sheet 4 – What first?" in poppler("pdftotext", got.value.path())
    dialog.get_by_text("Sheets to print …").click()
    number, enter = dialog.get_by_label("Number of the sheet"), dialog.get_by_role("button", name="Enter this sheet")
    expect(number).to_have_value("1")
    enter.click()
    expect(dialog.get_by_role("alert")).to_contain_text("Nothing is marked yet.")
    sheet = tuya.page.frame_locator("iframe.c-sheet")
    titles = sheet.get_by_text(re.compile("^A (market|craft|bus)"))
    expect(titles).to_have_count(3)
    assert titles.all_inner_texts() == CHOICES, "as on paper, in the order of the agenda"
    marks(sheet, "A craft centre")
    dialog.get_by_label("Sector on the sheet").select_option("public")
    assert violations(tuya.page) == []
    enter.click()
    expect(dialog.get_by_role("status")).to_contain_text(re.compile(r"Sheet 1 is in\. Its receipt: [0-9A-F]{8}"))
    expect(dialog.get_by_text("These sheets are in: 1")).to_be_visible()
    expect(number).to_have_value("2")

    number.fill("1")
    marks(sheet, "A bus line")
    enter.click()
    expect(dialog.get_by_role("alert")).to_contain_text("Sheet 1 is in already, and something else was entered then.")
    assert violations(tuya.page) == []
    dialog.get_by_role("button", name="Put this in its place").click()
    expect(dialog.get_by_role("status")).to_contain_text("Sheet 1 is in.")
    marks(sheet, "A market day")
    enter.click()
    expect(dialog.get_by_text("These sheets are in: 1, 2")).to_be_visible()
    number.fill("2")
    dialog.get_by_role("button", name="Take sheet 2 out").click()
    expect(dialog.get_by_role("status")).to_contain_text("Sheet 2 is out.")
    dialog.get_by_role("button", name="Close").click()
    expect(tuya.page.locator(".kpi", has_text="on paper")).to_contain_text("1")
    wall.sees("1 on paper")
    wall.is_not_wider_than_the_screen()

    script.does("activity.close", activity=step)
    script.does("activity.reveal", activity=step)
    result = script.all("activity")[step]["result"]
    assert (result["cast"], result["seats"], result["on_paper"]) == (4, 4, 1)
    assert {item["title"]: item["dots"] for item in result["items"]} == dict(zip(CHOICES, (3, 0, 1), strict=True))
    minutes = unlinked(running.run("minutes", workshop.code, "--format", "md"))
    assert "Ballots on paper, entered by the facilitator: 1; from phones: 3." in minutes
    assert "| What first? | 4 | 4 | 1 | 0 |" in minutes
    assert "1 ballots counted anew" not in running.run("verify", workshop.code)
    wall.leaves()


def marks(sheet: Any, title: str) -> None:
    sheet.get_by_role("button", name=re.compile(title)).first.click()


@pytest.mark.parametrize("kind", ["choice", "ranking", "scale", "fist"])
def test_a_sheet_of_any_kind_of_vote_is_marked_as_on_a_phone(
    kind: str, running: Server, workshop: Workshop, script: Console, tuya: FacilitatorUser
) -> None:
    about = {"about": "own", "choices": CHOICES} if kind in ("choice", "ranking") else {}
    step = opened(script, kind, **about)
    tuya.opens_console(workshop.id)
    tuya.button("Ballots on paper …").click()
    dialog = tuya.page.get_by_role("dialog", name="Ballots on paper")
    sheet = tuya.page.frame_locator("iframe.c-sheet")
    sheet.get_by_role("main").locator("button, input, label").first.click()
    dialog.get_by_role("button", name="Enter this sheet").click()
    expect(dialog.get_by_role("status")).to_contain_text("Sheet 1 is in.")
    for verb in ("close", "reveal"):
        script.does(f"activity.{verb}", activity=step)
    result = script.all("activity")[step]["result"]
    assert (result["cast"], result["blank"], result["on_paper"]) == (1, 0, 1)


def test_a_reason_on_a_sheet_goes_with_what_was_chosen(
    running: Server, workshop: Workshop, script: Console, tuya: FacilitatorUser
) -> None:
    step = opened(script, "choice", about="own", choices=CHOICES, reasons=True)
    tuya.opens_console(workshop.id)
    tuya.button("Ballots on paper …").click()
    dialog = tuya.page.get_by_role("dialog", name="Ballots on paper")
    sheet = tuya.page.frame_locator("iframe.c-sheet")
    sheet.get_by_role("radio", name=CHOICES[1]).check()
    reason = sheet.get_by_role("textbox", name="Your reason (optional)")
    reason.fill("It is written here")
    reason.blur()
    dialog.get_by_role("button", name="Enter this sheet").click()
    expect(dialog.get_by_role("status")).to_contain_text("Sheet 1 is in.")
    expect(sheet.get_by_role("textbox", name="Your reason (optional)")).to_have_value("")
    for verb in ("close", "reveal"):
        script.does(f"activity.{verb}", activity=step)
    result = script.all("activity")[step]["result"]
    assert [item["title"] for item in result["items"] if item["n"]] == [CHOICES[1]]
    assert (result["on_paper"], result["remarks"]) == (1, [{"text": "It is written here"}])
