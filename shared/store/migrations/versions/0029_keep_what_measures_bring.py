"""Keep what measures bring"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _of_entry(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f(f"fk_{table}_entry_entry"), ondelete="CASCADE")


def upgrade() -> None:
    op.add_column("entry", sa.Column("ended_on", sa.Text(), nullable=False, server_default=""))
    op.add_column("entry", sa.Column("asked", sa.BigInteger(), nullable=True))
    op.create_table(
        "reading",
        *_text("id", "entry", "code", "day"),
        sa.Column("value", sa.BigInteger(), nullable=False),
        *(sa.Column(part, sa.BigInteger(), nullable=True) for part in ("women", "youth", "vulnerable", "remote")),
        *_text("proof", "by"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        _of_entry("reading"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
    )
    op.create_index(op.f("ix_reading_entry_code_day"), "reading", ["entry", "code", "day"])
    op.create_index(op.f("ix_reading_code_counts_entry_value"), "reading", ["code", "counts", "entry", "value"])
    op.create_table(
        "figure",
        *_text("region", "code", "year"),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("parts", _JSON, nullable=False),
        sa.ForeignKeyConstraint(["region"], ["region.id"], name=op.f("fk_figure_region_region"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("region", "code", "year", name=op.f("pk_figure")),
    )
    op.create_table(
        "check_up",
        *_text("entry", "time", "day", "way", "by"),
        sa.Column("answers", _JSON, nullable=False),
        *_text("verdict"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        _of_entry("check_up"),
        sa.PrimaryKeyConstraint("entry", "time", name=op.f("pk_check_up")),
    )
    op.create_table(
        "check_link",
        *_text("link_hash", "entry", "time"),
        _of_entry("check_link"),
        sa.PrimaryKeyConstraint("link_hash", name=op.f("pk_check_link")),
        sa.UniqueConstraint("entry", "time", name=op.f("uq_check_link_entry_time")),
    )


def downgrade() -> None:
    for name in ("check_link", "check_up", "figure", "reading"):
        op.drop_table(name)
    for name in ("asked", "ended_on"):
        op.drop_column("entry", name)
