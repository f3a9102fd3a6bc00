"""Polls in real browsers: from the console's draft to the result on the wall, on a 320 px phone and in the minutes."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
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
            return str(answer.read().decode())

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
