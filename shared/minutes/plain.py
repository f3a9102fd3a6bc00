"""Minutes as printing programs want them: pieces of text with their style, in paragraphs, lists and tables.

The facilitator's own Markdown comes here by the same safe way as into HTML (``own_words``) and is then taken apart, so
that a file has real headings, lists and tables wherever it is opened. Nothing here is markup any more.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from lxml import html

from .own_words import to_html
from .tree import (
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
    Run,
    Runs,
    Strong,
    Table,
    printable,
    runs_of,
)

_WIDEST, _HIGHEST = 150, 180  # mm that a photo takes at most
_NARROW = 60  # characters: a table with less in its widest row does not fill the page
_WORDS = re.compile("[ \t\n]+")  # no other space lets a line break
_INLINE: dict[str, dict[str, Any]] = {"strong": {"strong": True}, "em": {"italic": True}, "code": {"code": True}}


@dataclass(frozen=True)
class Piece:
    """A run of text in one style.

    ``to`` names a place of the document to which it leads, ``href`` an address outside, ``id`` the place that it is.
    """

    text: str
    strong: bool = False
    italic: bool = False
    code: bool = False
    to: str = ""
    href: str = ""
    id: str = ""


Pieces = Sequence[Piece]


@dataclass(frozen=True)
class Head:
    level: int
    text: str
    id: str = ""
    fresh: bool = False  # begins a page


@dataclass(frozen=True)
class Para:
    pieces: Pieces
    role: str = ""  # "fact" | "hint" | "code" | "lead": it names what stands below, and stays on its page


@dataclass(frozen=True)
class Entry:
    blocks: Sequence[Plain]  # a paragraph, and what belongs to it
    id: str = ""


@dataclass(frozen=True)
class Entries:
    entries: Sequence[Entry]
    ordered: bool = False
    cards: bool = False


@dataclass(frozen=True)
class Grid:
    """``widths`` are shares of the whole width, 0 for a column that is as wide as what stands in it.

    ``name`` is the column whose cell names its row, -1 where none does.
    """

    label: str
    columns: Sequence[Pieces]
    rows: Sequence[Sequence[Pieces]]
    numbers: frozenset[int]
    widths: Sequence[int]
    name: int


@dataclass(frozen=True)
class Framed:
    """One's own words, apart from what was recorded; without a label a quotation within them."""

    label: str
    blocks: Sequence[Plain]


@dataclass(frozen=True)
class Rule:
    pass


@dataclass(frozen=True)
class Drawing:
    svg: str
    alt: str
    width: int  # mm


@dataclass(frozen=True)
class Picture:
    """A photo, and how large it stands on the page."""

    jpeg: bytes
    alt: str
    width: float  # mm
    height: float


Plain = Head | Para | Entries | Grid | Framed | Rule | Drawing | Picture


def plain(document: Document) -> list[Plain]:
    """Take a document apart, block by block; no heading is more than one level below the one before it."""
    made: list[Plain] = []
    level = 0
    for block in document.blocks:
        for one in _block(block):
            leveled, level = _leveled(one, level)
            made.append(leveled)
    return [_leading(block, after) for block, after in zip_longest(made, made[1:])]


def places(blocks: Iterable[Plain]) -> set[str]:
    """Gather the ids of all that others may lead to."""
    found: set[str] = set()
    for block in blocks:
        if isinstance(block, Head):
            found.add(block.id)
        elif isinstance(block, Para):
            found |= {piece.id for piece in block.pieces}
        elif isinstance(block, Entries):
            found |= {entry.id for entry in block.entries}
            found |= places(inner for entry in block.entries for inner in entry.blocks)
        elif isinstance(block, Grid):
            found |= {piece.id for row in block.rows for cell in row for piece in cell}
    return found - {""}


def _leading(block: Plain, after: Plain | None) -> Plain:
    named = isinstance(after, Grid | Entries | Drawing) or (isinstance(after, Para) and after.role == "hint")
    if named and isinstance(block, Para) and not block.role and block.pieces and all(p.strong for p in block.pieces):
        return replace(block, role="lead")
    return block


def _leveled(block: Plain, above: int) -> tuple[Plain, int]:
    if isinstance(block, Head):
        level = min(block.level, above + 1)
        return replace(block, level=level), level
    if isinstance(block, Framed):
        inner = []
        for one in block.blocks:
            leveled, above = _leveled(one, above)
            inner.append(leveled)
        return replace(block, blocks=inner), above
    return block, above


