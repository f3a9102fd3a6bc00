"""What measures had brought by the end of a quarter: frozen once, and told apart from what was corrected later.

A picture keeps what each measure gave to each figure, so that a later difference leads to the measures it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta

from ..changes import Refused
from ..sustainability import Rate, rate

OFFERED = 8  # quarters that can still be frozen, back from today


@dataclass(frozen=True)
class Picture:
    """A region at the end of a quarter; all values in hundredths.

    ``values``: by indicator, what each measure gives to it. ``twice``: by indicator, what to take off because people or
    firms stand behind several measures. ``verdicts``: of each measure whose first check was due.
    """

    values: dict[str, dict[str, int]] = field(default_factory=dict)
    twice: dict[str, int] = field(default_factory=dict)
    verdicts: dict[str, str] = field(default_factory=dict)

    def figure(self, code: str) -> int | None:
        """Add an indicator up; None where no measure has reported it."""
        of = self.values.get(code)
        return sum(of.values()) - self.twice.get(code, 0) if of else None

    @property
    def rate(self) -> Rate:
        return rate(self.verdicts.values())


@dataclass(frozen=True)
class Difference:
    """What one measure, or all ("") of a place, gives to a figure now, and gave when it was frozen.

    In hundredths; None where nothing was reported.
    """

    entry: str
    code: str
    was: int | None
    now: int | None

    @property
    def by(self) -> int | None:
        return None if self.was is None and self.now is None else (self.now or 0) - (self.was or 0)


def quarter_of(day: str) -> str:
    """Name the quarter of an ISO day, such as 2026-Q3."""
    return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"


def last_day(quarter: str) -> str:
    """Give the ISO day with which a quarter ends, or refuse what names none."""
    if not re.fullmatch(r"[1-9]\d{3}-Q[1-4]", quarter):
        raise Refused("invalid", "form_choice")
    year, n = int(quarter[:4]), int(quarter[-1])
    return (date(year + n // 4, 3 * n % 12 + 1, 1) - timedelta(days=1)).isoformat()


def to_freeze(today: str, frozen: Collection[str]) -> list[str]:
    """Name the quarters that have ended and are not frozen, the newest first."""
    found, day = [], date.fromisoformat(today)
    for _ in range(OFFERED):
        day = day.replace(day=1, month=3 * ((day.month - 1) // 3) + 1) - timedelta(days=1)
        found.append(quarter_of(day.isoformat()))
    return [quarter for quarter in found if quarter not in frozen]


def together(pictures: Collection[Picture], twice: dict[str, int]) -> Picture:
    """Put regions together; ``twice`` says what to take off over all of them."""
    values: dict[str, dict[str, int]] = {}
    verdicts: dict[str, str] = {}
    for picture in pictures:
        verdicts |= picture.verdicts
        for code, of in picture.values.items():
            values.setdefault(code, {}).update(of)
    return Picture(values, twice, verdicts)


def differences(then: Picture, now: Picture) -> list[Difference]:
    """List what measures give to figures differently now, by indicator and measure."""
    found = []
    for code in sorted(then.values.keys() | now.values.keys()):
        was, is_now = then.values.get(code, {}), now.values.get(code, {})
        for entry in sorted(was.keys() | is_now.keys()):
            if was.get(entry) != is_now.get(entry):
                found.append(Difference(entry, code, was.get(entry), is_now.get(entry)))
    return found


def changed_verdicts(then: Picture, now: Picture) -> list[tuple[str, str, str]]:
    """List the measures of which a check says something else now: id, verdict then, verdict now ("" for none)."""
    entries = sorted(then.verdicts.keys() | now.verdicts.keys())
    pairs = [(id, then.verdicts.get(id, ""), now.verdicts.get(id, "")) for id in entries]
    return [(id, was, is_now) for id, was, is_now in pairs if was != is_now]
