"""Cards before the day in real browsers, by the same link and from a list; and ideas of others while writing."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import looks_right
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.server import until
from tests.people import Console, Workshop


def test_who_comes_early_writes_and_a_list_is_taken_in_once(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, wall: WallScreen
) -> None:
    tuya.opens_console(workshop.id)
    tuya.page.locator(".c-collect select").select_option(label="Obstacles")
    tuya.page.get_by_label("Collect until").fill("2026-11-27")
    looks_right(tuya)
    tuya.button("Begin to collect").click()
    phone.sees("Cards are collected until November 27")
    phone.writes("No bridge to the market")
    phone.page.reload()
    phone.sees("No bridge to the market")
    looks_right(phone)
    tuya.sees("1 card so far")
    wall.does_not_see("No bridge to the market")

    tuya.page.get_by_role("link", name="Take in a list of cards").click()
    tuya.page.get_by_label("For the step").select_option(label="Obstacles")
    table = "Nr;Card\r\n1;Power cuts\r\n2;No bridge to the market!\r\n3;" + "x" * 95 + "\r\n"
    file = {"name": "list.csv", "mimeType": "text/csv", "buffer": table.encode("utf-8-sig")}
    tuya.page.get_by_label("Or a file").set_input_files(file)  # type: ignore[arg-type]
    tuya.button("Look through").click()
    tuya.sees("3 lines read, 2 can be taken in.")
    expect(tuya.page.get_by_role("checkbox", name="Power cuts")).to_be_checked()
    expect(tuya.page.get_by_role("checkbox", name="No bridge to the market!")).not_to_be_checked()
    looks_right(tuya)
    tuya.button("Take in what is ticked").click()
    tuya.sees("1 card is taken in.")
    until(lambda: "Power cuts" in [card["text"] for card in script.all("card").values()], "the card of the list")
    tuya.page.get_by_role("link", name="Console").click()
    tuya.button(re.compile("^Undo: took in a list")).click()
    until(lambda: [card["text"] for card in script.all("card").values()] == ["No bridge to the market"], "no list")

    tuya.walks_on("Start the workshop", re.compile("."))
    phone.does_not_see("Cards are collected until November 27")


def test_a_few_ideas_of_others_come_after_ones_own(
    workshop: Workshop, script: Console, phone: PhoneUser, wall: WallScreen
) -> None:
    script.does("activity.edit", activity=script.obstacles, settings={"mode": "suggestive"})
    script.does("activity.open", activity=script.obstacles)
    others = [workshop.phone("public") for _ in range(4)]
    for n in range(12):
        assert others[n % 4].adds(script.obstacles, f"Idea number {n}")["ok"]
    phone.does_not_see("Ideas of others")
    phone.writes("Mine")
    phone.sees(re.compile("^Ideas? of others"))
    expect(phone.page.locator(".ideas li").first).to_be_visible()
    assert phone.page.locator(".ideas li").count() <= 3
    wall.does_not_see("Idea number 1")
    looks_right(phone)
