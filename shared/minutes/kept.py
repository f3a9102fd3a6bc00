"""A document as JSON and back: a saved version keeps what it is made of, so that it can be written in every format."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from .tree import Document, Figure, Heading, Item, Items, Link, Own, Paragraph, Strong, Table, Words

_KINDS = {
    kind.__name__.lower(): kind for kind in (Figure, Heading, Item, Items, Link, Own, Paragraph, Strong, Table, Words)
}


def pack(document: Document) -> dict[str, Any]:
    """Give a document's blocks and words; its data are kept beside."""
    return {
        "language": document.language,
        "title": document.title,
        "words": dict(document.words),
        "blocks": _packed(document.blocks),
    }


def unpack(kept: dict[str, Any], data: dict[str, Any]) -> Document:
    """Make the document again that was packed."""
    return Document(kept["language"], kept["title"], tuple(_unpacked(kept["blocks"])), data, kept["words"])


def _packed(value: Any) -> Any:
    if is_dataclass(value):
        inner = {field.name: _packed(getattr(value, field.name)) for field in fields(value)}
        return {"is": type(value).__name__.lower(), **inner}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [_packed(one) for one in value]
    return value


def _unpacked(value: Any) -> Any:
    if isinstance(value, list):
        return [_unpacked(one) for one in value]
    if isinstance(value, dict):
        inner = {name: _unpacked(one) for name, one in value.items() if name != "is"}
        if "numbers" in inner:
            inner["numbers"] = frozenset(inner["numbers"])
        return _KINDS[value["is"]](**inner)
    return value
