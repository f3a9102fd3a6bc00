"""Places before and after, side by side, with a line for each that leads from the one to the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import escape

from ..tree import printable
from .bars import INK, LETTERS

WIDTH = 160  # mm of the drawing on paper
MOST = 20  # lines; more are a tangle
_ACROSS, _ROW, _HEAD, _NAMES = 640, 26, 30, 210  # units: the drawing, a row, the head, the room for names on a side
_FROM_RIGHT = "\u200f"  # a mark without a sign: the place stands where reading begins
_MOST_NAME = 25  # characters of a name
_STAYED, _MOVED = "#85745b", "#14564a"


@dataclass(frozen=True)
class Move:
    """From one place to another, counted from 1; several may share one."""

    name: str
    before: int
    after: int


def slopes(moves: Sequence[Move], alt: str, before: str, after: str, *, rtl: bool = False) -> str:
    """Draw moves between a column headed ``before`` and one headed ``after``. Right to left the drawing is mirrored."""
    rows = (
        sorted(range(len(moves)), key=lambda n: (moves[n].before, n)),
        sorted(range(len(moves)), key=lambda n: (moves[n].after, moves[n].before, n)),
    )
    at = (_ACROSS - _NAMES, _NAMES) if rtl else (_NAMES, _ACROSS - _NAMES)
    drawn = [_text(head, x, 16, 'font-weight="700"') for head, x in zip((before, after), at, strict=True)]
    for n, move in enumerate(moves):
        look = (_MOVED, 3) if move.before != move.after else (_STAYED, 1.5)
        ends = [(x, _HEAD + (row.index(n) + 0.5) * _ROW) for x, row in zip(at, rows, strict=True)]
        (x1, y1), (x2, y2) = ends
        drawn.append(f'<path d="M{x1} {y1}L{x2} {y2}" stroke="{look[0]}" stroke-width="{look[1]}"/>')
        for (x, y), place in zip(ends, (move.before, move.after), strict=True):
            drawn.append(f'<circle cx="{x}" cy="{y}" r="4" fill="{look[0]}"/>')
            drawn.append(_text(f"{_FROM_RIGHT if rtl else ''}{place}. {_short(move.name)}", x, y + 4.5))
    height = _HEAD + _ROW * len(moves) + 6
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" direction="ltr" viewBox="0 0 {_ACROSS} {height}" role="img" '
        f'aria-label="{escape(printable(alt))}" font-family="{LETTERS}" font-size="13">{"".join(drawn)}</svg>'
    )


def _text(text: str, x: float, y: float, more: str = "") -> str:
    """Write beside a column, on the side where no lines are."""
    on_left = x < _ACROSS / 2
    place = f'x="{x - 10 if on_left else x + 10}" y="{y}" text-anchor="{"end" if on_left else "start"}"'
    return f'<text {place} fill="{INK}" {more}>{escape(printable(text))}</text>'


def _short(name: str) -> str:
    return name if len(name) <= _MOST_NAME else name[: _MOST_NAME - 1].rstrip() + "…"
