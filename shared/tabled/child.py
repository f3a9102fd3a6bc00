"""Read a table on standard input, and write its rows as JSON on standard output: ``[[number, [cell, ...]], ...]``.

Runs by itself, with limits on memory and time: workbooks are archives of XML and come from strangers. Nothing in them
is ever calculated: a formula is the text that it is. Exits with 3 where it is no table that can be read, with 4 where
there is too much of it.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

MEMORY = 512 * 1024 * 1024  # bytes of addresses
SECONDS = 15  # of the processor
MOST_UNPACKED = 64 * 1024 * 1024  # bytes of all parts of an archive
MOST_ROWS = 2000  # that are not empty
MOST_SCANNED = 50_000  # with empty ones between
MOST_COLUMNS = 80
MOST_CELL = 4000  # characters; the fields take less, and say so
NO_TABLE, TOO_LARGE = 3, 4
CYRILLIC = ("mn", "ru")


def limit() -> None:
    """Give up memory, time and files beyond what one table needs, where the system knows how."""
    try:
        import resource
    except ImportError:  # not on this system
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def table(content: bytes, language: str) -> list[tuple[int, list[str]]]:
    """Read the rows that are not empty: of a workbook, an archive of separated values, or such a file."""
    if not content.startswith(b"PK"):
        return kept(separated(content, language))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
            raise SystemExit(TOO_LARGE)
        names = archive.namelist()
        if "xl/workbook.xml" not in names:
            lists = [name for name in names if name.lower().endswith(".csv")]
            if not lists:
                raise SystemExit(NO_TABLE)
            return kept(separated(archive.read(lists[0]), language))
    return workbook(content)


def workbook(content: bytes) -> list[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a file says of its size need not be true
        cells = sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)
        if (first := next(cells, None)) is not None:
            return kept(itertools.chain([first], cells))
    raise SystemExit(NO_TABLE)


def separated(content: bytes, language: str) -> Iterator[list[str]]:
    """Read separated values by the sign that parts the first line into most cells."""
    text = decoded(content, language)
    if told := re.match(r"sep=(.)\r?\n", text):  # as Excel tells it
        sign, text = told[1], text[told.end() :]
    else:
        first = next((line for line in text.splitlines() if line.strip()), "")
        sign = max("\t;,", key=first.count)
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True):
        yield [unmarked(cell) for cell in row]


def decoded(content: bytes, language: str) -> str:
    """Read a file's letters: UTF-8 or UTF-16 as programs mark it, else the old code page of the language."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16")
    if b"\x00" in content:
        raise SystemExit(NO_TABLE)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1251" if language in CYRILLIC else "cp1252", "replace")


def unmarked(cell: str) -> str:
    """Take the apostrophe away by which our own lists mark what would else be taken for a formula."""
    return cell[1:] if re.match(r"'[\s\u200b-\u200f\u2028-\u202f\u2060-\u2069]*[=+\-@\t\r＝＋－＠]", cell) else cell


def kept(found: Iterable[Iterable[Any]]) -> list[tuple[int, list[str]]]:
    rows: list[tuple[int, list[str]]] = []
    for number, row in enumerate(found, 1):
        cells = [shown(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            rows.append((number, cells))
        if len(rows) > MOST_ROWS or number > MOST_SCANNED or len(cells) > MOST_COLUMNS:
            raise SystemExit(TOO_LARGE)
    if not rows:
        raise SystemExit(NO_TABLE)
    return rows


def shown(cell: Any) -> str:
    """Write a cell as text: a day as ISO, a whole number without a point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell).strip()[:MOST_CELL]


def main() -> None:
    content = sys.stdin.buffer.read()
    limit()
    try:
        found = table(content, sys.argv[1])
    except SystemExit:
        raise
    except MemoryError:
        raise SystemExit(TOO_LARGE) from None
    except Exception:  # whatever a reader trips over: there is no table to show
        raise SystemExit(NO_TABLE) from None
    sys.stdout.buffer.write(json.dumps(found).encode())


if __name__ == "__main__":
    main()
