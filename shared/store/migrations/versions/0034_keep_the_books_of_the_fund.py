"""Keep the books of the fund"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0034"
down_revision = "0029"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _big(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.BigInteger(), nullable=False) for name in names]


def _of(table: str, *others: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([other], [f"{other}.id"], name=op.f(f"fk_{table}_{other}_{other}")) for other in others
    ]


def upgrade() -> None:
    op.add_column("entry", sa.Column("call", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "giver",
        *_text("id", "name", "purpose", "reports"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_giver")),
        sa.UniqueConstraint("name", name=op.f("uq_giver_name")),
    )
    op.create_table(
        "call",
        *_text("id", "title", "currency", "opens", "closes"),
        sa.Column("windows", _JSON, nullable=False),
        *_big("two_below"),
        *_text("contact"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
    )
    op.create_table(
        "envelope",
        *_text("id", "call", "region", "giver"),
        *_big("amount"),
        *_of("envelope", "call", "region", "giver"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_envelope")),
        sa.UniqueConstraint("call", "region", "giver", name=op.f("uq_envelope_call_region_giver")),
    )
    op.create_index(op.f("ix_envelope_region"), "envelope", ["region"])
    op.create_table(
        "booking",
        sa.Column("number", sa.Integer(), nullable=False),
        *_text("id", "entry", "envelope", "kind"),
        *_big("amount"),
        *_text("day"),
        sa.Column("tranche", sa.Integer(), nullable=False),
        *_text("proof", "back", "by"),
        *_big("at"),
        *_of("booking", "entry", "envelope"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_booking")),
        sa.UniqueConstraint("id", name=op.f("uq_booking_id")),
    )
    op.create_index(op.f("ix_booking_entry"), "booking", ["entry"])
    op.create_index(op.f("ix_booking_envelope_kind_day"), "booking", ["envelope", "kind", "day"])


def downgrade() -> None:
    for name in ("booking", "envelope", "call", "giver"):
        op.drop_table(name)
    op.drop_column("entry", "call")
