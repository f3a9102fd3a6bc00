"""Paper ballots: sheets with numbers, filled in by people without a phone and entered by whoever leads the workshop.

A sheet is a ballot like any other, under its number: entered once, whoever enters it again must find the same on it.
What stood on a sheet is told to nobody; that two entries differ is all that the second person learns.
"""

from __future__ import annotations

from typing import Any

from .activities import KINDS_OF_ACTIVITY
from .changes import Refused
from .records import Activity, Phase, Sector
from .registry import Asked

MOST_SHEETS = 300


def number_of(sheet: Any) -> int:
    """Read the number of a sheet: 1 to ``MOST_SHEETS``."""
    if type(sheet) is not int or not 1 <= sheet <= MOST_SHEETS:
        raise Refused("invalid", "sheet_number", most=MOST_SHEETS)
    return sheet


def voted_on(asked: Asked, activity: Any) -> Activity:
    """Find the open vote into which a sheet is entered."""
    if not asked.by_facilitator:
        raise Refused("not_allowed", "not_allowed")
    found = asked.board.get(Activity, activity if isinstance(activity, str) else None)
    if found is None:
        raise Refused("not_found", "gone_activity")
    kind = KINDS_OF_ACTIVITY[found.kind]
    if kind.check_paper is None or not kind.votes:
        raise Refused("invalid", "takes_no_ballots")
    if found.phase != Phase.OPEN:
        raise Refused("phase_closed", "vote_not_open")
    return found


def filled_in(asked: Asked, activity: Activity, sheet: int, paper: Any) -> Any:
    """Check what stands on a sheet by the rules of its vote."""
    check = KINDS_OF_ACTIVITY[activity.kind].check_paper
    assert check is not None
    return check(asked.board, activity, f"sheet-{sheet}", paper)


def sector_of(activity: Activity, sector: Any) -> str | None:
    """Take the sector that stands on a sheet, where the vote asks for it."""
    if sector not in ("", *Sector):
        raise Refused("invalid", "argument_wrong", name="sector")
    return (sector or None) if activity.settings.get("by_sector") else None
