"""Every kind of step on the narrowest phone and on the wall, from right to left: nothing cut off, open to everybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

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


OTHERWISE: list[tuple[str, dict[str, Any]]] = [
    ("choice", {"about": "own", "choices": ["نعم", "لا"], "reasons": True}),
    ("scale", {"reasons": True, "unsure": True}),
    ("number", {"reasons": True, "unit": "يوم"}),
    ("fist", {"reasons": True}),
    ("evaluation", {"part": "check"}),
    ("evaluation", {"part": "worth"}),
    ("evaluation", {"part": "dates"}),
]  # kinds whose page is another one by their settings


@pytest.mark.parametrize(("kind", "settings"), [*((kind, {}) for kind in KINDS_OF_ACTIVITY), *OTHERWISE])
def test_a_kind_fits_the_narrowest_phone_from_right_to_left(room: Room, kind: str, settings: dict[str, Any]) -> None:
    script, phone = room.script, room.phone
    question = f"ماذا نفعل؟ {kind}"
    step = f"rtl-{kind}-{len(script.all('activity'))}"
    room.opens(kind, step, question, **settings)
    expect(phone.page.locator("html")).to_have_attribute("dir", "rtl")
    phone.sees(question if kind != "energiser" else kind)
    room.holds()
    Keyboard(phone).walks_through()
    room.crowd.acts(script.all("activity")[step])
    room.ends(step)
    room.holds()
    assert not phone.page.get_by_text(f"{kind}.phone.").count(), "a key stands where words should"
    assert phone.complaints == [] and room.wall.complaints == []
