"""Render minutes in a format: the same document to read, to edit, and as data."""

from __future__ import annotations

import json
from collections.abc import Callable

from . import as_csv, as_docx, as_html, as_markdown, as_odt, as_pdf, as_xlsx
from .tree import Document

TYPES = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "md": "text/markdown; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "application/zip",
    "json": "application/json; charset=utf-8",
}
ENDINGS = {format: "csv.zip" if format == "csv" else format for format in TYPES}
TEXTS = ("md", "html", "json")  # what may be printed on a terminal
_FILES: dict[str, Callable[[Document], bytes]] = {
    "pdf": as_pdf.pdf,
    "docx": as_docx.docx,
    "odt": as_odt.odt,
    "xlsx": as_xlsx.xlsx,
    "csv": as_csv.csv_archive,
}


def render(document: Document, format: str) -> str:
    """Write a document as "md", "html" (a whole page) or "json" (figures and texts; schema in its first line)."""
    if format == "md":
        return as_markdown.markdown(document)
    if format == "html":
        return as_html.page(document)
    if format == "json":
        return json.dumps(document.data, ensure_ascii=False, indent=2) + "\n"
    raise ValueError(format)


def written(document: Document, format: str) -> bytes:
    """Write a document as a file in any of the formats in ``TYPES``; texts are UTF-8, "csv" is an archive of files."""
    return render(document, format).encode() if format in TEXTS else _FILES[format](document)
