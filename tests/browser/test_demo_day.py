"""The demo day, on every surface: what the projector, a phone and the minutes tell is what the room has voted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from shared.demo.day import demo_data
from tests.browser.conftest import violations
from tests.browser.people import PhoneUser, WallScreen
from tests.harness.server import Server
from tests.people import Console

DOTS = {"A": 14, "B": 14, "C": 15, "D": 12, "E": 13, "F": 8, "G": 8}


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, dict[str, Any]]]:
    with Server(tmp_path_factory.mktemp("demo")) as server:
        yield server, json.loads(server.run("demo", "--json"))


def titles() -> dict[str, str]:
    return {cluster["key"]: cluster["title"] for cluster in demo_data()["clusters"]}


def test_the_data_minutes_tell_the_dots(day: tuple[Server, dict[str, Any]]) -> None:
    server, made = day
    minutes = json.loads(server.run("minutes", made["code"], "--format", "json"))
    results = [found for found in _results(minutes) if found.get("rule") == "dots"]
    assert results, "the minutes tell no vote"
    told = {item["title"]: item["dots"] for item in results[0]["items"]}
    assert told == {titles()[key]: dots for key, dots in DOTS.items()}


def test_the_written_minutes_tell_the_dots(day: tuple[Server, dict[str, Any]]) -> None:
    server, made = day
    text = server.run("minutes", made["code"], "--format", "md")
    for key, dots in DOTS.items():
        rows = [
            line for line in text.splitlines() if titles()[key] in line and re.search(rf"\|\s*\**{dots}\**\s*\|", line)
        ]
        assert rows, f"{key}: {dots} is not told\n{text}"


def test_projector_and_phone_show_the_dots(browser: Browser, day: tuple[Server, dict[str, Any]]) -> None:
    server, made = day
    console = Console(server.url, server.token, made["id"]).connects()
    console.does("workshop.resume")
    console.does("activity.enter", activity=console.step("dots")["id"])
    wall = WallScreen(browser, server.url, server.url + urlsplit(made["projector_url"]).path)
    rows = wall.page.locator(".w-res .w-row:not(.hd)")
    expect(rows).to_have_count(7)
    on_wall = {row.locator("b.k").inner_text().strip(): int(row.locator(".tot").inner_text()) for row in rows.all()}
    assert on_wall == DOTS
    assert violations(wall.page) == []
    assert wall.complaints == []
    wall.leaves()
    phone = PhoneUser(browser, server.url, width=320, height=568)
    phone.scans(made["code"])
    phone.taps_sector("Public")
    phone.sees(re.compile("· 28 ballots"))
    lines = phone.page.locator(".results > .res")
    expect(lines).to_have_count(7)
    on_phone = {line.locator(".tx").inner_text(): int(line.locator(".n").inner_text()) for line in lines.all()}
    assert on_phone == {titles()[key]: dots for key, dots in DOTS.items()}
    phone.is_not_wider_than_the_screen()
    assert phone.complaints == []
    phone.leaves()
    console.leaves()


def _results(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        if "items" in found and "rule" in found:
            yield found
        for value in found.values():
            yield from _results(value)
    elif isinstance(found, list):
        for value in found:
            yield from _results(value)
