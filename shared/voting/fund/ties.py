"""How level measures are told apart: the cheaper first, then the one that more people support, then the lot.

The lot is one number, fixed before anybody votes. Whoever knows it and the measures' ids can work its order out again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..lot import drawn


@dataclass(frozen=True)
class Ties:
    """Tells level measures apart by cost, supporters, and the lot that ``number`` names."""

    costs: Mapping[str, int]
    supporters: Mapping[str, int]
    number: int

    def key(self, id: str) -> tuple[int, int, str]:
        """Order level measures: the least key comes first."""
        return self.costs[id], -self.supporters[id], drawn(self.number, id)

    def reason(self, level: Sequence[str]) -> str:
        """Say what puts the first of level measures before the rest: "cost", "supporters", "lot"; "" for just one."""
        if len(level) < 2:
            return ""
        first, second = sorted(self.key(id) for id in level)[:2]
        return "cost" if first[0] != second[0] else "supporters" if first[1] != second[1] else "lot"
