"""The change log: each change once, with the answer that its command got, in an order without gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from shared.domain.changes import Change, Edit
from shared.domain.records import to_dict
from shared.domain.stored import restored

from .tables import change as log


@dataclass(frozen=True)
class Logged:
    """One change as it stands in the log."""

    version: int
    verb: str
    subject: str
    reason: str
    at: int
    undoes: int | None
    actor_role: str
    actor: str
    actor_name: str
    edits: tuple[Edit, ...]

    @property
    def change(self) -> Change:
        return Change(self.verb, self.edits, self.subject, self.reason, self.undoes, self.at)


@dataclass(frozen=True)
class Answered:
    """What became of a command id before."""

    version: int
    body: str
    actor: str
    answer: dict[str, Any]


def dump(edits: Iterable[Edit]) -> list[list[Any]]:
    return [[e.kind, e.before and to_dict(e.before), e.after and to_dict(e.after)] for e in edits]


def load(edits: list[list[Any]]) -> tuple[Edit, ...]:
    return tuple(Edit(b and restored(kind, b), a and restored(kind, a)) for kind, b, a in edits)


def since(connection: sa.Connection, workshop: str, version: int, limit: int) -> list[Logged]:
    query = (
        sa.select(log).where(log.c.workshop == workshop, log.c.version > version).order_by(log.c.version).limit(limit)
    )
    return [_logged(row) for row in connection.execute(query)]


def one(connection: sa.Connection, workshop: str, version: int) -> Logged | None:
    row = connection.execute(sa.select(log).where(log.c.workshop == workshop, log.c.version == version)).one_or_none()
    return _logged(row) if row else None


def undone(connection: sa.Connection, workshop: str, version: int) -> bool:
    """Say whether a change has been undone, and that undo not been undone in its turn."""
    query = sa.select(log.c.version).where(log.c.workshop == workshop, log.c.undoes == version)
    return any(not undone(connection, workshop, by) for by in connection.execute(query).scalars())


def acts(connection: sa.Connection, workshop: str, last: int, before: int | None = None) -> list[dict[str, Any]]:
    """Tell the last changes without their edits, oldest first."""
    columns = [
        log.c[name] for name in ("version", "verb", "subject", "reason", "at", "undoes", "actor_role", "actor_name")
    ]
    query = sa.select(*columns).where(log.c.workshop == workshop).order_by(log.c.version.desc()).limit(last)
    if before is not None:
        query = query.where(log.c.version < before)
    return [dict(row._mapping) for row in reversed(connection.execute(query).all())]


def answered(connection: sa.Connection, ids: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Answered]:
    """Find which (workshop, command id) are in the log, and what was answered."""
    wanted: dict[str, list[str]] = {}
    for workshop, command_id in ids:
        wanted.setdefault(workshop, []).append(command_id)
    columns = (log.c.command_id, log.c.version, log.c.body, log.c.actor, log.c.answer)
    return {
        (workshop, row.command_id): Answered(row.version, row.body, row.actor, row.answer)
        for workshop, some in wanted.items()  # one by one: the key of (workshop, command id) serves only so
        for row in connection.execute(sa.select(*columns).where(log.c.workshop == workshop, log.c.command_id.in_(some)))
    }


def _logged(row: Any) -> Logged:
    return Logged(
        version=row.version,
        verb=row.verb,
        subject=row.subject,
        reason=row.reason,
        at=row.at,
        undoes=row.undoes,
        actor_role=row.actor_role,
        actor=row.actor,
        actor_name=row.actor_name,
        edits=load(row.edits),
    )
