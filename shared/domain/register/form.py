"""The application for a measure, as data: sections and fields, how they are filled in, what is still missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ..changes import Refused
from ..records import Sector
from ..text import block, line

MOST_NUMBER = 10**12
MOST_CELL = 160
SECTORS = tuple(str(sector) for sector in Sector)
COMMON = (
    "trained",
    "jobs",
    "fte",
    "income",
    "firms",
    "extra_income",
    "products",
    "money",
)  # indicators of all measures


@dataclass(frozen=True)
class Field:
    """One thing that is asked.

    ``kind``: line, text, number (whole, not below 0), decimal, month (1 to 12), date (ISO), choice, tick, ticks, table.
    ``most``: characters, or rows of a table; ``high``: the largest number. ``least``: rows, or ticks, without which an
    application is not complete.
    """

    name: str
    kind: str = "line"
    most: int = 120
    required: bool = True
    sketch: bool = False  # asked already of an outline
    choices: tuple[str, ...] = ()
    columns: tuple[Field, ...] = ()
    least: int = 0
    high: int = MOST_NUMBER


def _cell(name: str, kind: str = "line", most: int = MOST_CELL, choices: tuple[str, ...] = ()) -> Field:
    return Field(name, kind, most, choices=choices)


_PARTNERS = (
    _cell("organisation"),
    _cell("sector", "choice", choices=SECTORS),
    _cell("role"),
    _cell("contribution"),
    _cell("confirmed", "date"),
)
_GAINS = (
    _cell("group"),
    _cell("side", "choice", choices=("suffers", "gains")),
    _cell("number", "number"),
    _cell("women", "number"),
    _cell("youth", "number"),
    _cell("vulnerable", "number"),
)
_ACTIVITIES = (_cell("what"), _cell("who"), _cell("from", "date"), _cell("to", "date"), _cell("cost_line"))
_INDICATORS = (
    _cell("common", "choice", choices=COMMON),
    _cell("name"),
    _cell("unit"),
    _cell("base"),
    _cell("target"),
    _cell("due", "date"),
    _cell("proof"),
)
_BUDGET = (
    _cell("item"),
    _cell("quantity", "decimal"),
    _cell("unit_price", "number"),
    _cell("payer", "choice", choices=("fund", "own", "other")),
)

SECTIONS: dict[str, tuple[Field, ...]] = {
    "identity": (
        Field("title", most=120, sketch=True),
        Field("places", most=160),
        Field("translation", "text", 300, required=False),
    ),
    "people": (
        Field("lead", sketch=True),
        Field("lead_sector", "choice", choices=SECTORS, sketch=True),
        Field("registration", most=60),
        Field("champion", sketch=True),
        Field("champion_post", most=80),
        Field("champion_phone", most=40),
        Field("champion_email", most=120, required=False),
        Field("champion_consent", "tick"),
        Field("deputy", required=False),
        Field("partners", "table", 12, sketch=True, columns=_PARTNERS, least=1),
        Field("experience", "text", 400),
    ),
    "why": (
        Field("obstacle", "text", 300, sketch=True),
        Field("causes", "text", 300),
        Field("evidence", "text", 300),
        Field("gains", "table", 8, columns=_GAINS, least=1),
    ),
    "what": (
        Field("goal", "text", 200),
        Field("effect", "text", 120, sketch=True),
        Field("effect_month", "month", sketch=True),
        Field("outputs", "table", 5, columns=(_cell("output"), _cell("quantity")), least=1),
        Field("further", "text", 300),
        Field("activities", "table", 15, columns=_ACTIVITIES, least=1),
        Field("start", "date"),
        Field("months", "number", high=18),
        Field("long_reason", "text", 200, required=False),
        Field("season", required=False),
    ),
    "results": (
        Field("indicators", "table", 6, columns=_INDICATORS, least=2),
        Field("jobs", "number"),
        Field("jobs_fte", "decimal"),
        Field("jobs_women", "number"),
        Field("jobs_youth", "number"),
        Field("seasonal_months", "number", required=False, high=12),
        Field("trained", "number"),
        Field("training_days", "number"),
        Field("certificate", "choice", choices=("yes", "no")),
        Field("income", "number"),
        Field("income_unit", "choice", choices=("persons", "households")),
        Field("income_how", "text", 200),
    ),
    "money": (
        Field("budget", "table", 20, columns=_BUDGET, least=1),
        Field("total", "number", sketch=True),
        Field("asked", "number", sketch=True),
        Field("own_cash", "number"),
        Field("own_kind", "number"),
        Field("kind_how", "text", 200, required=False),
        Field(
            "donors",
            "table",
            6,
            required=False,
            columns=(_cell("donor"), _cell("sum", "number"), _cell("stand", "choice", choices=("applied", "promised"))),
        ),
        Field("tranches", "table", 3, columns=(_cell("sum", "number"), _cell("milestone")), least=1),
        Field("account", "text", 200),
        Field("purchase", "text", 200),
        Field("owner_after", "text", 200),
    ),
    "staying": (
        Field("runs_after"),
        Field("running_cost", "number"),
        Field("running_payer"),
        Field("maintenance", "text", 300),
        Field("half_income", "text", 300),
    ),
    "care": (
        Field("work", "ticks", choices=("no_child_labour", "safe", "fair"), least=3),
        Field("environment", "ticks", choices=("water", "waste", "pasture", "energy", "none"), least=1),
        Field("environment_how", "text", 300),
        Field("permits", "text", 200),
        Field("inclusion", "text", 300),
        Field("risks", "table", 4, columns=(_cell("risk"), _cell("answer")), least=1),
    ),
    "papers": (
        Field("papers", "ticks", required=False, choices=("letters", "offers", "sketch", "land")),
        Field("declaration", "ticks", choices=("true", "no_double", "consent"), least=3),
        Field("publish", "choice", choices=("yes", "no")),
    ),
}
FIELDS: dict[str, Field] = {field.name: field for fields in SECTIONS.values() for field in fields}
LONG = 12  # months, above which a reason is asked


def filled(form: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Lay answers over an application; an empty one takes an answer back. Refuses what does not fit its field.

    Answers are text as people type it, a list of names for ticks, a list of maps for a table, or what this gave before.
    The refusal names the field (``field``), so that a page can stand beside it.
    """
    kept = dict(form)
    for name, value in given.items():
        field = FIELDS.get(name)
        if field is None:
            raise Refused("invalid", "argument_unknown", name=str(name)[:40])
        try:
            read = _read(field, value)
        except Refused as refusal:
            raise Refused(refusal.code, refusal.key, **{**refusal.params, "field": name}) from refusal
        kept[name] = read
    return {name: value for name, value in kept.items() if not is_blank(value)}


