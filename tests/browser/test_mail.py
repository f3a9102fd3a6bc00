"""The result by e-mail, from a phone in the room to a mail server, through a running server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import looks_right
from tests.browser.people import FacilitatorUser, PhoneUser
from tests.harness.mailbox import Mailbox
from tests.harness.server import Server, until
from tests.people import Console, Workshop


@pytest.fixture(scope="module")
def mailbox() -> Iterator[Mailbox]:
    with Mailbox() as box:
        yield box


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, mailbox: Mailbox) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("mail"), LED_SMTP_URL=mailbox.url) as server:
        yield server


def test_a_phone_leaves_an_address_and_the_result_goes_there(
    browser: Browser, running: Server, mailbox: Mailbox, workshop: Workshop, script: Console, tuya: FacilitatorUser
) -> None:
    script.does("workshop.edit", languages=["en", "ar"])
    for language, address, leave in (
        ("en", "ada@example.org", "Send me the result"),
        ("ar", "ben@example.org", "أرسلوا لي النتيجة"),
    ):
        phone = PhoneUser(browser, running.url, width=320, height=568, language=language)
        phone.scans(workshop.code)
        phone.page.locator("button[name=sector]").first.click()
        phone.page.wait_for_url("**/w/**")
        phone.page.locator("header .icon-btn").click()
        phone.page.locator("a[href$='/mail']").click()
        phone.page.wait_for_url("**/mail")
        looks_right(phone)
        box = phone.page.locator("#address")
        box.fill(address)
        phone.button(leave).press("Enter")
        phone.page.wait_for_url("**done=left")
        looks_right(phone)
        assert phone.complaints == []
        phone.leaves()
    tuya.page.goto(f"{running.url}/facilitator/workshops/{workshop.id}/handout")
    tuya.sees("Addresses that wait for it: 2.")
    tuya.button("Give the hand-out out").click()
    tuya.sees("The hand-out is given out.")
    looks_right(tuya)
    tuya.button("Send it").click()
    tuya.sees("The mails are queued")
    until(lambda: len(mailbox.mails) == 2, "both mails", seconds=60)
    assert {mail["To"] for mail in mailbox.mails} == {"ada@example.org", "ben@example.org"}
    subjects = {mail["To"]: str(mail["Subject"]) for mail in mailbox.mails}
    assert subjects["ada@example.org"].startswith("Result: ") and subjects["ben@example.org"].startswith("النتيجة")
    until(lambda: "Sent: 2." in tuya.page.goto(tuya.page.url).text(), "both to be noted as sent")
    looks_right(tuya)
