"""Points between two axes, each with a letter; what the letters stand for is told beside the drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

from ..tree import printable
from .bars import INK, LETTERS

WIDTH = 120  # mm of the drawing on paper
_SIDE, _LEFT, _TOP, _ACROSS, _HIGH = 640, 44, 12, 580, 420  # units: the drawing, and the field within it
_HEIGHT = _TOP + _HIGH + 48
_ROUND = 11  # the radius of a point
_QUIET = "#85745b"


@dataclass(frozen=True)
class Point:
    """``x`` and ``y`` from 0 to 100."""

    letter: str
    x: float
    y: float


def axes(points: Sequence[Point], alt: str, across: str, upward: str, line: float, *, rtl: bool = False) -> str:
    """Draw points in a field from 0 to 100; dashed lines stand at ``line``. Right to left the drawing is mirrored.

    A point that would lie on another one stands beside its place, with a line that leads there.
    """
    drawn = [_field(line, rtl), *_named(across, upward, rtl)]
    taken: list[tuple[float, float]] = []
    for point in points:
        place = (_at_x(point.x, rtl), _at_y(point.y))
        stands = next((p for p in _around(place) if _inside(p) and all(_apart(p, other) for other in taken)), place)
        taken.append(stands)
        drawn.append(_point(point.letter, place, stands))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" direction="ltr" viewBox="0 0 {_SIDE} {_HEIGHT}" role="img" '
        f'aria-label="{escape(printable(alt))}" font-family="{LETTERS}" font-size="13">{"".join(drawn)}</svg>'
    )


def _at_x(x: float, rtl: bool) -> float:
    at = _LEFT + _ACROSS * x / 100
    return _SIDE - at if rtl else at


def _at_y(y: float) -> float:
    return _TOP + _HIGH * (1 - y / 100)


def _around(place: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """List places further and further away: to the sides first, for names of axes stand above and below."""
    x, y = place
    yield place
    for step in range(1, 12):
        far = step * (2 * _ROUND + 2)
        yield from ((x + far, y), (x - far, y), (x, y - far), (x, y + far))


def _inside(place: tuple[float, float]) -> bool:
    return _ROUND <= place[0] <= _SIDE - _ROUND and _ROUND <= place[1] <= _TOP + _HIGH


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 >= (2 * _ROUND) ** 2


def _field(line: float, rtl: bool) -> str:
    left = _SIDE - _LEFT - _ACROSS if rtl else _LEFT
    x, y = round(_at_x(line, rtl), 1), round(_at_y(line), 1)
    dashed = f'stroke="{_QUIET}" stroke-dasharray="5 4"'
    return (
        f'<rect x="{left}" y="{_TOP}" width="{_ACROSS}" height="{_HIGH}" fill="#fff" stroke="{_QUIET}"/>'
        f'<path d="M{x} {_TOP}V{_TOP + _HIGH}" {dashed}/><path d="M{left} {y}H{left + _ACROSS}" {dashed}/>'
    )


def _named(across: str, upward: str, rtl: bool) -> list[str]:
    """Name the axes and their ends: across below the field, upward along its side."""
    foot = _TOP + _HIGH
    side = _SIDE - 12 if rtl else 12
    turned = f'transform="rotate(-90 {side} {foot / 2})"'
    ends = [
        _text("0", _at_x(0, rtl), foot + 18),
        _text("100", _at_x(100, rtl), foot + 18),
        _text("0", _at_x(-2.5, rtl), foot),
        _text("100", _at_x(-2.5, rtl), _TOP + 10),
    ]
    middle = _at_x(50, rtl)
    return [*ends, _text(across, middle, foot + 36), _text(upward, side, foot / 2, turned)]


def _text(text: str, x: float, y: float, more: str = "") -> str:
    place = f'x="{round(x, 1)}" y="{round(y, 1)}" fill="{INK}" text-anchor="middle"'
    return f"<text {place} {more}>{escape(printable(text))}</text>"


def _point(letter: str, place: tuple[float, float], stands: tuple[float, float]) -> str:
    (x, y), (at_x, at_y) = ((round(a, 1), round(b, 1)) for a, b in (place, stands))
    leads = f'<path d="M{x} {y}L{at_x} {at_y}" stroke="{INK}"/>' if (x, y) != (at_x, at_y) else ""
    return (
        f'{leads}<circle cx="{at_x}" cy="{at_y}" r="{_ROUND}" fill="{INK}"/>'
        f'<text x="{at_x}" y="{at_y + 4.5}" fill="#fff" font-weight="700" text-anchor="middle">{escape(letter)}</text>'
    )
