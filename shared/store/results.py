"""What measures have brought, in the store: readings and checks of one measure, and sums over thousands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

import sqlalchemy as sa

from shared.domain.register.checks import Check
from shared.domain.register.indicators import INDICATORS, PARTS, STOCK, Reading
from shared.domain.register.states import STARTED
from shared.domain.sustainability import EFFECTIVE, ENDED, NOT_VERIFIED, PARTLY, Rate

from .keys import hash_token, new_id, new_token
from .tables import check_link, check_up, entry, figure, reading, region

_ALL = ""  # the year under which the sums over all time stand


@dataclass(frozen=True)
class Line:
    """One indicator over the measures of a place, in hundredths; ``of`` counts those that have begun.

    ``parts``: by part how many, and of how many it is known (both in hundredths of the unit).
    """

    value: int = 0
    known: int = 0
    parts: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass
class Place:
    """What the measures of a region came to, or of all."""

    states: Counter[str] = field(default_factory=Counter)
    lines: dict[str, Line] = field(default_factory=dict)
    verdicts: Counter[str] = field(default_factory=Counter)  # of the measures whose first check is due
    asked: int = 0  # of the measures that the fund has bound itself to

    @property
    def measures(self) -> int:
        return self.states.total()

    @property
    def rate(self) -> Rate:
        told = self.verdicts
        return Rate(told[EFFECTIVE], told[PARTLY], told[ENDED], told.total())

    @property
    def begun(self) -> int:
        return sum(n for state, n in self.states.items() if state in STARTED)


def add_reading(
    connection: sa.Connection, of: str, values: dict[str, Any], by: str, at: int, id: str | None = None
) -> None:
    """Keep a reported value and settle which values of its measure count now."""
    parts = {name: 100 * n for name, n in values["parts"].items()}
    row = {name: values[name] for name in ("code", "day", "value", "proof")}
    connection.execute(reading.insert().values(id=id or new_id(), entry=of, **row, **parts, by=by, at=at, counts=False))
    _settle(connection, of, values["code"])


def remove_reading(connection: sa.Connection, of: str, id: str) -> Reading | None:
    """Take a value back that was reported by mistake."""
    found = next((one for one in readings_of(connection, of) if one.id == id), None)
    if found is not None:
        connection.execute(reading.delete().where(reading.c.entry == of, reading.c.id == id))
        _settle(connection, of, found.code)
    return found


def readings_of(connection: sa.Connection, of: str) -> list[Reading]:
    """List what was reported for a measure, newest day first."""
    query = sa.select(reading).where(reading.c.entry == of).order_by(reading.c.day.desc(), reading.c.at.desc())
    return [_reading(row) for row in connection.execute(query)]


def readings_by(connection: sa.Connection, regions: Collection[str]) -> dict[str, list[Reading]]:
    """List what was reported for the measures of some regions, by measure."""
    query = sa.select(reading).join(entry, entry.c.id == reading.c.entry).where(entry.c.region.in_(list(regions)))
    found: dict[str, list[Reading]] = {}
    for row in connection.execute(query):
        found.setdefault(row.entry, []).append(_reading(row))
    return found


def checks_by(connection: sa.Connection, regions: Collection[str]) -> dict[str, dict[str, Check]]:
    """List the checks that were made of the measures of some regions, by measure and time."""
    query = sa.select(check_up).join(entry, entry.c.id == check_up.c.entry).where(entry.c.region.in_(list(regions)))
    found: dict[str, dict[str, Check]] = {}
    for row in connection.execute(query.where(check_up.c.day != "")):
        found.setdefault(row.entry, {})[row.time] = Check(**row._mapping)
    return found


def replace(
    connection: sa.Connection, of: str, readings: Collection[dict[str, Any]], checks: Collection[Check]
) -> None:
    """Put these values and checks of a measure into the place of all that were kept of it."""
    codes = set(connection.execute(sa.select(reading.c.code).where(reading.c.entry == of)).scalars())
    connection.execute(reading.delete().where(reading.c.entry == of))
    connection.execute(check_up.delete().where(check_up.c.entry == of))
    for told in readings:
        values = {name: value for name, value in told.items() if name != "parts"}
        parts = {name: 100 * n for name, n in told["parts"].items()}
        connection.execute(reading.insert().values(id=new_id(), entry=of, **values, **parts, counts=False))
    for check in checks:
        connection.execute(check_up.insert().values(**asdict(check)))
    for code in sorted(codes | {told["code"] for told in readings}):
        _settle(connection, of, code)


def keep_check(connection: sa.Connection, check: Check) -> None:
    """Keep a check, in the place of one that was made before; its link opens nothing any more."""
    mine = (check_up.c.entry == check.entry) & (check_up.c.time == check.time)
    connection.execute(check_up.delete().where(mine))
    connection.execute(check_up.insert().values(**asdict(check)))
    close_check(connection, check.entry, check.time)


def checks_of(connection: sa.Connection, of: str) -> dict[str, Check]:
    query = sa.select(check_up).where(check_up.c.entry == of)
    return {row.time: Check(**row._mapping) for row in connection.execute(query)}


def open_check(connection: sa.Connection, of: str, time: str) -> str:
    """Make the link by which one check is made, once; an earlier one of the same check opens nothing any more."""
    close_check(connection, of, time)
    made = new_token()
    connection.execute(check_link.insert().values(link_hash=hash_token(made), entry=of, time=time))
    return made


def close_check(connection: sa.Connection, of: str, time: str) -> None:
    connection.execute(check_link.delete().where(check_link.c.entry == of, check_link.c.time == time))


def behind_check(connection: sa.Connection, made: str) -> tuple[str, str] | None:
    """Find the measure and the time of the check that a link is for, while it has not been made."""
    query = sa.select(check_link.c.entry, check_link.c.time).where(check_link.c.link_hash == hash_token(made))
    row = connection.execute(query).one_or_none()
    return (row.entry, row.time) if row else None


def places(connection: sa.Connection, regions: Collection[str] | None, due_by: str) -> dict[str, Place]:
    """Add up what the measures of these regions have brought, by region; all regions where None.

    ``due_by``: the newest ISO day on which a measure may have ended for its first check to be due.
    """
    where = [] if regions is None else [entry.c.region.in_(list(regions))]
    found: dict[str, Place] = {}
    states = sa.select(entry.c.region, entry.c.state, sa.func.count(), sa.func.sum(entry.c.asked)).where(*where)
    for of, state, n, asked in connection.execute(states.group_by(entry.c.region, entry.c.state)):
        place = found.setdefault(of, Place())
        place.states[state] = n
        place.asked += int(asked or 0) if state in STARTED else 0
    for row in _figures(connection, regions, figure.c.year == _ALL):
        parts = {name: (n, known) for name, (n, known) in row.parts.items()}
        found[row.region].lines[row.code] = Line(row.value, row.known, parts)
    for of, verdict, n in connection.execute(_verdicts(where, due_by)):
        found[of].verdicts[verdict or NOT_VERIFIED] += n
    return found


def altogether(found: Collection[Place]) -> Place:
    """Add regions up."""
    whole = Place()
    for place in found:
        whole.states += place.states
        whole.verdicts += place.verdicts
        whole.asked += place.asked
        for code, line in place.lines.items():
            before = whole.lines.get(code, Line())
            parts = {
                name: (
                    before.parts.get(name, (0, 0))[0] + line.parts[name][0],
                    before.parts.get(name, (0, 0))[1] + line.parts[name][1],
                )
                for name in line.parts
            }
            whole.lines[code] = Line(before.value + line.value, before.known + line.known, parts)
    return whole


def years(connection: sa.Connection, regions: Collection[str] | None) -> dict[str, dict[str, int]]:
    """Tell indicators by year, in hundredths: of a flow what the year brought, of a stock each measure's last value."""
    told: dict[str, Counter[str]] = {}
    for row in _figures(connection, regions, figure.c.year != _ALL):
        told.setdefault(row.year, Counter())[row.code] += row.value
    return {year: dict(told[year]) for year in sorted(told)}


