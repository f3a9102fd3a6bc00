"""Open to all: axe finds nothing on any page of the facilitators, in any state of console and wall, light and dark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.server import Server
from tests.people import Workshop

SCHEMES = ("light", "dark")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("access")) as server:
        yield server


@pytest.fixture(scope="module")
def person(browser: Browser, running: Server) -> Iterator[FacilitatorUser]:
    facilitator = FacilitatorUser(browser, running.url)
    facilitator.page.goto(running.first_link)
    _is_open_to_all(facilitator, "welcome")
    facilitator.signs_in_first(running.first_link)
    yield facilitator
    facilitator.leaves()


@pytest.fixture
def workshop(person: FacilitatorUser, running: Server) -> Iterator[Workshop]:
    made = Workshop(running)
    yield made
    made.close()


def test_pages_of_the_door(browser: Browser, running: Server, workshop: Workshop) -> None:
    visitor = PhoneUser(browser, running.url, width=320, height=568)
    code = workshop.code
    for path in (
        "/",
        f"/join/{code}",
        f"/join/{code}/kept",
        f"/join/{code}/return",
        "/facilitator/sign-in",
        "/minutes/verify",
        "/minutes/verify?checksum=0",
        "/no-such",
    ):
        visitor.page.goto(running.url + path)
        _is_open_to_all(visitor, path)
        visitor.is_not_wider_than_the_screen()
    visitor.leaves()


def test_pages_of_facilitators(person: FacilitatorUser, running: Server, workshop: Workshop) -> None:
    own = f"/facilitator/workshops/{workshop.id}"
    papers = ("/facilitator/materials", f"{own}/materials", "/facilitator/training", "/facilitator/training/people")
    for path in ("/facilitator/", "/facilitator/new", "/facilitator/people", "/facilitator/me", *papers, f"{own}/"):
        person.page.goto(running.url + path)
        _is_open_to_all(person, path)
    person.page.goto(f"{running.url}/facilitator/training/method")
    _is_open_to_all(person, "module")
    for question in person.page.get_by_role("group").all():
        question.get_by_role("radio").first.check()
    person.button("Mark my answers").click()
    person.sees("of 4 are right.")
    _is_open_to_all(person, "module, marked")
    person.page.goto(f"{running.url}{own}/minutes")
    person.page.get_by_label("Remark (if you like)").fill("For the governor")
    person.button("Save this version").click()
    person.sees("Version 1 is saved.")
    workshop.console().does("workshop.edit", title="Another title")
    for path in (f"{own}/minutes", f"{own}/minutes/compare", f"{own}/history", f"{own}/attendance"):
        person.page.goto(running.url + path)
        _is_open_to_all(person, path)
    person.page.goto(f"{running.url}{own}/minutes")
    person.page.get_by_text("Seal version 1").click()
    person.button("Seal it").click()
    person.page.goto(f"{running.url}{own}/minutes/1/extract")
    person.sees("What stays out")
    _is_open_to_all(person, "extract")
    person.page.goto(f"{running.url}{own}/minutes/compare")
    expect(person.page.locator(".differs ins").first).to_contain_text("put in: Another title")


def test_the_history_that_anybody_in_the_room_reads(browser: Browser, running: Server, workshop: Workshop) -> None:
    visitor = PhoneUser(browser, running.url, width=320, height=568)
    visitor.types_the_code(workshop.code)
    visitor.taps_sector("Private")
    workshop.console().does("workshop.edit", title="Another title")
    visitor.page.goto(f"{running.url}/w/{workshop.code}/history")
    visitor.sees("Another title")
    _is_open_to_all(visitor, "history")
    visitor.is_not_wider_than_the_screen()
    visitor.leaves()


def test_console_and_wall_in_every_state(
    browser: Browser, person: FacilitatorUser, running: Server, workshop: Workshop
) -> None:
    script = workshop.console()
    wall = WallScreen(browser, running.url, f"{running.url}/projector/{workshop.key}")
    person.opens_console(workshop.id)

    def check(main: str) -> None:
        expect(person.main_button).to_contain_text(main)
        _is_open_to_all(person, main)
        for theme in ("evening", "day"):
            script.does("wall.look", theme=theme)
            expect(wall.page.locator("body.eve")).to_have_count(int(theme == "evening"))
            _is_open_to_all(wall, main, ("light",))

    check("Start the workshop")
    step = script.obstacles
    script.does("activity.enter", activity=step)
    check("Open for cards")
    script.does("activity.open", activity=step)
    phones = [workshop.phone(sector) for sector in ("private", "public", "private", "semi-public")]
    for phone, text in zip(phones, ("No storage", "No loans", "Bad road", "No water"), strict=True):
        assert phone.adds(step, text)["ok"]
    expect(person.page.locator("main [data-card]")).to_have_count(4)
    check("Close writing")
    script.does("activity.close", activity=step)
    check("Turn the cards")
    script.does("activity.reveal", activity=step)
    check("Go to: Sort and name")
    sorting = script.step("cluster")["id"]
    script.does("activity.enter", activity=sorting)
    check("Open sorting")
    groups = script.makes_groups("Storage", "Money")
    for card, group in zip(script.all("card"), (groups * 2), strict=True):
        script.does("card.move", card=card, cluster=group)
    check("Agree on the groups")
    script.does("activity.confirm", activity=sorting)
    vote = script.step("dots")["id"]
    script.does("activity.enter", activity=vote)
    check("Open the vote")
    script.does("activity.open", activity=vote)
    for phone in phones:
        assert phone.votes(vote, {groups[0]: 1})["ok"]
    check("Close the vote")
    script.does("activity.close", activity=vote)
    check("Reveal")
    script.does("activity.reveal", activity=vote)
    check("Agree on the result")
    script.does("wall.cover", covered=True)
    expect(person.page.locator("[aria-keyshortcuts=B]")).to_have_attribute("aria-pressed", "true")
    check("Agree on the result")
    for tab in ("Notes", "People", "History"):
        person.page.get_by_role("tab", name=tab).click()
        _is_open_to_all(person, tab)
    assert person.complaints == []
    assert wall.complaints == []
    wall.leaves()


def _is_open_to_all(
    person: FacilitatorUser | PhoneUser | WallScreen, where: str, schemes: tuple[str, ...] = SCHEMES
) -> None:
    for scheme in schemes:
        person.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        assert violations(person.page) == [], (where, scheme)
