"""The letters that files of the minutes bring along: Latin, Cyrillic, Arabic, little pictures; all from packages."""

from __future__ import annotations

import atexit
from functools import cache
from importlib.resources import files
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp

import fontpkg_noto_sans
import fontpkg_noto_sans_arabic
import manimgx_fonts
import typst

_PICTURES = "NotoEmoji[wght].ttf"
SIGNS = "←↑→↓↺≤≥✓✗"  # which our own words use, and the typesetter's own letters (DejaVu Sans Mono) have


@cache
def font_files() -> tuple[Path, ...]:
    """List the files of all letters that there are."""
    folders = [files(package).joinpath("files") for package in (fontpkg_noto_sans, fontpkg_noto_sans_arabic)]
    letters = sorted(file for folder in folders for file in Path(str(folder)).glob("*.ttf"))
    return (*letters, Path(str(files(manimgx_fonts).joinpath(_PICTURES))))


def fonts() -> typst.Fonts:
    """Give the letters as the typesetter takes them."""
    *letters, pictures = font_files()
    alone = _folder() / pictures.name
    if not alone.exists():  # never yet, or somebody has tidied up
        alone.parent.mkdir(exist_ok=True)
        copyfile(pictures, alone)
    return _fonts((*sorted({str(file.parent) for file in letters}), str(alone.parent)))


@cache
def _fonts(folders: tuple[str, ...]) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=list(folders))


@cache
def _folder() -> Path:
    """Make a folder for the little pictures: the typesetter takes folders, and their own has other letters, too."""
    folder = Path(mkdtemp(prefix="led-letters-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    return folder
