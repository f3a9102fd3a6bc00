"""A round of interviews in real browsers: a phone with and without network, the console, the wall, the minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.server import Server, until
from tests.people import Console, Workshop

QUESTION = "What helps business here, what hinders it?"
LOST = "The last order was lost for want of a cold store"
MUD = "The road is mud in May"
STATEMENT = "What they say, in a sentence"


@pytest.fixture
def workshop(running: Server, signed_in: object) -> Iterator[Workshop]:
    made = Workshop(running, "interviews")
    yield made
    made.close()


@pytest.fixture
def lead(browser: Browser, running: Server, signed_in: object, workshop: Workshop) -> Iterator[FacilitatorUser]:
    person = FacilitatorUser(browser, running.url, storage_state=signed_in)
    person.opens_console(workshop.id)
    yield person
    person.leaves()
    assert person.complaints == []


class Interviewer(PhoneUser):
    """Somebody who goes out with a narrow phone."""

    def __init__(self, browser: Browser, url: str, code: str) -> None:
        super().__init__(browser, url, width=320, height=568)
        self.scans(code)
        self.taps_sector("Semi-public")
        self.sees(QUESTION)

    def begins(self, who: str, work: str) -> None:
        self.button("+ New interview").click()
        self.page.get_by_label("Who is asked").select_option(label=who)
        self.page.get_by_label("Line of work, without a name").fill(work)
        assert self.button("Begin").get_attribute("aria-disabled") == "true", "nothing is kept without consent"
        self.page.get_by_label("I have read it out, and they agree").check()
        self.button("Begin").click()
        self.sees(re.compile(r"Question 1 of"))

    def skips_to(self, question: int) -> None:
        while not self.page.get_by_text(f"Question {question} of").count():
            self.button("Skip").click()

    def says(self, text: str, factor: str, sign: str) -> None:
        self.page.get_by_label(STATEMENT).fill(text)
        self.button(re.compile(rf"^{re.escape(factor)}")).click()
        self.button(re.compile(rf"{sign}$")).click()


def test_a_round_from_the_first_question_to_the_minutes(
    browser: Browser, running: Server, workshop: Workshop, script: Console, lead: FacilitatorUser
):
    wall = WallScreen(browser, running.url, f"{running.url}/projector/{workshop.key}")
    lead.goes_to("Interviews")
    lead.sees("The guide has 23 questions")
    lead.walks_on("Open the round", "Close the round")
    ann = Interviewer(browser, running.url, workshop.code)

    ann.begins("Firm", "felt maker")
    ann.skips_to(4)
    ann.says(LOST, "5.2", "hinders")
    ann.is_not_wider_than_the_screen()
    assert violations(ann.page) == []
    ann.page.reload()
    expect(ann.page.get_by_label(STATEMENT)).to_have_value(LOST)
    assert ann.button(re.compile("^5.2")).get_attribute("aria-pressed") == "true"
    ann.button("Keep, next").click()
    ann.sees("Question 5 of")
    ann.button("Back").click()
    expect(ann.page.get_by_role("list", name="Noted so far")).to_contain_text(LOST)

    ann.button(f"Change: {LOST}").click()
    ann.page.get_by_text("Quote, rating, confidential").click()
    ann.page.get_by_label("Their own words, without a name").fill("We threw the milk away")
    ann.button("Keep the change").click()
    lead.sees("We threw the milk away")
    while ann.button("Back").count():
        ann.button("Back").click()
    ann.button("My interviews").click()
    ann.sees("My interviews: 1")

    ann.context.set_offline(True)
    ann.begins("Public office", "road office")
    ann.skips_to(2)
    ann.page.get_by_label("Another factor").select_option(label="2.1 Roads, transport cost")
    ann.page.get_by_label(STATEMENT).fill(MUD)
    ann.button(re.compile("hinders$")).click()
    ann.button("Keep, next").click()
    ann.button("Back").click()
    expect(ann.page.get_by_role("list", name="Noted so far")).to_contain_text(MUD)
    ann.context.set_offline(False)
    expect(ann.button("Saved")).to_be_visible(timeout=30_000)
    lead.sees(MUD)
    until(lambda: len(script.all("interview")) == 2, "both interviews, once each")
    lead.sees("No firm has spoken of")
    expect(lead.page.get_by_role("row", name=re.compile("Roads, transport cost"))).to_contain_text("1")
    assert violations(lead.page) == []
    wall.sees(re.compile("^interviews$"))
    expect(wall.page.locator("main")).to_contain_text("2")
    wall.does_not_see(MUD)

    lead.walks_on("Close the round", re.compile("Next|Read"))
    wall.sees("Thanks to all who asked and to all who answered.")
    assert wall.page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    ann.sees("Thank you. What was told is drawn up without names now.")
    script.reaches(script.version)
    found = sorted(script.all("finding").values(), key=lambda finding: finding["position"])
    assert [(f["statement"], f["source_kind"], f["sector"]) for f in found] == [
        (LOST, "interview", "private"),
        (MUD, "interview", "public"),
    ]
    lead.page.goto(f"{running.url}/facilitator/workshops/{workshop.id}/minutes")
    lead.sees("Read out before each interview and agreed to")
    lead.sees("We threw the milk away")
    counts_in_the_matrix(running, lead)
    for person in (ann, wall):
        person.leaves()
        assert [said for said in person.complaints if "ERR_INTERNET_DISCONNECTED" not in said] == []


def counts_in_the_matrix(running: Server, lead: FacilitatorUser) -> None:
    """Take what the interviews gave over into a planning day, and read it in the matrix there."""
    planning = Workshop(running, "led-planning")
    console = planning.console()
    matrix = console.step("matrix")["id"]
    phones = [planning.phone(sector) for sector in ("private", "private", "public", "semi-public")]
    lead.opens_console(planning.id)
    lead.goes_to("What helps, what hinders")
    lead.page.get_by_role("link", name="Take over what interviews gave").click()
    lead.button("Take over the findings").click()
    lead.sees("Findings taken over: 2.")
    lead.is_not_wider_than_the_screen()
    assert violations(lead.page) == []
    console.does("activity.open", activity=matrix)
    for phone in phones:
        assert phone.votes(matrix, {"2.1": {"rating": -2, "importance": 2}})["ok"]
    for act in ("close", "reveal"):
        console.does(f"activity.{act}", activity=matrix)
    items = {item["id"]: item for item in console.all("activity")[matrix]["result"]["items"]}
    assert items["2.1"]["evidence"] == {"public": 1} and items["5.2"]["evidence"] == {"private": 1}
    lead.opens_console(planning.id)
    expect(lead.page.get_by_role("row", name=re.compile("Roads, transport cost"))).to_contain_text("0 / 1 / 0")
    planning.close()
