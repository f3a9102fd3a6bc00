"""Write the tables of minutes as text files, one for each sheet, in one archive.

UTF-8 with a mark at the beginning, so that spreadsheet programs read every script. A text that such a program would
take for a formula gets an apostrophe before it; figures stay as they are.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile

from .tables import Cell, Page, pages
from .tree import Document

_FORMULA = re.compile(r"[\s\ufeff\u200b-\u200f\u2028-\u202f\u2060-\u2069]*[=+\-@\t\r\n＝＋－＠]")
_FIGURE = re.compile(r"[-−+]?\d+(?:\.\d+)?(?: ?%)?")


def csv_archive(document: Document) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for n, page in enumerate(pages(document), 1):
            name = f"{n:02} {page.name}.csv"
            file.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), _page(page).encode("utf-8-sig"))
    return made.getvalue()


def _page(page: Page) -> str:
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    for n, table in enumerate(page.tables):
        if n:
            writer.writerow([])
        for row in ([table.columns] if table.columns else []) + list(table.rows):
            writer.writerow([safe(cell) for cell in row])
    return made.getvalue()


def safe(cell: Cell) -> Cell:
    """Put an apostrophe before what would be taken for a formula."""
    if isinstance(cell, str) and _FORMULA.match(cell) and not _FIGURE.fullmatch(cell):
        return f"'{cell}"
    return cell
