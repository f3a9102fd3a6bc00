"""A document as JSON and back: a saved version keeps what it is made of, so that it can be written in every format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from .tree import (
    Block,
    Document,
    Figure,
    Heading,
    Item,
    Items,
    Link,
    Own,
    Paragraph,
    Photo,
    Place,
    Strong,
    Table,
    Words,
)

_KINDS = {
    kind.__name__.lower(): kind
    for kind in (Figure, Heading, Item, Items, Link, Own, Paragraph, Photo, Place, Strong, Table, Words)
}


def pack(document: Document) -> dict[str, Any]:
    """Give a document's blocks and words; its data are kept beside, and so are the pictures of its photos."""
    return {
        "language": document.language,
        "title": document.title,
        "words": dict(document.words),
        "blocks": _packed([replace(one, jpeg="") if isinstance(one, Photo) else one for one in document.blocks]),
    }


def unpack(kept: dict[str, Any], data: dict[str, Any], pictures: Mapping[str, str] | None = None) -> Document:
    """Make the document again that was packed, with the ``pictures`` (by digest, base64) that are still there."""
    blocks: list[Block] = _unpacked(kept["blocks"])
    shown = tuple(replace(b, jpeg=(pictures or {}).get(b.digest, "")) if isinstance(b, Photo) else b for b in blocks)
    return Document(kept["language"], kept["title"], shown, data, kept["words"])


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
