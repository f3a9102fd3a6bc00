"""What browsers of 2018 (Chrome 70, Safari 12) do not know, and no build step gives them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PHONE = ROOT / "participant" / "front"
SHARED = ROOT / "shared" / "web" / "front"
STYLES = re.findall(r'@import "([^"]+)"', (PHONE / "phone.css").read_text("utf-8"))
SCRIPTS = sorted([*PHONE.rglob("*.ts"), *PHONE.rglob("*.tsx"), *SHARED.glob("*.ts")])

NEW_STYLES = re.compile(
    r"@layer|@container|:has\(|:is\(|:where\(|\ddv[hw]|\dcq[wh]|aspect-ratio|color-mix|oklch|^\s*&", re.M
)
NEW_SCRIPTS = re.compile(
    r"globalThis|Object\.(fromEntries|hasOwn|groupBy)|\.(at|replaceAll|matchAll|findLast|toSorted|flat)\("
    r"|structuredClone|randomUUID\(|allSettled|queueMicrotask|replaceChildren"
)
MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML")  # people's words are text, everywhere


def code(path: Path) -> str:
    """Read a file without its comments, which may name what the code keeps away from."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
    return re.sub(r"^\s*//.*$", "", text, flags=re.M)


@pytest.mark.parametrize("name", STYLES)
def test_old_phones_know_what_a_style_sheet_says(name: str) -> None:
    assert not (found := NEW_STYLES.search(code(PHONE / name))), found


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_old_phones_have_what_a_script_calls(path: Path) -> None:
    text = code(path)
    assert not (found := NEW_SCRIPTS.search(text)), found
    assert not (found := MARKUP.search(text)), found


def test_the_lists_are_not_empty() -> None:
    assert len(STYLES) > 10
    assert len(SCRIPTS) > 50
