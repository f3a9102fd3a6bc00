"""One Chromium for all, and the check that every page has to pass."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import unavailable
from tests.harness import chromium
from tests.harness.server import ROOT

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        unavailable("a Chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        yield running
        running.close()


@cache
def _axe() -> str:
    return Path(ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")


def violations(page: Page) -> list[tuple[str, Any]]:
    """What axe finds wrong with a page: the rule, and where."""
    page.evaluate(_axe())
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found["violations"]]
