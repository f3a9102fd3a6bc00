"""When results may be told by sector, and how exact numbers are written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)


def told(ballots: Iterable[tuple[Any, str | None]], floor: int) -> dict[str, int] | None:
    """Count ballots a sector, in the order of their names; None where nothing may be told by sector.

    A ballot is (choices, sector or None). Every present sector needs ``floor`` ballots, and every ballot a sector: what
    is told of the others would give a smaller one away.
    """
    sectors = [sector for _, sector in ballots]
    counted = Counter(sector for sector in sectors if sector is not None)
    if not counted or sum(counted.values()) != len(sectors) or min(counted.values()) < floor:
        return None
    return dict(sorted(counted.items()))


def mean(values: Sequence[Fraction | int]) -> Fraction:
    """Give the exact mean of one or more numbers."""
    return Fraction(sum(values, Fraction(0))) / len(values)


def decimal(value: Fraction | int, digits: int = 2) -> str:
    """Write a number with ``digits`` decimals, halves rounded away from zero: -1/8 -> "-0.13"."""
    scaled = (abs(Fraction(value)) * 10**digits * 2 + 1) // 2
    whole, part = divmod(int(scaled), 10**digits)
    sign = "-" if value < 0 and scaled else ""
    return f"{sign}{whole}.{part:0{digits}d}" if digits else f"{sign}{whole}"


def percent(share: Fraction, digits: int = 2) -> str:
    """Write a share as a percentage with ``digits`` decimals: 1/8 -> "12.50"."""
    return decimal(share * 100, digits)


def places(values: Mapping[K, Any]) -> dict[K, int]:
    """Give each key its place by value, highest first; level ones share one and the next is skipped (1, 2, 2, 4)."""
    return {key: 1 + sum(other > value for other in values.values()) for key, value in values.items()}


def levels(values: Mapping[K, Any]) -> list[list[K]]:
    """List the keys level by level, highest value first, so that level ones in another sequence are no difference."""
    order = sorted(set(values.values()), reverse=True)
    return [sorted((key for key, value in values.items() if value == level), key=repr) for level in order]
