"""What a workshop consists of: a table for each kind of record, its log, its ballots, and the doors into it."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

import sqlalchemy as sa

from shared.domain.records import KINDS

from .base import Json, Time, metadata


def _column(name: str, hint: Any) -> sa.Column[Any]:
    text = str(hint)
    optional = "None" in text
    kind: Any
    if "dict" in text or "list" in text:
        kind = Json
    elif "bool" in text:
        kind = sa.Boolean
    elif "float" in text:
        kind = sa.Double
    elif "int" in text:
        kind = Time if name.endswith("_at") else sa.Integer
    else:
        kind = sa.Text
    return sa.Column(name, kind, nullable=optional)


def _record_table(kind: str, cls: type[Any], *more: Any) -> sa.Table:
    hints = get_type_hints(cls)
    columns = [_column(f.name, hints[f.name]) for f in fields(cls)]
    return sa.Table(kind, metadata, *columns, sa.PrimaryKeyConstraint("workshop", "id"), *more)


def _of_workshop() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], ondelete="CASCADE")


RECORDS: dict[str, sa.Table] = {
    "workshop": _record_table(
        "workshop",
        KINDS["workshop"],
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        sa.UniqueConstraint("code"),
        sa.UniqueConstraint("id"),
        sa.CheckConstraint("workshop = id", name="own_id"),
        sa.Index(None, "region"),
    ),
    **{kind: _record_table(kind, cls, _of_workshop()) for kind, cls in KINDS.items() if kind != "workshop"},
}

change = sa.Table(
    "change",
    metadata,
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("command_id", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),  # a hash of verb and arguments
    sa.Column("actor_role", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("actor_name", sa.Text, nullable=False),
    sa.Column("verb", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("undoes", sa.Integer, nullable=True),
    sa.Column("edits", Json, nullable=False),
    sa.Column("answer", Json, nullable=False),
    sa.UniqueConstraint("workshop", "command_id"),
)

# Who has voted, and what was voted: two tables that nothing joins. Keyed by hashes, so that rows lie in no order of
# time; no row number on SQLite, for the same reason.
voted = sa.Table(
    "voted",
    metadata,
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("activity", sa.Text, primary_key=True),
    sa.Column("credential_hash", sa.Text, primary_key=True),
    sqlite_with_rowid=False,
)
ballot = sa.Table(
    "ballot",
    metadata,
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("activity", sa.Text, primary_key=True),
    sa.Column("key_hash", sa.Text, primary_key=True),
    sa.Column("revision", sa.BigInteger, nullable=False),
    sa.Column("sector", sa.Text, nullable=True),
    sa.Column("paper", Json, nullable=False),
    sqlite_with_rowid=False,
)

credential = sa.Table(
    "credential",
    metadata,
    sa.Column("token_hash", sa.Text, primary_key=True),
    sa.Column("workshop", sa.Text, nullable=False),
    sa.Column("seat", sa.Text, nullable=False),
    sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], ondelete="CASCADE"),
    sa.Index(None, "workshop", "seat"),
)
return_code = sa.Table(
    "return_code",
    metadata,
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("seat", sa.Text, nullable=False),
)
door = sa.Table(
    "door",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("revoked", sa.Boolean, nullable=False),
)
