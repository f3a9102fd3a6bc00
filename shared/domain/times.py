"""The planned times of a day, as clocks show them: HH:MM."""

from __future__ import annotations

from collections.abc import Sequence

DAY = 24 * 60  # minutes
BEGINS = "09:00"  # where nobody has said when a day begins


def planned_times(begins: str, minutes: Sequence[int]) -> list[str]:
    """Say when each step begins that takes so many minutes, and last when the day is over."""
    hours, rest = begins.split(":")
    at = int(hours) * 60 + int(rest)
    times = [_clock(at)]
    for taken in minutes:
        at += taken
        times.append(_clock(at))
    return times


def ends_of(minutes: int, begins: str = BEGINS) -> str:
    """Say by when a day of so many minutes is over, on the half hour; "" where that is after midnight."""
    hours, rest = begins.split(":")
    half_hours = -(-(int(hours) * 60 + int(rest) + minutes) // 30)
    return f"{half_hours // 2:02}:{half_hours % 2 * 30:02}" if half_hours < 48 else ""


def _clock(at: int) -> str:
    hours, minutes = divmod(at % DAY, 60)
    return f"{hours:02}:{minutes:02}"
