"""What regions report of themselves and of their talks with offices, and what votes and measures say of sectors."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from shared.domain.development import Report
from shared.domain.dialogue import Talk, has_three_sectors
from shared.domain.records import Phase
from shared.domain.register.states import STARTED

from .tables import RECORDS, figure, region_report
from .tables import entry as entry_table
from .tables import talk as talk_table

_TOLD = (str(Phase.REVEALED), str(Phase.CONFIRMED))
_GOING = ("contracted", "running", "on_hold")


def keep_report(connection: sa.Connection, report: Report) -> None:
    """Keep what a region reported of a day, in the place of what it had reported of the same day."""
    remove_report(connection, report.region, report.day)
    told = asdict(report)
    connection.execute(region_report.insert().values(figures=told.pop("values"), **told))


def remove_report(connection: sa.Connection, region: str, day: str) -> bool:
    mine = (region_report.c.region == region) & (region_report.c.day == day)
    return connection.execute(region_report.delete().where(mine)).rowcount == 1


def reports(connection: sa.Connection, regions: Collection[str]) -> list[Report]:
    """List what these regions have reported, the oldest first."""
    query = sa.select(region_report).where(region_report.c.region.in_(list(regions)))
    return [_report(row) for row in connection.execute(query.order_by(region_report.c.day, region_report.c.region))]


def keep_talk(connection: sa.Connection, talk: Talk) -> None:
    """Keep a meeting or proposal, in the place of what it was before."""
    remove_talk(connection, talk.region, talk.id)
    connection.execute(talk_table.insert().values(**asdict(talk)))


def remove_talk(connection: sa.Connection, region: str, id: str) -> bool:
    mine = (talk_table.c.region == region) & (talk_table.c.id == id)
    return connection.execute(talk_table.delete().where(mine)).rowcount == 1


def talks(connection: sa.Connection, regions: Collection[str]) -> list[Talk]:
    query = sa.select(talk_table).where(talk_table.c.region.in_(list(regions))).order_by(talk_table.c.at.desc())
    return [Talk(**row._mapping) for row in connection.execute(query)]


def votes(connection: sa.Connection, regions: Collection[str]) -> list[tuple[str, dict[str, int] | None]]:
    """List votes whose result is shown, by region, with their ballots by sector; None where these are not told."""
    activity, workshop = RECORDS["activity"], RECORDS["workshop"]
    query = (
        sa.select(workshop.c.region, activity.c.result)
        .join(workshop, workshop.c.id == activity.c.workshop)
        .where(workshop.c.region.in_(list(regions)), activity.c.result.is_not(None), activity.c.kind != "energiser")
        .where(activity.c.phase.in_(_TOLD))
    )
    found: list[tuple[str, dict[str, int] | None]] = []
    for region, result in connection.execute(query):
        if isinstance(result, dict) and isinstance(result.get("cast"), int):
            sectors = result.get("sectors")
            found.append((region, sectors if isinstance(sectors, dict) else None))
    return found


def trust(connection: sa.Connection, regions: Collection[str]) -> list[dict[str, Any]]:
    """List the results of the question about trust, of votes whose result is shown."""
    activity, workshop = RECORDS["activity"], RECORDS["workshop"]
    query = (
        sa.select(activity.c.settings, activity.c.result)
        .join(workshop, workshop.c.id == activity.c.workshop)
        .where(workshop.c.region.in_(list(regions)), activity.c.kind == "scale", activity.c.phase.in_(_TOLD))
    )
    return [row.result for row in connection.execute(query) if row.settings.get("trust") and row.result]


def public_money(connection: sa.Connection, regions: Collection[str]) -> tuple[int, int]:
    """Tell what offices have given to measures, in hundredths, and how many measures told it."""
    query = sa.select(figure.c.value, figure.c.known).where(
        figure.c.region.in_(list(regions)), figure.c.code == "public", figure.c.year == ""
    )
    rows = connection.execute(query).all()
    return sum(row.value for row in rows), sum(row.known for row in rows)


def begun(connection: sa.Connection, regions: Collection[str]) -> int:
    query = sa.select(sa.func.count()).where(
        entry_table.c.region.in_(list(regions)), entry_table.c.state.in_(list(STARTED))
    )
    return int(connection.execute(query).scalar_one())


def going(connection: sa.Connection, regions: Collection[str]) -> list[tuple[str, bool]]:
    """List the measures that are going on by region, each with whether all three sectors have a task in it."""
    here = (entry_table.c.region.in_(list(regions)), entry_table.c.state.in_(_GOING))
    query = sa.select(entry_table.c.region, entry_table.c.form).where(*here)
    return [(row.region, has_three_sectors(row.form)) for row in connection.execute(query)]


def _report(row: Any) -> Report:
    told = {name: value for name, value in row._mapping.items() if name != "figures"}
    return Report(**told, values=row.figures)
