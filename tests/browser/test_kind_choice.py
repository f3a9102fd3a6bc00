"""A choice and a ranking in real browsers: from the console's draft to the result on the wall and on a 320 px phone."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import expect

from tests.browser.conftest import looks_right
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.server import until
from tests.people import Console, Workshop

CHOICES = ["A market day", "A craft centre", "A training course"]


def begins(script: Console, workshop: Workshop, tuya: FacilitatorUser, kind: str, **settings: Any) -> None:
    settings = {"about": "own", "choices": CHOICES, **settings}
    script.does("activity.add", activity="v", kind=kind, title="What first?")
    script.does("activity.edit", activity="v", settings=settings)
    script.does("activity.enter", activity="v")
    tuya.opens_console(workshop.id)
    tuya.sees(CHOICES[0])


def test_up_to_two_choices(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, wall: WallScreen
) -> None:
    begins(script, workshop, tuya, "choice")
    tuya.button("More: At most").click()
    tuya.sees("up to 2 choices each")
    looks_right(tuya)
    others = [workshop.phone("public") for _ in range(5)]
    tuya.walks_on("Open the vote", "Close the vote")
    wall.sees("Up to 2 choices each.")
    box = phone.page.get_by_role("checkbox", name=CHOICES[1])
    box.check()
    until(lambda: script.tallies.get("v", {}).get("cast", 0) >= 0, "a tally")
    phone.page.reload()
    expect(box).to_be_checked()
    phone.page.get_by_role("checkbox", name=CHOICES[0]).check()
    phone.page.get_by_role("checkbox", name=CHOICES[2]).click()
    phone.sees("You have chosen 2 already")
    looks_right(phone, wall)
    answer = others[0].votes("v", ["own-1", "own-2", "own-3"])
    assert answer["code"] == "limit"
    for other in others:
        assert other.votes("v", ["own-2"])["ok"]
    tuya.walks_on("Close the vote", "Reveal")
    assert not any('"majority"' in heard for screen in (script, *others) for heard in screen.heard)
    tuya.walks_on("Reveal", "Agree on the result")
    tuya.sees("More than half of all ballots: A craft centre.")
    wall.sees("More than half: A craft centre")
    phone.sees("your choice; only this phone shows it.")
    looks_right(tuya, phone, wall)
    tuya.button("Second round").click()
    tuya.sees("The second round stands behind this step.")


def test_a_reason_beside_a_choice(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, wall: WallScreen
) -> None:
    begins(script, workshop, tuya, "choice", receipts=True)
    tuya.page.get_by_role("radio", name=re.compile("^may be written")).click()
    looks_right(tuya)
    others = [workshop.phone("public") for _ in range(5)]
    tuya.walks_on("Open the vote", "Close the vote")
    phone.page.get_by_role("radio", name=CHOICES[0]).check()
    reason = phone.page.get_by_role("textbox", name="Your reason (optional)")
    reason.fill("Canary: who pays?")
    phone.page.reload()
    expect(reason).to_have_value("Canary: who pays?")
    expect(phone.page.get_by_role("radio", name=CHOICES[0])).to_be_checked()
    reason.focus()
    phone.page.keyboard.press("Tab")  # leaves the box: now it goes
    looks_right(phone, wall)
    for other in others[:4]:
        assert other.votes("v", ["own-2"])["ok"]
    assert others[4].votes("v", {"chosen": ["own-2"], "text": "Canary: at last"})["ok"]
    until(lambda: script.tallies.get("v", {}).get("cast") == 6, "all ballots")
    expect(phone.button("Saved")).to_be_visible()
    tuya.walks_on("Close the vote", "Reveal")
    assert not any("Canary" in heard for screen in (script, *others) for heard in screen.heard)
    tuya.walks_on("Reveal", "Agree on the result")
    for person in (tuya, phone):
        person.sees("Canary: who pays?")
    tuya.page.get_by_text("Canary: at last").first.wait_for()
    wall.sees("More than half: A craft centre")
    wall.page.keyboard.press("ArrowRight")
    wall.sees("Canary: who pays?")
    looks_right(tuya, phone, wall)
    tuya.button("Hide: Canary: at last").click()
    tuya.sees("Hidden, shown to nobody")
    for person in (phone, wall):
        person.does_not_see("Canary: at last")
    assert "6 ballots counted anew" in workshop.server.run("verify", workshop.code)


def test_everybody_puts_them_in_order(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, wall: WallScreen
) -> None:
    begins(script, workshop, tuya, "ranking")
    tuya.page.get_by_role("radio", name=re.compile("^points")).click()
    expect(tuya.page.locator(".chip", has_text="points")).to_be_visible()
    looks_right(tuya)
    others = [workshop.phone("public") for _ in range(4)]
    tuya.walks_on("Open the vote", "Close the vote")
    wall.sees("Put them in order, the best first.")
    for title in (CHOICES[2], CHOICES[0]):
        phone.page.get_by_role("button", name=re.compile(title)).first.click()
    phone.sees("2 of 3 in order")
    phone.page.reload()
    phone.sees("2 of 3 in order")
    looks_right(phone, wall)
    for other in others:
        assert other.votes("v", ["own-1", "own-3", "own-2"])["ok"]
    assert others[0].votes("v", ["own-1", "own-1"])["code"] == "invalid"
    tuya.walks_on("Close the vote", "Reveal")
    tuya.walks_on("Reveal", "Agree on the result")
    rows = tuya.page.locator(".rtab").first.locator("tbody tr")
    expect(rows.first).to_contain_text(re.compile(r"1\..*A market day.*9"))
    tuya.sees("comes before every other in direct comparison")
    wall.sees("points")
    phone.sees("Places by points for each place in an order (Borda).")
    looks_right(tuya, phone, wall)
