"""Corrections of a saved version of minutes: for some days whoever has the link remarks on its passages. Pure rules.

Times are in ms since 1970.
"""

from __future__ import annotations

from dataclasses import dataclass

from .changes import Refused
from .text import block, line

DAYS, MOST_DAYS = 5, 30
MOST_TEXT, MOST_NAME = 2000, 80
MOST_REMARKS, MOST_OF_ONE = 1000, 50  # on one version: of all, of one browser
STATES = ("open", "accepted", "declined")
_DAY = 24 * 3600 * 1000


@dataclass(frozen=True)
class Window:
    """From when until when a version takes remarks."""

    opened_at: int
    closes_at: int

    def takes(self, now: int) -> bool:
        return self.opened_at <= now < self.closes_at


def open_for(days: str, now: int, *, sealed: bool) -> Window:
    """Open a version for so many days."""
    if sealed:
        raise Refused("phase_closed", "version_sealed")
    if not (days.isascii() and days.isdigit() and len(days) <= 2 and 1 <= int(days) <= MOST_DAYS):
        raise Refused("invalid", "correction_days", most=MOST_DAYS)
    return Window(now, now + int(days) * _DAY)


def remark(text: str, name: str, window: Window, now: int, *, sealed: bool, all: int, own: int) -> tuple[str, str]:
    """Take a remark where ``all`` stand on the version and ``own`` are of the same browser; give text and name."""
    if sealed:
        raise Refused("phase_closed", "version_sealed")
    if not window.takes(now):
        raise Refused("phase_closed", "correction_over")
    if all >= MOST_REMARKS or own >= MOST_OF_ONE:
        raise Refused("limit", "remarks_full")
    return block(text, MOST_TEXT, least=1), line(name, MOST_NAME)


def answered(state: str, answer: str, *, sealed: bool) -> str:
    """Read the facilitator's answer to a remark; a sealed version's remarks stay as they are."""
    if sealed:
        raise Refused("phase_closed", "version_sealed")
    if state not in STATES:
        raise Refused("invalid", "argument_wrong", name="state")
    return block(answer, MOST_TEXT)
