"""A measure from a workshop to the register and, by link, to a whole application written on a narrow phone."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page, expect

from shared.domain.register.form import SECTIONS, Field
from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser, PhoneUser
from tests.domain.test_attached import pdf
from tests.domain.test_register import WHOLE
from tests.harness.server import Server
from tests.people import Console, Workshop
from tests.web.test_attached import scan


def fills(page: Page, field: Field, value: Any, name: str = "") -> None:
    """Give one answer as a person does; what is asked is found by its name in the form."""
    name = name or field.name
    if field.kind == "table":
        for n, row in enumerate(value):
            for column in field.columns:
                if column.name in row:
                    fills(page, column, row[column.name], f"{name}-{n}-{column.name}")
    elif field.kind == "ticks":
        for choice in value:
            page.locator(f"input[name={name}][value={choice}]").check()
    elif field.kind == "tick":
        page.locator(f"input[name={name}]").check()
    elif field.kind in ("choice", "month"):
        page.locator(f"select[name={name}]").select_option(str(value))
    else:
        page.locator(f"[name={name}]").fill(str(value))


def test_a_champion_writes_a_whole_application_on_a_narrow_phone(
    browser: Browser, running: Server, workshop: Workshop, script: Console, signed_in: Any
) -> None:
    script.does("measure.adopt", measure="felt", title="Felt workshop")
    tuya = FacilitatorUser(browser, running.url, storage_state=signed_in)
    office = tuya.page
    office.goto(f"{running.url}/facilitator/workshops/{workshop.id}/")
    tuya.button("Enter the measures into the register").click()
    tuya.sees("1 measure was entered.")
    assert violations(office) == []
    office.get_by_role("link", name="Felt workshop").click()
    tuya.sees("What comes next")
    assert violations(office) == []
    for section in ("identity", "people", "why", "what", "money"):
        office.goto(f"{office.url.split('/form/')[0]}/form/{section}")
        for field in SECTIONS[section]:
            if field.sketch:
                fills(office, field, WHOLE[field.name])
        tuya.button("Save").click()
        tuya.sees("Saved")
        assert violations(office) == []
    office.goto(office.url.split("/form/")[0])
    tuya.button("The outline stands").click()
    tuya.button("Begin the application").click()
    expect(office.locator("main .chip.info >> nth=0")).to_have_text("Being written")
    tuya.button("Make the link").click()
    link = office.get_by_role("textbox", name="Link for the champion").input_value()

    oyun = PhoneUser(browser, running.url, width=320, height=568)
    page = oyun.page
    page.goto(link)
    assert violations(page) == []
    for place, (section, fields) in enumerate(SECTIONS.items(), 1):
        page.goto(f"{link}/{section}")
        for field in fields:
            if field.name in WHOLE:
                fills(page, field, WHOLE[field.name])
        oyun.is_not_wider_than_the_screen()
        assert violations(page) == []
        if section == "why":  # a dead spot loses nothing
            oyun.context.set_offline(True)
            oyun.button("Save and go on").click()
            oyun.sees("Not saved: the network is gone.")
            oyun.context.set_offline(False)
        oyun.button("Save and go on").click()
        if place < len(SECTIONS):
            oyun.sees(f"Part {place + 1} of {len(SECTIONS)}")
    oyun.sees("Nothing is missing.")
    oyun.is_not_wider_than_the_screen()
    page.on("dialog", lambda dialog: dialog.accept())
    oyun.button("Hand in").click()
    oyun.sees("The application cannot be changed now.")
    office.goto(office.url)
    tuya.sees("Handed in")
    assert tuya.complaints == []
    assert [said for said in oyun.complaints if "net::ERR_INTERNET_DISCONNECTED" not in said] == []
    for person in (tuya, oyun):
        person.leaves()


def test_the_register_reads_from_right_to_left(browser: Browser, running: Server, signed_in: Any) -> None:
    tuya = FacilitatorUser(browser, running.url, storage_state=signed_in)
    for address in ("/facilitator/measures", "/facilitator/measures?as=board"):
        tuya.page.goto(f"{running.url}{address}{'&' if '?' in address else '?'}language=ar")
        expect(tuya.page.locator("h1")).to_have_text("التدابير")
        assert tuya.page.evaluate("document.documentElement.dir") == "rtl"
        assert violations(tuya.page) == []
        tuya.is_not_wider_than_the_screen()
    tuya.leaves()


def test_a_check_by_link_on_a_phone_moves_the_programmes_figure(
    browser: Browser, running: Server, signed_in: Any
) -> None:
    running.run("demo", "--programme", "--json")
    tuya = FacilitatorUser(browser, running.url, storage_state=signed_in)
    office = tuya.page
    office.goto(f"{running.url}/facilitator/programme")
    tuya.sees("checked 90 of 100 due")
    assert violations(office) == []
    office.get_by_role("link", name="of the checked measures still work").click()
    assert violations(office) == []
    row = office.get_by_role("row").filter(has_text="not verified").first
    row.get_by_role("link").click()
    office.get_by_role("link", name="Figures and checks").click()
    tuya.sees("overdue")
    assert violations(office) == []
    tuya.button("Let it be answered by link: 6 months after its end").click()
    link = office.get_by_role("textbox", name="Link for the check").input_value()

    oyun = PhoneUser(browser, running.url, width=320, height=568)
    oyun.page.goto(link)
    assert violations(oyun.page) == []
    oyun.is_not_wider_than_the_screen()
    for question in ("Q1", "Q2", "Q3", "Q4", "Q6"):
        oyun.page.locator(f"input[name={question}][value=yes]").check()
        oyun.page.locator(f"input[name={question}_word]").fill("Seen")
    oyun.page.get_by_label("Your name").fill("Oyun")
    oyun.button("Send the answers").click()
    oyun.sees("Thank you!")
    assert violations(oyun.page) == []
    office.goto(f"{running.url}/facilitator/programme")
    tuya.sees("checked 91 of 100 due")
    office.goto(f"{running.url}/facilitator/programme?language=ar")
    office.set_viewport_size({"width": 320, "height": 568})
    tuya.is_not_wider_than_the_screen()
    assert violations(office) == []
    assert [person.complaints for person in (tuya, oyun)] == [[], []]
    for person in (tuya, oyun):
        person.leaves()


def link_to(server: Server, tuya: FacilitatorUser, title: str) -> tuple[str, str]:
    """Enter a measure whose application is being written; give the office's address of it and the champion's link."""
    office = tuya.page
    office.goto(f"{server.url}/facilitator/measures")
    office.get_by_text("Enter a measure").click()
    office.get_by_label("Title").fill(title)
    tuya.button("Enter it").click()
    address = office.url
    for section in ("identity", "people", "why", "what", "money"):
        office.goto(f"{address}/form/{section}")
        for field in SECTIONS[section]:
            if field.sketch and field.name != "title":
                fills(office, field, WHOLE[field.name])
        tuya.button("Save").click()
        tuya.sees("Saved")
    office.goto(address)
    tuya.button("The outline stands").click()
    tuya.button("Begin the application").click()
    tuya.button("Make the link").click()
    return address, office.get_by_role("textbox", name="Link for the champion").input_value()


def test_what_is_typed_outlives_a_reload_until_it_is_saved(browser: Browser, running: Server, signed_in: Any) -> None:
    tuya = FacilitatorUser(browser, running.url, storage_state=signed_in)
    address, link = link_to(running, tuya, "Cheese cellar")
    oyun = PhoneUser(browser, running.url, width=390, height=844)
    page = oyun.page
    page.goto(f"{link}/why")
    page.locator("[name=causes]").fill("Nobody owns a cold room")
    page.reload()
    expect(page.locator("[name=causes]")).to_have_value("Nobody owns a cold room")
    oyun.sees("Not saved yet")
    assert violations(page) == []
    oyun.is_not_wider_than_the_screen()
    # Meanwhile the office writes the same answer: nobody's words are lost.
    tuya.page.goto(f"{address}/form/why")
    tuya.page.locator("[name=causes]").fill("Milk sours")
    tuya.button("Save").click()
    tuya.page.wait_for_url("**/why?saved=1")
    page.reload()
    expect(page.locator("[name=causes]")).to_have_value("Nobody owns a cold room")
    page.get_by_role("button", name="Save", exact=True).click()
    oyun.sees("Milk sours")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/why?saved=1")
    page.goto(f"{link}/why")
    expect(page.locator("[name=causes]")).to_have_value("Nobody owns a cold room")
    expect(page.get_by_text("Not saved yet")).to_be_hidden()
    # A paper is attached from the phone, and read at the office.
    page.goto(link)
    page.get_by_role("link", name="Attached papers").click()
    page.get_by_label("What it is").select_option("letters")
    page.get_by_label("File").set_input_files({"name": "Letter.pdf", "mimeType": "application/pdf", "buffer": pdf()})
    oyun.context.set_offline(True)
    oyun.button("Attach").click()
    oyun.sees("The file is still chosen")
    oyun.context.set_offline(False)
    oyun.button("Attach").click()
    oyun.sees("The paper is attached.")
    page.get_by_label("File").set_input_files({"name": "Paper.jpg", "mimeType": "image/jpeg", "buffer": scan()})
    oyun.button("Attach").click()
    expect(page.get_by_role("link", name="Paper.jpg")).to_be_visible()
    assert violations(page) == []
    oyun.is_not_wider_than_the_screen()
    tuya.page.goto(address)
    expect(tuya.page.get_by_role("link", name="Letter.pdf")).to_be_visible()
    # The office's own typing goes when it is let go, and with who signs out.
    office = tuya.page
    office.goto(f"{address}/form/what")
    office.locator("[name=goal]").fill("Another goal")
    office.reload()
    tuya.sees("Not saved yet")
    tuya.button("Let it go").click()
    expect(office.locator("[name=goal]")).not_to_have_value("Another goal")
    office.locator("[name=goal]").fill("A third goal")
    tuya.button("Sign out").click()
    expect(office.get_by_label("E-mail address")).to_be_visible()
    assert office.evaluate("Object.keys(localStorage).filter(key => key.startsWith('typed:'))") == []
    assert tuya.complaints == []
    assert [said for said in oyun.complaints if "409" not in said and "ERR_INTERNET" not in said] == []
    for person in (oyun, tuya):
        person.leaves()
