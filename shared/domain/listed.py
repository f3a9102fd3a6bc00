"""Read cards from a list: pasted lines, cells pasted from a spreadsheet, or a file of separated values.

Nothing is taken in here: each line is told as the card that it would become, or with what is wrong with it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from .changes import Refused
from .text import block

MOST_TEXT = 300_000  # characters
MOST_LINES = 500  # at once
_BULLET = re.compile(r"\s*(?:[-–—•*·▪]\s+|\d{1,3}[.)]\s+)")


@dataclass(frozen=True)
class Line:
    """A line of the list: its card, or why it gives none; ``twin`` is a text that says the same."""

    number: int
    text: str
    refused: Refused | None = None
    twin: str = ""


def decoded(raw: bytes, language: str) -> str:
    """Read a file's letters: UTF-8 or UTF-16 as programs mark it, else the old code page of the language."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1251" if language in ("mn", "ru") else "cp1252", "replace")


def cells(text: str, heads: Iterable[str] = ()) -> list[str]:
    """List the texts of separated values: the column that is named like one of ``heads``, else the first."""
    rows = _rows(text)
    if not rows:
        return []
    known = {head.casefold() for head in heads}
    named = [n for n, cell in enumerate(rows[0]) if cell.strip().casefold() in known]
    column = named[0] if named else 0
    return [row[column] for row in rows[1 if named else 0 :] if column < len(row)]


def read(texts: Iterable[str], most: int, there: Iterable[str] = ()) -> list[Line]:
    """Tell of each text what it gives; ``there`` are the cards that hang already. Empty ones are left out."""
    said = {_plain(text): text for text in there}
    found: list[Line] = []
    for number, text in enumerate(texts, start=1):
        words = " ".join(_BULLET.sub("", text, count=1).split())
        if not words:
            continue
        try:
            card = block(words, most, least=1)
        except Refused as refused:
            found.append(Line(number, words, refused))
            continue
        twin = said.get(_plain(card), "")
        said.setdefault(_plain(card), card)
        found.append(Line(number, card, twin=twin))
    if not found:
        raise Refused("invalid", "cards_none")
    if len(found) > MOST_LINES:
        raise Refused("limit", "list_too_long", most=MOST_LINES)
    return found


def lines(text: str) -> list[str]:
    """Split pasted text: cells of a spreadsheet where it has tabs, else its lines as they are."""
    if len(text) > MOST_TEXT:
        raise Refused("too_large", "text_long", most=MOST_TEXT)
    text = text.lstrip("\ufeff")
    return cells(text) if "\t" in text else text.splitlines()


def _rows(text: str) -> list[list[str]]:
    """Read rows; a comma separates only where the lines agree on how many there are: in sentences they do not."""
    if len(text) > MOST_TEXT:
        raise Refused("too_large", "text_long", most=MOST_TEXT)
    text = text.lstrip("\ufeff")
    told = re.match(r"sep=(.)\r?\n", text)  # as Excel tells it
    if told:
        return _separated(text[told.end() :], told[1])
    first = next((line for line in text.splitlines() if line.strip()), "")
    for separator in "\t;":
        if separator in first:
            return _separated(text, separator)
    by_comma = _separated(text, ",")
    if by_comma and len({len(row) for row in by_comma}) == 1:
        return by_comma
    return [[cell for row in csv.reader([line], delimiter="\t") for cell in row] for line in text.splitlines() if line]


def _separated(text: str, separator: str) -> list[list[str]]:
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        return [row for row in rows if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise Refused("invalid", "import_broken") from error


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
