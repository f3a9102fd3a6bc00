"""Let regions report of themselves"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0036"
down_revision = "0033"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _json(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, _JSON, nullable=False) for name in names]


def _of_region(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["region"], ["region.id"], name=op.f(f"fk_{table}_region_region"), ondelete="CASCADE")


def upgrade() -> None:
    op.create_table(
        "region_report",
        *_text("region", "day"),
        *_json("figures", "capable"),
        *_text("currency", "proof", "by"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        _of_region("region_report"),
        sa.PrimaryKeyConstraint("region", "day", name=op.f("pk_region_report")),
    )
    op.create_table(
        "talk",
        *_text("id", "region", "kind", "title", "shared"),
        *_json("days", "sectors"),
        *_text("office", "by"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("kind IN ('meeting', 'proposal')", name=op.f("ck_talk_kind")),
        _of_region("talk"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk")),
    )
    op.create_index(op.f("ix_talk_region"), "talk", ["region"])


def downgrade() -> None:
    op.drop_table("talk")
    op.drop_table("region_report")
