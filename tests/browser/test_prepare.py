"""Preparing a workshop in a real browser: the agenda is changed by keyboard, saved as typed, and tried on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, PhoneUser
from tests.harness.server import Server, until
from tests.people import Console, Workshop


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("prepare")) as server:
        yield server


@pytest.fixture(scope="module")
def signed_in(browser: Browser, running: Server) -> Any:
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
def script(workshop: Workshop) -> Console:
    return workshop.console()


@pytest.fixture(params=["light", "dark"])
def tuya(
    request: pytest.FixtureRequest, browser: Browser, running: Server, workshop: Workshop, signed_in: Any
) -> Iterator[FacilitatorUser]:
    person = FacilitatorUser(browser, running.url, storage_state=signed_in, color_scheme=request.param)
    person.page.goto(f"{running.url}/facilitator/workshops/{workshop.id}/prepare")
    yield person
    assert person.complaints == []
    person.leaves()


def row(tuya: FacilitatorUser, title: str) -> Locator:
    return tuya.page.locator("li.step").filter(has=tuya.page.locator(".what .tx", has_text=re.compile(f"^{title}$")))


def opens(tuya: FacilitatorUser, title: str) -> Locator:
    found = row(tuya, title)
    found.locator(".what").click()
    expect(found.locator(".what")).to_have_attribute("aria-expanded", "true")
    return found


def phone(tuya: FacilitatorUser) -> Any:
    return tuya.page.frame_locator(".prep-phone iframe")


def also_on_a_phone(tuya: FacilitatorUser) -> None:
    for width, height in ((390, 844), (1366, 768)):
        tuya.page.set_viewport_size({"width": width, "height": height})
        tuya.is_not_wider_than_the_screen()
        assert violations(tuya.page) == []


def test_an_agenda_is_changed_by_keyboard_and_tried_on_a_phone(tuya: FacilitatorUser, script: Console) -> None:
    page = tuya.page
    tuya.sees("09:00 to 16:30 fits, 0 min to spare")
    dots = script.step("dots")
    opens(tuya, dots["title"])
    expect(phone(tuya).get_by_text("3 left")).to_be_visible()
    page.get_by_label("Dots a person").fill("5")
    expect(phone(tuya).get_by_text("5 left")).to_be_visible()
    until(lambda: script.all("activity")[dots["id"]]["settings"]["dots"] == 5, "five dots")
    page.get_by_label("At most on one").fill("6")
    expect(page.get_by_label("At most on one")).to_have_attribute("aria-invalid", "true")
    page.get_by_role("button", name="Put back what was saved").click()
    expect(page.get_by_label("At most on one")).to_have_value("1")
    page.get_by_label("Question on wall and phones").fill("What matters most here?")
    tuya.sees("4 words. Up to 12 can be read")
    expect(phone(tuya).get_by_text("What matters most here?")).to_be_visible()
    phone(tuya).get_by_role("button", name=re.compile("^Add a dot")).first.click()
    expect(phone(tuya).get_by_text("A preview: nothing is sent from here.").first).to_be_visible()
    assert script.all("seat") == {}
    expect(tuya.button(re.compile("^Undo"))).to_contain_text("changed a step")
    also_on_a_phone(tuya)

    opened = row(tuya, dots["title"]).locator(".what")
    opened.focus()
    page.keyboard.press("Alt+ArrowUp")
    tuya.sees("Weigh the groups is now 7th, 10:55")
    expect(opened).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    tuya.sees("Weigh the groups is now 8th, 11:10")
    expect(opened).to_be_focused()


def test_a_step_is_added_copied_taken_out_and_brought_back(tuya: FacilitatorUser, script: Console) -> None:
    page = tuya.page
    tuya.button("Add a step").first.click()
    also_on_a_phone(tuya)
    page.get_by_label("Where").select_option(label="at the end")
    tuya.button(re.compile("^Choice")).click()
    name = page.get_by_label("Name", exact=True)
    expect(name).to_be_focused()
    name.fill("What first?")
    until(lambda: script.step("choice", -1)["title"] == "What first?", "the name")
    page.get_by_label("What the vote is about").select_option("own")
    tuya.sees("Before it can be opened:")
    page.get_by_label("Choices of its own, one a line").fill("A well\nA bridge")
    expect(phone(tuya).get_by_text("A bridge")).to_be_visible()
    tuya.does_not_see("Before it can be opened:")
    tuya.sees("ends 16:45, 15 min over")
    tuya.button(re.compile("^Plan of action: from 50 to 45 min")).click()
    tuya.sees("ends 16:40, 10 min over")
    tuya.button("Copy this step").click()
    until(lambda: len([a for a in script.all("activity").values() if a["kind"] == "choice"]) == 3, "a copy")
    tuya.button("Take out").click()
    until(lambda: len([a for a in script.all("activity").values() if a["kind"] == "choice"]) == 2, "one of them")
    tuya.button(re.compile("^Undo took out a step|took out a step")).first.click()
    until(lambda: len([a for a in script.all("activity").values() if a["kind"] == "choice"]) == 3, "all of them")


def test_scores_are_begun_from_what_is_often_asked(tuya: FacilitatorUser, script: Console) -> None:
    page = tuya.page
    tuya.button("Add a step").first.click()
    tuya.button(re.compile("^Scores")).click()
    often = page.get_by_label("What is often asked")
    expect(often).to_have_value("")
    often.select_option("Five-principle check")
    until(lambda: len(script.step("scores", -1)["settings"]["questions"]) == 5, "the five questions")
    step = script.step("scores", -1)
    assert (step["question"], step["settings"]["scale"]) == ("Does this measure keep to the five principles?", "lights")
    expect(page.locator(f"#question-{step['id']}")).to_have_value(step["question"])
    also_on_a_phone(tuya)
    often.select_option("Within our reach?")
    until(lambda: script.step("scores", -1)["settings"]["scale"] == "reach", "another way")
    assert script.step("scores", -1)["settings"]["questions"] == []
    expect(often.locator("option:checked")).to_have_text("Within our reach?")
    script.does("activity.edit", activity=step["id"], settings={"top": 7})
    expect(often.locator("option:checked")).to_have_text("in your own way")


def test_a_question_is_asked_in_two_languages(
    browser: Browser, running: Server, workshop: Workshop, tuya: FacilitatorUser, script: Console
) -> None:
    cards = script.step("brainstorm")
    script.does("workshop.edit", languages=["en", "mn"])
    opens(tuya, cards["title"])
    tuya.page.get_by_text("In other languages").click()
    tuya.page.get_by_label("Question: Монгол").fill("Юу саад болж байна?")
    tuya.page.get_by_label("Language of the phone").select_option("mn")
    expect(phone(tuya).get_by_text("Юу саад болж байна?")).to_be_visible()
    also_on_a_phone(tuya)
    script.does("activity.open", activity=cards["id"])
    for language, question in (("mn-MN", "Юу саад болж байна?"), ("en", cards["question"])):
        person = PhoneUser(browser, running.url, language=language)
        person.scans(workshop.code)
        person.page.locator("button[value=private]").click()
        person.sees(question)
        person.leaves()


def test_tags_are_set_a_line_each_and_offered_on_the_phone(tuya: FacilitatorUser, script: Console) -> None:
    cards = script.step("brainstorm")
    opens(tuya, cards["title"])
    box = tuya.page.get_by_label("Tags a card may carry")
    box.fill("Kind: obstacle")
    tuya.page.keyboard.press("Tab")
    tuya.sees("Please write each tag on its own line: its name, a colon, then two or more words with commas between.")
    box.fill("Kind: obstacle, idea\nFor: firms, households, all")
    tuya.page.keyboard.press("Tab")
    until(lambda: len(script.all("activity")[cards["id"]]["settings"]["tags"]) == 2, "the tags")
    expect(phone(tuya).get_by_label("Kind").locator("option")).to_have_text(["–", "obstacle", "idea"])
    also_on_a_phone(tuya)


def test_a_step_that_has_run_stays(tuya: FacilitatorUser, script: Console) -> None:
    cards = script.step("brainstorm")
    script.does("activity.open", activity=cards["id"])
    opens(tuya, cards["title"])
    tuya.button("Take out").click()
    tuya.sees(re.compile("has run"))
    assert cards["id"] in script.all("activity")


def test_from_a_template_to_ones_own_and_to_a_clone(browser: Browser, running: Server, signed_in: Any) -> None:
    tuya = FacilitatorUser(browser, running.url, storage_state=signed_in)
    page = tuya.page
    page.goto(f"{running.url}/facilitator/")
    tuya.makes_a_workshop("Planning day")
    opens(tuya, "Obstacles")
    page.get_by_label("Question on wall and phones").fill("What is in the way of small firms?")
    expect(phone(tuya).get_by_text("What is in the way of small firms?")).to_be_visible()
    page.get_by_label("People expected").fill("15")
    tuya.button("Suggested: 3").click()
    expect(page.get_by_label("Cards a person (0: as many as one likes)")).to_have_value("3")

    page.get_by_role("link", name="Use again").click()
    also_on_a_phone(tuya)
    page.get_by_label("Name of the template").fill("Small firms")
    page.get_by_label("What it is for").fill("Half a day with owners")
    page.get_by_label("Who may use it").select_option(label="all facilitators of the region")
    tuya.button("Keep the agenda as a template").click()
    tuya.sees("The template is kept.")
    also_on_a_phone(tuya)
    page.get_by_text("Rename, share, delete").click()
    also_on_a_phone(tuya)

    page.get_by_role("link", name="New workshop from it: Small firms").click()
    expect(page.get_by_label("Template")).to_contain_text("Small firms")
    page.get_by_label("Title").fill("Second town")
    tuya.button("Make the workshop").click()
    opens(tuya, "Obstacles")
    expect(page.get_by_label("Question on wall and phones")).to_have_value("What is in the way of small firms?")
    expect(page.get_by_label("Cards a person (0: as many as one likes)")).to_have_value("3")

    page.get_by_role("link", name="Workshops").click()
    also_on_a_phone(tuya)
    page.get_by_role("link", name="Use again: Second town").click()
    page.get_by_label("Title").fill("Third town")
    tuya.button("Make the clone").click()
    tuya.sees("Third town")
    opens(tuya, "Obstacles")
    expect(page.get_by_label("Question on wall and phones")).to_have_value("What is in the way of small firms?")
    assert tuya.complaints == []
    tuya.leaves()
