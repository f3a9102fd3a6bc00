"""Bars side by side: how many for each of several, stacked by sector where that is told."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import escape

from shared.domain.records import Sector

from ..tree import printable

WIDTH = 160  # mm of the drawing on paper
_ACROSS, _ROW, _BAR, _LEGEND = 640, 44, 16, 26  # units of the drawing
_LEAST_FIGURE, _CHARACTER = 60, 8.2  # room beside the longest bar for its figure, and what a character takes
_MOST_LABEL = 78  # characters that stand in one line
_LOOKS = {  # a colour for the screen, and marks that tell them apart in black and white
    Sector.PRIVATE: ("#143f7a", ""),
    Sector.PUBLIC: (
        "#c05200",
        '<path d="M0 6L6 0M-1.5 1.5L1.5-1.5M4.5 7.5L7.5 4.5" stroke="#fff" stroke-width="1.2"/>',
    ),
    Sector.SEMI_PUBLIC: ("#2a8558", '<circle cx="3" cy="3" r="1.1" fill="#fff"/>'),
}
_PLAIN = "#14564a"
INK = "#1f1a13"
LETTERS = "Noto Sans, Noto Sans Variable, Noto Sans Arabic, Noto Sans Arabic Variable, sans-serif"


@dataclass(frozen=True)
class Bar:
    """``n`` for what ``label`` names; ``parts`` by sector add up to it, or are empty.

    ``figure`` is what stands beside the bar, ``n`` where it is empty. A hollow bar is one that does not count.
    """

    label: str
    n: int
    parts: Mapping[Sector, int] = field(default_factory=dict)
    figure: str = ""
    hollow: bool = False

    @property
    def said(self) -> str:
        return self.figure or str(self.n)


class _Fills:
    """What fills bars, by sector; patterns bear names of their own in each drawing, for several stand on one page."""

    def __init__(self, alt: str) -> None:
        self.mark = hashlib.sha256(printable(alt).encode()).hexdigest()[:8]

    def of(self, sector: Sector | None) -> str:
        if sector is None:
            return _PLAIN
        colour, marks = _LOOKS[sector]
        return f"url(#{sector}-{self.mark})" if marks else colour

    def pattern(self, sector: Sector) -> str:
        colour, marks = _LOOKS[sector]
        return (
            f'<pattern id="{sector}-{self.mark}" width="6" height="6" patternUnits="userSpaceOnUse">'
            f'<rect width="6" height="6" fill="{colour}"/>{marks}</pattern>'
        )


def bars(rows: Sequence[Bar], alt: str, names: Mapping[Sector, str], *, rtl: bool = False) -> str:
    """Draw bars from nought on, the longest across the whole drawing; ``names`` call the sectors in a legend.

    Right to left the drawing is mirrored. There must be at least one bar with a length.
    """
    most = max(row.n for row in rows)
    room = _ACROSS - max(_LEAST_FIGURE, round(12 + _CHARACTER * max(len(row.said) for row in rows)))
    sectors = [sector for sector in Sector if any(sector in row.parts for row in rows)]
    top = _LEGEND if sectors else 0
    height = top + _ROW * len(rows)
    fills = _Fills(alt)
    drawn = [_legend(sectors, names, fills, rtl)] if sectors else []
    for place, row in enumerate(rows):
        drawn += _bar(row, top + place * _ROW, most, room, fills, rtl)
    patterns = "".join(fills.pattern(sector) for sector in sectors if _LOOKS[sector][1])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" direction="ltr" viewBox="0 0 {_ACROSS} {height}" role="img" '
        f'aria-label="{escape(printable(alt))}" font-family="{LETTERS}" font-size="13">'
        f"<defs>{patterns}</defs>{''.join(drawn)}</svg>"
    )


def _bar(row: Bar, y: int, most: int, room: int, fills: _Fills, rtl: bool) -> list[str]:
    drawn = [_text(_short(row.label), 0, y + 14, rtl)]
    done = 0
    for sector, n in _parts(row):
        start, end = round(done * room / most), round((done + n) * room / most)
        x = _ACROSS - end if rtl else start
        look = f'fill="none" stroke="{_PLAIN}"' if row.hollow else f'fill="{fills.of(sector)}"'
        drawn.append(f'<rect x="{x}" y="{y + 20}" width="{end - start}" height="{_BAR}" {look}/>')
        done += n
    drawn.append(_text(row.said, round(row.n * room / most) + 6, y + 33, rtl, bold=True))
    return drawn


def _parts(row: Bar) -> list[tuple[Sector | None, int]]:
    if not row.parts:
        return [(None, row.n)]
    return [(sector, row.parts[sector]) for sector in Sector if row.parts.get(sector)]


def _legend(sectors: Sequence[Sector], names: Mapping[Sector, str], fills: _Fills, rtl: bool) -> str:
    drawn = ""
    for place, sector in enumerate(sectors):
        at = place * 190
        x = _ACROSS - at - 14 if rtl else at
        drawn += f'<rect x="{x}" y="2" width="14" height="14" fill="{fills.of(sector)}"/>'
        drawn += _text(names[sector], at + 20, 14, rtl)
    return drawn


def _text(text: str, at: int, y: int, rtl: bool, bold: bool = False) -> str:
    """Write a line that begins ``at`` units from where lines of the language begin."""
    x, anchor = (_ACROSS - at, "end") if rtl else (at, "start")
    weight = ' font-weight="700"' if bold else ""
    words = escape(ordered(printable(text), rtl))
    return f'<text x="{x}" y="{y}" fill="{INK}" text-anchor="{anchor}"{weight}>{words}</text>'


def ordered(text: str, rtl: bool) -> str:
    """Let a line run from right to left as a whole, whatever letters it begins with: a drawing itself does not."""
    return f"\u2067{text}\u2069" if rtl else text


def _short(label: str) -> str:
    label = " ".join(label.split())
    return label if len(label) <= _MOST_LABEL else f"{label[:_MOST_LABEL].rstrip()} …"
