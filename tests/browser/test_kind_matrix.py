"""Findings and a matrix in real browsers: taken in, read and marked, rated on a small phone, corrected, carried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.server import Server, until
from tests.people import Console, Workshop, together

# The six advantage cards of the demo data, and an obstacle.
LINES = """1.5 +3 Clean lake two hours from the airport
1.1 +2 Soft local sheep and camel wool
3.4 +1 School workshop stands empty in the evening
6.4 +1 Soum offers land beside the old boiler house
9.2 +2 Camp owners trust each other
7.3 +2 Women's felt group has met for five years
2.1 -3 Transport to Ulaanbaatar costs more than the margin
9.9 - No such factor"""
FACTORS = ["1.5", "2.1", "7.4"]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("matrix")) as server:
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
def tuya(browser: Browser, running: Server, signed_in: Any) -> Iterator[FacilitatorUser]:
    person = FacilitatorUser(browser, running.url, storage_state=signed_in)
    yield person
    assert person.complaints == []
    person.leaves()


@pytest.fixture
def workshop(running: Server, signed_in: Any) -> Iterator[Workshop]:
    made = Workshop(running)
    yield made
    made.close()


@pytest.fixture
def script(workshop: Workshop) -> Console:
    """A second console, with a reading and a matrix in the agenda."""
    console = workshop.console()
    console.does("activity.add", activity="read", kind="reading", title="Reading walk", question="What surprises you?")
    settings = {"factors": FACTORS}
    console.does(
        "activity.add", activity="rate", kind="matrix", title="Rate", question="Help or hindrance?", settings=settings
    )
    return console


def test_findings_are_taken_in_read_and_marked(
    browser: Browser, running: Server, workshop: Workshop, tuya: FacilitatorUser, script: Console
) -> None:
    tuya.page.goto(f"{running.url}/facilitator/workshops/{workshop.id}/findings")
    tuya.page.get_by_label("Paste lines or a table").fill(LINES)
    tuya.button("Preview").click()
    tuya.sees("8 lines read, 7 of them can be taken in.")
    tuya.sees("There is no location factor 9.9.")
    assert violations(tuya.page) == []
    tuya.button("Take in 7 findings").click()
    tuya.sees("Taken in: 7.")
    tuya.page.get_by_label("Factors").fill("4.1 4.2")
    tuya.page.get_by_role("radio", name="− obstacle").check()
    tuya.page.get_by_label("Statement").fill("A secret about loans")
    tuya.page.get_by_role("checkbox", name="Confidential").check()
    tuya.page.keyboard.press("Enter")
    expect(tuya.page.get_by_label("Factors")).to_be_focused()
    tuya.sees("By factor (8)")
    assert violations(tuya.page) == []

    phone = PhoneUser(browser, running.url, width=320, height=568)
    phone.scans(workshop.code)
    phone.taps_sector("Private")
    wall = WallScreen(browser, running.url, f"{running.url}/projector/{workshop.key}")
    tuya.opens_console(workshop.id)
    script.does("activity.enter", activity="read")
    tuya.walks_on("Open the reading", "End the reading")
    expect(phone.page.get_by_role("heading", name="Place and resources")).to_be_visible()
    phone.button("Surprises me: Clean lake two hours from the airport").click()
    phone.sees("2 of 3 marks left")
    phone.page.reload()
    marked = phone.button("Surprises me 1: Clean lake two hours from the airport")
    expect(marked).to_have_attribute("aria-pressed", "true")
    phone.is_not_wider_than_the_screen()
    assert violations(phone.page) == []
    tuya.sees("surprised 1")
    for _ in range(5):
        phone.button("Next").click()
    expect(phone.button("Next")).to_be_disabled()
    expect(phone.page.get_by_role("heading", name="Social climate")).to_be_focused()
    phone.does_not_see("A secret about loans")
    assert any("Clean lake two hours from the airport" in told for told in wall.pages())
    assert violations(wall.page) == []
    assert violations(tuya.page) == []
    tuya.walks_on("End the reading", "Go to: Rate")
    phone.sees("The reading is over")
    assert phone.complaints == wall.complaints == []
    phone.leaves()
    wall.leaves()


def test_factors_are_rated_compared_and_corrected(
    browser: Browser, running: Server, workshop: Workshop, tuya: FacilitatorUser, script: Console
) -> None:
    told = {"factors": ["2.1"], "sign": "-", "statement": "Transport costs more than the margin"}
    script.does("finding.write", finding="road", **told)
    people = [workshop.phone(sector) for sector in ["private"] * 4 + ["public"] * 5]
    phone = PhoneUser(browser, running.url, width=320, height=568)
    phone.scans(workshop.code)
    phone.taps_sector("Private")
    wall = WallScreen(browser, running.url, f"{running.url}/projector/{workshop.key}")
    tuya.opens_console(workshop.id)
    script.does("activity.enter", activity="rate")
    tuya.sees("3 factors to rate")
    tuya.page.get_by_role("checkbox", name=re.compile("Dialogue of firms")).click()
    tuya.sees("2 factors to rate")
    tuya.page.get_by_role("checkbox", name=re.compile("Dialogue of firms")).click()
    tuya.sees("3 factors to rate")
    assert violations(tuya.page) == []
    tuya.walks_on("Open the vote", "Close the vote")

    phone.sees("0 of 3")
    expect(wall.page.get_by_text("3 factors, from")).to_be_visible()
    for _ in FACTORS:
        name = phone.page.get_by_role("heading", level=3).inner_text()
        phone.button(
            "−3 very severe" if "Roads" in name else "+1 some help" if "Scenery" in name else "−2 strong"
        ).click()
        phone.button("nearly all" if "Roads" in name else "some").click()
    phone.sees("3 of 3")
    phone.page.reload()
    phone.sees("All rated. Change until the vote closes.")
    expect(phone.button(re.compile("Roads, transport cost −3 nearly all"))).to_be_visible()
    phone.is_not_wider_than_the_screen()
    assert violations(phone.page) == []
    phone.button(re.compile("Roads, transport cost")).click()
    phone.page.set_viewport_size({"width": 320, "height": 1000})  # no key half under the bar below
    assert violations(phone.page) == []
    phone.page.set_viewport_size({"width": 320, "height": 568})

    def paper(private: bool) -> dict[str, Any]:
        talk = {"rating": -2 if private else 1, "importance": 2}
        return {"2.1": {"rating": -3, "importance": 3}, "1.5": {"rating": 2, "importance": 1}, "7.4": talk}

    votes = [lambda one=one, n=n: one.votes("rate", paper(n < 4)) for n, one in enumerate(people)]
    assert all(answer["ok"] for answer in together(*votes))
    until(lambda: script.tallies.get("rate", {}).get("cast", 0) >= 10, "the ballots")
    tuya.walks_on("Close the vote", "Reveal")
    phone.sees("What you said of 3 factors was counted.")
    assert all('"median"' not in heard for heard in [*script.heard, *people[0].heard])
    tuya.walks_on("Reveal", "Agree on the result")

    tuya.sees("The sectors see it differently: Dialogue of firms and offices.")
    first = tuya.page.locator(".c-matrix tbody tr").first
    expect(first).to_contain_text("Roads, transport cost")
    expect(first).to_contain_text("−3")
    tuya.button("Correct, Roads, transport cost").click()
    tuya.page.get_by_label("Corrected").select_option("-1")
    tuya.page.get_by_label("Why does the room see it so?").fill("The road was mended")
    tuya.page.keyboard.press("Enter")
    tuya.sees("The corrected value stands beside the vote.")
    expect(tuya.button("−1, Correct, Roads, transport cost")).to_be_visible()
    tuya.page.get_by_label("Reach: Dialogue of firms and offices").select_option("N")
    tuya.sees(re.compile("advocacy list.*: Roads, transport cost · Dialogue of firms and offices"))
    assert violations(tuya.page) == []
    tuya.button("Show 1 findings with it").click()

    phone.sees("Corrected by the room to −1: The road was mended")
    phone.sees("3 points apart")
    phone.sees("You said −3; only this phone shows it.")
    phone.is_not_wider_than_the_screen()
    assert violations(phone.page) == []
    assert violations(wall.page) == []
    told_all = "\n".join(wall.pages())
    for words in ("All factors by priority", "3 points apart", "corrected: −1", "The first obstacles"):
        assert words in told_all, told_all
    tuya.walks_on("Agree on the result", re.compile("End|Go to"))
    tuya.page.goto(f"{running.url}/facilitator/workshops/{workshop.id}/minutes")
    tuya.sees("the vote gave −3, the room holds −1. The road was mended")
    tuya.sees("Advocacy list")
    assert phone.complaints == wall.complaints == []
    phone.leaves()
    wall.leaves()


def test_an_agreed_matrix_is_carried_into_the_planning_day(
    browser: Browser, running: Server, workshop: Workshop, tuya: FacilitatorUser, script: Console
) -> None:
    script.does("workshop.edit", title="Findings in autumn")
    script.does(
        "finding.write", finding="lake", factors=["1.5"], sign="+", statement="Clean lake", quote="Guests ask for it"
    )
    script.does("activity.open", activity="rate")
    workshop.phone("private").votes("rate", {"1.5": {"rating": 3, "importance": 3}})
    until(lambda: script.tallies.get("rate", {}).get("cast"), "the ballot")
    for act in ("close", "reveal", "confirm"):
        script.does(f"activity.{act}", activity="rate")
    day = Workshop(running)
    phone = PhoneUser(browser, running.url)
    phone.scans(day.code)
    phone.taps_sector("Public")
    wall = WallScreen(browser, running.url, f"{running.url}/projector/{day.key}")
    tuya.opens_console(day.id)
    tuya.button("Start the workshop").click()
    tuya.goes_to("What helps, what hinders")
    tuya.page.get_by_role("link", name="Take over an earlier matrix").click()
    earlier = tuya.page.get_by_label("Ratings of")
    autumn = earlier.locator("option", has_text="Findings in autumn").first.get_attribute("value")
    earlier.select_option(autumn)
    tuya.button("Take over").click()
    tuya.sees("Taken over: the matrix and its findings.")
    assert violations(tuya.page) == []
    tuya.opens_console(day.id)
    tuya.sees("Taken over from “Findings in autumn”")
    phone.sees("What “Findings in autumn” found comes to the wall in a moment.")
    wall.sees("What the analysis found comes in a moment.")
    tuya.button("Show 1 findings with it").click()
    tuya.walks_on("Reveal", "Agree on the result")
    wall.sees("Rated in “Findings in autumn”")
    seen = list(wall.pages())
    assert any("The first advantages" in words and "Guests ask for it" in words for words in seen), seen
    phone.sees("Rated in “Findings in autumn”")
    assert violations(phone.page) == violations(wall.page) == []
    assert phone.complaints == wall.complaints == []
    phone.leaves()
    wall.leaves()
    day.close()