def behind(connection: sa.Connection, regions: Collection[str], code: str) -> list[tuple[str, int]]:
    """List the measures that a figure is made of, with what each gives to it, in hundredths; the largest first."""
    value = sa.func.sum(reading.c.value)
    query = (
        sa.select(entry.c.id, value)
        .join(reading, reading.c.entry == entry.c.id)
        .where(reading.c.code == code, reading.c.counts.is_(True), entry.c.region.in_(list(regions)))
        .group_by(entry.c.id, entry.c.number)
        .order_by(value.desc(), entry.c.number)
    )
    return [(id, int(n)) for id, n in connection.execute(query)]


def by_measure(connection: sa.Connection) -> dict[str, dict[str, int]]:
    """Tell by measure what it has brought until now, in hundredths by indicator."""
    query = sa.select(reading.c.entry, reading.c.code, sa.func.sum(reading.c.value))
    told: dict[str, dict[str, int]] = {}
    for id, code, value in connection.execute(
        query.where(reading.c.counts.is_(True)).group_by(reading.c.entry, reading.c.code)
    ):
        told.setdefault(id, {})[code] = int(value)
    return told


def verdicts(connection: sa.Connection, regions: Collection[str], due_by: str) -> dict[str, str]:
    """Tell by measure what the newest check says, of those whose first check is due."""
    newest = newest_checks()
    query = (
        sa.select(entry.c.id, newest.c.verdict)
        .outerjoin(newest, (newest.c.entry == entry.c.id) & (newest.c.latest == 1))
        .where(entry.c.region.in_(list(regions)), entry.c.ended_on != "", entry.c.ended_on <= due_by)
    )
    return {id: verdict or NOT_VERIFIED for id, verdict in connection.execute(query)}


