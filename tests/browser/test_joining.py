"""Two options were the same: told on the console after the reveal, seen on wall and phones, taken back by Undo."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import looks_right
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.people import Console, Workshop

CHOICES = ["Mend the road", "A market day", "Repair the streets", "A craft centre"]


def votes(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, kind: str, **settings: object
) -> None:
    """Nine people vote: five for the road, five for the streets, three of them for both; six for the market."""
    script.does("activity.add", activity="v", kind=kind, title="What first?")
    script.does("activity.edit", activity="v", settings={"about": "own", "choices": CHOICES, **settings})
    script.does("activity.enter", activity="v")
    tuya.opens_console(workshop.id)
    others = [workshop.phone("public") for _ in range(8)]
    script.does("activity.open", activity="v")
    papers = [["own-1", "own-3"]] * 2 + [["own-1", "own-2"]] * 2 + [["own-3", "own-2"]] * 2 + [["own-2", "own-4"]] * 2
    for other, paper in zip(others, papers, strict=True):
        assert other.votes("v", dict.fromkeys(paper, 1) if kind == "dots" else paper)["ok"]
    for title in (CHOICES[0], CHOICES[2]):
        if kind == "dots":
            phone.gives_a_dot(title)
        else:
            phone.page.get_by_role("checkbox", name=title).check()
    phone.sees("9 of 9 have voted")
    expect(phone.button("Saved")).to_be_visible()
    tuya.walks_on("Close the vote", "Reveal")
    tuya.walks_on("Reveal", "Agree on the result")


def test_dots_on_two_that_were_the_same_count_each_person_once(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, wall: WallScreen
) -> None:
    votes(workshop, script, tuya, phone, "dots", dots=2, most=1)
    tuya.button("Repair the streets is the same as …").focus()
    tuya.page.keyboard.press("Enter")
    dialog = tuya.page.get_by_role("dialog", name="Which is the same as “Repair the streets”?")
    expect(dialog.get_by_role("radio", name="A market day")).to_be_focused()
    looks_right(tuya)
    dialog.get_by_role("radio", name="Mend the road").check()
    tuya.button("They are the same").click()
    expect(dialog).to_have_count(0)
    told = "“Repair the streets” is the same as “Mend the road”: 5 and 5 became 7. Each person counts once."
    for person in (tuya, phone, wall):
        person.sees(told)
    first = tuya.page.locator(".rtab tbody tr").first
    expect(first).to_contain_text(re.compile(r"1\..*Mend the road.*\+ Repair the streets.*7"))
    expect(phone.page.get_by_role("listitem").filter(has_text="Mend the road").first).to_contain_text("7")
    expect(phone.page.get_by_role("img", name="your dot")).to_have_count(1)
    expect(wall.page.locator(".w-row .nm").filter(has_text="+ Repair the streets")).to_be_visible()
    looks_right(tuya, phone, wall)
    tuya.button(re.compile("^Undo")).click()
    for person in (tuya, phone, wall):
        person.does_not_see(told)
    expect(tuya.page.locator(".rtab tbody tr")).to_have_count(4)


def test_a_choice_that_two_people_made_is_not_joined_and_the_console_says_why(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser
) -> None:
    votes(workshop, script, tuya, phone, "choice", most=0)
    tuya.button("A craft centre is the same as …").click()
    tuya.page.get_by_role("radio", name="A market day").check()
    tuya.button("They are the same").click()
    tuya.sees("Only one or two people chose one of these, or left it out")
    tuya.page.keyboard.press("Escape")
    tuya.button("Mend the road is the same as …").click()
    tuya.page.get_by_role("radio", name="Repair the streets").check()
    tuya.button("They are the same").click()
    phone.sees("“Mend the road” is the same as “Repair the streets”: 5 and 5 became 7.")
    expect(phone.page.get_by_role("img", name="your choice")).to_have_count(1)
    tuya.walks_on("Agree on the result", "End the workshop")
    expect(tuya.button(re.compile("is the same as …$"))).to_have_count(0)
