"""Figures from before these records began, as they were published: told apart, never added to what is reckoned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..changes import Refused
from ..text import line
from .indicators import amount

MOST = 100
LENGTHS = {"what": 120, "period": 40, "source": 200}  # characters


@dataclass(frozen=True)
class Published:
    """One figure: ``what`` it counts, of which ``period``; ``value`` in hundredths; ``source`` with its ISO ``day``.

    ``region``: "" where it is of the whole programme.
    """

    id: str
    region: str
    what: str
    period: str
    value: int
    source: str
    day: str
    by: str
    at: int


def published(id: str, region: str, given: Mapping[str, str], today: str, by: str, at: int) -> Published:
    """Read a figure as it was typed."""
    words = {name: line(given.get(name, ""), most, least=1) for name, most in LENGTHS.items()}
    try:
        day = date.fromisoformat(given.get("day", "")).isoformat()
    except ValueError:
        raise Refused("invalid", "form_date") from None
    if day > today:
        raise Refused("invalid", "reading_future")
    value = amount(given.get("value", ""))
    return Published(id, region, words["what"], words["period"], value, words["source"], day, by, at)
