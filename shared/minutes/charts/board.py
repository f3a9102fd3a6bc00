"""A board of cards in groups, drawn as it hung on the wall; what does not fit on one picture hangs on the next."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import escape

from ..tree import printable
from .bars import INK, LETTERS, ordered

WIDTH = 160  # mm of the drawing on paper
_ACROSS, _LOW, _HIGH = 640, 400, 880  # units of the drawing, and how high it may be: up to a page
_TOP, _GAP, _EDGE = 34, 12, 8
_COLUMNS = 3
_COLUMN = (_ACROSS - _GAP * (_COLUMNS - 1)) // _COLUMNS
_CHARACTERS, _MOST_LINES = 25, 5  # of a card; longer words stand in full above the picture
_LINE, _HEAD_LINE = 15, 17
_ACCENT, _EDGE_OF_CARD, _BOARD = "#14564a", "#85745b", "#f4efe4"


@dataclass(frozen=True)
class Hung:
    """A group as it hangs: its name and what stands on its cards. A loose one was set aside, or is no group."""

    name: str
    cards: Sequence[str]
    loose: bool = False
    counted: bool = False  # its name tells how many cards


@dataclass(frozen=True)
class _Placed:
    group: Hung
    column: int
    y: int


def boards(groups: Sequence[Hung], title: str, where: str, alt: str, *, rtl: bool = False) -> list[str]:
    """Draw groups column by column, each where there is most room; right to left the drawing is mirrored.

    ``title`` and ``where`` stand in the frame; where there are several pictures ``alt`` and ``title`` are counted.
    """
    pages = list(_pages(groups, _HIGH))
    lower = (list(_pages(groups, high)) for high in range(_LOW, _HIGH, 40))
    pages = next((some for some in lower if len(some) == len(pages)), pages)  # filled alike, where there are several
    drawn = []
    for n, page in enumerate(pages, start=1):
        of = f" ({n}/{len(pages)})" if len(pages) > 1 else ""
        drawn.append(_picture(page, title + of, where, alt + of, rtl))
    return drawn


def _pages(groups: Sequence[Hung], high: int) -> Iterator[list[_Placed]]:
    filled = [_TOP] * _COLUMNS
    page: list[_Placed] = []
    for group in (part for whole in groups for part in _parts(whole, high)):
        column = min(range(_COLUMNS), key=lambda n: filled[n])
        if page and filled[column] + _height(group) > high:
            yield page
            filled, page, column = [_TOP] * _COLUMNS, [], 0
        page.append(_Placed(group, column, filled[column]))
        filled[column] += _height(group) + _GAP
    if page:
        yield page


def _parts(group: Hung, high: int) -> Iterator[Hung]:
    """Part a group that is higher than a picture."""
    cards: list[str] = []
    for card in group.cards:
        if cards and _height(replace(group, cards=[*cards, card])) > high - _TOP:
            yield replace(group, cards=cards)
            cards = []
        cards.append(card)
    yield replace(group, cards=cards)


def _height(group: Hung) -> int:
    return 2 * _EDGE + _HEAD_LINE * len(_named(group)) + sum(_of_card(card) + _EDGE for card in group.cards)


def _of_card(card: str) -> int:
    return _LINE * len(_lines(card)) + _EDGE


@lru_cache(maxsize=8192)  # boards are laid out at several heights before one is drawn
def _lines(text: str, characters: int = _CHARACTERS) -> tuple[str, ...]:
    told = " ".join(printable(text).split())
    return tuple(textwrap.wrap(told, characters, max_lines=_MOST_LINES, placeholder=" …")) or ("",)


def _named(group: Hung) -> tuple[str, ...]:
    return _lines(group.name, _CHARACTERS - 2)


def _picture(page: Sequence[_Placed], title: str, where: str, alt: str, rtl: bool) -> str:
    high = max(placed.y + _height(placed.group) for placed in page) + _EDGE
    drawn = "".join(_group(placed, rtl) for placed in page)
    name = _short(title, 48)
    beside = _short(where, (_ACROSS - 10 * len(name)) // 7)  # as much as has room beside it
    frame = _text(name, 0, 20, 14, rtl, bold=True) + _text(beside, _ACROSS, 20, 11, rtl, end=True)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" direction="ltr" viewBox="-1 0 {_ACROSS + 2} {high}" role="img" '
        f'aria-label="{escape(printable(alt))}" font-family="{LETTERS}">{frame}{drawn}</svg>'
    )


def _group(placed: _Placed, rtl: bool) -> str:
    group, at, y = placed.group, placed.column * (_COLUMN + _GAP), placed.y
    dashed = ' stroke-dasharray="5 4"' if group.loose else ""
    drawn = _box(at, y, _COLUMN, _height(group), _BOARD, rtl, f'stroke="{_ACCENT}"{dashed}')
    y += _EDGE
    for line in _named(group):
        y += _HEAD_LINE
        drawn += _text(line, at + _EDGE, y - 4, 12, rtl, bold=True)
    for card in group.cards:
        y += _EDGE
        drawn += _box(at + _EDGE, y, _COLUMN - 2 * _EDGE, _of_card(card), "#fff", rtl, f'stroke="{_EDGE_OF_CARD}"')
        for n, line in enumerate(_lines(card), start=1):
            drawn += _text(line, at + 2 * _EDGE, y + _LINE * n, 11, rtl)
        y += _of_card(card)
    return drawn


def _box(at: int, y: int, wide: int, high: int, fill: str, rtl: bool, look: str) -> str:
    x = _ACROSS - at - wide if rtl else at
    return f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="4" fill="{fill}" {look}/>'


def _text(text: str, at: int, y: int, size: int, rtl: bool, *, bold: bool = False, end: bool = False) -> str:
    """Write a line that begins, or ends, ``at`` units from where lines of the language begin."""
    x, anchor = (_ACROSS - at if rtl else at), ("start" if rtl == end else "end")
    weight = ' font-weight="700"' if bold else ""
    look = f'fill="{INK}" font-size="{size}" text-anchor="{anchor}"{weight}'
    return f'<text x="{x}" y="{y}" {look}>{escape(ordered(text, rtl))}</text>'


def _short(text: str, most: int) -> str:
    return textwrap.shorten(printable(text), most, placeholder=" …")
