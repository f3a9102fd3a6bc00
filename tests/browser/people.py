"""People in front of real browsers: a facilitator, a wall, somebody with a phone. They find things by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

PATIENCE = 15_000  # ms
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


class Person:
    """One browser of their own: cookies, storage, size, language."""

    def __init__(
        self, browser: Browser, url: str, *, width: int, height: int, language: str = "en", **context: object
    ) -> None:
        self.url = url
        self.complaints: list[str] = []
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": height},
            locale=language,
            **context,  # type: ignore[arg-type]
        )
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))

    def button(self, name: str | re.Pattern[str], exact: bool = True) -> Locator:
        return self.page.get_by_role("button", name=name, exact=exact if isinstance(name, str) else None)

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible(timeout=PATIENCE)

    def does_not_see(self, text: str) -> None:
        expect(self.page.get_by_text(text)).to_have_count(0, timeout=PATIENCE)

    def is_not_wider_than_the_screen(self) -> None:
        self.page.wait_for_load_state()  # a form that was sent may be about to bring another page
        assert self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), self.page.url

    def leaves(self) -> None:
        self.context.close()

    def _hear(self, message: object) -> None:
        if getattr(message, "type", "") == "error" and "Failed to load resource" not in getattr(message, "text", ""):
            self.complaints.append(getattr(message, "text", ""))


class PhoneUser(Person):
    def __init__(
        self, browser: Browser, url: str, *, width: int = 390, height: int = 844, language: str = "en"
    ) -> None:
        super().__init__(browser, url, width=width, height=height, language=language, has_touch=True, is_mobile=True)

    def types_the_code(self, code: str) -> None:
        self.page.goto(self.url)
        self.page.get_by_role("textbox", name="Workshop code").fill(code)
        self.button("Go on").click()

    def scans(self, code: str) -> None:
        """Open what the QR code holds: the address in capitals."""
        self.page.goto(f"{self.url}/JOIN/{code}")

    def taps_sector(self, name: str) -> None:
        self.button(re.compile(rf"^{name}")).click()
        self.page.wait_for_url(re.compile("/w/"))

    def writes(self, text: str, box: str = "Your idea", pin: str = "Pin it") -> None:
        self.page.get_by_role("textbox", name=box).fill(text)
        self.button(pin).click()
        expect(self.page.get_by_role("textbox", name=box)).to_have_value("")

    def gives_a_dot(self, option: str) -> None:
        self.button(f"Add a dot: {option}").click()

    def has_left(self, dots: int) -> None:
        self.sees(re.compile(rf"\b{dots} left"))


class WallScreen(Person):
    def __init__(self, browser: Browser, url: str, address: str) -> None:
        super().__init__(browser, url, width=1920, height=1080)
        self.page.goto(address)

    def pages(self) -> Iterator[str]:
        """Turn with a presenter's remote until all that hangs in turn was seen, and tell what stands on each page."""
        told: list[str] = []
        while (text := self.page.locator("main").inner_text()) not in told:
            told.append(text)
            yield text
            self.page.keyboard.press("PageDown")
            self.page.evaluate(DRAWN)


class FacilitatorUser(Person):
    def __init__(self, browser: Browser, url: str, *, width: int = 1366, height: int = 768, **context: object) -> None:
        super().__init__(browser, url, width=width, height=height, **context)  # type: ignore[arg-type]

    def opens_console(self, id: str) -> None:
        self.page.goto(f"{self.url}/facilitator/workshops/{id}/console")

    def presses(self, name: str) -> None:
        """Press a button of the console and wait until it has had its effect: the main one then bears another name."""
        self.button(name).click()

    def goes_to(self, step: str) -> None:
        self.page.get_by_role("navigation", name="Agenda").get_by_text(step, exact=True).first.click()
        expect(self.page.get_by_role("navigation", name="Agenda").locator("[aria-current]")).to_contain_text(step)

    def signs_in_first(self, link: str, region: str = "Khentii") -> None:
        """Open the link that the first start printed, and become the first facilitator."""
        self.page.goto(link)
        self.page.get_by_label("Your name").fill("Tuya")
        self.page.get_by_label("E-mail address").fill("tuya@example.org")
        self.page.get_by_label("New password").fill("three odd camels")
        self.page.get_by_label("Region").fill(region)
        self.button("Begin").click()
        expect(self.page.get_by_role("heading", name="Workshops", level=1)).to_be_visible()

    def makes_a_workshop(self, title: str) -> None:
        """Make a planning day from its template, and end up preparing it."""
        self.page.get_by_role("link", name="New workshop from a template").click()
        self.page.get_by_label("Template").select_option(label="LED planning day")
        self.page.get_by_label("Title").fill(title)
        self.button("Make the workshop").click()

    @property
    def main_button(self) -> Locator:
        return self.page.locator("footer button.main")

    def walks_on(self, act: str, then: str | re.Pattern[str]) -> None:
        """Press the one main button, which must bear this name, and wait until it names the act after it."""
        expect(self.main_button).to_have_text(_named(act))
        self.main_button.click()
        expect(self.main_button).to_have_text(_named(then))

    def types_on(self, act: str, then: str | re.Pattern[str]) -> None:
        """The same by the Enter key alone."""
        expect(self.main_button).to_have_text(_named(act))
        self.page.keyboard.press("Enter")
        expect(self.main_button).to_have_text(_named(then))


def _named(name: str | re.Pattern[str]) -> re.Pattern[str]:
    return name if isinstance(name, re.Pattern) else re.compile(rf"^{re.escape(name)}")
