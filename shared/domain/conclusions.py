"""What a measure was worth and taught: rated 1 to 5, effects that nobody planned, partnership, lessons, what next.

The last blocks of an evaluation at the end of a measure (domain 3.3: 5, 6, 7, 9, 10, 12). What is told stands in the
measure's ``checks`` under ``worth``, beside the checks of later times, and takes no part in their verdict.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from .budgets import money
from .changes import Refused
from .records import Measure, Sector
from .room import iso_day
from .text import line

WORTH = "worth"  # the part of an evaluation, and where its answers stand
JUDGED = ("right", "fits", "goals", "worth", "wider", "goes_on")  # the six questions of DAC in plain words
BY = ("champion", "office", "users")
SECTORS = tuple(map(str, Sector))
EFFECTS = ("good", "bad")
LESSONS = ("helped", "hindered", "advice")
END = ("state", "next", "who", "when")
AGAIN = ("yes", "no")
WORDS = {  # characters of each answer in words
    **{f"effect_{name}": 240 for name in EFFECTS},
    **{f"did_{sector}": 160 for sector in SECTORS},
    **{f"lesson_{name}": 240 for name in LESSONS},
    "end_state": 160,
    "end_next": 160,
    "end_who": 120,
}
_WHOLE = ("1", "2", "3", "4", "5")
SCORES = {"champion": _WHOLE, "office": _WHOLE, "users": ("1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5")}
COSTS = {"cost_job": "common-jobs", "cost_trained": "common-trained"}  # of one of these, where their number is told
_MONEY = re.compile(r"\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+|\d+", re.ASCII)
_MOST_DIGITS = 12


def told(name: str, value: str, by_facilitator: bool) -> str:
    """Clean one answer; "" takes it back. What the office says is the facilitator's to write down."""
    if name in WORDS:
        return line(value, WORDS[name])
    if name == "end_when":
        return iso_day(value) if value else ""
    about, _, who = name.rpartition("_")
    if about in JUDGED and who in BY:
        if who == "office" and not by_facilitator:
            raise Refused("not_allowed", "not_allowed")
        allowed = SCORES[who]
    else:
        allowed = AGAIN if about == "again" and who in SECTORS else ()
    if value not in ("", *allowed) or not allowed:
        raise Refused("invalid", "argument_wrong", name=name[:40])
    return value


def plain(median: str) -> str:
    """Write a median as it is typed here: "4.0" as "4"."""
    return median.removesuffix("0").removesuffix(".") if "." in median else median


def costs(measure: Measure) -> dict[str, int]:
    """Say what one job and one trained person cost, to the nearest whole (a half upwards), where both figures are told.

    Where the total is not told, the lines of the budget add up to it, if all of them are. What is disputed, or no plain
    figure, is left out; so is a number of nought.
    """
    total: Fraction | int | None = _figure(measure.reached.get("total", {}))
    spent = money(measure)
    untold = not measure.reached.get("total", {}).get("value")
    if untold and spent is not None and spent.difference is not None:
        total = Fraction(spent.spent, 100)
    found = {name: _figure(measure.reached.get(line, {})) for name, line in COSTS.items()}
    return {name: int(total / n + Fraction(1, 2)) for name, n in found.items() if total is not None and n}


def _figure(reached: Mapping[str, str]) -> int | None:
    """Read a whole figure as people write it, "9 000" or "9000"; None where it is none, or is disputed."""
    text = reached.get("value", "").strip()
    if reached.get("state") == "disputed" or not _MONEY.fullmatch(text):
        return None
    digits = re.sub(r"\D", "", text)
    return int(digits) if len(digits) <= _MOST_DIGITS else None
