"""Givers, calls for applications with their ceilings and own parts, and envelopes: a region's money in a call."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from ..changes import Refused
from ..text import block, line

MOST_SUM = 10**12
MOST_WINDOWS = 3


@dataclass(frozen=True)
class Giver:
    """Somebody whose money the fund holds: a donor, a chamber, a budget, a firm."""

    id: str
    name: str
    purpose: str = ""
    reports: str = ""  # how and when they want to be told what came of it


@dataclass(frozen=True)
class Window:
    """Up to which total cost a measure may apply here, and how much of it must be its own."""

    ceiling: int
    own: int  # per cent of the total, in cash or in kind
    cash: bool = False  # at least a third of the own part in cash


@dataclass(frozen=True)
class Call:
    """A round of applications. ``windows`` by rising ceiling; ``two_below``: less than that is paid in two tranches."""

    id: str
    title: str
    currency: str
    opens: str  # ISO days, both of the call
    closes: str
    windows: tuple[Window, ...]
    two_below: int = 0
    contact: str = ""


@dataclass(frozen=True)
class Envelope:
    """What one giver lays into one call for one region."""

    id: str
    call: str
    region: str
    giver: str
    amount: int


def giver(id: str, given: Mapping[str, str]) -> Giver:
    """Read a giver as it was typed: ``name``, ``purpose``, ``reports``."""
    purpose, reports = (block(given.get(name, ""), 300) for name in ("purpose", "reports"))
    return Giver(id, line(given.get("name", ""), 120, least=1), purpose, reports)


def call(id: str, given: Mapping[str, str]) -> Call:
    """Read a call as it was typed; windows as ``ceiling1``, ``own1``, ``cash1`` and on, blank ones left out."""
    windows = []
    for n in range(1, MOST_WINDOWS + 1):
        ceiling = given.get(f"ceiling{n}", "").strip()
        if ceiling:
            own = given.get(f"own{n}", "").strip() or "0"
            windows.append(Window(whole(ceiling), _percent(own), bool(given.get(f"cash{n}"))))
    if not windows:
        raise Refused("invalid", "call_windows")
    if len({window.ceiling for window in windows}) < len(windows):
        raise Refused("invalid", "call_ceilings_equal")
    currency = given.get("currency", "").strip().upper()
    if not re.fullmatch(r"[A-Z]{3}", currency):
        raise Refused("invalid", "call_currency")
    opens, closes = iso_day(given.get("opens", "")), iso_day(given.get("closes", ""))
    if closes < opens:
        raise Refused("invalid", "call_days")
    two_below = given.get("two_below", "").strip()
    return Call(
        id=id,
        title=line(given.get("title", ""), 120, least=1),
        currency=currency,
        opens=opens,
        closes=closes,
        windows=tuple(sorted(windows, key=lambda window: window.ceiling)),
        two_below=whole(two_below, least=0) if two_below else 0,
        contact=line(given.get("contact", ""), 160),
    )


def is_open(call: Call, day: str) -> bool:
    return call.opens <= day <= call.closes


def window_for(call: Call, total: int) -> Window | None:
    """Find the window for a measure of this total cost: the smallest whose ceiling it does not exceed."""
    return next((window for window in call.windows if total <= window.ceiling), None)


def misfits(call: Call, form: Mapping[str, Any]) -> list[str]:
    """Name the rules of a call that an application breaks (ceiling, own_part, cash_part); none while not told."""
    total = form.get("total")
    if not total:
        return []
    window = window_for(call, total)
    if window is None:
        return ["ceiling"]
    cash, own = form.get("own_cash", 0), form.get("own_cash", 0) + form.get("own_kind", 0)
    found = []
    if Fraction(own, total) < Fraction(window.own, 100):
        found.append("own_part")
    if window.cash and 3 * cash < own:
        found.append("cash_part")
    return found


def may_submit(call: Call, day: str) -> None:
    """Refuse an application that comes before or after the days of its call."""
    if not is_open(call, day):
        raise Refused("phase_closed", "call_closed")


def whole(text: str, least: int = 1) -> int:
    """Read a sum as people write it, with spaces or apostrophes between thousands."""
    plain = re.sub(r"[\s'’\u00a0\u202f]", "", text)
    if not re.fullmatch(r"\d{1,13}", plain, re.ASCII) or not least <= int(plain) <= MOST_SUM:
        raise Refused("invalid", "form_number")
    return int(plain)


def iso_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused("invalid", "form_date") from None


def _percent(text: str) -> int:
    if not re.fullmatch(r"\d{1,3}", text, re.ASCII) or int(text) > 100:
        raise Refused("invalid", "form_range", least=0, most=100)
    return int(text)
