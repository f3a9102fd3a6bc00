"""A room in which a step of every kind can be opened: what it works on is there; a narrow phone and the wall look."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser

from shared.domain.activities import KINDS_OF_ACTIVITY
from tests.browser.conftest import violations
from tests.browser.people import PhoneUser, WallScreen
from tests.crowd import Crowd
from tests.harness.server import Server
from tests.people import Console, Workshop

NEEDS = {"fund": {"budget": 14_000}, "rating": {"gate": False}}  # what a kind cannot be opened without


class Room:
    """A workshop with cards, groups, measures and a finding, a phone of 320 pixels, and the wall."""

    def __init__(self, browser: Browser, server: Server, language: str) -> None:
        self.workshop = Workshop(server)
        self.script: Console = self.workshop.console()
        self.script.does("workshop.edit", languages=["en", "ar"])
        self.crowd = Crowd(self.workshop, self.script)
        self.script.does("finding.write", finding="f", factors=["2.1"], sign="-", statement="Roads are mud in May")
        cards, groups = self.script.step("brainstorm", 1), self.script.step("cluster")
        self.sources = {"cards": cards["id"], "clusters": groups["id"]}
        for step in (cards, groups, self.script.step("sheet")):
            self.script.does("activity.open", activity=step["id"])
            self.crowd.acts(self.script.all("activity")[step["id"]])
        self.ends(cards["id"])
        self.phone = PhoneUser(browser, server.url, width=320, height=568, language=language)
        self.phone.scans(self.workshop.code)
        self.phone.page.locator("button[name=sector]").first.click()
        self.phone.page.wait_for_url("**/w/**")
        self.wall = WallScreen(browser, server.url, f"{server.url}/projector/{self.workshop.key}")

    def opens(self, kind: str, step: str, question: str, settled: bool = False, **settings: Any) -> None:
        """Put a step of this kind at the end of the agenda and open it; ``settled``: on what the room began with."""
        self.script.does("activity.add", activity=step, kind=kind, title=kind, question=question)
        takes = KINDS_OF_ACTIVITY[kind].takes
        source = {"source": self.sources[takes[0]]} if takes and settled else {}
        self.script.does("activity.edit", activity=step, settings={**NEEDS.get(kind, {}), **settings}, **source)
        self.script.does("activity.open", activity=step)

    def ends(self, step: str) -> None:
        for verb in ("activity.close", "activity.reveal"):
            if self.script.all("activity")[step]["phase"] in ("open", "closed"):
                self.script.does(verb, activity=step)

    def records(self) -> set[tuple[str, str]]:
        return {
            (kind, id)
            for kind in ("card", "cluster", "measure", "pledge", "voice", "mark", "interview")
            for id in self.script.all(kind)
        }

    def holds(self) -> None:
        """Hold both screens to their frames and to the access rules."""
        self.phone.is_not_wider_than_the_screen()
        assert violations(self.phone.page) == []
        assert self.wall.page.evaluate("document.documentElement.scrollHeight <= innerHeight")
        assert self.wall.page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    def leaves(self) -> None:
        self.phone.leaves()
        self.wall.leaves()
        self.workshop.close()
