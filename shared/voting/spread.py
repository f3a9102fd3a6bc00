"""Where the middle of some numbers lies, and how far they lie apart: median, hinges, mean. Exact.

The hinges are those of J. W. Tukey, Exploratory Data Analysis (1977): the medians of the lower and of the upper half,
where the median itself, if it is one of the numbers, belongs to both halves.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Number = Fraction | int


def middles(values: Sequence[Number]) -> tuple[Number, Number]:
    """Give the lower and the upper median of one or more numbers; they are the same where the count is odd."""
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]


def median(values: Sequence[Number]) -> Fraction:
    """Give the median: halfway between the lower and the upper one."""
    return Fraction(sum(middles(values), Fraction(0))) / 2


def hinges(values: Sequence[Number]) -> tuple[Fraction, Fraction]:
    """Give the lower and the upper hinge; between them lies the middle half."""
    ordered = sorted(values)
    half = (len(ordered) + 1) // 2
    return median(ordered[:half]), median(ordered[-half:])