def add_up(connection: sa.Connection, place: str, code: str) -> None:
    """Keep the sums of one indicator in one region: over all time, and by year.

    Pages over thousands of measures read these alone. The region is held meanwhile, so that of two who report at once
    the later one adds up what both have reported.
    """
    connection.execute(sa.select(region.c.id).where(region.c.id == place).with_for_update())
    mine = (figure.c.region == place) & (figure.c.code == code)
    connection.execute(figure.delete().where(mine))
    rows = [*_by_year(connection, place, code), *_over_all(connection, place, code)]
    if rows:
        connection.execute(figure.insert(), [{"region": place, "code": code, **row} for row in rows])


def _figures(connection: sa.Connection, regions: Collection[str] | None, where: sa.ColumnElement[bool]) -> Any:
    query = sa.select(figure).where(where)
    return connection.execute(query if regions is None else query.where(figure.c.region.in_(list(regions))))


def _over_all(connection: sa.Connection, place: str, code: str) -> Iterator[dict[str, Any]]:
    """Add up what counts now; of parts only where they are known."""
    columns: list[Any] = [sa.func.sum(reading.c.value), sa.func.count(sa.distinct(reading.c.entry))]
    for name in PARTS:
        part = reading.c[name]
        columns += [sa.func.sum(part), sa.func.sum(sa.case((part.is_not(None), reading.c.value), else_=0))]
    query = _of_place(sa.select(*columns), place, code).where(reading.c.counts.is_(True))
    value, known, *parts = connection.execute(query).one()
    if known:
        pairs = zip(PARTS, parts[::2], parts[1::2], strict=True)
        shares = {name: [int(n or 0), int(of or 0)] for name, n, of in pairs if INDICATORS[code].parts}
        yield {"year": _ALL, "value": int(value), "known": int(known), "parts": shares}


def _by_year(connection: sa.Connection, place: str, code: str) -> Iterator[dict[str, Any]]:
    year = sa.func.substr(reading.c.day, 1, 4).label("year")
    order = (reading.c.day.desc(), reading.c.at.desc(), reading.c.id.desc())
    latest = sa.func.row_number().over(partition_by=(reading.c.entry, year), order_by=order).label("latest")
    each = _of_place(sa.select(year, reading.c.entry, reading.c.value, latest), place, code).subquery()
    counted = sa.func.count(sa.distinct(each.c.entry))
    query = sa.select(each.c.year, sa.func.sum(each.c.value), counted).group_by(each.c.year)
    if INDICATORS[code].kind == STOCK:
        query = query.where(each.c.latest == 1)
    for one, value, known in connection.execute(query):
        yield {"year": one, "value": int(value), "known": int(known), "parts": {}}


def _of_place(query: Any, place: str, code: str) -> Any:
    return query.join(entry, entry.c.id == reading.c.entry).where(entry.c.region == place, reading.c.code == code)


def newest_checks(by: str = "") -> Any:
    """Number the checks of each measure from the newest (``latest`` 1); those alone that were made by an ISO day."""
    latest = sa.func.row_number().over(
        partition_by=check_up.c.entry, order_by=(check_up.c.day.desc(), check_up.c.at.desc())
    )
    query = sa.select(check_up.c.entry, check_up.c.verdict, latest.label("latest"))
    return (query.where(check_up.c.day <= by) if by else query).subquery()


def _verdicts(where: list[Any], due_by: str) -> Any:
    newest = newest_checks()
    return (
        sa.select(entry.c.region, newest.c.verdict, sa.func.count())
        .outerjoin(newest, (newest.c.entry == entry.c.id) & (newest.c.latest == 1))
        .where(entry.c.ended_on != "", entry.c.ended_on <= due_by, *where)
        .group_by(entry.c.region, newest.c.verdict)
    )


def _settle(connection: sa.Connection, of: str, code: str) -> None:
    """Mark which values count: of a stock the newest alone, of a flow all."""
    mine = (reading.c.entry == of) & (reading.c.code == code)
    connection.execute(reading.update().where(mine).values(counts=INDICATORS[code].kind != STOCK))
    if INDICATORS[code].kind == STOCK:
        order = (reading.c.day.desc(), reading.c.at.desc(), reading.c.id.desc())
        newest = connection.execute(sa.select(reading.c.id).where(mine).order_by(*order).limit(1)).scalar()
        if newest is not None:
            connection.execute(reading.update().where(reading.c.id == newest).values(counts=True))
    add_up(connection, connection.execute(sa.select(entry.c.region).where(entry.c.id == of)).scalar_one(), code)


def _reading(row: Any) -> Reading:
    values = {name: getattr(row, name) for name in ("id", "entry", "code", "day", "value", "proof", "by", "at")}
    parts = {name: getattr(row, name) // 100 for name in PARTS if getattr(row, name) is not None}
    return Reading(**values, parts=parts)
