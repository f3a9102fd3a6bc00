"""How many have voted or filled in their paper, in steps: nobody reads from the wall who has just voted.

The number moves when eight more ballots are in, or three more and two seconds have passed. Once everybody has voted, or
the vote is closed, it is exact.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass

_CROWD = 8
_FEW = 3
_PATIENCE = 2.0  # seconds


@dataclass
class _Shown:
    cast: int
    at: float


class Turnout:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._shown: dict[Hashable, _Shown] = {}

    def step(self, number: Hashable, cast: int, of: int, exact: bool = False) -> int | None:
        """Answer with the number to show for ``cast`` ballots of ``of`` seats, None where it stays as it is."""
        now, shown = self._clock(), self._shown.get(number)
        if shown is None:
            first = cast if exact or cast >= of > 0 else cast - cast % _FEW
            self._shown[number] = _Shown(first, now)
            return first
        more = cast - shown.cast
        if not more:
            return None
        if exact or cast >= of or more < 0 or more >= _CROWD or (more >= _FEW and now - shown.at >= _PATIENCE):
            self._shown[number] = _Shown(cast, now)
            return cast
        return None

    def shown(self, number: Hashable) -> int | None:
        shown = self._shown.get(number)
        return shown.cast if shown else None

    def waits(self, number: Hashable, cast: int) -> bool:
        """Say whether time alone would let the number move."""
        shown = self._shown.get(number)
        return shown is not None and cast - shown.cast >= _FEW
