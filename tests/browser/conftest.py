"""One Chromium for all, and the check that every page has to pass."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.people import PATIENCE, FacilitatorUser, Person, PhoneUser, WallScreen
from tests.conftest import unavailable
from tests.harness import chromium
from tests.harness.server import ROOT, Server
from tests.people import Console, Workshop

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        unavailable("a Chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for all tests of a file."""
    with Server(tmp_path_factory.mktemp("kinds")) as server:
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
def script(workshop: Workshop) -> Console:
    return workshop.console()


@pytest.fixture
def tuya(browser: Browser, running: Server, workshop: Workshop, signed_in: Any) -> Iterator[FacilitatorUser]:
    person = FacilitatorUser(browser, running.url, storage_state=signed_in)
    yield person
    assert person.complaints == []
    person.leaves()


@pytest.fixture
def phone(browser: Browser, running: Server, workshop: Workshop) -> Iterator[PhoneUser]:
    person = PhoneUser(browser, running.url, width=320, height=568)
    person.scans(workshop.code)
    person.taps_sector("Private")
    yield person
    assert person.complaints == []
    person.leaves()


@pytest.fixture
def wall(browser: Browser, running: Server, workshop: Workshop) -> Iterator[WallScreen]:
    screen = WallScreen(browser, running.url, f"{running.url}/projector/{workshop.key}")
    yield screen
    assert screen.complaints == []
    screen.leaves()


@cache
def _axe() -> str:
    return Path(ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")


def violations(page: Page) -> list[tuple[str, Any]]:
    """What axe finds wrong with a page: the rule, and where."""
    page.evaluate(_axe())
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found["violations"]]


def looks_right(*people: Person) -> None:
    """Hold pages to the access rules and to their width."""
    for person in people:
        person.is_not_wider_than_the_screen()
        assert violations(person.page) == []
