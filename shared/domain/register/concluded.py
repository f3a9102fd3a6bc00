"""What a room found a measure to have been worth, kept in the register as it was told, with the meeting it is from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..changes import Refused
from .entries import Entry, Event
from .states import COMMITTEE, STARTED

CONCLUDED = "concluded"  # among what is told of the course of an entry
SAID, MEETING = "said", "meeting"


def conclude(entry: Entry, by: str, said: Mapping[str, str], title: str, day: str) -> tuple[Entry, Event | None]:
    """Keep what a meeting told of a measure, in the place of what an earlier one did; None where it is the same.

    ``said`` as in conclusions.py, with the money that it reckons; ``day``: ISO. The history keeps what stood before.
    """
    if entry.state not in STARTED:
        raise Refused("phase_closed", "not_begun")
    before = entry.course.get(CONCLUDED, {})
    told = {SAID: dict(said), MEETING: {"title": title, "day": day}}
    if not said or before == told:
        return entry, None
    event = Event("concluded", by, COMMITTEE, reason=title, changes={CONCLUDED: [before or None, told]})
    return replace(entry, course={**entry.course, CONCLUDED: told}), event


def concluded(entry: Entry) -> tuple[dict[str, str], dict[str, str]]:
    """Give what was told last, and the meeting that told it (``title``, ``day``); both empty where none did."""
    told = entry.course.get(CONCLUDED, {})
    return told.get(SAID, {}), told.get(MEETING, {})
