"""Who was there: phones are counted by themselves; how many took part otherwise, and were invited, somebody counts."""

from __future__ import annotations

from collections.abc import Mapping

from .changes import Refused
from .records import Sector

OTHERWISE = ("paper", "hands", "table")  # on paper, by a show of hands, at a device of the room
INVITED = "invited"
SEX, SEXES = "sex", ("women", "men")  # counted by whoever leads, by looking round; no phone asks it
MOST = 2000  # people


def counted(given: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Keep the numbers of people by way and sector, and by sex; nought is not kept."""
    if not given.keys() <= {*OTHERWISE, INVITED, SEX}:
        raise Refused("invalid", "argument_wrong", name="attendance")
    kept: dict[str, dict[str, int]] = {}
    for way in (*OTHERWISE, INVITED, SEX):
        numbers, parts = given.get(way, {}), parts_of(way)
        if not numbers.keys() <= set(parts) or not all(0 <= n <= MOST for n in numbers.values()):
            raise Refused("invalid", "argument_wrong", name="attendance")
        if people := {part: numbers[part] for part in parts if numbers.get(part)}:
            kept[way] = people
    return kept


def parts_of(way: str) -> tuple[str, ...]:
    """Name by what people are counted there: by sector, or by sex."""
    return SEXES if way == SEX else tuple(map(str, Sector))
