"""A fund in real browsers: costs are typed on the console, a small phone supports, the wall accounts for the money."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from shared.demo.day import demo_data
from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.server import Server, until
from tests.people import Console, Workshop, together

VECTOR = demo_data()["test_vectors"]["budget_vote"]
MEASURES = {measure["id"]: measure for measure in demo_data()["measures"]}
PAID = [MEASURES[id]["title"] for id in VECTOR["mes_add1"]]
FUND = "fund"


@pytest.fixture
def script(workshop: Workshop) -> Console:
    """A second console: eight measures, the last one without a cost, and a step to share out a fund."""
    console = workshop.console()
    for id, measure in MEASURES.items():
        console.does("measure.adopt", measure=id, title=measure["title"])
        if id != "M8":
            console.does("measure.edit", measure=id, sheet={"asked": measure["fund_eur"]})
    console.does("activity.add", activity=FUND, kind="fund", title="Fund", question="What is the money to pay for?")
    return console


def supports(phone: PhoneUser, id: str) -> Locator:
    return phone.page.get_by_role("button", name=re.compile(MEASURES[id]["title"]))


def rows(page: Page, where: str) -> list[str]:
    return [row.inner_text().replace("\u00a0", " ") for row in page.locator(where).all()]


def test_the_demo_day_shares_out_its_fund(
    browser: Browser, running: Server, workshop: Workshop, tuya: FacilitatorUser, script: Console
) -> None:
    voters: list[dict[str, Any]] = VECTOR["voters"]
    mine = next(voter for voter in voters if voter["sector"] == "public")
    people = [workshop.phone(voter["sector"]) for voter in voters if voter is not mine]
    phone = PhoneUser(browser, running.url, width=320, height=568)
    phone.scans(workshop.code)
    phone.taps_sector("Public")
    wall = WallScreen(browser, running.url, f"{running.url}/projector/{workshop.key}")
    tuya.opens_console(workshop.id)
    tuya.button("Start the workshop").click()
    tuya.goes_to("Fund")

    tuya.sees("Say how much money there is.")
    tuya.sees("The cost of 1 is missing; without it the vote cannot open.")
    tuya.button("Open the vote").click()
    tuya.sees("Say first how much money there is: the budget is 0.")
    tuya.page.get_by_label("Budget, in whole units").fill("30 000")
    tuya.page.keyboard.press("Enter")
    expect(tuya.page.get_by_text("Say how much money there is.", exact=True)).to_have_count(0)
    tuya.button("Open the vote").click()
    tuya.sees(f"No cost is known yet for: “{MEASURES['M8']['title']}”.")
    tuya.page.get_by_label(f"Cost: {MEASURES['M8']['title']}").fill("2240")
    tuya.page.keyboard.press("Enter")
    tuya.sees(re.compile("All together 52.680.EUR; the budget is 30.000.EUR"))
    assert violations(tuya.page) == []
    tuya.walks_on("Open the vote", "Close the vote")

    expect(wall.page.locator(".w-cost")).to_have_count(8)
    wall.sees(re.compile("30.000.EUR to share out.*then lot no. \\d+"))
    assert violations(wall.page) == []
    phone.sees("Support at least 3, so that your share of the money can count.")
    for id in mine["approves"][:2]:
        supports(phone, id).click()
    phone.sees("You support 2")
    phone.page.reload()
    expect(supports(phone, mine["approves"][0])).to_have_attribute("aria-pressed", "true")
    supports(phone, mine["approves"][2]).press("Enter")
    phone.sees("You support 3")
    phone.does_not_see("Support at least 3")
    phone.is_not_wider_than_the_screen()
    assert violations(phone.page) == []
    ballots = [voter["approves"] for voter in voters if voter is not mine]
    answers = together(
        *[
            lambda one=one, ids=ids: one.votes(FUND, dict.fromkeys(ids, 1))
            for one, ids in zip(people, ballots, strict=True)
        ]
    )
    assert all(answer["ok"] for answer in answers)
    until(lambda: script.tallies.get(FUND, {}).get("cast", 0) >= 20, "the ballots")
    expect(tuya.page.locator(".kpi b").first).to_have_text(re.compile("24 of 24"))

    tuya.walks_on("Close the vote", "Reveal")
    phone.sees("Your ballot was counted.")
    assert all("641.67" not in heard for heard in [*script.heard, *people[0].heard])
    tuya.walks_on("Reveal", "Agree on the result")
    tuya.sees(re.compile("28.120.EUR of 30.000.EUR is paid out; 1.880.EUR is left."))
    account, rules = tuya.page.locator(".rtab").all()
    expect(account.locator("tbody tr")).to_have_count(8)
    first = account.locator("tbody tr").first
    expect(first).to_contain_text(PAID[0])
    expect(first).to_contain_text(re.compile("641.67.EUR"))
    expect(rules.locator("tbody tr").nth(8)).to_contain_text(re.compile("200.EUR.*200.EUR.*1.880.EUR"))
    assert violations(tuya.page) == []

    expect(wall.page.locator(".w-fund")).to_be_visible()
    seen: set[str] = set()
    for _ in wall.pages():
        seen |= set(rows(wall.page, ".w-fund li, .w-fund tbody tr"))
        assert violations(wall.page) == []
    assert wall.complaints == []
    wall.leaves()
    told = "\n".join(seen)
    assert [measure["title"] for measure in MEASURES.values() if measure["title"] not in told] == [], told
    assert any(PAID[0] in row and "642" in row and "22 300" in row for row in seen)

    phone.sees(re.compile("1.880.EUR of 30.000.EUR is left."))
    paid = phone.page.locator("section", has_text="Paid from the fund").locator(".res .tx")
    assert paid.all_inner_texts() == PAID
    phone.sees(re.compile("Your share of 1.419.EUR went to: "))
    phone.is_not_wider_than_the_screen()
    assert violations(phone.page) == []
    assert phone.complaints == []
    phone.leaves()


def test_points_are_given_on_a_small_phone(
    browser: Browser, running: Server, workshop: Workshop, script: Console
) -> None:
    script.does("activity.edit", activity=FUND, settings={"rule": "score", "ballot": "points", "points": 4})
    script.does("activity.edit", activity=FUND, settings={"about": "own", "choices": ["A well", "A bridge"]})
    script.does("activity.edit", activity=FUND, settings={"costs": [400, 900], "budget": 1000})
    phone = PhoneUser(browser, running.url, width=320, height=568)
    phone.scans(workshop.code)
    phone.taps_sector("Private")
    script.does("activity.open", activity=FUND)
    for _ in range(3):
        phone.button("Give a point: A bridge").click()
    phone.button("Give a point: A well").click()
    phone.has_left(0)
    expect(phone.button("Give a point: A well")).to_have_attribute("aria-disabled", "true")
    phone.button("Take a point back: A bridge").click()
    phone.has_left(1)
    phone.page.reload()
    phone.has_left(1)
    phone.is_not_wider_than_the_screen()
    assert violations(phone.page) == []
    until(lambda: script.tallies.get(FUND, {}).get("cast"), "the ballot")
    for verb in ("close", "reveal"):
        script.does(f"activity.{verb}", activity=FUND)
    result = script.all("activity")[FUND]["result"]
    assert [(item["title"], item["score"]) for item in result["items"]] == [("A bridge", 2), ("A well", 1)]
    phone.sees("1 supporter, 2 points")
    assert phone.complaints == []
    phone.leaves()