def is_blank(value: Any) -> bool:
    """Say whether an answer is none; nought is one."""
    return value is None or value is False or value in ("", [])


def missing(form: Mapping[str, Any], sketch: bool = False) -> list[str]:
    """Name what a complete application lacks, in the order of the form; for an outline, what that asks."""
    return [field.name for field in FIELDS.values() if (field.sketch or not sketch) and _lacks(field, form)]


def section_of(name: str) -> str:
    """Say in which section a field stands."""
    return next(section for section, fields in SECTIONS.items() if any(field.name == name for field in fields))


def budget_total(form: Mapping[str, Any], payer: str = "") -> Decimal:
    """Add the budget's lines up, all or those of one payer, exactly."""
    lines = form.get("budget", [])
    return sum(
        (
            Decimal(str(row.get("quantity", "1"))) * int(row.get("unit_price", 0))
            for row in lines
            if not payer or row.get("payer") == payer
        ),
        Decimal(0),
    )


def doubts(form: Mapping[str, Any]) -> list[str]:
    """Name what does not add up: told beside the form, and no reason to refuse it."""
    found = []
    total, own = form.get("total"), form.get("own_cash", 0) + form.get("own_kind", 0)
    if total is not None and form.get("budget") and budget_total(form) != total:
        found.append("budget_total")
    if total is not None and form.get("asked") is not None and form["asked"] + own + _donated(form) != total:
        found.append("money_sum")
    tranches = sum(row.get("sum", 0) for row in form.get("tranches", []))
    if form.get("asked") is not None and form.get("tranches") and tranches != form["asked"]:
        found.append("tranches_sum")
    if form.get("jobs", 0) < max(form.get("jobs_women", 0), form.get("jobs_youth", 0)):
        found.append("jobs_parts")
    if len({row.get("sector") for row in form.get("partners", [])} | {form.get("lead_sector")} - {None}) < 2:
        found.append("two_sectors")
    return found


