"""Sorting in real browsers: suggested groups, twins, and many phones that sort together."""

from __future__ import annotations

import json
import re
import secrets

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.server import Server, until
from tests.people import Console, Phone, Workshop

TEXTS = [
    "Wool is sold raw to traders in spring",
    "Herders sell unwashed wool cheaply in spring",
    "No wool washing line in the aimag",
    "No collateral, so no loan for herders",
    "Banks want city property as collateral",
    "Loans arrive after the planting season",
]


@pytest.fixture
def writer(workshop: Workshop, script: Console) -> Phone:
    """Somebody who has written all cards; the sorting is open."""
    person = workshop.phone()
    script.does("activity.open", activity=script.obstacles)
    script.does("activity.edit", activity=script.obstacles, settings={"limit": 0})
    for text in TEXTS:
        assert person.adds(script.obstacles, text)["ok"]
    script.does("activity.open", activity=script.step("cluster")["id"])
    return person


def test_suggested_groups_are_refused_without_a_trace_and_taken_over_in_part(
    workshop: Workshop, script: Console, writer: Phone, tuya: FacilitatorUser, wall: WallScreen
) -> None:
    tuya.opens_console(workshop.id)
    wall.sees("The first group will hang here.")
    heard, version = len(writer.heard), script.version
    tuya.button("Suggest groups").click()
    tuya.sees("5 of 6 free cards are alike")
    assert violations(tuya.page) == []
    tuya.button("Leave it as it is").click()
    script.syncs()
    assert script.version == version and not script.all("cluster")
    assert not any(re.search("cluster|Wool is sold", event) for event in writer.heard[heard:])
    wall.sees("The first group will hang here.")

    tuya.button("Suggest groups").click()
    titles = tuya.page.get_by_role("textbox", name=re.compile("^Name of suggested group"))
    expect(titles).to_have_count(2)
    titles.first.fill("Wool leaves unprocessed")
    mine = tuya.page.locator(".c-offer").first
    left_out = mine.get_by_role("checkbox").last
    text = mine.locator("label").last.inner_text()
    left_out.uncheck()
    tuya.page.locator(".c-offer").last.get_by_role("checkbox").first.uncheck()
    tuya.button("Take over 1 group").click()
    wall.sees("Wool leaves")
    until(lambda: len(script.all("cluster")) == 1, "one group")
    hung = [card["text"] for card in script.all("card").values() if card["cluster"]]
    assert len(hung) == 2 and text not in hung
    tuya.button("Undo: took over suggested groups").click()
    until(lambda: not script.all("cluster"), "the group to go")
    assert all(card["cluster"] is None for card in script.all("card").values())


def test_twins_are_put_together_or_told_apart_for_good(
    workshop: Workshop, script: Console, writer: Phone, tuya: FacilitatorUser
) -> None:
    tuya.opens_console(workshop.id)
    tuya.page.get_by_role("tab", name="Twins").click()
    apart = tuya.page.get_by_role("button", name=re.compile("^Not the same: "))
    expect(apart.first).to_be_visible()
    pairs = apart.count()
    assert violations(tuya.page) == []
    apart.first.click()
    expect(apart).to_have_count(pairs - 1)
    tuya.page.reload()
    tuya.page.get_by_role("tab", name="Twins").click()
    if pairs > 1:
        expect(apart).to_have_count(pairs - 1)
    else:
        tuya.sees("No cards are so alike")
    assert "unlike" not in json.dumps(writer.all("card"))
    assert any(act["verb"] == "card.told_apart" for act in script.acts.values())


