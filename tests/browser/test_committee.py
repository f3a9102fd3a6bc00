"""The selection committee's steps by name in real browsers: roll, interests, conditions, resolution."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from shared.domain.activities.knockouts import QUESTIONS
from tests.browser.conftest import looks_right
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.readers import unlinked
from tests.harness.server import until
from tests.people import Console, Workshop, new_id

STEPS = {
    "roll": "Which members are here?",
    "interests": "Are you applicant, partner or supplier of any application?",
    "gate": "Does each application meet them all?",
    "resolution": "Do we accept the whole list?",
}


def begins(script: Console, workshop: Workshop, tuya: FacilitatorUser) -> None:
    for id, title in {"m": "Felt workshop", "n": "Winter cellar"}.items():
        script.does("measure.adopt", measure=id, title=title)
        script.does("measure.edit", measure=id, sheet=dict.fromkeys(QUESTIONS, "yes"))
    script.does("measure.edit", measure="n", sheet={"K4": None})
    for kind, question in STEPS.items():
        script.does("activity.add", activity=kind, kind=kind, title=kind.title(), question=question)
    tuya.opens_console(workshop.id)


def line(page: Page, text: str) -> None:
    expect(page.get_by_role("listitem").filter(has_text=text).first).to_be_visible()


def test_the_roll_is_called_by_name_and_says_whether_there_is_a_quorum(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, wall: WallScreen
) -> None:
    begins(script, workshop, tuya)
    script.does("activity.enter", activity="roll")
    tuya.button(re.compile("^Less: Members, Private")).click()
    until(lambda: script.all("activity")["roll"]["settings"]["members"] == [2, 2, 2], "two private members")
    looks_right(tuya)
    tuya.walks_on("Call the roll", "Close the roll")
    phone.sees("Write your name first")
    expect(phone.button("I am here")).to_be_disabled()
    phone.page.get_by_role("textbox", name=re.compile("^Your name")).fill("Aya Dorj")
    phone.button("I am here").click()
    line(phone.page, "Aya Dorj")
    phone.page.reload()
    expect(phone.button("I am here")).to_have_attribute("aria-pressed", "true")
    wall.sees("3 of the members make a quorum")
    for sector, name in {"public": "Bat", "semi-public": "Tuul"}.items():
        tuya.page.get_by_role("textbox", name=re.compile("^Name")).fill(name)
        tuya.page.get_by_role("combobox", name=re.compile("^Sector")).select_option(sector)
        tuya.button("Add").click()
        line(tuya.page, name)
    looks_right(tuya, phone, wall)
    tuya.walks_on("Close the roll", re.compile("Go to|Next|Interests|Start|End"))
    tuya.sees("There is a quorum: 3 are here, 3 were needed.")
    wall.sees("3 are here: there is a quorum.")
    phone.sees("3 are here, 3 are needed: there is a quorum.")
    looks_right(tuya, phone, wall)


def test_interests_objections_and_a_resolution_stand_under_their_names(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, wall: WallScreen
) -> None:
    begins(script, workshop, tuya)
    script.does("activity.enter", activity="interests")
    tuya.walks_on("Ask for interests", "Close the list")
    phone.page.get_by_role("textbox", name=re.compile("^Your name")).fill("Aya Dorj")
    phone.button("I have an interest: Felt workshop").click()
    phone.page.get_by_role("textbox", name=re.compile("^What it is")).fill("my brother's firm")
    phone.button("Say it").click()
    line(phone.page, "my brother's firm")
    line(wall.page, "Aya Dorj")
    line(tuya.page, "my brother's firm")
    looks_right(tuya, phone, wall)
    script.does("activity.confirm", activity="interests")

    script.does("activity.enter", activity="gate")
    tuya.button("Winter cellar, K4: open").click()
    tuya.page.get_by_role("radio", name=re.compile("^no, with")).check()
    tuya.page.get_by_role("textbox", name="Reason").fill("Nobody stands for it")
    tuya.button("Save").click()
    tuya.button("Winter cellar, K4: no, with a reason").wait_for()
    looks_right(tuya)
    tuya.walks_on("Open for objections", "Confirm what is admitted")
    phone.sees("Nobody stands for it")
    phone.button("I object: Winter cellar").click()
    phone.page.get_by_role("textbox", name=re.compile("^Which condition")).fill("K4: I stand for it")
    phone.button("Say it").click()
    line(tuya.page, "K4: I stand for it")
    wall.sees("1 objection")
    looks_right(tuya, phone, wall)
    tuya.walks_on("Confirm what is admitted", re.compile("."))
    expect(wall.page.get_by_role("row").filter(has_text="Winter cellar")).to_contain_text("not")

    script.does("activity.enter", activity="resolution")
    tuya.walks_on("Put it to the vote", "Close and count")
    phone.page.get_by_role("textbox", name=re.compile("^A reason")).fill("too dear")
    phone.button("No", exact=True).click()
    others = [workshop.phone("public") for _ in range(2)]
    for n, other in enumerate(others):
        answer = {"activity": "resolution", "voice": new_id(), "who": f"Member {n}", "answer": "yes"}
        assert other.command("voice.give", **answer)["ok"]
        assert other.command("voice.give", **{**answer, "voice": new_id()})["code"] == "conflict"
    line(wall.page, "Member 1")
    looks_right(tuya, phone, wall)
    tuya.walks_on("Close and count", re.compile("."))
    tuya.sees("The resolution is adopted.")
    wall.sees("Adopted")
    phone.sees("2 yes, 1 no, 0 abstained.")
    looks_right(tuya, phone, wall)
    told = running_minutes(workshop)
    for words in ("my brother's firm", "Nobody stands for it", "K4: I stand for it", "too dear", "Member 1"):
        assert words in told


def running_minutes(workshop: Workshop) -> str:
    return unlinked(workshop.server.run("minutes", workshop.code, "--format", "md"))
