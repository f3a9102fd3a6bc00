"""Who was there: phones are counted by themselves; how many took part otherwise, and were invited, somebody counts."""

from __future__ import annotations

from collections.abc import Mapping

from .changes import Refused
from .records import Sector

OTHERWISE = ("paper", "hands", "table")  # on paper, by a show of hands, at a device of the room
INVITED = "invited"
MOST = 2000  # people


def counted(given: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Keep the numbers of people by way and sector; nought is not kept."""
    if not given.keys() <= {*OTHERWISE, INVITED}:
        raise Refused("invalid", "argument_wrong", name="attendance")
    kept: dict[str, dict[str, int]] = {}
    for way in (*OTHERWISE, INVITED):
        numbers = given.get(way, {})
        if not numbers.keys() <= set(Sector) or not all(0 <= n <= MOST for n in numbers.values()):
            raise Refused("invalid", "argument_wrong", name="attendance")
        if people := {str(sector): numbers[sector] for sector in Sector if numbers.get(sector)}:
            kept[way] = people
    return kept
