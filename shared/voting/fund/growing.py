"""Tests that remember for how many further raises of all shares their answers hold.

Raising each share by one unit and counting anew, up to millions of times, gives the same outcome over long stretches.
All numbers of a count grow evenly with the raise: each is what it is now, and ``slope`` more for every unit. A count
that knows how far each of its answers holds lets those stretches be stepped over, exactly. Whole numbers only.
"""

from __future__ import annotations


class Watch:
    """Tests growing numbers as they are now; ``holds_for`` more units leave all answers as they are (None: any)."""

    def __init__(self) -> None:
        self.holds_for: int | None = None

    def not_below(self, now: int, slope: int) -> bool:
        """Say whether a number is zero or more."""
        if now >= 0:
            if slope < 0:
                self._only(now // -slope)
            return True
        if slope > 0:
            self._only((-now - 1) // slope)
        return False

    def sign(self, now: int, slope: int) -> int:
        """Say whether a number is below zero (-1), zero (0) or above (1)."""
        if not self.not_below(now, slope):
            return -1
        if now == 0:
            if slope:
                self._only(0)
            return 0
        self.not_below(now - 1, slope)
        return 1

    def _only(self, units: int) -> None:
        if self.holds_for is None or units < self.holds_for:
            self.holds_for = units
