"""What workshops tell of their regions, in the store: who came, how factors were rated, what matters were named."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa

from shared.domain.records import Phase, Workshop
from shared.domain.standing import Rated, Standing, Title, rated, standing

from . import revisions, workshops
from .tables import RECORDS

MOST_TITLES = 40  # of a region
_TOLD = (str(Phase.REVEALED), str(Phase.CONFIRMED))


def held(connection: sa.Connection, regions: Collection[str], sealed: bool) -> list[Workshop]:
    """List the workshops that have begun, newest day first; those alone whose minutes are ``sealed``, where told."""
    found = [one for one in workshops.of_regions(connection, regions) if one.started_at is not None]
    if not sealed:
        return found
    there = revisions.sealed_ones(connection, [one.id for one in found])
    return [one for one in found if one.id in there]


def phones(connection: sa.Connection, ids: Collection[str]) -> dict[str, dict[str, int]]:
    """Count who took part by phone, by workshop and sector ("" for those who told none)."""
    seat = RECORDS["seat"]
    query = (
        sa.select(seat.c.workshop, seat.c.sector, sa.func.count())
        .where(seat.c.workshop.in_(list(ids)), seat.c.removed.is_(False))
        .group_by(seat.c.workshop, seat.c.sector)
    )
    found: dict[str, dict[str, int]] = {}
    for id, sector, n in connection.execute(query):
        found.setdefault(id, {})[sector] = int(n)
    return found


def factors(connection: sa.Connection, of: Collection[Workshop]) -> dict[str, dict[str, Standing]]:
    """Tell by region how its factors stand, from what these workshops have shown of their own matrices."""
    activity, amendment = RECORDS["activity"], RECORDS["amendment"]
    by_id = {one.id: one for one in of}
    query = sa.select(activity.c.id, activity.c.workshop, activity.c.settings, activity.c.result).where(
        activity.c.workshop.in_(list(by_id)), activity.c.kind == "matrix", activity.c.phase.in_(_TOLD)
    )
    # One that was taken over from another day is that day's.
    steps = [row for row in connection.execute(query) if row.result and not row.settings.get("origin")]
    beside: dict[tuple[str, str], list[tuple[str, int | None, str]]] = {}
    amended = sa.select(amendment).where(amendment.c.workshop.in_([row.workshop for row in steps]))
    for row in connection.execute(amended):
        beside.setdefault((row.workshop, row.activity), []).append((row.factor, row.rating, row.reach))
    every: dict[str, list[Rated]] = {}
    for row in steps:
        workshop = by_id[row.workshop]
        told = rated(row.result, beside.get((row.workshop, row.id), []), workshop.date)
        every.setdefault(workshop.region, []).extend(told)
    return {region: standing(told) for region, told in every.items()}


def titles(connection: sa.Connection, of: Collection[Workshop]) -> list[Title]:
    """List what rooms called the groups that they agreed on, and the matters that they want carried to an office.

    Of each region the newest ``MOST_TITLES``: to compare more with each other takes longer than somebody waits.
    """
    order = {one.id: n for n, one in enumerate(of)}  # the newest day first
    by_id = {one.id: one for one in of}
    activity, cluster, note = RECORDS["activity"], RECORDS["cluster"], RECORDS["note"]
    groups = (
        sa.select(cluster.c.id, cluster.c.workshop, cluster.c.title.label("text"))
        .join(activity, (activity.c.id == cluster.c.activity) & (activity.c.workshop == cluster.c.workshop))
        .where(cluster.c.workshop.in_(list(by_id)), cluster.c.aside.is_(False))
        .where(activity.c.phase == str(Phase.CONFIRMED))
    )
    notes = sa.select(note.c.id, note.c.workshop, note.c.text).where(
        note.c.workshop.in_(list(by_id)), note.c.type == "advocacy"
    )
    rows = [row for row in (*connection.execute(groups), *connection.execute(notes)) if row.text.strip()]
    found: dict[str, list[Title]] = {}
    for row in sorted(rows, key=lambda row: (order[row.workshop], row.id)):
        region = by_id[row.workshop].region
        found.setdefault(region, []).append(Title(f"{row.workshop}:{row.id}", region, row.text))
    return [title for titles in found.values() for title in titles[:MOST_TITLES]]
