"""Write the tables of minutes as a workbook. Every text is text: no cell is ever taken for a formula or an address."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter

from .tables import Cell, Page, pages
from .tree import Document, printable

_MOST = 32_767  # characters in a cell
_WIDEST = 60  # characters


def xlsx(document: Document) -> bytes:
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(made, options)
    book.set_properties({"title": printable(document.title)})
    looks = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    for page in pages(document) or [Page("1")]:
        sheet = book.add_worksheet(page.name)
        if document.language == "ar":
            sheet.right_to_left()
        _write(sheet, page, looks)
    book.close()
    return made.getvalue()


def _write(sheet: Any, page: Page, looks: dict[str, Any]) -> None:
    at = 0
    widths: dict[int, int] = {}
    for table in page.tables:
        for row, look in [(table.columns, "head")] * bool(table.columns) + [(row, "cell") for row in table.rows]:
            for n, cell in enumerate(row):
                _set(sheet, at, n, cell, looks[look])
                widths[n] = max(widths.get(n, 8), *(len(line) + 2 for line in f"{cell}\n".splitlines()), 0)
            at += 1
        at += 1
    for n, width in widths.items():
        sheet.set_column(n, n, min(width, _WIDEST))
    if len(page.tables) == 1 and page.tables[0].columns:
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)


def _set(sheet: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell[:_MOST], look)
    else:
        sheet.write_number(row, column, cell, look)
