"""Minutes as sheets of a workbook: what each part lists, and all cards in one; nothing that minutes do not show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .plain import Entries, Entry, Framed, Grid, Head, Para, Piece, Plain, plain
from .tree import LEFT_TO_RIGHT, Document

_FIGURE = re.compile(r"[-−+]?\d{1,15}(?:\.\d{1,9})?")
_LONGEST_NAME = 31  # characters in a sheet's name
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")

Cell = str | int | float


@dataclass(frozen=True)
class Listed:
    """One table: its head may be empty."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass
class Page:
    """One sheet: tables one below the other."""

    name: str
    tables: list[Listed] = field(default_factory=list)


def pages(document: Document) -> list[Page]:
    """Lay a document's tables out on sheets, named by the parts in which they stand; cards come last."""
    names: set[str] = set()
    made: list[Page] = []
    cards: list[list[Cell]] = []
    part = step = group = ""
    current: Page | None = None
    for block in _flat(plain(document)):
        if isinstance(block, Head):
            if block.level <= 3:
                part, group, current = block.text, "", None
                step = part if block.level == 3 else ""
            else:
                group = block.text
        elif isinstance(block, Entries) and block.cards:
            cards += [[step, group, *_card(entry)] for entry in block.entries]
        elif isinstance(block, Grid | Entries):
            if current is None:
                current = Page(_named(part, names))
                made.append(current)
            listed = _listed(block) if isinstance(block, Grid) else Listed([], [_card(e)[:1] for e in block.entries])
            current.tables.append(listed)
    if cards:
        columns = [document.words[name] for name in ("step", "group", "card", "stacked")]
        made.append(Page(_named(document.words["cards"], names), [Listed(columns, cards)]))
    return made


def _flat(blocks: Iterable[Plain]) -> Iterable[Plain]:
    for block in blocks:
        if isinstance(block, Framed):
            yield from _flat(block.blocks)
        else:
            yield block


def _listed(grid: Grid) -> Listed:
    rows = [[_value(cell, n in grid.numbers) for n, cell in enumerate(row)] for row in grid.rows]
    return Listed([_text(column) for column in grid.columns], rows)


def _value(pieces: Sequence[Piece], number: bool) -> Cell:
    """Give a figure as a number where it stands in a column of figures, everything else as text."""
    text = _text(pieces)
    if number:
        text = text.removeprefix(LEFT_TO_RIGHT)
    if not number or not _FIGURE.fullmatch(text):
        return text
    plain_text = text.replace("−", "-")
    return float(plain_text) if "." in plain_text else int(plain_text)


def _card(entry: Entry) -> list[Cell]:
    """Give a card's text, and what lies under it, a line each."""
    own = [_text(block.pieces) for block in entry.blocks if isinstance(block, Para)]
    under = [
        _text(block.pieces)
        for inner in entry.blocks
        if isinstance(inner, Entries)
        for below in inner.entries
        for block in below.blocks
        if isinstance(block, Para)
    ]
    return ["\n".join(own), "\n".join(under)]


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _named(text: str, taken: set[str]) -> str:
    """Make a name that a sheet may bear, and no other sheet does."""
    base = _NOT_IN_NAMES.sub(" ", text).strip().strip("'") or "1"
    name, n = base[:_LONGEST_NAME].strip(), 1
    while name.casefold() in taken:
        n += 1
        end = f" {n}"
        name = base[: _LONGEST_NAME - len(end)].strip() + end
    taken.add(name.casefold())
    return name
