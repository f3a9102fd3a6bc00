"""The programs that people open minutes with: LibreOffice for documents and workbooks, Poppler for PDF."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from . import chromium

_PACKAGES = {
    "soffice": ("libreoffice-writer-nogui", "libreoffice-calc-nogui"),
    "pdftotext": ("poppler-utils",),
}


def install_missing() -> None:
    """Get what this machine lacks, if it lets us."""
    missing = [name for program, names in _PACKAGES.items() if not shutil.which(program) for name in names]
    if missing:
        chromium.install(*missing)


def need(program: str) -> None:
    """Skip a test whose program is not here, loudly; under CI it fails."""
    if shutil.which(program):
        return
    words = f"{program} is not installed (Debian: {' '.join(_PACKAGES.get(program, ('poppler-utils',)))})"
    if os.environ.get("CI"):
        pytest.fail(words)
    pytest.skip(words)


def poppler(program: str, file: Path, *words: str) -> str:
    """Let one of Poppler's programs tell of a PDF; it complains where the file is broken."""
    need("pdftotext")
    output = ["-"] if program == "pdftotext" else []
    # What a PDF calls its parts comes in more encodings than one.
    told: dict[str, Any] = {"capture_output": True, "text": True, "errors": "replace"}
    done = subprocess.run([program, *words, str(file), *output], timeout=60, check=True, **told)
    return done.stdout


def converted(files: list[Path], kind: str, to: Path) -> list[Path]:
    """Let LibreOffice open files and write each anew as ``kind`` into a folder."""
    need("soffice")
    profile = f"-env:UserInstallation=file://{to.resolve()}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(to), *map(str, files)]
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    return [to / f"{file.stem}.{kind.partition(':')[0]}" for file in files]


def unlinked(markdown: str) -> str:
    """Take the links within a document out of its Markdown, and keep their words."""
    return re.sub(r"\[((?:\\.|[^\[\]\\])*)\]\(#[^)\s]*\)", lambda found: found[1].replace("\\]", "]"), markdown)
