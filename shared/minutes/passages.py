"""The passages of a document that somebody may remark on: its blocks by number, each named by its first words. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from .tree import Block, Document, Figure, Heading, Items, Own, Paragraph, Photo, Table, text_of

_MOST_EXCERPT = 80


@dataclass(frozen=True)
class Passage:
    """``anchor`` is the id of the nearest heading that has one, "" before the first."""

    number: int
    anchor: str
    excerpt: str


def passages(document: Document) -> dict[int, Passage]:
    """Find the passages by the number of their block; what the program says to the reader is none."""
    found, anchor = {}, ""
    for number, block in enumerate(document.blocks):
        if isinstance(block, Heading) and block.id:
            anchor = block.id
        if not (isinstance(block, Paragraph) and block.role == "hint"):
            found[number] = Passage(number, anchor, _excerpt(block))
    return found


def _excerpt(block: Block) -> str:
    text = " ".join(_words(block).split())
    return text if len(text) <= _MOST_EXCERPT else text[: _MOST_EXCERPT - 1].rstrip() + "…"


def _words(block: Block) -> str:
    if isinstance(block, Heading):
        return block.text
    if isinstance(block, Paragraph):
        return text_of(block.runs)
    if isinstance(block, Items):
        return "; ".join(text_of(item.runs) for item in block.items[:3])
    if isinstance(block, Table):
        return block.label
    if isinstance(block, Figure):
        return block.alt
    if isinstance(block, Photo):
        return block.caption
    assert isinstance(block, Own)
    return block.markdown
