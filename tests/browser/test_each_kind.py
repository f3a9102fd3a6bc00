"""Every kind of step on the narrowest phone and on the wall, from right to left: nothing cut off, open to everybody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from shared.domain.activities import KINDS_OF_ACTIVITY
from tests.browser.conftest import violations
from tests.browser.people import PhoneUser, WallScreen
from tests.crowd import Crowd
from tests.harness.server import Server
from tests.people import Console, Workshop

NEEDS = {"fund": {"budget": 14_000}, "rating": {"gate": False}}  # what a kind cannot be opened without
LANGUAGE = "ar"


class Room:
    """A workshop with cards, groups, measures and a finding, an Arabic phone of 320 pixels, and the wall."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.workshop = Workshop(server)
        self.script: Console = self.workshop.console()
        self.script.does("workshop.edit", languages=["en", LANGUAGE])
        self.crowd = Crowd(self.workshop, self.script)
        self.script.does("finding.write", finding="f", factors=["2.1"], sign="-", statement="Roads are mud in May")
        for step in (self.script.step("brainstorm", 1), self.script.step("cluster"), self.script.step("sheet")):
            self.script.does("activity.open", activity=step["id"])
            self.crowd.acts(self.script.all("activity")[step["id"]])
        self.phone = PhoneUser(browser, server.url, width=320, height=568, language=LANGUAGE)
        self.phone.scans(self.workshop.code)
        self.phone.page.locator("button[name=sector]").first.click()
        self.phone.page.wait_for_url("**/w/**")
        self.wall = WallScreen(browser, server.url, f"{server.url}/projector/{self.workshop.key}")

    def holds(self) -> None:
        """Hold both screens to their frames and to the access rules."""
        self.phone.is_not_wider_than_the_screen()
        assert violations(self.phone.page) == []
        assert self.wall.page.evaluate("document.documentElement.scrollHeight <= innerHeight")
        assert self.wall.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture(scope="module")
def room(browser: Browser, running: Server) -> Iterator[Room]:
    made = Room(browser, running)
    yield made
    made.phone.leaves()
    made.wall.leaves()
    made.workshop.close()


@pytest.mark.parametrize("kind", list(KINDS_OF_ACTIVITY))
def test_a_kind_fits_the_narrowest_phone_from_right_to_left(room: Room, kind: str) -> None:
    script, phone = room.script, room.phone
    question = f"ماذا نفعل؟ {kind}"
    script.does("activity.add", activity=f"rtl-{kind}", kind=kind, title=kind, question=question)
    script.does("activity.edit", activity=f"rtl-{kind}", settings=NEEDS.get(kind, {}))
    script.does("activity.open", activity=f"rtl-{kind}")
    expect(phone.page.locator("html")).to_have_attribute("dir", "rtl")
    phone.sees(question if kind != "energiser" else kind)
    room.holds()
    room.crowd.acts(script.all("activity")[f"rtl-{kind}"])
    for verb in ("activity.close", "activity.reveal"):
        if script.all("activity")[f"rtl-{kind}"]["phase"] in ("open", "closed"):
            script.does(verb, activity=f"rtl-{kind}")
    room.holds()
    assert not phone.page.get_by_text(f"{kind}.phone.").count(), "a key stands where words should"
    assert phone.complaints == [] and room.wall.complaints == []
