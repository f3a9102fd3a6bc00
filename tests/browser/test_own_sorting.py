"""Everybody sorts by themselves: three phones, piles that nobody else sees, and the groups that they agree on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import looks_right
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.server import Server, until
from tests.people import Console, Workshop

ROADS = ("The road to the market is bad", "No bridge in spring")
MONEY = ("Loans are too dear", "No collateral for herders")


@pytest.fixture
def three(browser: Browser, running: Server, workshop: Workshop) -> Iterator[list[PhoneUser]]:
    people = [PhoneUser(browser, running.url, width=320, height=568) for _ in range(3)]
    for person in people:
        person.scans(workshop.code)
        person.taps_sector("Public")
    yield people
    for person in people:
        assert person.complaints == []
        person.leaves()


def sorts(person: PhoneUser) -> str:
    """Put the card that is shown with its like, or on a new pile; give its text."""
    card = person.page.locator(".own-card")
    text = card.inner_text()
    like = next(pair for pair in (ROADS, MONEY) if text in pair)
    pile = person.page.locator(".own-keys .pile").filter(has_text=re.compile("|".join(like)))
    (pile if pile.count() else person.button("A new pile")).click()
    expect(card.filter(has_text=text)).to_have_count(0)
    return text


def test_three_phones_sort_unseen_and_the_facilitator_takes_over_what_they_agree_on(
    running: Server,
    workshop: Workshop,
    script: Console,
    three: list[PhoneUser],
    tuya: FacilitatorUser,
    wall: WallScreen,
) -> None:
    writer = workshop.phone()
    script.does("activity.open", activity=script.obstacles)
    script.does("activity.edit", activity=script.obstacles, settings={"limit": 0})
    for text in (*ROADS, *MONEY):
        assert writer.adds(script.obstacles, text)["ok"]
    sorting = script.step("cluster")["id"]
    script.does("activity.open", activity=sorting)
    tuya.opens_console(workshop.id)
    tuya.page.get_by_role("button", name=re.compile("^All phones sort")).click()
    tuya.page.get_by_role("menuitem", name=re.compile("^Everybody by themselves")).click()

    ann, *others = three
    ann.sees("0 of 4")
    heard = {id(screen): len(screen.heard) for screen in (script, writer)}
    first = sorts(ann)
    looks_right(ann)
    for key in ann.page.locator(".own-keys .pile, .share-act .btn").all():
        box = key.bounding_box()
        assert box and box["height"] >= 44
    ann.page.reload()
    ann.sees("1 of 4")
    expect(ann.page.locator(".own-keys .pile").filter(has_text=first)).to_have_count(1)
    ann.context.set_offline(True)
    sorts(ann)
    ann.context.set_offline(False)
    ann.sees("2 of 4")

    tuya.button("Suggest groups").click()
    tuya.sees("At least 3 people must have sorted")
    tuya.page.keyboard.press("Escape")
    for person, n in ((ann, 2), (others[0], 4), (others[1], 4)):
        for _ in range(n):
            sorts(person)
        person.sees("All sorted. Thank you!")
    looks_right(ann)
    script.syncs()
    assert not script.all("cluster") and all(card["verdict"] == {} for card in script.all("card").values())
    for screen in (script, writer):
        assert not any("piles" in event for event in screen.heard[heard[id(screen)] :])
    wall.sees("The first group will hang here.")

    group = {"cluster": "unseen", "title": "Unseen", "cards": list(script.all("card"))[:2]}
    answer = script.command("cluster.accept", activity=sorting, groups=[group], own=True)
    assert (answer["ok"], answer["code"]) == (False, "conflict"), "nobody has looked at the sorts yet"
    tuya.button("Suggest groups").click()
    tuya.sees("4 of 4 free cards were put together by at least half of the 3 people")
    expect(tuya.page.get_by_text("agreement 100 %")).to_have_count(2)
    looks_right(tuya)
    tuya.page.locator(".c-offer").last.get_by_role("checkbox").first.uncheck()
    tuya.button("Take over 1 group").click()
    until(lambda: len(script.all("cluster")) == 1, "one group")
    tuya.walks_on("Agree on the groups", re.compile("."))
    tuya.page.goto(f"{running.url}/facilitator/workshops/{workshop.id}/minutes")
    tuya.sees("From the own sorting of 3 people; agreement 100 %.")
    looks_right(ann)
