"""Do what docs/adding-an-activity.md says: lay its listings into a copy of the project."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from tests.harness.server import ROOT

PAGE = ROOT / "docs" / "adding-an-activity.md"
_LEFT = shutil.ignore_patterns(".git", ".venv", "node_modules", "built", "__pycache__", ".*_cache")


def listings() -> dict[str, str]:
    """Read the page: what belongs into which file."""
    found = re.findall(r"^`([\w./]+)`\n\n```\w+\n(.*?)```", PAGE.read_text("utf-8"), re.S | re.M)
    return dict(found)


def copy_with_the_kind(to: Path) -> Path:
    """Copy the project and add the page's kind to the copy."""
    shutil.copytree(ROOT, to, ignore=_LEFT, symlinks=True)
    for folder in (".venv", "node_modules"):
        (to / folder).symlink_to((ROOT / folder).resolve())
    for name, text in listings().items():
        file = to / name
        if not file.exists():
            file.write_text(text, "utf-8")
        elif file.suffix == ".json":
            words = {**json.loads(file.read_text("utf-8")), **json.loads(text)}
            file.write_text(json.dumps(words, ensure_ascii=False, indent=2) + "\n", "utf-8")
        else:
            file.write_text(_with_lines(file.read_text("utf-8"), *text.splitlines()), "utf-8")
    return to


def _with_lines(text: str, brought: str, entry: str) -> str:
    """Put an import among the others in their order, and an entry at the head of the table."""
    lines = text.splitlines()
    at = next(i for i, line in enumerate(lines) if _source(line) > _source(brought) or _after_imports(lines, i))
    lines.insert(at, brought)
    head = max(i for i, line in enumerate(lines) if line.endswith(("{", "(")))
    lines.insert(head + 1, entry)
    return "\n".join(lines) + "\n"


def _source(line: str) -> str:
    """Name the file beside this one that a line imports."""
    found = re.search(r'^from (\.\w+) import|from "(\./[\w/]+)";$', line)
    return (found[1] or found[2]) if found else ""


def _after_imports(lines: list[str], at: int) -> bool:
    return at > 0 and bool(_source(lines[at - 1])) and not _source(lines[at])
