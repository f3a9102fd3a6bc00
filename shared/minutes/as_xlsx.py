"""Write the tables of minutes as a workbook. Every text is text: no cell is ever taken for a formula or an address."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter

from .dated import written_at
from .tables import Cell, Page, pages
from .tree import Document, printable

_MOST = 32_767  # characters in a cell
_WIDEST = 60  # characters
_LINE = 15  # points
_HIGHEST = 409  # points, the most that a row may have
_A4 = 9  # as workbooks call it


def xlsx(document: Document) -> bytes:
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(made, options)
    told = {"title": printable(document.title), "keywords": document.keywords}
    book.set_properties({**told, "created": written_at(document)})
    looks = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    for page in pages(document) or [Page("1")]:
        sheet = book.add_worksheet(page.name)
        if document.language == "ar":
            sheet.right_to_left()
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        _write(sheet, page, looks)
    book.close()
    return made.getvalue()


def _write(sheet: Any, page: Page, looks: dict[str, Any]) -> None:
    at = 0
    widths = _widths(page)
    for n, width in widths.items():
        sheet.set_column(n, n, width)
    for table in page.tables:
        for row, look in [(table.columns, "head")] * bool(table.columns) + [(row, "cell") for row in table.rows]:
            # Not every program makes a row as high as its text when it opens a file.
            sheet.set_row(at, min(_HIGHEST, _LINE * max((_lines(c, widths[n]) for n, c in enumerate(row)), default=1)))
            for n, cell in enumerate(row):
                _set(sheet, at, n, cell, looks[look])
            at += 1
        at += 1
    if len(page.tables) == 1 and page.tables[0].columns:
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)


def _widths(page: Page) -> dict[int, int]:
    """Give each column the width of its longest line, in characters, up to a limit."""
    widths: dict[int, int] = {}
    for table in page.tables:
        for row in (table.columns, *table.rows):
            for n, cell in enumerate(row):
                longest = max(len(line) + 2 for line in f"{cell}\n".splitlines())
                widths[n] = min(_WIDEST, max(widths.get(n, 8), longest))
    return widths


def _lines(cell: Cell, width: int) -> int:
    return sum(max(1, -(-len(line) // max(1, width - 2))) for line in str(cell).splitlines()) or 1


def _set(sheet: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell[:_MOST], look)
    else:
        sheet.write_number(row, column, cell, look)
