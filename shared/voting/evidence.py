"""Count the evidence for location factors: each source once a factor, by sector, and how far it can be relied on.

Triangulation: what several sources of more than one sector tell is surer than what one says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HIGH, MEDIUM = 5, 3  # sources
SECTORS_FOR_HIGH = 2


@dataclass(frozen=True)
class Told:
    """What one source says of some factors; ``source`` is the same for all that one interview told."""

    factors: Sequence[str]
    source: str
    sector: str | None


@dataclass(frozen=True)
class Evidence:
    sources: int
    by_sector: dict[str, int]  # sources whose sector is known
    confidence: str  # high | medium | low


NONE = Evidence(0, {}, "low")


def count(told: Iterable[Told]) -> dict[str, Evidence]:
    """Give the evidence for each factor that any source names.

    A source that stands under two sectors is counted once, under the first in the order of their names.
    """
    sources: dict[str, dict[str, set[str]]] = {}
    for one in told:
        for factor in one.factors:
            sectors = sources.setdefault(factor, {}).setdefault(one.source, set())
            if one.sector is not None:
                sectors.add(one.sector)
    return {factor: _evidence([min(s) if s else None for s in of.values()]) for factor, of in sorted(sources.items())}


def _evidence(sectors: Sequence[str | None]) -> Evidence:
    known = [sector for sector in sectors if sector is not None]
    by_sector = {sector: known.count(sector) for sector in sorted(set(known))}
    if len(sectors) >= HIGH and len(by_sector) >= SECTORS_FOR_HIGH:
        confidence = "high"
    else:
        confidence = "medium" if len(sectors) >= MEDIUM else "low"
    return Evidence(len(sectors), by_sector, confidence)
