"""What measures have brought, and how it adds up. Facts are kept at the lowest level; nobody types a total.

Every figure says what it covers: how many measures it comes from, of how many that could have one. What nobody has
reported is missing, and not nought.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ..changes import Refused
from ..text import line

STOCK, FLOW = "stock", "flow"


@dataclass(frozen=True)
class Indicator:
    """``kind``: of a stock the newest value of each measure counts, of a flow the values of all years add up."""

    code: str
    kind: str
    whole: bool = True
    money: bool = False
    parts: bool = False  # women, under 30, vulnerable, remote are asked of it


INDICATORS = {
    one.code: one
    for one in (
        Indicator("trained", FLOW, parts=True),
        Indicator("participations", FLOW),
        Indicator("jobs", STOCK, parts=True),
        Indicator("fte", STOCK, whole=False),
        Indicator("income", STOCK, parts=True),
        Indicator("households", STOCK),
        Indicator("firms", STOCK),
        Indicator("extra_income", STOCK, money=True),
        Indicator("products", STOCK),
        Indicator("money", FLOW, money=True),
        Indicator("public", FLOW, money=True),
    )
}
PARTS = ("women", "youth", "vulnerable", "remote")
_MOST = 10**12
MOST_AMOUNT = 100 * _MOST  # hundredths
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[\s.,'’]\d{3})+(?:[.,]\d{1,2})?")
_DECIMALS = re.compile(r"[.,](\d{1,2})$")


@dataclass(frozen=True)
class Reading:
    """One value that somebody reported for a measure, on a day, with its proof. ``value`` is in hundredths.

    ``parts``: how many of it are women, under 30, vulnerable, from remote places, where that is known.
    """

    id: str
    entry: str
    code: str
    day: str  # ISO: what the value is true of
    value: int
    parts: dict[str, int]
    proof: str
    by: str
    at: int


def reading(given: dict[str, str], today: str) -> dict[str, Any]:
    """Read a value as it was typed: ``code``, ``day``, ``value``, ``proof`` and the parts that are known."""
    indicator = INDICATORS.get(given.get("code", ""))
    if indicator is None:
        raise Refused("invalid", "form_choice")
    try:
        day = date.fromisoformat(given.get("day", "")).isoformat()
    except ValueError:
        raise Refused("invalid", "form_date") from None
    if day > today:
        raise Refused("invalid", "reading_future")
    value = hundredths(given.get("value", ""), indicator.whole)
    parts = {
        name: hundredths(given[name], True) // 100 for name in PARTS if indicator.parts and given.get(name, "").strip()
    }
    if any(100 * part > value for part in parts.values()):
        raise Refused("invalid", "reading_parts")
    proof = line(given.get("proof", ""), 200, least=1)
    return {"code": indicator.code, "day": day, "value": value, "parts": parts, "proof": proof}


def amount(text: str) -> int:
    """Read a sum of money, or a large count, as hundredths. Three digits behind a mark are thousands: "1,500"."""
    plain = text.strip()
    if _GROUPED.fullmatch(plain):
        whole, _, decimals = _DECIMALS.sub(r"|\1", plain).partition("|")
        plain = re.sub(r"\D", "", whole) + (f".{decimals}" if decimals else "")
    return hundredths(plain, False)


def hundredths(text: str, whole: bool) -> int:
    """Read a figure of nought or more as hundredths, or refuse it; a ``whole`` one has no decimals."""
    try:
        read = 100 * Decimal(re.sub(r"[\s'’]", "", text).replace(",", "."))
    except InvalidOperation:
        raise Refused("invalid", "form_number") from None
    if not read.is_finite() or read < 0 or read != int(read) or (whole and read % 100) or read > 100 * _MOST:
        raise Refused("invalid", "form_number")
    return int(read)
