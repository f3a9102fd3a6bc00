"""The console in a real browser: the main key through a day, sorting by mouse and keys, lost lines, no barriers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import violations
from tests.browser.people import PATIENCE, FacilitatorUser, WallScreen
from tests.harness.server import Server, until
from tests.people import Console, Phone, Workshop

TITLES = ("Roads", "Energy", "Water")
WORDS = ("No road in spring", "Power cuts stop the coolers", "Wells are broken", "Permits take half a year")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("consoles")) as server:
        yield server


@pytest.fixture(scope="module")
def signed_in(browser: Browser, running: Server) -> Any:
    """What a browser keeps of a facilitator who has signed in."""
    person = FacilitatorUser(browser, running.url)
    person.page.goto(running.first_link)
    for name, value in (("name", "Tuya"), ("email", "tuya@example.org"), ("region", "Altan-Ovoo")):
        person.page.locator(f"[name={name}]").fill(value)
    person.page.locator("[name=password]").fill("three short words 7")
    person.page.keyboard.press("Enter")
    person.page.wait_for_url(re.compile("/facilitator/(?!welcome)"))
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
    """A second console, that of a co-facilitator: it prepares what a test begins with."""
    return workshop.console()


@pytest.fixture
def tuya(browser: Browser, running: Server, workshop: Workshop, signed_in: Any) -> Iterator[FacilitatorUser]:
    person = FacilitatorUser(browser, running.url, storage_state=signed_in)
    person.opens_console(workshop.id)
    expect(person.button("Start the workshop")).to_be_visible()
    yield person
    assert person.complaints == []
    person.leaves()


@pytest.fixture
def sorting(script: Console, workshop: Workshop) -> str:
    """The sorting of four cards into three groups, all cards still free."""
    script.does("activity.enter", activity=script.obstacles)
    script.does("activity.open", activity=script.obstacles)
    person = workshop.phone()
    for words in WORDS:
        person.adds(script.obstacles, words)
    step: str = script.step("cluster")["id"]
    script.does("activity.enter", activity=step)
    script.does("activity.open", activity=step)
    for title in TITLES:
        script.does("cluster.add", activity=step, cluster=title.lower(), title=title)
    return step


def pile(page: Page, title: str) -> Any:
    return page.get_by_role("region", name=re.compile(f"^[A-Z] {title}$"))


def test_enter_walks_from_the_lobby_into_the_writing_and_each_press_can_be_undone(
    tuya: FacilitatorUser, script: Console
) -> None:
    page = tuya.page
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation", name="Agenda").locator("[aria-current]")).to_contain_text("Opening")
    tuya.goes_to("Obstacles")
    place = tuya.button("Open for cards").bounding_box()
    for name, following in (
        ("Open for cards", "Close writing"),
        ("Close writing", "Turn the cards"),
        ("Turn the cards", "Go to: Sort and name"),
    ):
        expect(tuya.button(name)).to_be_visible()
        page.keyboard.press("Enter")
        expect(tuya.button(following)).to_be_visible()
    assert tuya.button("Go to: Sort and name").bounding_box() == place
    tuya.button("Undo: showed the result").click()
    expect(tuya.button("Turn the cards")).to_be_visible()
    tuya.button("Redo: showed the result").click()
    expect(tuya.button("Go to: Sort and name")).to_be_visible()
    until(lambda: script.all("activity")[script.obstacles]["phase"] == "revealed", "the cards turned again")


def test_cards_move_by_mouse_and_by_keys_and_the_focus_goes_along(tuya: FacilitatorUser, sorting: str) -> None:
    page = tuya.page
    tuya.button(WORDS[0]).drag_to(pile(page, "Energy").locator("header"))
    expect(pile(page, "Energy").get_by_role("button", name=WORDS[0], exact=True)).to_be_visible()
    expect(tuya.button("Undo: moved a card")).to_be_visible()
    tuya.button(WORDS[1]).focus()
    page.keyboard.press("3")
    expect(pile(page, "Water").get_by_role("button", name=WORDS[1], exact=True)).to_be_focused()
    page.keyboard.press("Control+ArrowLeft")
    expect(pile(page, "Energy").get_by_role("button", name=WORDS[1], exact=True)).to_be_focused()
    page.keyboard.press("m")
    page.get_by_role("menuitem", name="Out of the group").press("Enter")
    expect(
        page.get_by_role("region", name="Not placed yet").get_by_role("button", name=WORDS[1], exact=True)
    ).to_be_focused()
    page.keyboard.press("Control+z")
    expect(pile(page, "Energy").get_by_role("button", name=WORDS[1], exact=True)).to_be_visible()


def test_chosen_cards_are_put_together_and_the_new_group_is_named_where_it_stands(
    tuya: FacilitatorUser, sorting: str
) -> None:
    page = tuya.page
    for words in WORDS[:2]:
        tuya.button(words).click()
    tuya.button("+ Group").click()
    name = page.get_by_role("textbox", name="Name of group D")
    expect(name).to_be_focused()
    page.keyboard.type("Access")
    page.keyboard.press("Enter")
    expect(pile(page, "Access").get_by_role("listitem")).to_have_count(2)
    tuya.button(WORDS[2]).click()
    tuya.button(WORDS[3]).click()
    pile(page, "Roads").get_by_role("button", name="Put 2 here").click()
    expect(pile(page, "Roads").get_by_role("listitem")).to_have_count(2)
    tuya.sees(re.compile("^2 cards are now in .*Roads"))  # the way back is offered of this, not of the act before
    tuya.button("Never mind").click()
    expect(pile(page, "Roads").get_by_role("listitem")).to_have_count(0)


def test_what_a_colleague_does_meanwhile_shows_and_no_focus_is_lost(
    tuya: FacilitatorUser, script: Console, sorting: str
) -> None:
    tuya.button(WORDS[0]).focus()
    card = next(id for id, card in script.all("card").items() if card["text"] == WORDS[0])
    script.does("card.move", card=card, cluster="water")
    expect(pile(tuya.page, "Water").get_by_role("button", name=WORDS[0], exact=True)).to_be_focused()


def test_pause_and_cover_work_from_anywhere_but_a_text_box(tuya: FacilitatorUser, script: Console) -> None:
    page = tuya.page
    page.get_by_role("textbox", name="Note").press("p")
    page.get_by_role("tab", name="People").press("b")
    expect(tuya.button("Cover wall")).to_have_attribute("aria-pressed", "true")
    expect(tuya.button("Pause phones")).to_have_attribute("aria-pressed", "false")
    page.get_by_role("tab", name="Inbox").press("p")
    expect(tuya.button("Pause phones")).to_have_attribute("aria-pressed", "true")
    until(lambda: script.all("workshop")[script.workshop]["paused"], "the pause")


def test_the_picture_of_the_wall_is_no_wall_but_a_wall_is(
    tuya: FacilitatorUser, browser: Browser, running: Server, workshop: Workshop
) -> None:
    tuya.sees("no wall is open")
    wall = WallScreen(browser, running.url, f"{running.url}/projector/{workshop.key}")
    tuya.sees("1 wall open")
    wall.leaves()
    tuya.sees("no wall is open")


def test_notes_typed_while_the_line_is_down_are_saved_when_it_is_back(
    tuya: FacilitatorUser, script: Console, running: Server, workshop: Workshop
) -> None:
    page = tuya.page
    running.kill()
    tuya.sees("Connecting …")
    tuya.button("Cover wall").click()
    tuya.sees("No connection: nothing was changed.")
    page.get_by_role("textbox", name="Note").fill("Camp owners offer a heated yurt")
    tuya.sees("Kept here, not saved yet")
    running.start()
    expect(page.locator(".note .state")).to_contain_text("Saved", timeout=PATIENCE)
    tuya.complaints.clear()  # the browser complains of the server that was away
    again = workshop.console()
    assert [note["text"] for note in again.all("note").values()] == ["Camp owners offer a heated yurt"]


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_every_state_fits_the_screen_and_is_open_to_all(
    tuya: FacilitatorUser, script: Console, workshop: Workshop, width: int, height: int
) -> None:
    page = tuya.page
    page.set_viewport_size({"width": width, "height": height})

    def check(sign: str) -> None:
        expect(tuya.button(sign)).to_be_visible()
        tuya.is_not_wider_than_the_screen()
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight"), sign
        assert violations(page) == [], sign

    check("Start the workshop")
    people: list[Phone] = [workshop.phone(sector) for sector in ("private", "public", "semi-public", "private")]
    page.keyboard.press("Enter")
    check("Start the talk")
    tuya.goes_to("Obstacles")
    check("Open for cards")
    tuya.presses("Open for cards")
    expect(tuya.button("Close writing")).to_be_visible()
    for person, words in zip(people, WORDS, strict=True):
        person.adds(script.obstacles, words)
    expect(page.get_by_text("4 cards", exact=True)).to_be_visible()
    check("Close writing")
    for tab in ("Inbox", "People", "History", "Notes"):
        page.get_by_role("tab", name=tab).click()
        assert violations(page) == [], tab
    tuya.goes_to("Sort and name")
    tuya.presses("Open sorting")
    check("Agree on the groups")
    sort = script.step("cluster")["id"]
    for title in TITLES:
        script.does("cluster.add", activity=sort, cluster=title.lower(), title=title)
    expect(pile(page, "Water")).to_be_visible()
    check("Agree on the groups")
    tuya.presses("Agree on the groups")
    tuya.goes_to("Weigh the groups")
    check("Open the vote")
    tuya.presses("Open the vote")
    vote = script.step("dots")["id"]
    expect(tuya.button("Close the vote")).to_be_visible()
    for person in people:
        assert person.votes(vote, {"roads": 1})["ok"]
    check("Close the vote")
    tuya.presses("Close the vote")
    check("Reveal")
    tuya.presses("Reveal")
    check("Agree on the result")
    tuya.button("Make a measure of this: Roads").click()
    tuya.sees("is a measure")
    tuya.presses("Agree on the result")
    script.does("workshop.end")
    check("Read the minutes")
