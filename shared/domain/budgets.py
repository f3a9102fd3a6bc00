"""A measure's budget, line by line: what was planned, what was spent, how far they lie apart. In hundredths, exact."""

from __future__ import annotations

from dataclasses import dataclass

from .records import Measure
from .register.indicators import hundredths


@dataclass(frozen=True)
class Money:
    """A measure's budget over all its lines, in hundredths; ``spent`` over the ``known`` of its ``lines``."""

    planned: int
    spent: int
    known: int
    lines: int

    @property
    def difference(self) -> int | None:
        """What was spent beyond the plan, below nought what was saved; None while a line is not told or disputed."""
        return self.spent - self.planned if self.known == self.lines else None


def money(measure: Measure) -> Money | None:
    """Add a measure's budget up; None where it has no lines. What is disputed is not known."""
    if not measure.budget:
        return None
    told = [measure.reached.get(row["id"], {}) for row in measure.budget]
    known = [one["value"] for one in told if one.get("value") and one.get("state") != "disputed"]
    planned = sum(hundredths(row["planned"], False) for row in measure.budget)
    return Money(planned, sum(hundredths(value, False) for value in known), len(known), len(measure.budget))
