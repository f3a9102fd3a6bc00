"""What differs between two versions of minutes: line by line, and within a line word by word. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from .plain import Entries, Framed, Grid, Head, Para, Pieces, Plain, plain
from .tree import Document

_ALIKE = 0.4  # of their words: lines less alike are one taken out and one put in
_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_NEAR = 20  # lines further on that are looked at for one that is alike
_MOST_WORDS = 2000  # in a line that is compared word by word


@dataclass(frozen=True)
class Bit:
    """A piece of a line: "same" in both, "out" of the older, "in" the newer."""

    what: str
    text: str


@dataclass
class Passage:
    """Changed lines under one heading."""

    heading: str
    lines: list[tuple[Bit, ...]] = field(default_factory=list)


@dataclass(frozen=True)
class _Line:
    heading: str
    text: str


def differences(older: Document, newer: Document) -> list[Passage]:
    """List what differs, in the order of the newer version, under the headings where it stands."""
    a, b = list(_lines(plain(older))), list(_lines(plain(newer)))
    made: list[Passage] = []
    matcher = SequenceMatcher(None, [line.text for line in a], [line.text for line in b], autojunk=False)
    for op, a1, a2, b1, b2 in matcher.get_opcodes():
        if op == "equal":
            continue
        for heading, bits in _changed(a[a1:a2], b[b1:b2]):
            if not made or made[-1].heading != heading:
                made.append(Passage(heading))
            made[-1].lines.append(bits)
    return made


def between(older: str, newer: str) -> list[Bit]:
    """Compare two texts word by word; long ones are taken out and put in as a whole."""
    if len(_WORD.findall(older)) + len(_WORD.findall(newer)) > _MOST_WORDS:
        return [Bit(what, text) for what, text in (("out", older), ("in", newer)) if text]
    return list(_words(older, newer))


def _lines(blocks: Iterable[Plain], heading: str = "") -> Iterator[_Line]:
    for block in blocks:
        if isinstance(block, Head):
            heading = block.text
            yield _Line(heading, heading)
        elif isinstance(block, Entries):
            for entry in block.entries:
                yield from _lines(entry.blocks, heading)
        elif isinstance(block, Grid):
            for row in ([*block.columns], *block.rows):
                if text := " · ".join(_text(cell) for cell in row):
                    yield _Line(heading, text)
        elif isinstance(block, Framed):
            yield from _lines(block.blocks, heading)
        elif isinstance(block, Para) and (text := _text(block.pieces)):
            yield _Line(heading, text)


def _text(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces)


def _changed(older: Sequence[_Line], newer: Sequence[_Line]) -> Iterator[tuple[str, tuple[Bit, ...]]]:
    """Put alike lines beside each other, in their order; the others were taken out or put in."""
    waiting = list(older)
    for line in newer:
        at = next((n for n, old in enumerate(waiting[:_NEAR]) if _alike(old.text, line.text)), None)
        if at is None:
            yield line.heading, (Bit("in", line.text),)
            continue
        for gone in waiting[:at]:
            yield gone.heading, (Bit("out", gone.text),)
        yield line.heading, tuple(_words(waiting[at].text, line.text))
        waiting = waiting[at + 1 :]
    for gone in waiting:
        yield gone.heading, (Bit("out", gone.text),)


def _alike(older: str, newer: str) -> bool:
    a, b = _WORD.findall(older), _WORD.findall(newer)
    if len(a) + len(b) > _MOST_WORDS:
        return False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _words(older: str, newer: str) -> Iterator[Bit]:
    a, b = _WORD.findall(older), _WORD.findall(newer)
    for op, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if op == "equal":
            yield Bit("same", "".join(a[a1:a2]))
            continue
        if a2 > a1:
            yield Bit("out", "".join(a[a1:a2]))
        if b2 > b1:
            yield Bit("in", "".join(b[b1:b2]))
