"""One workshop from first start to saved minutes: a facilitator, a projector, three phones, one of them cut off."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.people import FacilitatorUser, Person, PhoneUser, WallScreen
from tests.harness.cable import Cable
from tests.harness.readers import unlinked
from tests.harness.server import ROOT, Server

NUMBERS_OF_THE_RESULT = ".w-res, .rtab, .results"


def test_a_first_workshop(browser: Browser, server: Server) -> None:
    aya = FacilitatorUser(browser, server.url)
    aya.signs_in_first(server.first_link)
    aya.makes_a_workshop("Planning day in Khentii")
    aya.page.get_by_role("link", name="Settings").click()
    aya.page.locator("input[name=languages][value=mn]").check()
    aya.page.get_by_role("button", name="Save").first.click()
    expect(aya.page.locator("input[name=languages][value=mn]")).to_be_checked()
    wall_at = aya.page.locator("a[href*='/projector/']").get_attribute("href") or ""
    join_at = aya.page.locator("a[href*='/join/']").first.get_attribute("href") or ""
    code = join_at.rsplit("/", 1)[1]
    aya.page.get_by_role("link", name="Console", exact=True).click()
    wall = WallScreen(browser, server.url, server.url + wall_at[wall_at.index("/projector/") :])
    wall.sees(code)

    english = PhoneUser(browser, server.url, width=320, height=568)
    english.types_the_code(code)
    english.taps_sector("Private")
    mongolian = PhoneUser(browser, server.url, language="mn-MN")
    mongolian.scans(code)
    mongolian.taps_sector(_mongolian("common", "sector.public"))
    with Cable(server.port) as cable:
        far = PhoneUser(browser, cable.url)
        far.scans(code)
        far.taps_sector("Semi-public")
        everybody: list[Person] = [aya, wall, english, mongolian, far]

        aya.walks_on("Start the workshop", "Start the talk")
        aya.goes_to("Obstacles")
        aya.walks_on("Open for cards", "Close writing")
        english.writes("No winter storage")
        mongolian.writes(
            "Зам муу", _mongolian("brainstorm.phone", "your_idea"), _mongolian("brainstorm.phone", "pin_it")
        )
        far.writes("Wool is sold raw")
        expect(aya.page.locator("main [data-card]")).to_have_count(3)
        cable.pull()
        far.writes("No loans")
        far.writes("No buyers")
        expect(far.page.get_by_text("kept on this phone")).to_have_count(2)
        address = far.page.url
        far.page.close()
        cable.plug()
        far.page = far.context.new_page()
        far.page.goto(address)
        expect(aya.page.locator("main [data-card]")).to_have_count(5)
        expect(far.button("Saved")).to_be_visible()
        far.complaints.clear()  # the browser's own words about the lost line
        wall.sees(re.compile("cards so far"))
        expect(wall.page.locator(".w-count .n")).to_have_text("5")
        texts = {"No winter storage", "Зам муу", "Wool is sold raw", "No loans", "No buyers"}
        assert set(aya.page.locator("main [data-card]").all_inner_texts()) == texts
        _all_fit(english, mongolian, far)

        aya.walks_on("Close writing", "Turn the cards")
        aya.walks_on("Turn the cards", "Go to: Sort and name")
        for text in texts:
            wall.sees(text)
        aya.walks_on("Go to: Sort and name", "Open sorting")
        aya.walks_on("Open sorting", "Agree on the groups")
        _makes_group(aya, "Storage", "No winter storage")
        for text in ("No loans", "No buyers"):
            english.button(text).click()
        english.button("Put together (2)").click()
        english.page.get_by_role("textbox").fill("Trade")
        english.button("Make the group").click()
        trade = aya.page.get_by_role("region", name="Trade")
        expect(trade.locator("[data-card]")).to_have_count(2)
        for text in ("Wool is sold raw", "Зам муу"):
            aya.page.locator("main [data-card]").filter(has_text=text).click()
        trade.get_by_role("button", name="Put 2 here").click()
        expect(trade.locator("[data-card]")).to_have_count(4)
        aya.button(re.compile("^Undo: moved")).click()
        expect(trade.locator("[data-card]")).not_to_have_count(4)
        aya.button(re.compile("^Redo: moved")).click()
        expect(trade.locator("[data-card]")).to_have_count(4)
        wall.sees("Trade")
        _all_fit(english, mongolian, far)
        aya.walks_on("Agree on the groups", "Go to: Break")

        aya.goes_to("Weigh the groups")
        aya.walks_on("Open the vote", "Close the vote")
        english.gives_a_dot("Trade")
        english.has_left(2)
        english.gives_a_dot("Storage")
        english.has_left(1)
        english.button("Take a dot back: Storage").click()
        english.has_left(2)
        mongolian.button(_mongolian("dots.phone", "add").format(option="Trade")).click()
        far.gives_a_dot("Storage")
        for phone in (english, far):
            expect(phone.button("Saved")).to_be_visible()
        expect(aya.page.locator(".kpi").first).to_contain_text("3")
        for person in everybody:
            expect(person.page.locator(NUMBERS_OF_THE_RESULT)).to_have_count(0)
        _all_fit(english, mongolian, far)
        aya.walks_on("Close the vote", "Reveal")
        for person in everybody:
            expect(person.page.locator(NUMBERS_OF_THE_RESULT)).to_have_count(0)
        aya.walks_on("Reveal", "Agree on the result")
        expect(wall.page.locator(".w-res .tot")).to_have_text(["2", "1"])
        for phone in (english, mongolian, far):
            expect(phone.page.locator(".results .n")).to_have_text(["2", "1"])
        _all_fit(english, mongolian, far)
        aya.walks_on("Agree on the result", "Go to: Within our reach?")

        aya.page.get_by_role("tab", name="Notes").click()
        aya.page.get_by_role("textbox", name="Note", exact=True).fill("Trade comes first.")
        aya.button("+ Decision").click()
        aya.page.get_by_role("textbox", name="Decision", exact=True).fill("We look for a buyer.")
        aya.page.get_by_role("tab", name="People").focus()
        expect(aya.page.locator(".note .state.saved")).to_have_count(2)
        assert wall.page.evaluate("document.documentElement.scrollHeight <= innerHeight")
        assert [person.complaints for person in everybody] == [[]] * 5

        aya.page.get_by_role("link", name="Minutes").first.click()
        article = aya.page.get_by_role("article", name="Minutes")
        for text in (*texts, "Storage", "Trade", "Trade comes first.", "We look for a buyer."):
            expect(article).to_contain_text(text)
        aya.button("Save this version").click()
        aya.sees("Version 1")
        with aya.page.expect_download() as got:
            aya.page.get_by_role("link", name="Text (Markdown)", exact=True).first.click()
        written = unlinked(Path(got.value.path()).read_text("utf-8"))
        for text in (*texts, "| Trade | **2** |", "We look for a buyer."):
            assert text in written, text
        assert aya.complaints == []
        for person in everybody:
            person.leaves()
    assert server.tracebacks() == []


def _makes_group(aya: FacilitatorUser, title: str, card: str) -> None:
    aya.button(re.compile(r"^\+ Group")).click()
    name = aya.page.get_by_role("textbox", name="Name of group A")
    expect(name).to_be_focused()
    aya.page.keyboard.type(title)
    aya.page.keyboard.press("Enter")
    group = aya.page.get_by_role("region", name=title)
    aya.page.locator("main [data-card]").filter(has_text=card).click()
    group.get_by_role("button", name="Put 1 here").click()
    expect(group.locator("[data-card]")).to_have_text([card])


def _all_fit(*phones: PhoneUser) -> None:
    for phone in phones:
        phone.is_not_wider_than_the_screen()


def _mongolian(area: str, key: str) -> str:
    return str(json.loads((ROOT / f"shared/locale/mn/{area}.json").read_text("utf-8"))[key])
