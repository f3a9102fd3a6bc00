"""Every kind of step on the narrowest phone and on the wall, from right to left: nothing cut off, open to everybody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from shared.domain.activities import KINDS_OF_ACTIVITY
from tests.browser.keys import Keyboard
from tests.browser.kinds import Room
from tests.harness.server import Server


@pytest.fixture(scope="module")
def room(browser: Browser, running: Server) -> Iterator[Room]:
    made = Room(browser, running, "ar")
    yield made
    made.leaves()


@pytest.mark.parametrize("kind", list(KINDS_OF_ACTIVITY))
def test_a_kind_fits_the_narrowest_phone_from_right_to_left(room: Room, kind: str) -> None:
    script, phone = room.script, room.phone
    question = f"ماذا نفعل؟ {kind}"
    step = f"rtl-{kind}"
    room.opens(kind, step, question)
    expect(phone.page.locator("html")).to_have_attribute("dir", "rtl")
    phone.sees(question if kind != "energiser" else kind)
    room.holds()
    Keyboard(phone).walks_through()
    room.crowd.acts(script.all("activity")[step])
    room.ends(step)
    room.holds()
    assert not phone.page.get_by_text(f"{kind}.phone.").count(), "a key stands where words should"
    assert phone.complaints == [] and room.wall.complaints == []
