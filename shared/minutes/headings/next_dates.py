"""The next dates: by which day who looks at which measure again, as far as an evaluation has set it."""

from __future__ import annotations

from shared.domain.evaluations import WAYS
from shared.domain.records import Measure

from ..sections.evaluation import next_dates as dates_of
from ..sheet import Sheet
from ..tree import Link, Part, Run, Table
from .common import under


def next_dates(sheet: Sheet) -> Part:
    days = dates_of(sheet.find(Measure))
    rows: list[list[Run]] = [
        [
            sheet.words.day(day["due"]),
            Link(day["title"], f"measure-{day['measure']}"),
            sheet.say(f"evaluation.words.time.{day['time']}"),
            _who(sheet, day),
        ]
        for day in days
    ]
    columns = [sheet.say(f"minutes.{key}") for key in ("date", "measure", "check", "checker")]
    return under(sheet, "next_dates", (Table(sheet.say("minutes.next_dates"), columns, rows),) if rows else (), days)


def _who(sheet: Sheet, day: dict[str, str]) -> str:
    """Name who looks, and in which way where that is settled."""
    if (way := day["way"]) not in WAYS:
        return day["checker"]
    return f"{day['checker']} ({sheet.say(f'evaluation.words.way.{way}')})"
