"""Write minutes as a PDF: A4, tagged, with a table of contents, page numbers and its own letters.

Typesetting is Typst's; its template is fixed, and all text goes in as data.
"""

from __future__ import annotations

import json
import logging
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import fontpkg_noto_sans
import fontpkg_noto_sans_arabic
import typst

from .letters import Letters
from .plain import Drawing, Entries, Framed, Grid, Head, Para, Piece, Pieces, Plain, Rule, plain
from .tree import Document, printable

logger = logging.getLogger(__name__)
# The typesetter fails where a link goes on over the end of a page: a text with links stays on one page, or has none.
_ONE_PAGE = 1500  # characters
_LONG = 20  # characters of a word after which it may break
_WORD = re.compile(rf"\S{{{_LONG}}}(?=\S)")
_ROOM = "\u200b"  # a place to break, without width


def pdf(document: Document) -> bytes:
    """Typeset a document as PDF/UA."""
    blocks = plain(document)
    letters = Letters(_files())
    first = next((n for n, block in enumerate(blocks) if isinstance(block, Head) and block.level == 2), len(blocks))
    before, _, rest = document.words["page"].partition("{n}")
    between, _, after = rest.partition("{of}")
    told: dict[str, Any] = {
        "title": letters.of(printable(document.title)),
        "language": document.language,
        "direction": "rtl" if document.language == "ar" else "ltr",
        "contents": document.words["contents"],
        "page": [before, between, after],
        "ids": sorted({block.id for block in blocks if isinstance(block, Head) and block.id}),
        "after": first - 1,  # the facts stand before the table of contents
        "blocks": [_told(block, letters) for block in blocks],
    }
    if letters.missing:
        note = document.words["missing"].replace("{n}", str(letters.missing))
        told["blocks"].append(_told(Para([Piece(note)], "hint"), letters))
    try:
        return _typeset(told, "ua-1")
    except typst.TypstError:  # better minutes without tags for a moment than none
        logger.exception("minutes could not be typeset as PDF/UA")
        return _typeset(told, None)


def _typeset(told: dict[str, Any], standard: Literal["ua-1"] | None) -> bytes:
    made = typst.compile(
        _template(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(told, ensure_ascii=False)},
        pdf_standards=standard or [],
        pdf_tags=standard is not None,
    )
    assert isinstance(made, bytes)
    return made


def _told(block: Plain, letters: Letters) -> dict[str, Any]:
    if isinstance(block, Head):
        return {"kind": "head", "level": block.level, "text": _breakable(letters.of(block.text)), "id": block.id}
    if isinstance(block, Para):
        return {"kind": "para", "role": block.role, "pieces": _pieces(block.pieces, letters)}
    if isinstance(block, Entries):
        entries = [[_told(inner, letters) for inner in entry.blocks] for entry in block.entries]
        return {"kind": "entries", "ordered": block.ordered, "entries": entries}
    if isinstance(block, Grid):
        count = len(block.widths)
        return {
            "kind": "grid",
            "columns": [_pieces(cell, letters) for cell in block.columns],
            "rows": [[_pieces(cell, letters) for cell in row] + [[]] * (count - len(row)) for row in block.rows],
            "numbers": sorted(block.numbers),
            "widths": list(block.widths),
            "name": block.name,
        }
    if isinstance(block, Framed):
        return {
            "kind": "framed",
            "label": letters.of(block.label),
            "blocks": [_told(inner, letters) for inner in block.blocks],
        }
    if isinstance(block, Drawing):
        return {"kind": "drawing", "svg": block.svg, "alt": block.alt, "width": block.width}
    assert isinstance(block, Rule)
    return {"kind": "rule"}


def _pieces(pieces: Pieces, letters: Letters) -> list[dict[str, Any]]:
    linked = sum(len(piece.text) for piece in pieces) <= _ONE_PAGE
    return [_piece(piece, letters, linked) for piece in pieces if piece.text]


def _piece(piece: Piece, letters: Letters, linked: bool) -> dict[str, Any]:
    told = {name: value for name, value in vars(piece).items() if value and (linked or name not in ("to", "href"))}
    return {**told, "text": _breakable(letters.of(piece.text))}


def _breakable(text: str) -> str:
    """Let a word that is longer than a column break, wherever it has to."""
    return _WORD.sub(lambda found: found[0] + _ROOM, text)


@cache
def _template() -> bytes:
    return files("shared.minutes").joinpath("templates/minutes.typ").read_bytes()


@cache
def _files() -> tuple[Path, ...]:
    folders = [files(package).joinpath("files") for package in (fontpkg_noto_sans, fontpkg_noto_sans_arabic)]
    return tuple(sorted(file for folder in folders for file in Path(str(folder)).glob("*.ttf")))


@cache
def _fonts() -> typst.Fonts:
    folders = sorted({str(file.parent) for file in _files()})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
