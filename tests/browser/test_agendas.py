"""Each of the six agendas from lobby to minutes: led in a real browser, with a wall, a phone and a simulated room."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, TimeoutError, expect

from shared.domain.templates import TEMPLATES
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.crowd import Crowd, Step, applications, interviews
from tests.harness.server import Server, until
from tests.people import Console, Workshop

OTHER_WORDS = "words => document.querySelector('footer button.main').innerText !== words"
MOST_ACTS = 150  # presses of the main button in a day
BRINGS: dict[str, Callable[[Console], None]] = {
    "measure-selection": applications,
    "led-evaluation": applications,
    "led-findings": interviews,
}  # what is there before the day


@pytest.mark.parametrize("template", list(TEMPLATES))
def test_a_day_by_its_agenda(browser: Browser, server: Server, template: str) -> None:
    lead = FacilitatorUser(browser, server.url)
    lead.signs_in_first(server.first_link)
    workshop = Workshop(server, template)
    script = workshop.console()
    BRINGS.get(template, lambda console: None)(script)
    wall = WallScreen(browser, server.url, f"{server.url}/projector/{workshop.key}")
    wall.sees(workshop.code)
    crowd = Crowd(workshop, script)
    phone = PhoneUser(browser, server.url, width=320, height=568)
    phone.scans(workshop.code)
    phone.taps_sector("Public")
    lead.opens_console(workshop.id)

    walks(lead, script, crowd, wall, phone)

    assert script.all("workshop")[workshop.id]["ended_at"]
    steps = crowd.all("activity")
    assert len(steps) == len(TEMPLATES[template]) and all(step["started_at"] for step in steps)
    lead.main_button.click()
    article = lead.page.get_by_role("article", name="Minutes")
    for step in steps:
        expect(article).to_contain_text(step["title"])
    told = json.loads(server.run("minutes", workshop.code, "--format", "json"))
    results = {step["id"]: step for step in told["steps"]}
    for step in steps:
        assert step["kind"] in ("discussion", "energiser") or step["id"] in results, f"{step['title']} is not told"
    for person in (lead, wall, phone):
        assert person.complaints == [], type(person).__name__
        person.leaves()
    workshop.close()
    assert server.tracebacks() == []


def walks(lead: FacilitatorUser, script: Console, crowd: Crowd, wall: WallScreen, phone: PhoneUser) -> None:
    """Press the one main button from the lobby to the end; in each open step the people do what it asks for."""
    acted: set[str] = set()
    for _ in range(MOST_ACTS):
        workshop = next(iter(script.all("workshop").values()))
        if workshop["ended_at"]:
            return
        step = script.all("activity").get(workshop["now"] or "")
        if step and step["phase"] == "open" and step["id"] not in acted:
            acted.add(step["id"])
            crowd.acts(step)
            shows(wall, step)
            phone.is_not_wider_than_the_screen()
        if step and step["phase"] == "draft":
            fits_in(script, step)
        presses_on(lead, script)
    raise AssertionError(f"the day does not end; it stands at {step}")


def presses_on(lead: FacilitatorUser, script: Console) -> None:
    """Press the main button until it has an effect: a press while the one before is still on its way counts as none."""
    version = script.version
    words = lead.main_button.inner_text()

    def pressed() -> bool:
        if script.version == version and lead.main_button.inner_text() == words:
            lead.main_button.click()
            with contextlib.suppress(TimeoutError):
                lead.page.wait_for_function(OTHER_WORDS, arg=words, timeout=2000)
        return script.version > version

    until(pressed, f"“{words}” to have an effect")


def fits_in(script: Console, step: Step) -> None:
    """Settle what a template cannot know: how much money there is."""
    if step["kind"] == "fund" and not step["settings"]["budget"]:
        script.does("activity.edit", activity=step["id"], settings={"budget": 14_000})


def shows(wall: WallScreen, step: Step) -> None:
    """Hold the wall to its frame: nothing is cut off, nothing scrolls."""
    wall.sees(step["question"] or step["title"])
    assert wall.page.evaluate("document.documentElement.scrollHeight <= innerHeight"), f"{step['title']} is cut off"
