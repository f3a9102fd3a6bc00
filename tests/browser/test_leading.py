"""What helps to lead a vote, in real browsers: rules fixed before, a reveal in steps, a lot on the wall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.server import Server
from tests.people import Console, Workshop

CHOICES = ["A market day", "A craft centre", "A training course", "A bus line"]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("leading")) as server:
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
def workshop(running: Server, signed_in: Any) -> Iterator[Workshop]:
    made = Workshop(running)
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


def looks_right(*people: FacilitatorUser | PhoneUser | WallScreen) -> None:
    for person in people:
        person.is_not_wider_than_the_screen()
        assert violations(person.page) == []


def test_rules_fixed_before_then_a_reveal_in_steps_a_lot_and_no_quorum(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, wall: WallScreen
) -> None:
    script.does("activity.add", activity="v", kind="dots", title="What first?")
    script.does("activity.edit", activity="v", settings={"about": "own", "choices": CHOICES, "dots": 1})
    script.does("activity.enter", activity="v")
    tuya.opens_console(workshop.id)
    quorum = tuya.page.get_by_label("Quorum (0: none)")
    quorum.fill("90")
    quorum.press("Tab")
    tuya.page.get_by_label("counts").select_option(label="% of seats")
    others = [workshop.phone(sector) for sector in ("private", "public") * 6]
    tuya.page.get_by_label("If level").select_option(label="a lot can be drawn")
    looks_right(tuya)
    tuya.walks_on("Open the vote", "Close the vote")
    for screen in (tuya, phone, wall):
        screen.sees(re.compile("Quorum: ballots of 90 % of all seats."))
        screen.sees(re.compile("Level ones share a place; where one must come first, a lot is drawn on the wall."))
    looks_right(tuya, phone, wall)
    for n, other in zip((1, 2, 1, 2, 1, 2, 3, 3, 4, 4), others, strict=False):
        assert other.votes("v", {f"own-{n}": 1})["ok"]
    tuya.walks_on("Close the vote", "Reveal")

    tuya.button("Turnout").click()
    wall.sees("of 13 have voted")
    wall.sees("No quorum: 10 of 12 ballots.")
    phone.sees("10 of 13 voted")
    assert CHOICES[0] not in wall.page.locator("main").inner_text()
    looks_right(tuya, phone, wall)

    tuya.button("Top three").click()
    wall.sees("The first three places")
    phone.sees("So far: the first three places")
    looks_right(tuya, phone, wall)

    tuya.button("All", exact=True).click()
    expect(tuya.main_button).to_have_text(re.compile("^Agree on the result"))
    tuya.sees("Sectors are not shown yet.")
    wall.sees("no quorum: 12 needed")
    phone.sees("No quorum: 10 of 12 ballots.")
    tuya.button("Undo: showed the result", exact=False).click()
    wall.sees("The first three places")
    tuya.button("All", exact=True).click()
    tuya.button("By sector").click()
    tuya.does_not_see("Sectors are not shown yet.")

    tuya.button("Draw a lot: place 1").click()
    wall.sees("The lot decides")
    expect(wall.page.locator(".w-draw li")).to_have_count(2)
    looks_right(tuya, phone, wall)
    number = script.all("activity")["v"]["lots"][0]["number"]
    shown = f"{number:06d}"
    for screen in (tuya, phone):
        screen.sees(re.compile(f"By lot {shown[:3]} {shown[3:]}: "))

    tuya.main_button.click()
    tuya.page.get_by_label("Why it is agreed on all the same").fill("The bus was late.")
    looks_right(tuya)
    tuya.button("Agree with this reason").click()
    tuya.sees("Agreed, with your reason in the minutes.")
    minutes = workshop.server.run("minutes", workshop.code, "--format", "md")
    assert "No quorum: 10 of 12 ballots." in minutes and "because: The bus was late." in minutes
    assert f"Number {shown}" in minutes and "Quorum: ballots of 90 % of all seats." in minutes


def test_a_sign_from_those_who_are_done_and_a_moment_for_what_is_on_its_way(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, wall: WallScreen
) -> None:
    script.does("activity.enter", activity=script.obstacles)
    tuya.opens_console(workshop.id)
    others = [workshop.phone() for _ in range(3)]
    tuya.walks_on("Open", re.compile("^Close"))
    done = phone.page.get_by_role("button", name=re.compile("^I am done"))
    done.click()
    expect(done).to_have_attribute("aria-pressed", "true")
    looks_right(phone)
    phone.page.reload()
    expect(done).to_have_attribute("aria-pressed", "true")
    given = {"activity": script.obstacles, "holds": False, "at": script.version}
    for other in others[:2]:
        other.says("signal", {**given, "done": True, "unsent": 0})
    others[2].says("signal", {**given, "done": False, "unsent": 2})
    tuya.sees("3 of 4 are done")
    expect(wall.page.get_by_role("img", name="3 of 4 are done")).to_be_visible()
    tuya.sees("1 phone holds unsent cards")
    looks_right(tuya, phone, wall)
    tuya.main_button.click()
    expect(tuya.main_button).to_have_text(re.compile(r"^Close now \(1 phone, \d+ s\)"))
    looks_right(tuya)
    tuya.button("Keep it open").click()
    expect(tuya.main_button).to_have_text(re.compile("^Close w"))
    tuya.main_button.click()
    others[2].says("signal", {**given, "done": False, "unsent": 0})
    tuya.does_not_see("1 phone holds unsent cards")
    expect(tuya.main_button).not_to_have_text(re.compile("^Close"))
    expect(done).to_have_count(0)


def test_a_guide_for_every_step_and_a_private_note_that_two_consoles_keep_apart(
    browser: Browser, running: Server, signed_in: Any, workshop: Workshop, script: Console, tuya: FacilitatorUser
) -> None:
    pause = next(s for s in script.all("activity").values() if s["settings"].get("pause") and s["minutes"] == 15)
    script.does("activity.enter", activity=script.obstacles)
    tuya.opens_console(workshop.id)
    tuya.page.get_by_role("tab", name="Guide").click()
    tuya.sees("Hear every head, not only every voice.")
    guide = tuya.page.locator(".guide")
    expect(guide).to_contain_text("What holds back firms and households here from earning more?")
    expect(guide).to_contain_text("Talking while people write")
    looks_right(tuya)
    note = tuya.page.get_by_label("Private note")
    note.fill("Bat speaks long: stop him kindly.")
    other = FacilitatorUser(browser, running.url, storage_state=signed_in)
    other.opens_console(workshop.id)
    other.page.get_by_role("tab", name="Guide").click()
    theirs = other.page.get_by_label("Private note")
    expect(theirs).to_have_value("Bat speaks long: stop him kindly.", timeout=15_000)
    other.page.reload()
    other.page.get_by_role("tab", name="Guide").click()
    expect(theirs).to_have_value("Bat speaks long: stop him kindly.")
    script.does(
        "note.write", note=f"private-{script.obstacles}", type="private", text="Both of us", activity=script.obstacles
    )
    expect(note).to_have_value("Both of us")
    tuya.page.get_by_label("Guide for which step").select_option(pause["id"])
    expect(guide).to_contain_text("Rest the head")
    other.leaves()


def test_a_break_counts_down_on_the_wall_and_phones_say_when_it_goes_on(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, wall: WallScreen
) -> None:
    pause = next(s for s in script.all("activity").values() if s["settings"].get("pause") and s["minutes"] == 15)
    script.does("activity.enter", activity=pause["id"])
    tuya.opens_console(workshop.id)
    tuya.walks_on("Start the break", "End the break")
    clock = re.compile(r"\d\d:\d\d")
    for screen, words in ((wall, "We go on at"), (phone, "Back at")):
        screen.sees(re.compile(rf"{words} {clock.pattern}"))
    expect(wall.page.get_by_role("timer")).to_have_text(re.compile(r"1[45]:\d\d"))
    expect(wall.page.get_by_text(workshop.code)).to_be_visible()
    told = {
        screen: re.search(rf"(?:at) ({clock.pattern})", screen.page.locator("main").inner_text())[1]  # type: ignore[index]
        for screen in (wall, phone)
    }
    assert told[wall] == told[phone]
    tuya.page.get_by_role("button", name=re.compile("one minute more")).click()
    expect(wall.page.get_by_role("timer")).to_have_text(re.compile(r"1[56]:\d\d"))
    looks_right(tuya, phone, wall)
    script.does("timer.add", seconds=-24 * 3600)
    wall.sees("We go on!")
    phone.sees("We go on: please come back.")
    tuya.main_button.click()
    expect(tuya.main_button).to_have_text(re.compile("^Go to"))
    assert script.all("workshop")[workshop.id]["timer"] is None


def test_an_energiser_is_chosen_started_and_told(
    workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser, wall: WallScreen
) -> None:
    script.does("activity.add", activity="e", kind="energiser", title="Wake up")
    script.does("activity.enter", activity="e")
    tuya.opens_console(workshop.id)
    tuya.page.get_by_role("radio", name=re.compile("^Rain in the room")).click()
    expect(tuya.page.get_by_role("radio", name=re.compile("^Rain in the room"))).to_be_checked()
    looks_right(tuya)
    tuya.walks_on("Start it", "Sit down again")
    for screen in (tuya, phone, wall):
        screen.sees("Rub your palms: the wind.")
    expect(wall.page.get_by_role("timer")).to_have_text(re.compile(r"[23]:\d\d"))
    looks_right(tuya, phone, wall)
