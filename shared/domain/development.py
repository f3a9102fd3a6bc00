"""How the associations develop: what a region's office reports of itself, and how it adds up over regions.

Facts are reported as numbers, never as rates: rates are reckoned from sums, over the regions that know all that a rate
needs. What was not reported is missing, and not nought. Sums of money stay in their currency.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from .changes import Refused
from .text import line

WHOLE, DECIMAL, MONEY = "whole", "decimal", "money"
ASKED: dict[str, dict[str, str]] = {  # by part of the form: what is asked, and in what it is told
    "members": {"members": WHOLE, "members_new": WHOLE, "members_before": WHOLE, "firms": WHOLE},
    "money": {"dues": MONEY, "services": MONEY, "projects": MONEY, "other": MONEY, "cost": MONEY, "fees": MONEY},
    "services": {"kinds": WHOLE, "uses": WHOLE, "users": WHOLE, "users_outside": WHOLE},
    "satisfaction": {"satisfaction": DECIMAL, "answered": WHOLE, "surveyed": WHOLE},
    "led": {"staff": DECIMAL, "experts": WHOLE, "alone": WHOLE},
}
KINDS = {code: kind for part in ASKED.values() for code, kind in part.items()}
CAPABLE = ("person", "budget", "experts", "workshop", "rules", "minutes", "partner")
YES, NO = "yes", "no"
PARTS_OF = {"members_new": "members", "users_outside": "users", "answered": "surveyed"}  # none larger than its whole
_MOST = 10**14


@dataclass(frozen=True)
class Report:
    """What a region reported, true of a day; flows (money, uses, new members) are of the twelve months up to it.

    ``values`` in hundredths, by code; ``capable``: yes or no, by point of the checklist, where that is known.
    """

    region: str
    day: str  # ISO
    values: dict[str, int] = field(default_factory=dict)
    capable: dict[str, str] = field(default_factory=dict)
    currency: str = ""
    proof: str = ""
    by: str = ""
    at: int = 0

    @property
    def score(self) -> int:
        return sum(answer == YES for answer in self.capable.values())


@dataclass(frozen=True)
class Figure:
    """One figure over regions. ``known``: of how many regions. ``share``: a rate, of 1; money has its ``currency``."""

    code: str
    value: Fraction | None
    known: int
    share: bool = False
    currency: str = ""


def report(region: str, given: Mapping[str, str], today: str, by: str, at: int) -> Report:
    """Read a report as it was typed. The refusal names what it is about (``field``)."""
    try:
        day = date.fromisoformat(given.get("day", "")).isoformat()
    except ValueError:
        raise Refused("invalid", "form_date", field="day") from None
    if day > today:
        raise Refused("invalid", "reading_future", field="day")
    values = {code: _read(code, given[code], kind) for code, kind in KINDS.items() if given.get(code, "").strip()}
    for part, whole in PARTS_OF.items():
        if part in values and whole in values and values[part] > values[whole]:
            raise Refused("invalid", "reading_parts", field=part)
    if "satisfaction" in values:
        if not 100 <= values["satisfaction"] <= 500:
            raise Refused("invalid", "form_range", least=1, most=5, field="satisfaction")
        if not values.get("answered"):
            raise Refused("invalid", "answered_missing", field="answered")
    capable = {point: given[f"can_{point}"] for point in CAPABLE if given.get(f"can_{point}") in (YES, NO)}
    if not values and not capable:
        raise Refused("invalid", "report_empty")
    currency = given.get("currency", "").strip().upper()
    money = any(KINDS[code] == MONEY for code in values)
    if money and not re.fullmatch(r"[A-Z]{3}", currency, re.ASCII):
        raise Refused("invalid", "currency_wrong", field="currency")
    proof = line(given.get("proof", ""), 200, least=1)
    return Report(region, day, values, capable, currency if money else "", proof, by, at)


def newest(reports: Collection[Report], until: str) -> dict[str, Report]:
    """Give the newest report of each region by a day (ISO, or the beginning of one)."""
    found: dict[str, Report] = {}
    for one in sorted(reports, key=lambda r: r.day):
        if one.day[: len(until)] <= until:
            found[one.region] = one
    return found


def of_year(reports: Collection[Report], year: str) -> dict[str, Report]:
    """Give each region's last report of a year."""
    return newest([one for one in reports if one.day.startswith(year)], year)


def figures(reports: Collection[Report]) -> list[Figure]:
    """Reckon all figures over the reports of several regions, one for each region, or over that of one."""
    every = list(reports)
    told = [
        _sum("members", every),
        _rate("renewal", every, "members_before", lambda v: v["members"] - v["members_new"], "members", "members_new"),
        _rate("reach", every, "firms", lambda v: v["members"], "members"),
    ]
    currencies = sorted({one.currency for one in every if one.currency})
    for currency in currencies or [""]:
        own = [one for one in every if one.currency == currency]
        told += [_sum(code, own, currency) for code in ("dues", "services", "projects", "other")]
        told.append(
            _rate("financing", own, "cost", lambda v: v["dues"] + v["services"], "dues", "services", currency=currency)
        )
    told += [
        _sum("uses", every),
        _sum("users", every),
        _rate("outside", every, "users", lambda v: v["users_outside"], "users_outside"),
        _mean("satisfaction", every, "answered"),
        _rate("response", every, "surveyed", lambda v: v["answered"], "answered"),
        *(_sum(code, every) for code in ("staff", "experts", "alone")),
        _working_alone(every),
    ]
    told += [_sum("fees", [one for one in every if one.currency == c], c) for c in currencies or [""]]
    return [*told, _capability(every)]


def _sum(code: str, reports: list[Report], currency: str = "") -> Figure:
    known = [one.values[code] for one in reports if code in one.values]
    return Figure(code, Fraction(sum(known), 100) if known else None, len(known), currency=currency)


def _rate(code: str, reports: list[Report], whole: str, part: object, *needs: str, currency: str = "") -> Figure:
    """Reckon a rate from sums, over the reports that have all it needs."""
    assert callable(part)
    known = [one.values for one in reports if all(name in one.values for name in (whole, *needs))]
    of = sum(values[whole] for values in known)
    value = Fraction(sum(part(values) for values in known), of) if of else None
    return Figure(code, value, len(known), share=True, currency=currency)


def _mean(code: str, reports: list[Report], weight: str) -> Figure:
    """Reckon a mean of means, each weighted by how many stand behind it."""
    known = [one.values for one in reports if code in one.values and one.values.get(weight)]
    of = sum(values[weight] for values in known)
    value = Fraction(sum(values[code] * values[weight] for values in known), 100 * of) if of else None
    return Figure(code, value, len(known))


def _working_alone(reports: list[Report]) -> Figure:
    known = [one.values["alone"] for one in reports if "alone" in one.values]
    value = Fraction(sum(n > 0 for n in known), len(known)) if known else None
    return Figure("working_alone", value, len(known), share=True)


def _capability(reports: list[Report]) -> Figure:
    """Reckon which share of the points that are known is in place."""
    known = [one for one in reports if one.capable]
    of = sum(len(one.capable) for one in known)
    value = Fraction(sum(one.score for one in known), of) if of else None
    return Figure("capability", value, len(known), share=True)


def _read(code: str, text: str, kind: str) -> int:
    try:
        read = 100 * Decimal(re.sub(r"[\s'’]", "", text).replace(",", "."))
    except InvalidOperation:
        raise Refused("invalid", "form_number", field=code) from None
    if not read.is_finite() or read < 0 or read != int(read) or (kind == WHOLE and read % 100) or read > _MOST:
        raise Refused("invalid", "form_number", field=code)
    return int(read)
