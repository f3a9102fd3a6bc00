"""A region's file at the umbrella, in a browser: brought, compared by telephone, taken in; what clashes, settled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, expect

from tests.browser.conftest import violations
from tests.browser.people import FacilitatorUser
from tests.harness.server import Server
from tests.store.test_exchange import reports
from tests.web.test_exchange import Office, photographed


def test_a_region_travels_to_its_umbrella(browser: Browser, running: Server, signed_in: Any, tmp_path: Path) -> None:
    office = Office(tmp_path / "office")
    file = office.data / "out.json"
    photographed(office.store, office.measure)

    def brings() -> None:
        office.gives_out()
        tuya.page.goto(f"{running.url}/facilitator/programme")
        tuya.page.get_by_role("link", name="Between region and umbrella").click()
        assert violations(tuya.page) == []
        tuya.page.get_by_label("File of a region").set_input_files(file)
        tuya.button("Look through").click()
        tuya.sees("What becomes of it")
        assert violations(tuya.page) == []

    tuya = FacilitatorUser(browser, running.url, storage_state=signed_in)
    brings()
    tuya.page.get_by_label("I have compared it").check()
    tuya.button("Take in").click()
    tuya.sees("new: 2.")
    tuya.page.goto(f"{running.url}/facilitator/measures")
    tuya.page.get_by_role("link", name="Felt workshop").click()
    tuya.sees("Came from its region")
    tuya.button("The final report is accepted").click()
    tuya.sees("Now: Evaluated")

    reports(office.store, office.measure, "jobs", "2025-05-01", 300)
    brings()
    tuya.sees("changed on both sides: 1.")
    tuya.page.set_viewport_size({"width": 390, "height": 844})
    assert violations(tuya.page) == []
    tuya.page.get_by_label("As in the file").check()
    tuya.button("Take in").click()
    tuya.sees("settled: 1.")
    expect(tuya.page.get_by_role("heading", name="Waiting to be taken in")).to_have_count(0)
    with tuya.page.expect_download() as got:
        tuya.page.get_by_role("link", name="Signed file of North").click()
    assert got.value.suggested_filename.startswith("region-")
    assert tuya.complaints == []
    tuya.leaves()
    office.store.close()
