"""The result on one page: given out by the facilitator, shown on the wall, opened on a phone after the end."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, expect

from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.server import Server
from tests.people import Console, Workshop


def test_everybody_takes_the_result_along(
    browser: Browser, running: Server, workshop: Workshop, script: Console, signed_in: Any
) -> None:
    phone = PhoneUser(browser, running.url, width=320, height=568)
    phone.scans(workshop.code)
    phone.taps_sector("Private")
    script.does("note.write", note="n", type="decision", text="We mend the road")
    script.does("workshop.end")
    phone.sees("Thank you")
    link = phone.page.get_by_role("link", name="The result on one page")
    expect(link).to_have_count(0)

    tuya = FacilitatorUser(browser, running.url, storage_state=signed_in)
    tuya.page.goto(f"{running.url}/facilitator/workshops/{workshop.id}/minutes")
    tuya.page.get_by_role("link", name="Hand-out").click()
    tuya.sees("We mend the road")
    assert violations(tuya.page) == []
    tuya.button("Give the hand-out out").click()
    tuya.sees("The hand-out is given out.")
    assert violations(tuya.page) == []

    link.click()
    phone.sees("We mend the road")
    phone.is_not_wider_than_the_screen()
    assert violations(phone.page) == []
    with phone.page.expect_download() as got:
        phone.page.get_by_role("link", name="PDF, one page").click()
    assert got.value.suggested_filename.endswith(".pdf")

    wall = WallScreen(browser, running.url, f"{running.url}/projector/{workshop.key}")
    wall.sees("Thank you")
    tuya.opens_console(workshop.id)
    tuya.button("Result").click()
    wall.sees("Take the result along")
    picture = wall.page.get_by_role("img", name="QR code of the result on one page")
    expect(picture).to_be_visible()
    picture.evaluate("image => image.decode()")  # fails where no picture comes
    assert violations(wall.page) == []
    script.does("handout.take_back")
    wall.sees("Thank you")
    phone.page.reload()
    assert phone.page.get_by_text("We mend the road").count() == 0
    assert [person.complaints for person in (tuya, wall)] == [[], []]
    for person in (tuya, wall, phone):
        person.leaves()


def test_everybody_reads_the_minutes_once_they_are_open(
    browser: Browser, running: Server, workshop: Workshop, script: Console, tuya: FacilitatorUser, phone: PhoneUser
) -> None:
    script.does("note.write", note="n", type="decision", text="We mend the road")
    script.does("handout.give", key="k" * 32)
    script.does("workshop.end")
    phone.page.get_by_role("link", name="The result on one page").click()
    phone.sees("We mend the road")
    link = phone.page.get_by_role("link", name="Minutes", exact=True)
    expect(link).to_have_count(0)

    tuya.page.goto(f"{running.url}/facilitator/workshops/{workshop.id}/handout")
    tuya.button("Open the minutes to everybody").click()
    tuya.sees("The minutes are open to everybody who has the hand-out.")
    assert violations(tuya.page) == []

    phone.page.reload()
    link.click()
    expect(phone.page.get_by_role("heading", name="Decisions")).to_be_visible()
    for scheme in ("light", "dark"):
        phone.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(phone.page) == [], scheme
    phone.is_not_wider_than_the_screen()
    for name, ending in (("PDF", ".pdf"), ("Web page", ".html")):
        with phone.page.expect_download() as got:
            phone.page.get_by_role("link", name=name).click()
        assert got.value.suggested_filename.endswith(ending)

    tuya.button("Close the minutes").click()
    tuya.sees("The minutes are closed.")
    phone.page.reload()
    expect(phone.page.get_by_role("heading", name="Decisions")).to_have_count(0)
    phone.complaints.clear()  # a browser complains about each page that is gone
