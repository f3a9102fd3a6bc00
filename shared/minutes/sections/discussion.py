"""Discussion in the minutes: what was said stands in the facilitator's own words; nothing is recorded by itself."""

from __future__ import annotations

from shared.domain.records import Activity

from ..sheet import Sheet
from ..tree import Part


def discussion(sheet: Sheet, activity: Activity) -> Part:
    return Part()


energiser = discussion
