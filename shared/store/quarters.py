"""Quarters in the store: what measures had brought by a day, reckoned now, and kept as it was reckoned then."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass

import sqlalchemy as sa

from shared.domain.changes import Refused
from shared.domain.register.checks import first_due_by
from shared.domain.register.indicators import INDICATORS, STOCK
from shared.domain.register.quarters import Picture, last_day
from shared.domain.sustainability import EFFECTIVE, NOT_VERIFIED

from . import heads
from .results import newest_checks
from .tables import entry, entry_event, quarter, quarter_region, reading, region


@dataclass(frozen=True)
class Frozen:
    """A quarter that was frozen. ``twice`` as of a picture, over all regions."""

    name: str
    at: int
    by: str
    twice: dict[str, int]


def pictures(connection: sa.Connection, regions: Collection[str], day: str) -> dict[str, Picture]:
    """Reckon from what is known now what the measures of each region had brought by an ISO day."""
    found = {id: Picture() for id in regions}
    of_stock = [code for code, one in INDICATORS.items() if one.kind == STOCK]
    value = sa.func.sum(reading.c.value)
    query = (
        sa.select(entry.c.region, reading.c.code, reading.c.entry, value)
        .join(entry, entry.c.id == reading.c.entry)
        .where(entry.c.region.in_(list(regions)), heads.newest_by(of_stock, day))
        .group_by(entry.c.region, reading.c.code, reading.c.entry)
    )
    for of, code, id, n in connection.execute(query):
        found[of].values.setdefault(code, {})[id] = int(n)
    for (of, code), n in heads.twice_by(connection, regions, day, each=True).items():
        found[of].twice[code] = n
    newest = newest_checks(day)
    verdicts = (
        sa.select(entry.c.region, entry.c.id, newest.c.verdict)
        .outerjoin(newest, (newest.c.entry == entry.c.id) & (newest.c.latest == 1))
        .where(entry.c.region.in_(list(regions)), entry.c.ended_on != "", entry.c.ended_on <= first_due_by(day))
    )
    for of, id, verdict in connection.execute(verdicts):
        found[of].verdicts[id] = verdict or NOT_VERIFIED
    return found


def twice(connection: sa.Connection, regions: Collection[str], day: str) -> dict[str, int]:
    """Tell what to take off the sums over all these regions, by indicator."""
    return {code: n for (code,), n in heads.twice_by(connection, regions, day).items()}


def freeze(connection: sa.Connection, name: str, at: int, by: str) -> None:
    """Keep all regions as they stand at the end of a quarter. Refuses one that is frozen already."""
    day, regions = last_day(name), list(connection.execute(sa.select(region.c.id)).scalars())
    values = {"name": name, "at": at, "by": by, "twice": twice(connection, regions, day)}
    try:
        with connection.begin_nested():
            connection.execute(quarter.insert().values(**values))
    except sa.exc.IntegrityError as error:
        raise Refused("conflict", "quarter_frozen") from error
    for id, picture in pictures(connection, regions, day).items():
        told = asdict(picture)
        row = {"quarter": name, "region": id, "figures": told.pop("values"), **told}
        connection.execute(quarter_region.insert().values(**row))


def frozen(connection: sa.Connection) -> list[Frozen]:
    """List the quarters that were frozen, the newest first."""
    return [Frozen(**row) for row in connection.execute(sa.select(quarter).order_by(quarter.c.name.desc())).mappings()]


def kept(connection: sa.Connection, name: str, regions: Collection[str]) -> dict[str, Picture]:
    """Give what was kept of these regions; one that came later has none."""
    query = sa.select(quarter_region).where(
        quarter_region.c.quarter == name, quarter_region.c.region.in_(list(regions))
    )
    return {row.region: Picture(row.figures, row.twice, row.verdicts) for row in connection.execute(query)}


def last_told(
    connection: sa.Connection, entries: Collection[str], after: int
) -> dict[tuple[str, str], tuple[int, str]]:
    """Say when a figure of a measure was last reported or taken back after a time, and by whom: by measure and code.

    A check stands under ``effective``.
    """
    if not entries:
        return {}
    query = (
        sa.select(entry_event)
        .where(entry_event.c.entry.in_(list(entries)), entry_event.c.verb.in_(("read", "unread", "checked")))
        .where(entry_event.c.at > after)
        .order_by(entry_event.c.at)
    )
    rows = connection.execute(query)
    return {(row.entry, EFFECTIVE if row.verb == "checked" else row.reason): (row.at, row.by) for row in rows}