def _block(block: Any) -> Iterator[Plain]:
    if isinstance(block, Heading):
        yield Head(block.level, printable(block.text), block.id, block.fresh)
    elif isinstance(block, Paragraph):
        yield Para(pieces_of(block.runs), block.role)
    elif isinstance(block, Items):
        if block.items:
            yield _entries(block.items, block.ordered, block.cards)
    elif isinstance(block, Table):
        if block.rows:
            yield _grid(block)
    elif isinstance(block, Own):
        yield Framed(printable(block.label), list(_own(block.markdown)))
    elif isinstance(block, Figure):
        yield Drawing(block.svg, printable(block.alt), block.width)
    elif isinstance(block, Photo):
        if block.jpeg:
            width = min(_WIDEST, _HIGHEST * block.width / block.height)
            yield Picture(b64decode(block.jpeg), printable(block.caption), width, width * block.height / block.width)
        yield Para(pieces_of(block.caption), "hint")


def pieces_of(runs: Runs) -> list[Piece]:
    return [piece for run in runs_of(runs) for piece in _run(run)]


def _run(run: Run) -> list[Piece]:
    if isinstance(run, Strong):
        return [Piece(printable(run.text), strong=True)]
    if isinstance(run, Link):
        text = printable(run.text)
        return [Piece(text, run.strong, href=run.to) if run.outside else Piece(text, run.strong, to=run.to)]
    if isinstance(run, Place):
        return [Piece(printable(run.text), run.strong, id=run.id)]
    if isinstance(run, str):
        return [Piece(printable(run))]
    words: list[Piece] = []
    for block in _own(run.markdown):  # within a cell or a line: its paragraphs one below the other
        for pieces in _texts(block):
            words += [Piece("\n"), *pieces] if words else pieces
    return words


def _texts(block: Plain) -> Iterator[Pieces]:
    if isinstance(block, Para):
        yield block.pieces
    elif isinstance(block, Head):
        yield [Piece(block.text, strong=True)]
    elif isinstance(block, Entries):
        for entry in block.entries:
            for n, pieces in enumerate(p for inner in entry.blocks for p in _texts(inner)):
                yield [Piece("– " if n == 0 else "   "), *pieces]
    elif isinstance(block, Framed):
        for inner in block.blocks:
            yield from _texts(inner)
    elif isinstance(block, Grid):
        for row in ([*block.columns], *block.rows):
            yield [piece for n, cell in enumerate(row) for piece in ([Piece(" · ")] if n else []) + list(cell)]


def _entries(items: Iterable[Item], ordered: bool, cards: bool) -> Entries:
    return Entries(
        [
            Entry([Para(pieces_of(item.runs)), *([_entries(item.under, False, False)] if item.under else [])], item.id)
            for item in items
        ],
        ordered,
        cards,
    )


def _grid(table: Table) -> Grid:
    columns = [pieces_of(column) for column in table.columns]
    rows = [[pieces_of(cell) for cell in row] for row in table.rows]
    words = [n for n in range(len(columns)) if n not in table.numbers]
    name = 0 if not columns else min(words, default=-1)
    return Grid(printable(table.label), columns, rows, table.numbers, _widths(columns, rows, table.numbers), name)


def _widths(columns: Sequence[Pieces], rows: Sequence[Sequence[Pieces]], numbers: frozenset[int]) -> list[int]:
    """Share the width by what stands in the columns: room for the longest word, the rest by the length of texts."""
    all_rows = [*([columns] if columns else []), *rows]
    texts = [
        ["".join(piece.text for piece in row[n]) for row in all_rows if n < len(row)]
        for n in range(max(len(row) for row in all_rows))
    ]
    if sum(max(map(len, column)) for column in texts) <= _NARROW:
        return [0] * len(texts)
    # Long names above figures would leave nothing to the words beside them: they go on in a second line.
    crowded = sum(max(map(len, column)) for n, column in enumerate(texts) if n in numbers) > _NARROW
    need = []
    for n, column in enumerate(texts):
        longest = max((len(word) for text in column for word in _WORDS.split(text)), default=1)
        mean = 0.0 if n in numbers and crowded else sum(map(len, column)) / len(column)
        need.append(max(min(longest, 16) + 2, min(mean, 80) ** 0.8, 4))
    return [0 if n in numbers and not crowded else max(4, round(100 * one / sum(need))) for n, one in enumerate(need)]


