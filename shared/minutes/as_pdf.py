"""Write minutes as a PDF: A4, tagged, with a table of contents, page numbers and its own letters.

Typesetting is Typst's; its template is fixed, and all text goes in as data.
"""

from __future__ import annotations

import json
import logging
import re
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import typst

from .fonts import SIGNS, font_files, fonts
from .letters import Letters
from .picture import pngs
from .plain import Drawing, Entries, Framed, Grid, Head, Para, Picture, Piece, Pieces, Plain, Rule, places, plain
from .tree import Document, printable

logger = logging.getLogger(__name__)
_TEMPLATE = "minutes.typ"
_FOOT = 100  # characters of the title below each page
_SHORT = 8  # rows of a table that is not torn
_LONG = 20  # characters of a word after which it may break
_SHAPED = re.compile("[\u0590-\u1fff\u2c00-\U0010ffff]")  # letters beyond Latin, Greek and Cyrillic
_WORD = re.compile(rf"\S{{{_LONG}}}(?=\S)")
_ROOM = "\u200b"  # a place to break, without width


def pdf(document: Document) -> bytes:
    """Typeset a document as PDF/UA."""
    blocks = plain(document)
    letters = Letters(font_files(), SIGNS)
    first = next((n for n, block in enumerate(blocks) if isinstance(block, Head) and block.level == 2), len(blocks))
    told: dict[str, Any] = {
        "title": letters.of(printable(document.title)),
        "keywords": [document.keywords] if document.keywords else [],
        "foot": _breakable(letters.of(printable(document.title)[:_FOOT])),
        "language": document.language,
        "direction": "rtl" if document.language == "ar" else "ltr",
        "contents": document.words.get("contents", ""),
        "page": document.words["page"],
        "ids": sorted(places(blocks)),
        # The facts stand before the table of contents; a document of one page has none.
        "after": first - 1 if "contents" in document.words else -1,
        "blocks": [_told(block, letters) for block in blocks],
    }
    if letters.missing:
        note = document.words["missing"].replace("{n}", str(letters.missing))
        told["blocks"].append(_told(Para([Piece(note)], "hint"), letters))
    with TemporaryDirectory(prefix="led-minutes-") as directory:
        Path(directory, _TEMPLATE).write_bytes(_template())
        for block in blocks:
            if isinstance(block, Picture):
                Path(directory, _file(block)).write_bytes(block.jpeg)
        shaped = [block for block in blocks if isinstance(block, Drawing) and _is_shaped(block)]
        drawn = pngs(shaped)
        for drawing in shaped:
            Path(directory, _file_of(drawing)).write_bytes(drawn[drawing.svg, drawing.width])
        try:
            return _typeset(told, "ua-1", directory)
        except typst.TypstError:  # better minutes without tags for a moment than none
            logger.exception("minutes could not be typeset as PDF/UA")
            return _typeset(told, None, directory)


def _typeset(told: dict[str, Any], standard: Literal["ua-1"] | None, directory: str) -> bytes:
    """Typeset; the typesetter sees the photos in ``directory`` and no other file."""
    made = typst.compile(
        str(Path(directory, _TEMPLATE)),
        root=directory,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(told, ensure_ascii=False)},
        pdf_standards=standard or [],
        pdf_tags=standard is not None,
    )
    assert isinstance(made, bytes)
    return made


def _told(block: Plain, letters: Letters) -> dict[str, Any]:
    if isinstance(block, Head):
        text = _breakable(letters.of(block.text))
        return {"kind": "head", "level": block.level, "text": text, "id": block.id, "fresh": block.fresh}
    if isinstance(block, Para):
        return {"kind": "para", "role": block.role, "pieces": _pieces(block.pieces, letters)}
    if isinstance(block, Entries):
        entries = [
            {"id": entry.id, "blocks": [_told(inner, letters) for inner in entry.blocks]} for entry in block.entries
        ]
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
            "whole": _is_short(block),
        }
    if isinstance(block, Framed):
        return {
            "kind": "framed",
            "label": letters.of(block.label),
            "blocks": [_told(inner, letters) for inner in block.blocks],
        }
    if isinstance(block, Drawing):
        told = {"kind": "drawing", "alt": block.alt, "width": block.width}
        if _is_shaped(block):
            return {**told, "file": f"/{_file_of(block)}"}
        return {**told, "svg": block.svg}
    if isinstance(block, Picture):
        return {"kind": "photo", "file": f"/{_file(block)}", "alt": block.alt, "width": block.width}
    assert isinstance(block, Rule)
    return {"kind": "rule"}


def _is_short(grid: Grid) -> bool:
    """Say whether a table is so short that it stands on one page as a whole."""
    letters = sum(len(piece.text) for row in grid.rows for cell in row for piece in cell)
    return len(grid.rows) <= _SHORT and letters <= 100 * _SHORT


def _is_shaped(drawing: Drawing) -> bool:
    """Say whether letters join in the words of a drawing: they make the typesetter fail when it tags."""
    return bool(_SHAPED.search(drawing.svg))


def _file_of(drawing: Drawing) -> str:
    return f"{sha256(drawing.svg.encode()).hexdigest()}.png"


def _file(picture: Picture) -> str:
    return f"{sha256(picture.jpeg).hexdigest()}.jpg"


def _pieces(pieces: Pieces, letters: Letters) -> list[dict[str, Any]]:
    return [_piece(piece, letters) for piece in pieces if piece.text]


def _piece(piece: Piece, letters: Letters) -> dict[str, Any]:
    told = {name: value for name, value in vars(piece).items() if value}
    return {**told, "text": _breakable(letters.of(piece.text))}


def _breakable(text: str) -> str:
    """Let a word that is longer than a column break, wherever it has to."""
    return _WORD.sub(lambda found: found[0] + _ROOM, text)


@cache
def _template() -> bytes:
    return files("shared.minutes").joinpath(f"templates/{_TEMPLATE}").read_bytes()
