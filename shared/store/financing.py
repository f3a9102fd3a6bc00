"""The fund's books: givers, calls, envelopes, and the journal of each measure; nothing overspent by two at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa

from shared.domain.changes import Refused
from shared.domain.financing.books import Booking, Books, books, fits
from shared.domain.financing.calls import Call, Envelope, Giver, Window

from .keys import new_id
from .tables import booking as journal
from .tables import call as calls
from .tables import envelope as envelopes
from .tables import giver as givers


@dataclass(frozen=True)
class Stand:
    """An envelope with its call and giver, and how its money stood on the day that was asked for."""

    envelope: Envelope
    call: Call
    giver: str
    books: Books

    @property
    def free(self) -> int:
        return self.envelope.amount - self.books.committed


def keep_giver(connection: sa.Connection, made: Giver) -> None:
    """Enter a giver, or what has changed of one. Refuses a name that another bears."""
    others = sa.select(givers.c.id).where(givers.c.name == made.name, givers.c.id != made.id)
    if connection.execute(others).first():
        raise Refused("conflict", "giver_there")
    _keep(connection, givers, asdict(made))


def keep_call(connection: sa.Connection, made: Call) -> None:
    """Enter a call, or what has changed of it; its currency stays once money lies in it."""
    before = call(connection, made.id)
    if before and before.currency != made.currency and _envelopes(connection, envelopes.c.call == made.id):
        raise Refused("conflict", "call_currency_stays")
    _keep(connection, calls, {**asdict(made), "windows": [asdict(window) for window in made.windows]})


def lay(connection: sa.Connection, of: str, region: str, giver: str, amount: int) -> None:
    """Set what a giver lays into a call for a region; never less than is promised of it."""
    where = (envelopes.c.call == of, envelopes.c.region == region, envelopes.c.giver == giver)
    id = connection.execute(sa.select(envelopes.c.id).where(*where).with_for_update()).scalar()
    if id is None:
        values = {"id": new_id(), "call": of, "region": region, "giver": giver, "amount": amount}
        connection.execute(envelopes.insert().values(**values))
        return
    promised = _books(connection, "9999", journal.c.envelope == id).get(id, Books()).committed
    if amount < promised:
        raise Refused("limit", "envelope_promised", promised=promised)
    connection.execute(envelopes.update().where(envelopes.c.id == id).values(amount=amount))


def every_giver(connection: sa.Connection) -> list[Giver]:
    return [Giver(**row._mapping) for row in connection.execute(sa.select(givers).order_by(givers.c.name))]


def every_call(connection: sa.Connection) -> list[Call]:
    """List calls, the one that closes last first."""
    return [_call(row) for row in connection.execute(sa.select(calls).order_by(calls.c.closes.desc(), calls.c.title))]


def call(connection: sa.Connection, id: str) -> Call | None:
    row = connection.execute(sa.select(calls).where(calls.c.id == id)).one_or_none()
    return _call(row) if row else None


def stands(connection: sa.Connection, regions: Collection[str] | None, until: str, of: str = "") -> list[Stand]:
    """Tell how each envelope of these regions (all where None) stood at the end of an ISO day; or of one call alone."""
    where = [] if regions is None else [envelopes.c.region.in_(list(regions))]
    found = _envelopes(connection, *where, *([envelopes.c.call == of] if of else []))
    names = {giver.id: giver.name for giver in every_giver(connection)}
    told = {call.id: call for call in every_call(connection)}
    money = _books(connection, until, journal.c.envelope.in_([one.id for one in found]))
    rows = [Stand(one, told[one.call], names[one.giver], money.get(one.id, Books())) for one in found]
    return sorted(rows, key=lambda s: (s.call.closes, s.call.title, s.giver, s.envelope.id), reverse=True)


def has_money(connection: sa.Connection, region: str) -> bool:
    """Say whether a region has any envelope: then a contract is made through the books."""
    return bool(_envelopes(connection, envelopes.c.region == region))


def journal_of(connection: sa.Connection, entry: str) -> list[Booking]:
    """List a measure's bookings as they were written."""
    query = sa.select(journal).where(journal.c.entry == entry).order_by(journal.c.number)
    rows = connection.execute(query)
    return [Booking(**{name: value for name, value in row._mapping.items() if name != "number"}) for row in rows]


def write(connection: sa.Connection, made: Booking) -> None:
    """Write a line into the journal. A promise only while its envelope holds it: two cannot spend the same money."""
    if made.kind == "committed" and made.amount > 0:
        held = sa.select(envelopes.c.amount).where(envelopes.c.id == made.envelope).with_for_update()
        amount = connection.execute(held).scalar_one()
        money = _books(connection, "9999", journal.c.envelope == made.envelope).get(made.envelope, Books())
        fits(made.amount, amount - money.committed)
    connection.execute(journal.insert().values(**asdict(made)))


def envelope(connection: sa.Connection, id: str) -> Envelope | None:
    return next(iter(_envelopes(connection, envelopes.c.id == id)), None)


def _keep(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> None:
    changed = connection.execute(table.update().where(table.c.id == values["id"]).values(**values))
    if not changed.rowcount:
        connection.execute(table.insert().values(**values))


def _books(connection: sa.Connection, until: str, *where: Any) -> dict[str, Books]:
    query = (
        sa.select(journal.c.envelope, journal.c.kind, sa.func.sum(journal.c.amount))
        .where(journal.c.day <= until, *where)
        .group_by(journal.c.envelope, journal.c.kind)
    )
    sums: dict[str, dict[str, int]] = {}
    for id, kind, amount in connection.execute(query):
        sums.setdefault(id, {})[kind] = int(amount)
    return {id: books(told) for id, told in sums.items()}


def _envelopes(connection: sa.Connection, *where: Any) -> list[Envelope]:
    return [Envelope(**row._mapping) for row in connection.execute(sa.select(envelopes).where(*where))]


def _call(row: Any) -> Call:
    return Call(**{**row._mapping, "windows": tuple(Window(**window) for window in row.windows)})