def millimetres(grid: Grid, whole: int = 170, letter: float = 2.3, beside: float = 4.6) -> list[float]:
    """Give the columns' widths for programs that set none by themselves, for letters so many millimetres wide.

    The letters are those of a wide font: whoever opens the file may not have ours. ``beside``: millimetres in a cell
    that its words leave free.
    """
    texts = [
        ["".join(piece.text for piece in row[n]) for row in (grid.columns, *grid.rows) if n < len(row)]
        for n in range(len(grid.widths))
    ]
    if not any(grid.widths):
        needed = [max(map(len, column)) * letter + beside for column in texts]
        return [width * min(1.0, whole / sum(needed)) for width in needed]
    longest = [max((len(word) for text in column for word in _WORDS.split(text)), default=1) for column in texts]
    fixed = [0 if width else max(longest[n] * letter + beside, 11) for n, width in enumerate(grid.widths)]
    words = sum(max(map(len, column)) * letter + beside for n, column in enumerate(texts) if grid.widths[n])
    tight = min(1.0, max(whole * 0.76, whole - words) / (sum(fixed) or 1))
    rest = (whole - sum(fixed) * tight) / (sum(grid.widths) or 1)
    return [rest * width if width else fixed[n] * tight for n, width in enumerate(grid.widths)]


def _own(markdown: str) -> Iterator[Plain]:
    made = to_html(printable(markdown))
    if made.strip():
        yield from _children(html.fragment_fromstring(made, create_parent="div"))


def _children(parent: Any) -> Iterator[Plain]:
    loose: list[Piece] = _loose(parent.text)
    for child in parent:
        if child.tag in _INLINE or child.tag in ("a", "br"):
            loose += list(_inline(child, Piece("")))
        else:
            if loose:
                yield Para(loose)
                loose = []
            yield from _element(child)
        loose += _loose(child.tail)
    if loose:
        yield Para(loose)


def _loose(text: str | None) -> list[Piece]:
    return [Piece(_spaced(text))] if text and text.strip() else []


def _element(element: Any) -> Iterator[Plain]:
    tag = element.tag
    if tag == "p":
        yield Para(_line(element))
    elif re.fullmatch("h[1-6]", tag):
        yield Head(int(tag[1]), "".join(piece.text for piece in _line(element)))
    elif tag in ("ul", "ol"):
        entries = [Entry(list(_children(child)) or [Para([])]) for child in element if child.tag == "li"]
        if entries:
            yield Entries(entries, tag == "ol")
    elif tag == "blockquote":
        yield Framed("", list(_children(element)))
    elif tag == "pre":
        yield Para([Piece(element.text_content().rstrip("\n"), code=True)], "code")
    elif tag == "hr":
        yield Rule()
    elif tag == "table":
        rows = [[_line(cell) for cell in row] for row in element.iter("tr")]
        headed = element.find("thead") is not None
        columns, rows = (rows[0], rows[1:]) if headed and rows else ([], rows)
        if rows:
            yield Grid("", columns, rows, frozenset(), _widths(columns, rows, frozenset()), -1)
    else:
        yield from _children(element)


def _line(element: Any) -> list[Piece]:
    pieces = list(_inside(element, Piece("")))
    return pieces[:-1] if pieces and pieces[-1].text == "\n" else pieces


def _inside(element: Any, style: Piece) -> Iterator[Piece]:
    if element.text:
        yield replace(style, text=_spaced(element.text))
    for child in element:
        yield from _inline(child, style)
        if child.tail:
            yield replace(style, text=_spaced(child.tail))


def _inline(element: Any, style: Piece) -> Iterator[Piece]:
    if element.tag == "br":
        yield Piece("\n")
        return
    if element.tag == "a":
        target = element.get("href", "")
        style = replace(style, to=target[1:]) if target.startswith("#") else replace(style, href=target)
    yield from _inside(element, replace(style, **_INLINE.get(element.tag, {})))


def _spaced(text: str) -> str:
    """A line's end within a paragraph is a space: breaks that count are pieces of their own."""
    return re.sub(r"\s*\n\s*", " ", text)
