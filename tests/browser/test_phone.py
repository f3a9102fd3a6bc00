"""The phone in a real browser: lost lines, narrow screens, a step that changes while somebody writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import violations
from tests.browser.people import PhoneUser
from tests.harness.cable import Cable
from tests.harness.server import Server, until
from tests.people import Console, Workshop

MOST_BYTES = 60_000  # transferred at the first load of the phone's page, headers included
NO_SOCKETS = """
    window.WebSocket = class {
        constructor() {
            setTimeout(() => { this.onerror?.(new Event("error")); this.onclose?.({ code: 1006, reason: "" }); }, 10);
        }
        close() {}
        send() {}
    };
"""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("phones")) as server:
        yield server


@pytest.fixture
def workshop(running: Server) -> Iterator[Workshop]:
    made = Workshop(running)
    yield made
    made.close()


@pytest.fixture
def console(workshop: Workshop) -> Console:
    return workshop.console()


@pytest.fixture
def writing(console: Console) -> Console:
    """A console in whose workshop the writing of obstacles has been opened."""
    console.does("activity.enter", activity=console.obstacles)
    console.does("activity.open", activity=console.obstacles)
    return console


@pytest.fixture
def phone(browser: Browser, running: Server, workshop: Workshop) -> Iterator[PhoneUser]:
    person = PhoneUser(browser, running.url, width=320, height=568)
    person.scans(workshop.code)
    person.taps_sector("Private")
    yield person
    assert person.complaints == []
    person.leaves()


def texts(console: Console) -> list[str]:
    return sorted(card["text"] for card in console.all("card").values())


def test_words_written_without_a_line_survive_a_reload_and_arrive_once(
    browser: Browser, running: Server, workshop: Workshop, writing: Console
) -> None:
    with Cable(running.port) as cable:
        person = PhoneUser(browser, cable.url, width=320, height=568)
        person.scans(workshop.code)
        person.taps_sector("Public")
        person.writes("Before")
        until(lambda: texts(writing) == ["Before"], "the first card")
        cable.pull()
        person.writes("Off the line, one")
        person.writes("Off the line, two")
        expect(person.page.get_by_text("kept on this phone")).to_have_count(2)
        expect(person.page.get_by_role("region", name="Connection")).to_contain_text("No connection", timeout=15_000)
        cable.plug()
        person.page.reload()
        until(lambda: len(texts(writing)) == 3, "the cards that were kept")
        expect(person.button("Saved")).to_be_visible()
        assert texts(writing) == ["Before", "Off the line, one", "Off the line, two"]
        person.leaves()


def test_a_new_step_never_takes_the_box_in_which_somebody_writes(phone: PhoneUser, writing: Console) -> None:
    box = phone.page.get_by_role("textbox", name="Your idea")
    box.press_sequentially("Half a card")
    writing.does("activity.enter", activity=writing.step("discussion")["id"])
    phone.sees("The room has gone on. Finish this card, or let it rest here.")
    expect(box).to_have_value("Half a card")
    expect(box).to_be_focused()
    phone.button("Go on").click()
    expect(box).to_have_count(0)
    writing.does("activity.enter", activity=writing.obstacles)
    expect(box).to_have_value("Half a card")
    phone.page.reload()
    expect(box).to_have_value("Half a card")
    assert texts(writing) == []


def test_three_cards_in_a_row_need_no_pointer(phone: PhoneUser, writing: Console) -> None:
    phone.page.get_by_role("textbox", name="Your idea").focus()
    for text in ("One", "Two", "Three"):
        phone.page.keyboard.type(text)
        phone.page.keyboard.press("Control+Enter")
    until(lambda: texts(writing) == ["One", "Three", "Two"], "three cards")
    cards = phone.page.locator(".mine .card > .tx")
    expect(cards).to_have_text(["Three", "Two", "One"])


def test_the_author_of_a_hidden_card_is_told(phone: PhoneUser, writing: Console) -> None:
    phone.writes("Doubtful")
    until(lambda: len(texts(writing)) == 1, "the card")
    writing.does("card.hide", card=next(iter(writing.all("card"))))
    phone.sees("The facilitator put this card aside. Ask why, or change it.")


def test_a_phone_without_sockets_takes_part_all_the_same(
    browser: Browser, running: Server, workshop: Workshop, writing: Console
) -> None:
    person = PhoneUser(browser, running.url, width=320, height=568)
    person.page.add_init_script(NO_SOCKETS)
    person.scans(workshop.code)
    person.taps_sector("Semi-public")
    person.writes("By the plain way")
    until(lambda: texts(writing) == ["By the plain way"], "the card")
    writing.does("activity.close", activity=writing.obstacles)
    person.sees("Writing is closed")
    person.leaves()


def test_the_order_by_lot_and_the_dots_stay_over_a_reload(phone: PhoneUser, console: Console) -> None:
    console.does("activity.enter", activity=console.obstacles)
    titles = [f"Group {n}" for n in range(8)]
    console.makes_groups(*titles)
    vote = console.step("dots")["id"]
    console.does("activity.enter", activity=vote)
    console.does("activity.open", activity=vote)
    rows = phone.page.locator(".vrow .tx")
    expect(rows).to_have_count(8)
    before = rows.all_text_contents()
    assert sorted(before) == titles
    phone.gives_a_dot("Group 3")
    phone.has_left(2)
    expect(phone.button("Saved")).to_be_visible()
    phone.page.reload()
    phone.has_left(2)
    assert rows.all_text_contents() == before


@pytest.mark.parametrize("language", ["en", "mn"])
def test_the_first_load_is_light(
    browser: Browser, running: Server, workshop: Workshop, writing: Console, tmp_path: Path, language: str
) -> None:
    first = PhoneUser(browser, running.url, language=language)
    first.page.goto(f"{running.url}/join/{workshop.code}?language={language}")
    first.page.locator("button[name=sector]").first.click()
    first.page.wait_for_url(re.compile("/w/"))
    first.context.storage_state(path=tmp_path / "seat.json")
    first.leaves()
    again = browser.new_context(storage_state=tmp_path / "seat.json")
    page = again.new_page()
    network = again.new_cdp_session(page)
    network.send("Network.enable")
    asked: dict[str, str] = {}
    loaded: dict[str, int] = {}
    network.on("Network.requestWillBeSent", lambda event: asked.update({event["requestId"]: event["request"]["url"]}))
    network.on(
        "Network.loadingFinished",
        lambda event: loaded.update({asked[event["requestId"]]: event["encodedDataLength"]}),
    )
    page.goto(f"{running.url}/w/{workshop.code}")
    page.get_by_role("textbox").wait_for()
    page.wait_for_load_state("networkidle")
    assert 3 <= len(loaded) <= 4
    assert sum(loaded.values()) <= MOST_BYTES, loaded
    writing.does("activity.enter", activity=writing.step("sheet")["id"])
    writing.does("activity.open", activity=writing.step("sheet")["id"])
    until(lambda: page.evaluate("1") and any("/static/words/" in url for url in loaded), "the words of a rarer kind")
    again.close()


def test_every_state_of_the_phone_fits_and_is_open_to_all(phone: PhoneUser, console: Console) -> None:
    """At 320 pixels: no sideways scroll, nothing that axe objects to, light and dark, from the lobby to the result."""

    def check(sign: str) -> None:
        phone.sees(sign)
        phone.is_not_wider_than_the_screen()
        for scheme in ("dark", "light"):
            phone.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            assert violations(phone.page) == [], (sign, scheme)

    check("You are in")
    step = console.obstacles
    console.does("activity.enter", activity=step)
    console.does("activity.open", activity=step)
    check("Your cards will hang here.")
    for text in ("No winter storage for potatoes", "Milk is collected only along the main road"):
        phone.writes(text)
    check("with the facilitator")
    console.does("room.pause", paused=True)
    check("Paused")
    console.does("room.pause", paused=False)
    phone.button("You and your settings").click()
    check("Return code")
    phone.button("Back to the step").first.click()
    console.does("activity.close", activity=step)
    check("Writing is closed")
    sort = console.step("cluster")["id"]
    console.does("activity.enter", activity=sort)
    console.does("activity.open", activity=sort)
    check("Cards without a group")
    phone.button("No winter storage for potatoes").click()
    phone.button("Milk is collected only along the main road").click()
    phone.button("Put together (2)").click()
    check("A new group, with a name")
    phone.page.get_by_role("textbox").fill("Storage and milk")
    phone.button("Make the group").click()
    check("Every card has its group.")
    console.does("cluster.add", activity=sort, cluster="second", title="Loans")
    console.does("activity.confirm", activity=sort)
    check("Agreed")
    vote = console.step("dots")["id"]
    console.does("activity.enter", activity=vote)
    console.does("activity.open", activity=vote)
    phone.gives_a_dot("Loans")
    check("2 left")
    expect(phone.button("Saved")).to_be_visible()
    console.does("activity.close", activity=vote)
    check("Your 1 dot was counted.")
    console.does("activity.reveal", activity=vote)
    check("Look up!")
    check("Too few ballots to show them by sector.")
    console.does("workshop.end")
    check("Thank you")
