"""Minutes as a file that somebody opens from a disk: open to all, in any language, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from shared.minutes.render import render
from tests.browser.conftest import violations
from tests.minutes.kinds import every_kind
from tests.minutes.test_golden import day

LANGUAGES = ("en", "mn", "ar")
DAYS = {"day": day, "every_kind": every_kind}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1024, "height": 768})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DAYS)
def test_an_exported_page_is_open_to_all(page: Page, name: str, language: str, tmp_path: Path) -> None:
    file = tmp_path / "minutes.html"
    file.write_text(render(DAYS[name](language).minutes(), "html"), encoding="utf-8")
    page.goto(file.as_uri())
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(page) == [], scheme
