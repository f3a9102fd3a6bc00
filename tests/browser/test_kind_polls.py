"""Polls in real browsers: from the console's draft to the result on the wall, on a 320 px phone and in the minutes."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from shared.store.store import Store
from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.readers import unlinked
from tests.harness.server import Server, until
from tests.people import Console, Phone, Workshop

SECTORS = ("private", "public", "semi-public")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("polls")) as server:
        yield server


@pytest.fixture(scope="module")
def signed_in(browser: Browser, running: Server) -> Any:
    person = FacilitatorUser(browser, running.url)
    person.signs_in_first(running.first_link)
    state = person.context.storage_state()
    person.leaves()
    return state


class Poll:
    """A workshop with one poll in it, and everybody who looks at it."""

    def __init__(self, browser: Browser, server: Server, signed_in: Any) -> None:
        self.workshop = Workshop(server)
        self.script: Console = self.workshop.console()
        self.tuya = FacilitatorUser(browser, server.url, storage_state=signed_in)
        self.phone = PhoneUser(browser, server.url, width=320, height=568)
        self.phone.scans(self.workshop.code)
        self.phone.taps_sector("Private")
        self.wall = WallScreen(browser, server.url, f"{server.url}/projector/{self.workshop.key}")
        self.others: list[Phone] = []

    def begins(self, kind: str, question: str, voters: int = 5, **settings: Any) -> None:
        self.script.does("activity.add", activity="v", kind=kind, title="The poll", question=question)
        self.script.does("activity.edit", activity="v", settings=settings)
        self.script.does("activity.enter", activity="v")
        self.tuya.opens_console(self.workshop.id)
        self.tuya.sees(question)
        self.others = [self.workshop.phone(SECTORS[i % 3]) for i in range(voters)]

    def all_vote(self, *papers: Any) -> None:
        for other, paper in zip(self.others, papers, strict=True):
            assert other.votes("v", paper)["ok"]

    def stored(self) -> str:
        """Tell what lies in the ballot box, which no page does."""
        store = Store(f"sqlite:///{self.workshop.server.data / 'led.sqlite3'}", b"")
        try:
            return json.dumps([paper.choices for paper in store.papers(self.workshop.id, "v")])
        finally:
            store.close()

    def is_revealed(self, *secrets: str) -> None:
        """Close and reveal; until then nobody has heard a byte of it."""
        self.tuya.walks_on("Close the vote", "Reveal")
        for screen in (self.script, *self.others):
            screen.reaches(self.script.version)
            assert not any(secret in heard for heard in screen.heard for secret in ('"mean"', *secrets))
        assert not any(secret in self.minutes() for secret in secrets)
        self.tuya.walks_on("Reveal", "Agree on the result")

    def minutes(self) -> str:
        url = f"{self.workshop.server.url}/facilitator/workshops/{self.workshop.id}/minutes.md"
        asked = urllib.request.Request(url, headers={"Authorization": f"Bearer {self.workshop.token}"})
        with urllib.request.urlopen(asked, timeout=20) as answer:
            return unlinked(answer.read().decode())

    def looks_right(self) -> None:
        for person in (self.tuya, self.phone, self.wall):
            person.is_not_wider_than_the_screen()
            assert violations(person.page) == []

    def ends(self) -> None:
        self.workshop.close()
        for person in (self.tuya, self.phone, self.wall):
            assert person.complaints == []
            person.leaves()


@pytest.fixture
def poll(browser: Browser, running: Server, signed_in: Any) -> Iterator[Poll]:
    made = Poll(browser, running, signed_in)
    yield made
    made.ends()


def test_a_scale(poll: Poll) -> None:
    poll.begins("scale", "How well does the road serve you?", names=["not at all", "very well"], unsure=True)
    poll.tuya.button("More: To").click()
    poll.tuya.sees("1 (not at all) to 6 (very well)")
    poll.looks_right()
    poll.tuya.walks_on("Open the vote", "Close the vote")
    poll.wall.sees("From 1 (not at all) to 6 (very well).")
    poll.phone.button("I do not know").click()
    six = poll.phone.page.get_by_role("radio", name="6: very well")
    six.check()
    poll.phone.sees("Your answer: 6 (very well)")
    poll.phone.page.reload()
    expect(six).to_be_checked()
    poll.looks_right()
    assert poll.others[0].votes("v", {"value": 7})["code"] == "invalid"
    poll.all_vote({"value": 1}, {"value": 1}, {"value": 6}, {"value": 6}, {"value": None})
    until(lambda: poll.script.tallies.get("v", {}).get("cast") == 6, "all ballots")
    poll.is_revealed("4.0")
    poll.wall.sees("Answers lie far apart: ask both sides why.")
    poll.tuya.sees("1 does not know.")
    poll.phone.sees("your answer; only this phone shows it.")
    poll.looks_right()
    assert "**5 values; median 6, mean 4.0, middle half 1.0 to 6.0.**" in poll.minutes()
    poll.tuya.button("Second round").click()
    poll.tuya.sees("The second round stands behind this step.")


def test_a_number(poll: Poll) -> None:
    poll.begins("number", "How many days does a permit take?", unit="days")
    poll.tuya.button("More: Decimals").click()
    poll.tuya.page.get_by_label("The most").fill("365")
    poll.tuya.page.keyboard.press("Enter")
    poll.tuya.sees("0 to 365 days")
    poll.looks_right()
    poll.tuya.walks_on("Open the vote", "Close the vote")
    poll.wall.sees("One number each, in days.")
    number = poll.phone.page.get_by_role("textbox", name="Your number")
    number.fill("400")
    expect(number).to_have_attribute("aria-invalid", "true")
    number.fill("12,5")
    poll.phone.page.reload()
    poll.phone.sees("Your answer: 12.5 days")
    expect(number).to_have_value("12,5")  # as it was typed
    poll.looks_right()
    assert poll.others[0].votes("v", {"value": "0.25"})["code"] == "invalid"
    poll.all_vote({"value": 3}, {"value": "3.5"}, {"value": 14}, {"value": 14.5}, {"value": "90"})
    until(lambda: poll.script.tallies.get("v", {}).get("cast") == 6, "all ballots")
    poll.is_revealed("13.25", "14.5")
    poll.wall.sees("13.25 days")
    poll.wall.sees("Half of all lie from 3.5 to 14.5.")
    poll.tuya.sees("3.0 to 90.0")
    poll.phone.sees("your answer; only this phone shows it.")
    poll.looks_right()
    assert "**6 numbers; median 13.25, middle half 3.5 to 14.5, least 3.0, most 90.0.**" in poll.minutes()


def test_a_fist_of_five(poll: Poll) -> None:
    poll.begins("fist", "Do we start with the craft centre?")
    poll.tuya.page.get_by_role("radio", name=re.compile("^may be written")).click()
    poll.looks_right()
    poll.tuya.walks_on("Open the vote", "Close the vote")
    poll.wall.sees("0: No: I block this")
    poll.phone.page.get_by_role("radio", name="2: Some doubts: let us talk first").check()
    reason = poll.phone.page.get_by_role("textbox", name="Your reason (optional)")
    reason.fill("Canary: who pays?")
    poll.phone.page.reload()
    expect(reason).to_have_value("Canary: who pays?")
    expect(poll.phone.page.get_by_role("radio", name=re.compile("^2:"))).to_be_checked()
    poll.looks_right()
    poll.all_vote(*({"value": n} for n in (3, 4, 4, 5)), {"value": 5, "text": "Canary: at last"})
    until(lambda: poll.script.tallies.get("v", {}).get("cast") == 6, "all ballots")
    reason.blur()
    until(lambda: "who pays" in poll.stored(), "the reason to arrive")
    poll.is_revealed("Canary")
    poll.wall.sees("No consent: 1 showed fewer than 3 fingers.")
    poll.tuya.sees("Nobody must.")
    poll.phone.sees("You showed few fingers.")
    poll.looks_right()
    poll.tuya.button("Hide: Canary: at last").click()
    poll.tuya.sees("Hidden, shown to nobody")
    expect(poll.phone.page.get_by_text("Canary: at last")).to_have_count(0)
    poll.phone.sees("Canary: who pays?")
    told = poll.minutes()
    assert "Canary: who pays?" in told and "at last" not in told and "1 text was hidden" in told


def test_a_word_cloud(poll: Poll) -> None:
    poll.begins("wordcloud", "What holds us back?")
    poll.tuya.button("Less: Words a person").click()
    poll.tuya.sees("up to 2 words each")
    poll.looks_right()
    poll.tuya.walks_on("Open the vote", "Close the vote")
    box = poll.phone.page.get_by_role("textbox", name="Your word")
    box.fill("Canary Road")
    poll.phone.button("Add").click()
    box.fill("wo")
    poll.phone.page.reload()
    expect(box).to_have_value("wo")
    poll.phone.sees("Canary Road")
    box.fill("wool")
    poll.phone.button("Add").click()
    poll.phone.sees("All 2 words are written.")
    poll.looks_right()
    assert poll.others[0].votes("v", ["a", "b", "c"])["code"] == "limit"
    poll.tuya.button("Hide a text …").click()
    poll.tuya.page.get_by_label("The word or text").fill("C A N A R Y insult")
    poll.tuya.page.get_by_role("dialog").get_by_role("button", name="Hide", exact=True).click()
    poll.all_vote(["canary road"], ["CANARY  ROAD", "Ноос"], ["Canary Insult"], ["canaryroad"], ["Wool"])
    until(lambda: poll.script.tallies.get("v", {}).get("cast") == 6, "all ballots")
    poll.is_revealed("CANARY  ROAD", "Ноос")
    for person in (poll.wall, poll.phone, poll.tuya):
        person.sees("canary road")
        person.sees("Ноос")
    poll.looks_right()
    for screen in (poll.script, *poll.others):
        screen.reaches(poll.script.version)
        assert not any("Canary Insult" in heard for heard in screen.heard)
    poll.tuya.button("Show again: canaryinsult").click()
    poll.wall.sees("Canary Insult")
    assert "| canary road | 4 |" in poll.minutes()


def test_feedback_at_the_end_of_the_day(poll: Poll) -> None:
    poll.begins("feedback", "Was the day worth your time?")
    poll.looks_right()
    poll.tuya.walks_on("Open the vote", "Close the vote")
    poll.phone.page.get_by_role("radio", name="4").check()
    poll.phone.page.get_by_role("textbox", name="One thing to change").fill("Canary: more breaks")
    poll.phone.page.get_by_role("textbox", name="One thing to change").blur()
    poll.phone.page.reload()
    expect(poll.phone.page.get_by_role("radio", name="4")).to_be_checked()
    expect(poll.phone.page.get_by_role("textbox")).to_have_value("Canary: more breaks")
    poll.looks_right()
    poll.all_vote(*({"value": 5} for _ in range(4)), {"text": "Canary: nothing"})
    until(lambda: poll.script.tallies.get("v", {}).get("cast") == 6, "all ballots")
    poll.tuya.walks_on("Close the vote", "Reveal")
    assert "Canary" not in poll.minutes()
    poll.tuya.walks_on("Reveal", "Say thanks")
    poll.wall.sees("Thank you!")
    poll.wall.sees("4.8")
    poll.phone.sees("Canary: nothing")
    poll.looks_right()
    assert "## Feedback\n\n**The poll**\n\n**Mean 4.8 of 5 answers.**" in poll.minutes()
