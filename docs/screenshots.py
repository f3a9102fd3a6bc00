"""Make the pictures of the README anew: ``.venv/bin/python docs/screenshots.py`` (needs Chromium)."""

from __future__ import annotations

import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.harness import chromium  # noqa: E402
from tests.harness.server import Server  # noqa: E402

PICTURES = ROOT / "docs" / "screenshots"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        days = {until: demo(server, until) for until in ("writing", "sorting", "end")}
        with server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
            wall(browser, server, days["end"])
            phone(browser, server, days["writing"])
            console(browser, server, days["sorting"])
            browser.close()


def demo(server: Server, until: str) -> dict[str, Any]:
    return dict(json.loads(server.run("demo", "--until", until, "--json")))


def wall(browser: Browser, server: Server, day: dict[str, Any]) -> None:
    page = browser.new_page(viewport={"width": 1920, "height": 1080}, device_scale_factor=0.5)
    page.goto(f"{server.url}/projector/{day['projector_url'].rsplit('/', 1)[1]}")
    expect(page.get_by_role("heading").first).to_be_visible()
    shoot(page, "wall")


def phone(browser: Browser, server: Server, day: dict[str, Any]) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(f"{server.url}/join/{day['code']}")
    page.get_by_role("button", name=re.compile("^Private")).click()
    for text in ("Wool is sold raw to traders in spring", "Loans arrive after the planting season"):
        page.get_by_role("textbox", name="Your idea").fill(text)
        page.get_by_role("button", name="Pin it").click()
        expect(page.get_by_text(text)).to_be_visible()
    expect(page.get_by_text("Saved")).to_be_visible()
    shoot(page, "phone")


def console(browser: Browser, server: Server, day: dict[str, Any]) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto(server.first_link)
    for name, value in (("name", "Tuya"), ("email", "tuya@example.org"), ("password", "felt cards on the wall")):
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=region]").fill("Altan-Ovoo")
    page.locator("main button.go").click()
    page.goto(f"{server.url}/facilitator/workshops/{day['id']}/console")
    expect(page.get_by_role("button", name="Agree on the groups")).to_be_visible()
    page.wait_for_load_state("networkidle")
    shoot(page, "console")


def shoot(page: Page, name: str) -> None:
    page.evaluate("document.fonts.ready")
    page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")
    page.close()


if __name__ == "__main__":
    main()
