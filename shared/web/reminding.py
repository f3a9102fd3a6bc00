"""The checks that are still to be made, as a calendar: nothing in it that a telephone book would have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shared.domain.register.checks import TIMES, due
from shared.domain.register.entries import Entry

from .ics import Day, calendar
from .language import Speech

_DAYS_BEFORE = (14, 3)


def calendar_of(
    found: Iterable[tuple[Entry, set[str]]], name: str, regions: Mapping[str, str], speech: Speech, home: str
) -> bytes:
    """Write the checks of measures (each with those that were made) on the days on which they fall due."""
    days = [
        Day(
            uid=f"{entry.id}-{time}@led-workshop",
            day=due(entry.ended_on, time),
            changed_at=entry.changed_at,
            title=speech.say("reminders.event", title=entry.title),
            text="\n".join(
                (speech.say(f"evaluation.words.time.{time}"), f"{entry.number} · {regions.get(entry.region, '')}")
            ),
            url=f"{home}/facilitator/measures/{entry.id}/results",
            days_before=_DAYS_BEFORE,
        )
        for entry, made in found
        for time in TIMES
        if time not in made
    ]
    return calendar(speech.say("reminders.calendar", name=name), sorted(days, key=lambda day: (day.day, day.uid)))