def own_share(form: Mapping[str, Any]) -> tuple[int, int] | None:
    """Give the own contribution and the total it is a part of; None where the total is not known."""
    total = form.get("total")
    return (form.get("own_cash", 0) + form.get("own_kind", 0), total) if total else None


def _donated(form: Mapping[str, Any]) -> int:
    return sum(row.get("sum", 0) for row in form.get("donors", []))


def _lacks(field: Field, form: Mapping[str, Any]) -> bool:
    value = form.get(field.name)
    if field.name == "long_reason":
        return form.get("months", 0) > LONG and not value
    if not field.required:
        return False
    if field.kind in ("table", "ticks"):
        return len(value or []) < field.least
    return value is None


def _read(field: Field, value: Any) -> Any:
    if field.kind == "table":
        return list(_rows(field, value))
    if field.kind == "ticks":
        if not isinstance(value, list) or not set(map(str, value)) <= {*field.choices, ""}:
            raise Refused("invalid", "form_choice")
        return [choice for choice in field.choices if choice in value]
    if field.kind == "tick":
        return value in (True, "yes", "on", "1")
    return _one(field, value)


def _rows(field: Field, value: Any) -> Iterator[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise Refused("invalid", "argument_wrong", name=field.name)
    kept = 0
    for row in value:
        if row.keys() - {column.name for column in field.columns}:
            raise Refused("invalid", "argument_wrong", name=field.name)
        read = {column.name: _one(column, row.get(column.name, "")) for column in field.columns}
        read = {name: cell for name, cell in read.items() if cell not in ("", None)}
        if not read:
            continue
        kept += 1
        if kept > field.most:
            raise Refused("limit", "form_rows", most=field.most)
        yield read


def _one(field: Field, value: Any) -> Any:
    text = str(value if value is not None else "").strip()
    if not text:
        return ""
    match field.kind:
        case "number":
            return _whole(text, field.high)
        case "month":
            return _whole(text, 12, least=1)
        case "decimal":
            return _decimal(text)
        case "date":
            return _day(text)
        case "choice":
            if text not in field.choices:
                raise Refused("invalid", "form_choice")
            return text
        case "text":
            return block(text, field.most)
    return line(text, field.most)


def _whole(text: str, most: int, least: int = 0) -> int:
    """Read a whole number as people write it: thin and plain spaces, or apostrophes, between thousands."""
    plain = re.sub(r"[\s'’]", "", text)
    if not re.fullmatch(r"\d{1,15}", plain, re.ASCII):
        raise Refused("invalid", "form_number")
    if not least <= int(plain) <= most:
        raise Refused("invalid", "form_range", least=least, most=most)
    return int(plain)


def _decimal(text: str) -> str:
    """Read a number with at most two places, by comma or point; kept as text, so that it stays exact."""
    try:
        read = Decimal(re.sub(r"[\s'’]", "", text).replace(",", "."))
    except InvalidOperation:
        raise Refused("invalid", "form_number") from None
    if not read.is_finite() or read < 0 or read > MOST_NUMBER or read != read.quantize(Decimal("0.01")):
        raise Refused("invalid", "form_number")
    return f"{read.normalize():f}"


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused("invalid", "form_date") from None
