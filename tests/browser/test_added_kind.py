"""The kind that docs/adding-an-activity.md adds: built as the page says, checked as all else, used in real browsers."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from shared.bootstrap import _node_file
from shared.web.language import languages
from tests.browser.conftest import looks_right
from tests.browser.people import FacilitatorUser, PhoneUser, WallScreen
from tests.harness.added import copy_with_the_kind, listings
from tests.harness.server import Server, until
from tests.people import Console, Workshop, fetch, together

NODE = str(_node_file())
# The page tells of it in words, as of other proofs: files that are read by a person are no listing.
_NOT_YET = ("--deselect", "tests/minutes/test_golden.py::test_every_section_and_heading_stands_in_a_golden_file")
CHECKS = {
    "ruff: rules": [sys.executable, "-m", "ruff", "check", "."],
    "ruff: format": [sys.executable, "-m", "ruff", "format", "--check", "."],
    "biome": [NODE, "node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off", "."],
    "tsc": [NODE, "node_modules/typescript/bin/tsc", "--noEmit"],
    "tests": [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "tests/domain/test_pulse.py",
        "tests/front",
        "tests/minutes",
        *_NOT_YET,
    ],
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_with_the_kind(tmp_path_factory.mktemp("added") / "project")


@pytest.fixture(scope="module")
def running(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the copy."""
    run(copy, [NODE, "vite.build.mjs"])
    with Server(tmp_path_factory.mktemp("data"), root=copy) as server:
        yield server


def run(copy: Path, command: list[str]) -> None:
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("check", CHECKS)
def test_the_page_forgets_nothing(copy: Path, check: str) -> None:
    run(copy, CHECKS[check])


def test_a_kind_touches_fewer_than_ten_files_beside_its_words_and_tests() -> None:
    assert len([name for name in listings() if not name.startswith(("tests/", "shared/locale/"))]) < 10


def test_the_kind_is_answered_hidden_shown_and_told(
    running: Server, workshop: Workshop, tuya: FacilitatorUser, script: Console, phone: PhoneUser, wall: WallScreen
) -> None:
    script.does("activity.add", activity="p", kind="pulse", title="Pulse", question="How are we?")
    others = [workshop.phone() for _ in range(4)]
    tuya.opens_console(workshop.id)
    tuya.button("Start the workshop").click()
    tuya.goes_to("Pulse")
    tuya.button("More: Steps").click()
    tuya.walks_on("Open the vote", "Close the vote")
    wall.sees("Choose a number.")
    answer = phone.page.get_by_role("radio", name="4", exact=True)
    answer.check()
    phone.sees("Your answer: 4")
    phone.page.reload()
    expect(answer).to_be_checked()
    assert all(one["ok"] for one in together(*[lambda one=one: one.votes("p", {"value": 6}) for one in others]))
    assert others[0].votes("p", {"value": 7})["code"] == "invalid"
    until(lambda: script.tallies.get("p", {}).get("cast", 0) >= 5, "the ballots")
    looks_right(tuya, phone, wall)

    tuya.walks_on("Close the vote", "Reveal")
    phone.sees("Your answer: 4")
    assert not any('"counts"' in heard for screen in (script, *others) for heard in screen.heard)
    tuya.walks_on("Reveal", "Agree on the result")
    told = ["1: 0", "2: 0", "3: 0", "4: 1", "5: 0", "6: 4"]
    for screen in (tuya, wall):
        expect(screen.page.locator(".cols .vh")).to_have_text(told)
    expect(phone.page.locator(".results .n")).to_have_text([one[3:] for one in told])
    looks_right(tuya, phone, wall)

    tuya.page.goto(f"{running.url}/facilitator/workshops/{workshop.id}/minutes")
    tuya.sees(re.compile("a number from 1 to 6"))
    table = tuya.page.get_by_role("region", name="How many gave each answer")
    expect(table.get_by_role("row").last).to_have_text(re.compile(r"6\s*4"))


@pytest.mark.parametrize("language", languages())
def test_what_a_language_lacks_is_read_in_english(running: Server, language: str) -> None:
    words = fetch(f"{running.url}/static/words/phone/{language}-000000000000.json")
    assert words["pulse.words.choose"] == "Choose a number."
