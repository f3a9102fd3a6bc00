"""An evaluation workshop in real browsers: measures taken over, planned and reached, the check, stories, minutes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.readers import unlinked
from tests.harness.server import Server, until
from tests.people import Console, Workshop

SHEET = {"effect": "Two looms run in the hall", "month": 4, "total": 9000}
JOBS = {"id": "jobs", "name": "Jobs", "unit": "full jobs", "base": "0", "target": "4"}
DECIDING = ("Is it in use today?", "Has it an owner with a name?", "Do users still gain by it?")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("evaluation")) as server:
        yield server


@pytest.fixture(scope="module")
def signed_in(browser: Browser, running: Server) -> Any:
    """What a browser keeps of a facilitator who has signed in."""
    person = FacilitatorUser(browser, running.url)
    person.signs_in_first(running.first_link)
    state = person.context.storage_state()
    person.leaves()
    return state


@pytest.fixture
def former(running: Server, signed_in: Any) -> Iterator[Workshop]:
    """A planning day with a measure, its sheet, a plan line and somebody who stood up for it."""
    made = Workshop(running, "led-planning")
    console = made.console()
    console.does("measure.adopt", measure="craft", title="Craft centre")
    console.does("measure.edit", measure="craft", sheet=SHEET, champion="Aya", indicators=[JOBS])
    console.does("measure.adopt", measure="milk", title="Milk point")
    plan = console.step("plan")["id"]
    console.does("activity.open", activity=plan)
    console.does("pledge.write", activity=plan, pledge="p", what="Ask for the hall", who="Bat", measure="craft")
    yield made
    made.close()


@pytest.fixture
def workshop(running: Server, former: Workshop) -> Iterator[Workshop]:
    made = Workshop(running, "led-evaluation")
    yield made
    made.close()


@pytest.fixture
def script(workshop: Workshop) -> Console:
    return workshop.console()


@pytest.fixture
def tuya(browser: Browser, running: Server, workshop: Workshop, signed_in: Any) -> Iterator[FacilitatorUser]:
    person = FacilitatorUser(browser, running.url, storage_state=signed_in)
    yield person
    assert person.complaints == []
    person.leaves()


@pytest.fixture
def phone(browser: Browser, running: Server, workshop: Workshop) -> Iterator[PhoneUser]:
    person = PhoneUser(browser, running.url, width=320, height=568)
    person.scans(workshop.code)
    person.taps_sector("Private")
    yield person
    assert person.complaints == []
    person.leaves()


@pytest.fixture
def wall(browser: Browser, running: Server, workshop: Workshop) -> Iterator[WallScreen]:
    screen = WallScreen(browser, running.url, f"{running.url}/projector/{workshop.key}")
    yield screen
    assert screen.complaints == []
    screen.leaves()


def step(script: Console, part: str) -> str:
    found = (a for a in script.all("activity").values() if a["settings"].get("part") == part)
    return str(next(found)["id"])


def measure(script: Console, title: str = "Craft centre") -> dict[str, Any]:
    return next((dict(m) for m in script.all("measure").values() if m["title"] == title), {})


def looks_right(person: PhoneUser) -> None:
    """Hold a phone to its width and to the access rules, on a screen so tall that nothing lies half under its foot."""
    person.is_not_wider_than_the_screen()
    person.page.set_viewport_size({"width": 320, "height": 3000})
    assert violations(person.page) == []
    person.page.set_viewport_size({"width": 320, "height": 568})


def fits(wall: WallScreen) -> None:
    """Nothing on the wall is cut off."""
    assert wall.page.evaluate(
        "document.querySelector('main').scrollHeight <= document.querySelector('main').clientHeight + 1"
    )
    assert violations(wall.page) == []


def take_over(running: Server, workshop: Workshop, former: Workshop) -> None:
    running.run("workshop", "carry", workshop.code, "--from", former.code)


def test_measures_are_taken_over_and_told_of_by_phone_and_console(
    running: Server,
    workshop: Workshop,
    former: Workshop,
    script: Console,
    tuya: FacilitatorUser,
    phone: PhoneUser,
    wall: WallScreen,
) -> None:
    facts = step(script, "facts")
    script.does("activity.enter", activity=facts)
    tuya.opens_console(workshop.id)
    tuya.button("Take over measures from …").click()
    assert violations(tuya.page) == []
    tuya.page.get_by_role("dialog").get_by_role("button", name=re.compile("2 measures")).first.click()
    tuya.sees("2 measures taken over")
    until(lambda: measure(script), "the measures")
    assert violations(tuya.page) == []
    tuya.walks_on("Open the evaluation", "Close the evaluation")
    phone.page.get_by_text("Craft centre").click()
    phone.sees("Ask for the hall")
    looks_right(phone)
    phone.button("Fill it in here: Craft centre").click()
    phone.button("Craft centre").click()
    phone.page.get_by_label("Reached: Jobs").fill("3")
    phone.page.get_by_label("How do we know? Jobs").select_option("list")
    phone.page.get_by_label("Remark: Jobs").fill("one on leave")
    phone.page.get_by_label("Remark: Jobs").blur()
    until(lambda: measure(script)["reached"].get("jobs", {}).get("remark"), "what was reached")
    assert measure(script)["reached"]["jobs"] == {"value": "3", "proof": "list", "remark": "one on leave"}
    phone.page.reload()
    phone.button("Craft centre").click()
    expect(phone.page.get_by_label("Reached: Jobs")).to_have_value("3")
    looks_right(phone)
    tuya.page.get_by_label("Reached Champion").fill("Aya still")
    tuya.page.keyboard.press("Tab")
    tuya.page.get_by_label("Agreed? Champion").select_option("confirmed")
    tuya.page.get_by_label("Agreed? Jobs").select_option("disputed")
    tuya.page.get_by_label("What is disputed? Jobs").fill("only two, says Bat")
    tuya.page.keyboard.press("Tab")
    until(lambda: measure(script)["reached"]["jobs"].get("state") == "disputed", "the dispute")
    phone.page.get_by_text("Common figures, in the same units for all measures").click()
    phone.page.get_by_label("Reached: New jobs, people").fill("three")
    phone.page.get_by_label("Reached: New jobs, people").blur()
    phone.page.get_by_label("Reached: New jobs, full-time equivalents").fill("2,5")
    phone.page.get_by_label("Reached: New jobs, full-time equivalents").blur()
    until(lambda: measure(script)["reached"].get("common-fte", {}).get("value") == "2.5", "the common figure")
    assert "common-jobs" not in measure(script)["reached"]
    looks_right(phone)
    milk = {"activity": facts, "measure": measure(script, "Milk point")["id"]}
    script.does("measure.report", **milk, line="common-fte", value="1")
    tuya.page.get_by_label("Reached New jobs, people").fill("3")
    tuya.page.keyboard.press("Tab")
    until(lambda: measure(script)["reached"].get("common-jobs", {}).get("value") == "3", "the other common figure")
    assert any("All measures together" in page and "from 2 of 2 measures" in page for page in wall.pages())
    fits(wall)
    tuya.button("Show it on the wall").click()
    wall.sees("Craft centre")
    wall.sees("Two looms run in the hall")
    wall.sees("disputed")
    fits(wall)
    assert violations(tuya.page) == []
    assert script.command("measure.edit", measure=measure(script)["id"], title="Other words")["ok"] is False
    expect(tuya.main_button).to_have_text(re.compile("^Close the evaluation"))
    tuya.main_button.click()  # which waits some seconds for a phone that has just sent
    expect(tuya.main_button).to_have_text(re.compile("^Go to"), timeout=20_000)
    phone.sees("What was found")
    minutes = unlinked(running.run("minutes", workshop.code))
    assert re.search(r"Jobs.*4 full jobs; from 0.*3.*a list.*one on leave.*disputed: only two, says Bat", minutes)
    assert re.search(r"Planned then.*Bat.*Ask for the hall", minutes)
    assert re.search(r"New jobs, full-time equivalents \| \*\*3.5\*\* \| from 2 of 2 measures", minutes)


def test_what_a_measure_was_worth_is_told_by_phone_and_console(
    running: Server,
    workshop: Workshop,
    former: Workshop,
    script: Console,
    tuya: FacilitatorUser,
    phone: PhoneUser,
    wall: WallScreen,
) -> None:
    take_over(running, workshop, former)
    facts = step(script, "facts")
    script.does("activity.enter", activity=facts)
    tuya.opens_console(workshop.id)
    tuya.page.get_by_role("radio", name=re.compile("^what it was worth")).click()
    tuya.sees("Six questions rated 1 to 5")
    assert violations(tuya.page) == []
    tuya.walks_on("Open the evaluation", "Close the evaluation")
    for line, value in (("total", "9000"), ("common-jobs", "4")):
        script.does("measure.report", activity=facts, measure=measure(script)["id"], line=line, value=value)
    phone.page.get_by_text("Craft centre").click()
    phone.button("Fill it in here: Craft centre").click()
    phone.button("Craft centre").click()
    goals = phone.page.get_by_role("group", name="Were the goals reached?")
    goals.get_by_label("Champion").select_option("4")
    goals.get_by_label("Users").select_option("3.5")
    expect(goals.get_by_label("Office")).to_have_count(0)
    phone.page.get_by_label("What helped").fill("The hall was free")
    phone.page.reload()
    phone.button("Craft centre").click()
    expect(phone.page.get_by_label("What helped")).to_have_value("The hall was free")
    expect(goals.get_by_label("Users")).to_have_value("3.5")
    looks_right(phone)
    until(lambda: "lesson_helped" in measure(script)["checks"].get("worth", {}), "the phone's answers")
    tuya.page.get_by_label("Were the goals reached? Office").select_option("3")
    tuya.page.get_by_label("Public: Would do it again?", exact=True).select_option("yes")
    tuya.page.get_by_label("Next step").fill("A second loom")
    tuya.page.get_by_label("By when").fill("2027-03-01")
    tuya.page.get_by_label("By when").blur()
    until(lambda: "end_when" in measure(script)["checks"]["worth"], "the office's answers")
    tuya.sees("Cost of one job: 2,250")
    assert violations(tuya.page) == []
    pages = list(wall.pages())
    assert any("Were the goals reached?" in page and "3.5" in page for page in pages)
    assert any("The hall was free" in page for page in pages)
    fits(wall)
    phone.button("Back to all measures").click()
    script.does("activity.confirm", activity=facts)
    phone.page.get_by_text("Craft centre").click()
    phone.sees("A second loom")
    phone.sees("Champion 4 · Office 3 · Users 3.5")
    looks_right(phone)
    minutes = unlinked(running.run("minutes", workshop.code))
    assert re.search(r"Were the goals reached\?.*4.*3.*3\.5", minutes)
    assert re.search(r"Lessons.*What helped.*The hall was free", minutes)


def test_words_on_their_way_when_the_step_closes_are_shown_again(
    running: Server, workshop: Workshop, former: Workshop, script: Console, phone: PhoneUser
) -> None:
    take_over(running, workshop, former)
    facts = step(script, "facts")
    script.does("activity.open", activity=facts)
    phone.page.get_by_text("Craft centre").click()
    phone.button("Fill it in here: Craft centre").click()
    phone.button("Craft centre").click()
    phone.context.set_offline(True)
    phone.page.get_by_label("Reached: Jobs").fill("three of four")
    phone.page.get_by_label("Reached: Jobs").blur()
    script.does("activity.confirm", activity=facts)
    phone.context.set_offline(False)
    phone.page.reload()
    phone.sees("three of four")
    phone.sees("closed")


def test_the_check_has_a_verdict_and_a_rate_on_all_screens(
    running: Server,
    workshop: Workshop,
    former: Workshop,
    script: Console,
    tuya: FacilitatorUser,
    phone: PhoneUser,
    wall: WallScreen,
) -> None:
    take_over(running, workshop, former)
    check = step(script, "check")
    script.does("activity.enter", activity=check)
    script.does("activity.open", activity=check)
    wall.sees("checked 0 of 2")
    phone.page.get_by_text("Craft centre").click()
    phone.button("Fill it in here: Craft centre").click()
    phone.button("Craft centre").click()
    for question, short in zip(DECIDING, ("in use", "owner", "users gain"), strict=True):
        group = phone.page.get_by_role("group", name=question)
        group.get_by_label("yes").check()
        group.get_by_label(f"What shows it? {short}").fill("seen on Monday")
        group.get_by_label(f"What shows it? {short}").blur()
    looks_right(phone)
    until(lambda: "Q6_word" in measure(script)["checks"].get("T12", {}), "the phone's answers")
    assert measure(script)["checks"]["T12"]["verdict"] == "not_verified"
    tuya.opens_console(workshop.id)
    tuya.page.get_by_label("Are its running costs met without the fund?").select_option("partly")
    tuya.page.get_by_label("What shows it? costs").fill("book of May")
    tuya.page.get_by_label("Is the equipment in working order?").select_option("yes")
    tuya.sees("counts once it has a word of proof")
    tuya.page.get_by_label("What shows it? in order").fill("tried out")
    tuya.page.keyboard.press("Tab")
    until(lambda: measure(script)["checks"]["T12"]["verdict"] == "effective", "the verdict")
    wall.sees("1 of 1 still effective (100 %) · checked 1 of 2")
    wall.sees("not verified")
    fits(wall)
    assert violations(tuya.page) == []
    phone.button("Back to all measures").click()
    phone.sees("checked 1 of 2")
    looks_right(phone)
    script.does("activity.confirm", activity=check)
    dates = step(script, "dates")
    script.does("activity.enter", activity=dates)
    tuya.walks_on("Open the evaluation", "Close the evaluation")
    tuya.page.get_by_label("Who looks, 24 months: Craft centre").fill("Saraa")
    tuya.page.get_by_label("Day, 24 months: Craft centre").fill("2028-01-10")
    tuya.page.get_by_label("Day, 24 months: Craft centre").blur()
    wall.sees("Jan 10, 2028")
    fits(wall)
    assert violations(tuya.page) == []
    phone.page.get_by_text("Craft centre").click()
    phone.sees("January 10, 2028")
    minutes = unlinked(running.run("minutes", workshop.code))
    assert "1 of 1 still effective (100 %) · checked 1 of 2" in minutes
    assert re.search(r"## Next dates[\s\S]*January 10, 2028.*Craft centre.*24 months after its end.*Saraa", minutes)


def test_stories_are_written_turned_and_picked(
    running: Server, workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, wall: WallScreen
) -> None:
    stories = script.step("stories")["id"]
    script.does("activity.enter", activity=stories)
    tuya.opens_console(workshop.id)
    tuya.walks_on("Let tables write", "End the writing")
    phone.button("Write a story").click()
    phone.page.get_by_label("In a few words").fill("Milk in winter")
    phone.page.get_by_label("What changed?").fill("We sell all year round.")
    phone.page.reload()
    phone.button("Write a story").click()
    expect(phone.page.get_by_label("In a few words")).to_have_value("Milk in winter")
    phone.page.get_by_label("Why does it matter?").fill("The children stay in school.")
    phone.page.get_by_label("To everybody").check()
    looks_right(phone)
    phone.button("Hand it in").click()
    phone.sees("with the facilitator")
    secret = {"title": "A debt", "what": "Somebody owes", "why": "It hurts", "consent": "none"}
    script.does("story.write", activity=stories, card="debt", **secret)
    wall.sees("stories so far")
    assert "Milk in winter" not in wall.page.content()
    assert "Milk in winter" not in running.run("minutes", workshop.code)
    tuya.sees("Milk in winter")
    tuya.walks_on("End the writing", "Turn the stories")
    tuya.walks_on("Turn the stories", "The room has picked")
    wall.sees("The children stay in school.")
    fits(wall)
    tuya.page.get_by_label("Hands: Milk in winter").fill("14")
    tuya.page.keyboard.press("Tab")
    tuya.button("The room picks this: Milk in winter").click()
    wall.sees("picked by the room · 14 hands")
    assert violations(tuya.page) == []
    phone.sees("picked by the room")
    looks_right(phone)
    tuya.walks_on("The room has picked", re.compile("^Go to"))
    minutes = unlinked(running.run("minutes", workshop.code))
    assert "The room picked: Milk in winter" in minutes
    assert "1 of them stays in the room" in minutes
    told = json.loads(running.run("minutes", workshop.code, "--format", "json"))
    assert "A debt" not in minutes and "A debt" not in json.dumps(told)


def test_cards_hang_by_measure_and_unplanned_ones_in_a_second_colour(
    running: Server, workshop: Workshop, former: Workshop, script: Console, phone: PhoneUser, wall: WallScreen
) -> None:
    take_over(running, workshop, former)
    changes = script.step("brainstorm")["id"]
    script.does("activity.open", activity=changes)
    phone.page.get_by_label("Which measure?").select_option(label="Craft centre")
    phone.page.get_by_label("kind").select_option("unplanned")
    phone.writes("Tourists come")
    phone.sees("Craft centre · unplanned")
    looks_right(phone)
    script.does("activity.close", activity=changes)
    script.does("activity.reveal", activity=changes)
    row = wall.page.get_by_role("region", name="Craft centre")
    expect(row.locator(".card.orange")).to_contain_text("Tourists come")
    fits(wall)
    minutes = unlinked(running.run("minutes", workshop.code))
    assert re.search(r"\*\*Craft centre\*\*\s+- Tourists come \(unplanned\)", minutes)
