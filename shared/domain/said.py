"""Words that people write into their papers: cleaned like cards, compared as a reader would, hidden on demand."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from .changes import Refused
from .text import block

REMARK = 200  # characters
_SAID = ("words", "remarks")  # where a result keeps what people wrote: [{"text", ...}, ...]


def folded(text: str) -> str:
    """Give what makes two texts the same: no case (NFC and casefold), no spaces, nothing that does not show."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")


def remark_of(paper: Mapping[str, Any], most: int = REMARK) -> dict[str, str]:
    """Clean the ``text`` of a paper; an empty one is none."""
    text = paper.get("text", "")
    if not isinstance(text, str):
        raise Refused("invalid", "paper_wrong")
    text = block(text, most)
    return {"text": text} if text else {}


def remarks(activity: str, papers: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """List the texts of papers in an order that tells nothing of who wrote them, nor of which paper they stood in."""
    texts = [paper["text"] for paper in papers if paper.get("text")]
    return [{"text": text} for text in sorted(texts, key=lambda text: (_lot(activity, text), text))]


def without(result: dict[str, Any], hidden: Iterable[str]) -> dict[str, Any]:
    """Leave out of a result what the facilitator has hidden."""
    hidden = frozenset(hidden)
    if not hidden:
        return result
    kept = {
        name: [one for one in result[name] if folded(one["text"]) not in hidden] for name in _SAID if name in result
    }
    return {**result, **kept}


def _lot(activity: str, text: str) -> str:
    return hashlib.sha256(f"{activity}/{text}".encode()).hexdigest()
