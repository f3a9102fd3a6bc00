"""Marks of people and firms behind values, so that a sum over measures and regions counts each once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from shared.domain.register.firms import FIRMS
from shared.domain.register.heads import COUNTED, FEMALE, Heads
from shared.domain.register.indicators import INDICATORS, STOCK

from . import results
from .keys import keyed, new_id
from .results import Line, Place
from .tables import counted, entry, reading


@dataclass(frozen=True)
class Twice:
    """How often somebody was counted beyond the first time: in all, and of women and of the young."""

    all: int = 0
    women: int = 0
    youth: int = 0


_NOBODY = Twice()
_LISTED = (*COUNTED, FIRMS)


def report(
    connection: sa.Connection, secret: bytes, of: str, code: str, told: Heads, day: str, proof: str, by: str, at: int
) -> int:
    """Keep a list of a measure as a value with its marks; say how many of it are counted in other measures too."""
    id = new_id()
    values = {"code": code, "day": day, "value": 100 * len(told.heads), "parts": told.parts(day), "proof": proof}
    results.add_reading(connection, of, values, by, at, id)
    rows = [
        {
            "reading": id,
            "mark": keyed(secret, "counted", head.sign),
            "woman": head.sex == FEMALE,
            "young": head.young(day),
        }
        for head in told.heads
    ]
    connection.execute(counted.insert(), rows)
    marks = [row["mark"] for row in rows]
    others = (
        sa.select(sa.func.count(sa.distinct(counted.c.mark)))
        .join(reading, reading.c.id == counted.c.reading)
        .where(reading.c.code == code, reading.c.entry != of, reading.c.counts.is_(True), counted.c.mark.in_(marks))
    )
    return int(connection.execute(others).scalar_one())


def once(connection: sa.Connection, found: dict[str, Place]) -> tuple[dict[str, Place], Place]:
    """Take those counted twice out of the sums of regions, and out of the sum over all of them."""
    regions = list(found)
    own = _twice(connection, regions, entry.c.region)
    whole = _twice(connection, regions)
    net = {
        id: replace(place, lines={code: _without(line, own.get((id, code))) for code, line in place.lines.items()})
        for id, place in found.items()
    }
    together = results.altogether(list(found.values()))
    lines = {code: _without(line, whole.get((code,))) for code, line in together.lines.items()}
    return net, replace(together, lines=lines)


def years_once(
    connection: sa.Connection, regions: Collection[str], told: dict[str, dict[str, int]]
) -> dict[str, dict[str, int]]:
    """The same for sums by year: in each year everybody once."""
    year = sa.func.substr(reading.c.day, 1, 4)
    twice = _twice(connection, regions, year, _newest_of_year())
    return {
        one: {code: n - 100 * twice.get((one, code), _NOBODY).all for code, n in values.items()}
        for one, values in told.items()
    }


def twice(connection: sa.Connection, regions: Collection[str], code: str) -> int:
    """Say how often somebody was counted beyond the first time in one figure."""
    return _twice(connection, regions).get((code,), _NOBODY).all


def twice_by(
    connection: sa.Connection, regions: Collection[str], day: str, each: bool = False
) -> dict[tuple[str, ...], int]:
    """Say the same of what is told of days up to ``day``, in hundredths: by code, or by region and code (``each``)."""
    counts = newest_by([code for code in _LISTED if INDICATORS[code].kind == STOCK], day)
    found = _twice(connection, regions, entry.c.region if each else None, counts)
    return {key: 100 * told.all for key, told in found.items()}


def _twice(
    connection: sa.Connection, regions: Collection[str], by: Any = None, counts: Any = None
) -> dict[tuple[str, ...], Twice]:
    groups = [*([by.label("part")] if by is not None else []), reading.c.code]
    woman, young = sa.cast(counted.c.woman, sa.Integer), sa.cast(counted.c.young, sa.Integer)
    n, f, y = sa.func.count(), sa.func.sum(woman), sa.func.sum(young)
    if counts is None:
        counts = reading.c.counts.is_(True)
    each = (
        sa.select(
            *groups,
            (n - 1).label("n"),
            (f - sa.func.max(woman)).label("f"),
            (y - sa.func.max(young)).label("y"),
        )
        .join(reading, reading.c.id == counted.c.reading)
        .join(entry, entry.c.id == reading.c.entry)
        .where(entry.c.region.in_(list(regions)), reading.c.code.in_(_LISTED), counts)
        .group_by(*groups, counted.c.mark)
        .having(n > 1)
        .subquery()
    )
    names = [column for column in each.c if column.name not in ("n", "f", "y")]
    sums = [sa.func.sum(each.c[name]) for name in ("n", "f", "y")]
    query = sa.select(*names, *sums).group_by(*names)
    return {tuple(row[:-3]): Twice(*(int(one) for one in row[-3:])) for row in connection.execute(query)}


def _newest_of_year() -> Any:
    """Of a stock a year has each measure's last value alone; of a flow all."""
    later = reading.alias("later")
    same_year = sa.func.substr(later.c.day, 1, 4) == sa.func.substr(reading.c.day, 1, 4)
    return _newest([code for code in _LISTED if INDICATORS[code].kind == STOCK], later, same_year)


def newest_by(stocks: Collection[str], day: str) -> Any:
    """Up to an ISO day a stock has each measure's last value alone; a flow all."""
    later = reading.alias("later")
    return (reading.c.day <= day) & _newest(stocks, later, later.c.day <= day)


def _newest(stocks: Collection[str], later: Any, within: Any) -> Any:
    newer = sa.or_(
        later.c.day > reading.c.day,
        sa.and_(later.c.day == reading.c.day, later.c.at > reading.c.at),
        sa.and_(later.c.day == reading.c.day, later.c.at == reading.c.at, later.c.id > reading.c.id),
    )
    beaten = sa.exists().where(later.c.entry == reading.c.entry, later.c.code == reading.c.code, within, newer)
    return sa.or_(reading.c.code.not_in(list(stocks)), ~beaten)


def _without(line: Line, out: Twice | None) -> Line:
    if out is None:
        return line
    less = {"women": out.women, "youth": out.youth}
    parts = {
        name: (n - 100 * less[name], known - 100 * out.all) if name in less and known else (n, known)
        for name, (n, known) in line.parts.items()
    }
    return replace(line, value=line.value - 100 * out.all, parts=parts)