def test_many_phones_sort_together_and_single_taps_are_nobodys_business(
    browser: Browser,
    running: Server,
    workshop: Workshop,
    script: Console,
    writer: Phone,
    tuya: FacilitatorUser,
    wall: WallScreen,
) -> None:
    sorting = script.step("cluster")["id"]
    names = ["Wool", "Money", "Seasons", "Skills", "Roads", "Rules", "Tourism"]
    groups = [secrets.token_hex(16) for _ in names]
    for group, title in zip(groups, names, strict=True):
        script.does("cluster.add", activity=sorting, cluster=group, title=title)
    people = [PhoneUser(browser, running.url, width=320, height=488) for _ in range(2)]
    for person in people:
        person.scans(workshop.code)
        person.taps_sector("Public")
    other = workshop.phone("semi-public")
    tuya.opens_console(workshop.id)
    tuya.page.get_by_role("button", name=re.compile("^All phones sort")).click()
    tuya.page.get_by_role("menuitem", name=re.compile("^Each phone a few cards")).click()

    ann, ben = people
    keys = ann.page.locator(".share-keys .pile")
    expect(keys).to_have_count(8)
    for element in (*keys.all(), ann.page.locator(".share-card"), ann.button("One back")):
        box = element.bounding_box()
        assert box and box["y"] >= 0 and box["y"] + box["height"] <= 488 and box["height"] >= 44
    assert ann.page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert violations(ann.page) == []
    ann.is_not_wider_than_the_screen()

    heard = {id(screen): len(screen.heard) for screen in (script, writer, other)}
    text = ann.page.locator(".share-card").inner_text()
    ann.button(re.compile("Wool")).click()
    expect(ann.page.locator(".share-card")).not_to_have_text(text)
    ann.page.reload()
    expect(ann.page.locator(".share-card")).not_to_have_text(text)
    ann.sees("1 of 5")
    script.syncs()
    card = next(c for c in script.all("card").values() if c["text"] == text)
    assert card["cluster"] is None and card["verdict"] == {}
    for screen in (script, writer, other):
        assert not any(groups[0] in event or card["id"] in event for event in screen.heard[heard[id(screen)] :])

    assert writer.votes(sorting, {"taps": {card["id"]: [1, groups[0]]}})["code"] == "not_allowed"
    assert other.votes(sorting, {"taps": {card["id"]: [1, groups[0]]}})["ok"]
    until(lambda: script.all("card")[card["id"]]["cluster"] == groups[0], "the card in its group")
    expect(wall.page.locator(".w-pile").first).to_contain_text(text)
    act = next(act for act in script.acts.values() if act["verb"] == "card.settled")
    assert (act["role"], act["by"]) == ("system", "")
    tuya.page.get_by_role("tab", name="History").click()
    tuya.sees(re.compile("The room settled a card"))

    # Offline taps are kept on the phone, and sent once it is back; three that differ are talked about.
    ben.context.set_offline(True)
    expect(ben.page.locator(".share-card")).to_be_visible()
    contested = ben.page.locator(".share-card").inner_text()
    ben.button("None fits").click()
    ben.context.set_offline(False)
    second = next(c["id"] for c in script.all("card").values() if c["text"] == contested)
    assert other.votes(sorting, {"taps": {card["id"]: [1, groups[0]], second: [1, groups[1]]}})["ok"]
    assert workshop.phone().votes(sorting, {"taps": {second: [1, groups[2]]}})["ok"]
    until(lambda: script.all("card")[second]["verdict"].get("state") == "contested", "a contested card")
    wall.sees("Let us talk")
    wish = tuya.page.get_by_role("button", name=re.compile("^B 1: put .* into Money"))
    expect(wish).to_be_visible()
    assert violations(tuya.page) == []
    wish.click()
    until(lambda: script.all("card")[second]["cluster"] == groups[1], "the card where the facilitator put it")
    wall.does_not_see("Let us talk")
    tuya.walks_on("Agree on the groups", re.compile("."))
    tuya.page.goto(f"{running.url}/facilitator/workshops/{workshop.id}/minutes")
    tuya.sees("1 card was settled by the room. 1 card was settled by the facilitator, after talk.")
    for person in people:
        assert person.complaints == []
        person.leaves()
