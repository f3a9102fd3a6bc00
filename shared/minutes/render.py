"""Render minutes in a format: the same document as Markdown, as HTML, as JSON."""

from __future__ import annotations

import json

from . import as_html, as_markdown
from .tree import Document

TYPES = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json; charset=utf-8",
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
