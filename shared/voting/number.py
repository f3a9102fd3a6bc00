"""Sum up numbers that people gave, each a whole number of the last decimal's units. Exact.

Told are the median and the hinges (spread.py), the least and the most, and a histogram of at most eight bins. Bins
have a round width (1, 2 or 5 with noughts) and begin at its multiples. A few numbers that lie far out do not press all
others into one bin: where they would, what lies beyond Tukey's inner fences, one and a half times the middle half away
from a hinge, goes into a bin that is open at its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import count as numbers
from typing import Any

from .sectors import decimal, mean, told
from .spread import hinges, median

MOST_BINS = 8

Ballot = tuple[int | None, str | None]


def count(ballots: Iterable[Ballot], decimals: int, floor: int) -> dict[str, Any]:
    """Count ballots (units of the last decimal or None, sector or None); figures are told with their decimals."""
    ballots = list(ballots)
    counted = [(value, sector) for value, sector in ballots if value is not None]
    values = sorted(value for value, _ in counted)
    sectors = told(counted, floor) if told(ballots, floor) else None
    result: dict[str, Any] = {
        "rule": "number",
        "cast": len(ballots),
        "blank": len(ballots) - len(values),
        "n": len(values),
        "bins": _bins(values, decimals),
    }
    if values:
        low, high = hinges(values)
        exact = mean(values) / 10**decimals
        result |= {
            "median": written(median(values), decimals),
            "half": [written(low, decimals), written(high, decimals)],
            "least": written(values[0], decimals),
            "most": written(values[-1], decimals),
            "mean": decimal(exact, decimals + 1),
            "exact": str(exact),
        }
    if sectors:
        medians = {one: median([value for value, sector in counted if sector == one]) for one in sectors}
        result |= {"sectors": sectors, "by_sector": {one: written(value, decimals) for one, value in medians.items()}}
    return result


def written(units: Fraction | int, decimals: int) -> str:
    """Write a number of units, or of half units, exactly: 25 with one decimal is 2.5."""
    text = decimal(Fraction(units) / 10**decimals, decimals + 1)
    return text[:-1].rstrip(".") if text.endswith("0") else text


def _bins(values: Sequence[int], decimals: int) -> list[dict[str, Any]]:
    """Lay values into bins; ``least`` or ``most`` is missing where a bin is open."""
    if not values:
        return []
    low, high = hinges(values)
    reach = Fraction(3, 2) * (high - low)
    inner = [value for value in values if low - reach <= value <= high + reach]
    width = _width(values[0], values[-1], MOST_BINS)
    if _width(inner[0], inner[-1], MOST_BINS - 2) * 2 < width:  # those far out would hide how the others lie
        width = _width(inner[0], inner[-1], MOST_BINS - 2)
        first, last = inner[0] // width, inner[-1] // width
    else:
        first, last = values[0] // width, values[-1] // width
    bins = [_bin(values, i * width, (i + 1) * width - 1, decimals) for i in range(first, last + 1)]
    if values[0] < first * width:
        bins.insert(0, _bin(values, None, first * width - 1, decimals))
    if values[-1] >= (last + 1) * width:
        bins.append(_bin(values, (last + 1) * width, None, decimals))
    return bins


def _width(least: int, most: int, bins: int) -> int:
    """Find the smallest round width with which so many bins hold all from ``least`` to ``most``."""
    widths = (digit * int(10**power) for power in numbers() for digit in (1, 2, 5))
    return next(width for width in widths if most // width - least // width < bins)


def _bin(values: Sequence[int], least: int | None, most: int | None, decimals: int) -> dict[str, Any]:
    inside = [v for v in values if (least is None or v >= least) and (most is None or v <= most)]
    ends = {"least": least, "most": most}
    return {
        **{name: decimal(Fraction(end, 10**decimals), decimals) for name, end in ends.items() if end is not None},
        "n": len(inside),
    }
