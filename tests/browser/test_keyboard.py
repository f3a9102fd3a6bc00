"""A facilitator without a mouse: from the lobby to an agreed result, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.people import FacilitatorUser
from tests.harness.server import Server, until
from tests.people import Console, Phone, Workshop


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("keys")) as server:
        yield server


@pytest.fixture(scope="module")
def person(browser: Browser, running: Server) -> Iterator[FacilitatorUser]:
    facilitator = FacilitatorUser(browser, running.url)
    facilitator.signs_in_first(running.first_link)
    yield facilitator
    facilitator.leaves()


@pytest.fixture
def workshop(person: FacilitatorUser, running: Server) -> Iterator[Workshop]:
    made = Workshop(running)
    yield made
    made.close()


@pytest.fixture
def script(workshop: Workshop) -> Console:
    return workshop.console()


@pytest.fixture
def phones(workshop: Workshop, script: Console) -> list[Phone]:
    return [workshop.phone(sector) for sector in ("private", "public", "private", "semi-public")]


@pytest.fixture
def console(person: FacilitatorUser, workshop: Workshop) -> Iterator[FacilitatorUser]:
    person.opens_console(workshop.id)
    yield person
    assert person.complaints == []


def card(console: FacilitatorUser, text: str) -> Locator:
    return console.page.locator("main [data-card]").filter(has_text=text)


def pile(console: FacilitatorUser, title: str) -> Locator:
    return console.page.get_by_role("region", name=title)


def writes(script: Console, phones: list[Phone], *texts: str) -> None:
    for phone, text in zip(phones, texts, strict=False):
        assert phone.adds(script.obstacles, text)["ok"]


def test_a_day_by_keys_alone(console: FacilitatorUser, script: Console, phones: list[Phone]) -> None:
    keys = console.page.keyboard
    console.types_on("Start the workshop", "Start the talk")
    script.does("activity.enter", activity=script.obstacles)
    console.types_on("Open for cards", "Close writing")
    writes(script, phones, "No winter storage", "Wool is sold raw", "No loans", "Bad road")
    expect(console.page.locator("main [data-card]")).to_have_count(4)
    console.types_on("Close writing", "Turn the cards")
    console.types_on("Turn the cards", "Go to: Sort and name")
    console.types_on("Go to: Sort and name", "Open sorting")
    console.types_on("Open sorting", "Agree on the groups")

    for name in ("Storage", "Money"):
        keys.press("g")
        box = console.page.get_by_role("textbox", name="Name of group").last
        expect(box).to_be_focused()
        keys.type(name)
        keys.press("Enter")
        expect(pile(console, name)).to_be_visible()

    card(console, "No winter storage").focus()
    keys.press("1")
    expect(pile(console, "Storage").locator("[data-card]")).to_have_text("No winter storage")
    expect(card(console, "No winter storage")).to_be_focused()
    card(console, "No loans").focus()
    keys.press("m")
    menu = console.page.get_by_role("menu", name="No loans")
    expect(menu).to_be_visible()
    keys.press("2")
    expect(menu).to_have_count(0)
    expect(pile(console, "Money").locator("[data-card]")).to_have_text("No loans")
    expect(card(console, "No loans")).to_be_focused()
    expect(console.button("Undo: moved a card")).to_be_visible()
    keys.press("Control+z")
    expect(pile(console, "Money").locator("[data-card]")).to_have_count(0)
    keys.press("Control+Shift+z")
    expect(pile(console, "Money").locator("[data-card]")).to_have_text("No loans")
    console.page.evaluate("document.activeElement.blur()")
    console.types_on("Agree on the groups", "Go to: Break")

    script.does("activity.enter", activity=script.step("dots")["id"])
    console.types_on("Open the vote", "Close the vote")
    groups = [cluster["id"] for cluster in script.all("cluster").values()]
    for phone in phones:
        assert phone.votes(script.step("dots")["id"], {groups[0]: 1})["ok"]
    console.types_on("Close the vote", "Reveal")
    console.types_on("Reveal", "Agree on the result")
    expect(console.page.get_by_role("table")).to_contain_text("4")
    console.types_on("Agree on the result", "Go to: Within our reach?")


def test_the_three_panic_keys(console: FacilitatorUser, script: Console) -> None:
    for key, name, field in (("p", "Pause phones", "paused"), ("b", "Cover wall", "covered"), ("l", "Lock", "locked")):
        button = console.page.locator(f"[aria-keyshortcuts={key.upper()}]")
        expect(button).to_contain_text(name)
        expect(button).to_have_attribute("aria-pressed", "false")
        console.page.keyboard.press(key)
        expect(button).to_have_attribute("aria-pressed", "true")
        until(lambda field=field: _switched(script, field) is True, f"{field} is on")
        console.page.keyboard.press(key)
        expect(button).to_have_attribute("aria-pressed", "false")
        until(lambda field=field: _switched(script, field) is False, f"{field} is off")


def test_single_keys_do_nothing_while_somebody_types(console: FacilitatorUser, script: Console) -> None:
    script.does("activity.enter", activity=script.obstacles)
    script.does("activity.open", activity=script.obstacles)
    expect(console.main_button).to_contain_text("Close writing")
    before = script.version
    box = console.page.get_by_role("textbox", name="Type a card for somebody")
    box.focus()
    console.page.keyboard.type("pbljghamec?")
    expect(box).to_have_value("pbljghamec?")
    console.page.keyboard.press("Enter")
    until(lambda: len(script.all("card")) == 1, "the card")
    assert script.version == before + 1, "a key in a text box did something else"
    expect(console.main_button).to_contain_text("Close writing")
    expect(console.page.get_by_role("dialog")).to_have_count(0)


def test_every_thing_can_be_reached_by_tab(console: FacilitatorUser) -> None:
    expect(console.main_button).to_contain_text("Start the workshop")
    reached: set[str] = set()
    for _ in range(90):
        console.page.keyboard.press("Tab")
        name = console.page.evaluate(
            "(document.activeElement.getAttribute('aria-label') || document.activeElement.innerText || '').trim()"
        )
        reached.add(" ".join(name.split()))
    for name in ("Start the workshop", "Back", "Next", "Pause phones", "Cover wall", "Minutes"):
        assert any(name in found for found in reached), (name, reached)


def _switched(script: Console, field: str) -> object:
    workshop = next(iter(script.all("workshop").values()))
    return workshop["wall"]["covered"] if field == "covered" else workshop[field]
