"""The Minutes page and the links to it: two on the same passage, words without network, a correction by phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Route, expect

from shared.minutes.render import render
from tests.browser.conftest import looks_right
from tests.browser.people import FacilitatorUser, Person
from tests.harness.server import Server
from tests.minutes.kinds import every_kind
from tests.people import Console, Workshop
from tests.photos.pictures import photographed


@pytest.fixture
def bold(browser: Browser, running: Server, workshop: Workshop, signed_in: Any) -> Iterator[FacilitatorUser]:
    """Somebody else at a laptop of their own."""
    person = FacilitatorUser(browser, running.url, storage_state=signed_in)
    yield person
    person.leaves()


def opens(person: FacilitatorUser, workshop: Workshop, note: str = "n1") -> Locator:
    """Open the Minutes page and the form beside a note; give the form."""
    person.page.goto(f"{person.url}/facilitator/workshops/{workshop.id}/minutes")
    details = person.page.locator(f"#note-{note}")
    if details.get_attribute("open") is None:
        details.locator("summary").first.click()
    return details.locator("form.words")


def words(form: Locator) -> Locator:
    return form.get_by_label("Words", exact=True)


def test_words_are_saved_as_typed_with_their_preview_beside_them(tuya, workshop, script: Console):
    script.does("note.write", note="n1", type="decision", text="Plant trees")
    form = opens(tuya, workshop)
    preview = form.get_by_role("region", name="Preview")
    words(form).fill("Plant **oaks**")
    expect(preview.locator("strong")).to_have_text("oaks")
    expect(form.get_by_role("status")).to_have_text(re.compile(r"^Saved at \d\d:\d\d\.$"))
    left, right = words(form).bounding_box(), preview.bounding_box()
    assert left["x"] + left["width"] <= right["x"]
    tuya.page.set_viewport_size({"width": 700, "height": 900})
    assert preview.bounding_box()["y"] > words(form).bounding_box()["y"]
    script.syncs()
    assert script.all("note")["n1"]["text"] == "Plant **oaks**"
    looks_right(tuya)


def test_two_who_write_the_same_passage_lose_nothing(tuya, bold, workshop, script: Console):
    script.does("note.write", note="n1", type="decision", text="Plant trees in May")
    mine, theirs = opens(tuya, workshop), opens(bold, workshop)
    words(theirs).fill("Plant oaks in May")
    expect(theirs.get_by_role("status")).to_contain_text("Saved at")
    words(mine).fill("Plant trees in June")
    clash = mine.get_by_role("group", name="Two wrote the same words")
    expect(clash).to_contain_text("Plant oaks in May")
    expect(clash.locator("ins")).to_have_text(["put in: trees", "put in: June"])
    looks_right(tuya)
    mine = opens(tuya, workshop)  # loaded anew: both are still there
    expect(words(mine)).to_have_value("Plant trees in June")
    clash = mine.get_by_role("group", name="Two wrote the same words")
    clash.get_by_role("button", name="Keep both, one below the other").click()
    expect(mine.get_by_role("status")).to_contain_text("Saved at")
    expect(words(mine)).to_have_value("Plant oaks in May\n\nPlant trees in June")
    expect(words(opens(bold, workshop))).to_have_value("Plant oaks in May\n\nPlant trees in June")
    tuya.complaints.clear()  # a browser complains about each 409


def test_words_without_network_outlive_the_page_and_arrive_once(tuya, workshop, script: Console):
    form = opens(tuya, workshop, "new")
    cut = True

    def cable(route: Route) -> None:
        route.abort("internetdisconnected") if cut else route.continue_()

    tuya.page.route("**/minutes/words/typed", cable)
    words(form).fill("Written in a dead spot")
    expect(form.get_by_role("status")).to_contain_text("no network")
    form = opens(tuya, workshop, "new")
    expect(words(form)).to_have_value("Written in a dead spot")
    cut = False
    tuya.page.evaluate("dispatchEvent(new Event('online'))")
    expect(form.get_by_role("status")).to_contain_text("Saved at")
    tuya.page.reload()
    assert tuya.page.get_by_text("Written in a dead spot", exact=True).locator("visible=true").count() == 1
    tuya.complaints.clear()  # a browser complains about each cut line


def test_words_outlive_a_power_cut_at_the_server(browser, tmp_path):
    with Server(tmp_path) as server:
        tuya = FacilitatorUser(browser, server.url)
        tuya.signs_in_first(server.first_link)
        tuya.makes_a_workshop("Cut off")
        tuya.page.goto(tuya.page.url.replace("/prepare", "/minutes"))
        form = tuya.page.locator("#note-new form.words")
        words(form).fill("Before")
        expect(form.get_by_role("status")).to_contain_text("Saved at")
        server.kill()
        words(form).fill("Before and after")
        expect(form.get_by_role("status")).to_contain_text("no network")
        server.start()
        expect(form.get_by_role("status")).to_contain_text("Saved at", timeout=15_000)
        tuya.page.reload()
        expect(tuya.page.locator("article.doc .own")).to_contain_text("Before and after")
        tuya.leaves()


def test_a_version_is_signed_by_a_link_on_a_small_phone(browser, running: Server, tuya, workshop):
    tuya.page.goto(f"{tuya.url}/facilitator/workshops/{workshop.id}/minutes")
    tuya.button("Save this version").click()
    tuya.page.get_by_role("link", name="Version 1: corrections and sign-off").click()
    tuya.page.get_by_label("Role").fill("Host")
    tuya.page.get_by_label("Name of the person who signs").fill("Dorj")
    tuya.button("Add this person").click()
    tuya.page.get_by_role("button", name="Make a link to sign: Dorj").click()
    link = tuya.page.get_by_label("Link", exact=True).input_value()
    looks_right(tuya)
    host = Person(browser, running.url, width=320, height=568, language="mn")
    host.page.goto(running.url + link[link.index("/minutes/") :])
    looks_right(host)
    host.button("Энэ хувилбарт гарын үсэг зурж байна").click()
    host.sees("Баярлалаа. Таны гарын үсэг бүртгэгдлээ.")
    looks_right(host)
    assert host.complaints == []
    host.leaves()
    tuya.page.goto(f"{tuya.url}/facilitator/workshops/{workshop.id}/minutes/1/corrections")
    expect(tuya.page.locator(".chip", has_text="Confirmed")).to_be_visible()
    looks_right(tuya)


def test_a_remark_by_a_link_on_a_small_phone(browser, running: Server, tuya, workshop, script: Console):
    script.does("note.write", note="n1", type="decision", text="Plant trees")
    tuya.page.goto(f"{tuya.url}/facilitator/workshops/{workshop.id}/minutes")
    tuya.button("Save this version").click()
    tuya.page.get_by_role("link", name="Version 1: corrections and sign-off").click()
    tuya.button("Open for corrections").click()
    link = tuya.page.get_by_label("Link", exact=True).input_value()
    looks_right(tuya)
    reader = Person(browser, running.url, width=320, height=568)
    reader.page.goto(running.url + link[link.index("/minutes/") :])
    looks_right(reader)
    reader.page.get_by_role("link", name="Remark on: Plant trees").first.focus()
    reader.page.keyboard.press("Enter")
    box = reader.page.get_by_label("Remark on: Plant trees").first
    expect(box).to_be_focused()
    looks_right(reader)
    box.fill("It was oaks <b>only</b>")
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.type("Dorj")
    reader.page.keyboard.press("Enter")
    reader.sees("Your remark has arrived. It stands beside its passage.")
    expect(reader.page.locator(".remark")).to_contain_text("It was oaks <b>only</b>")
    looks_right(reader)
    tuya.page.goto(f"{tuya.url}/facilitator/workshops/{workshop.id}/minutes/1/corrections")
    tuya.page.get_by_text("Answer this remark").click()
    tuya.page.get_by_label("State").select_option(label="accepted")
    tuya.page.get_by_label("Answer", exact=True).fill("Right: oaks.")
    tuya.button("Save").click()
    tuya.sees("Saved.")
    looks_right(tuya)
    reader.page.reload()
    reader.sees("Right: oaks.")
    reader.page.get_by_role("link", name="العربية").click()
    looks_right(reader)
    assert reader.complaints == []
    reader.leaves()


def test_a_photo_from_a_narrow_screen_stands_in_the_minutes(
    browser: Browser, running: Server, workshop: Workshop, signed_in: Any
) -> None:
    tuya = FacilitatorUser(browser, running.url, width=320, height=568, storage_state=signed_in)
    tuya.page.goto(f"{running.url}/facilitator/workshops/{workshop.id}/minutes")
    tuya.page.get_by_role("link", name="Photo protocol").click()
    tuya.sees("No photo yet.")
    looks_right(tuya)
    chosen = tuya.page.get_by_label("Photo", exact=True)
    chosen.set_input_files({"name": "notes.txt", "mimeType": "text/plain", "buffer": b"no picture"})
    tuya.page.get_by_label("What is to be seen").fill("The wall at noon")
    tuya.button("Take it in").click()
    tuya.sees("This is no picture that can be read.")
    expect(tuya.page.get_by_label("What is to be seen")).to_have_value("The wall at noon")
    chosen.set_input_files({"name": "wall.jpg", "mimeType": "image/jpeg", "buffer": photographed()})
    tuya.page.context.set_offline(True)
    tuya.button("Take it in").click()
    tuya.sees("The photo did not arrive.")
    looks_right(tuya)
    assert chosen.evaluate("input => input.files[0].name") == "wall.jpg", "nothing is lost with the network"
    expect(tuya.page.get_by_label("What is to be seen")).to_have_value("The wall at noon")
    tuya.page.context.set_offline(False)
    tuya.button("Take it in").click()
    tuya.sees("The photo is taken in.")
    expect(tuya.page.get_by_text("The photo is taken in.")).to_have_count(1)
    shown = tuya.page.get_by_role("img", name="The wall at noon")
    assert shown.evaluate("image => image.decode().then(() => image.naturalWidth)") == 320
    looks_right(tuya)
    tuya.page.get_by_role("link", name="Minutes", exact=True).click()
    pictures = tuya.page.locator("figure.photo img")
    assert pictures.evaluate("image => image.decode().then(() => image.naturalWidth)") == 320
    looks_right(tuya)
    tuya.page.go_back()
    tuya.page.get_by_text("Take it out").click()
    tuya.button("Delete the picture").click()
    tuya.sees("The picture is deleted.")
    tuya.sees("No photo yet.")
    assert tuya.complaints == []
    tuya.leaves()


@pytest.mark.parametrize("language", ["en", "mn", "ar"])
def test_the_file_as_a_page_shows_all_of_its_charts_and_on_paper_all_of_its_tables(browser: Browser, language: str):
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    page.set_content(render(every_kind(language).minutes(), "html"))
    outside = page.evaluate(
        """[...document.querySelectorAll("figure svg")].flatMap((svg) => {
          const room = svg.getBoundingClientRect();
          return [...svg.querySelectorAll("text")].filter((text) => {
            const box = text.getBoundingClientRect();
            return box.left < room.left - 1 || box.right > room.right + 1;
          }).map((text) => text.textContent);
        })"""
    )
    assert outside == []
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})  # A4 between margins
    cut = page.evaluate(
        """[...document.querySelectorAll(".tw table")]
          .filter((table) => table.getBoundingClientRect().width > innerWidth + 1)
          .map((table) => table.parentElement.getAttribute("aria-label"))"""
    )
    assert cut == []
    page.close()
