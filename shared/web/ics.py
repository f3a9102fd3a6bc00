"""Calendar files (RFC 5545): whole days with stable names, so that a calendar that reads one again doubles nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MOST_OCTETS = 75  # of a line, without its end
TYPE = "text/calendar; charset=utf-8"
_PRODUCT = "-//LED Workshop//Checks of measures//EN"


@dataclass(frozen=True)
class Day:
    """What falls on a day. ``uid`` is the same for as long as it is the same thing; ``days_before``: alarms."""

    uid: str
    day: str  # ISO
    changed_at: int  # ms since 1970
    title: str
    text: str = ""
    url: str = ""
    days_before: tuple[int, ...] = ()


def calendar(name: str, days: Iterable[Day]) -> bytes:
    """Write a calendar file that programs may subscribe to; they are asked to look once a day."""
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"),
        *(f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"),
        *("REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D"),
    ]
    for one in days:
        lines += _event(one)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(one: Day) -> list[str]:
    begin = date.fromisoformat(one.day)
    stamp = datetime.fromtimestamp(one.changed_at / 1000, UTC)
    lines = [
        *("BEGIN:VEVENT", f"UID:{_text(one.uid)}", f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"),
        *(f"DTSTART;VALUE=DATE:{begin:%Y%m%d}", f"DTEND;VALUE=DATE:{begin + timedelta(days=1):%Y%m%d}"),
        *("TRANSP:TRANSPARENT", f"SUMMARY:{_text(one.title)}"),
    ]
    if one.text:
        lines.append(f"DESCRIPTION:{_text(one.text)}")
    if one.url:
        lines.append(f"URL:{one.url}")
    for days in one.days_before:
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"TRIGGER:-P{days}D",
            f"DESCRIPTION:{_text(one.title)}",
            "END:VALARM",
        ]
    return [*lines, "END:VEVENT"]


def _text(value: str) -> str:
    """Write a text so that nothing in it means anything to a calendar."""
    kept = re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", "", value.replace("\r\n", "\n").replace("\r", "\n"))
    for sign, told in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        kept = kept.replace(sign, told)
    return kept


def _folded(line: str) -> bytes:
    """Break a line where it is too long, never within a letter; what goes on begins with a space."""
    made, room = [b""], MOST_OCTETS
    for letter in line:
        octets = letter.encode()
        if len(made[-1]) + len(octets) > room:
            made.append(b" ")
        made[-1] += octets
    return b"\r\n".join(made) + b"\r\n"
