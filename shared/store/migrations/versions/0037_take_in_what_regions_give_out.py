"""Take in what regions give out"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _time(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _of_region(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["region"], ["region.id"], name=op.f(f"fk_{table}_region_region"), ondelete="CASCADE")


def upgrade() -> None:
    op.create_table("parcel", *_text("id", "by", "file"), _time("at"), sa.PrimaryKeyConstraint("id", name=op.f("pk_parcel")))
    op.create_table(
        "parcel_item",
        *_text("region", "kind", "id", "digest"),
        _time("made_at"),
        sa.Column("gone", sa.Boolean(), nullable=False),
        _of_region("parcel_item"),
        sa.PrimaryKeyConstraint("region", "kind", "id", name=op.f("pk_parcel_item")),
    )
    op.create_table(
        "office_key",
        *_text("key", "region", "by"),
        _time("at"),
        _of_region("office_key"),
        sa.PrimaryKeyConstraint("key", "region", name=op.f("pk_office_key")),
    )


def downgrade() -> None:
    for table in ("office_key", "parcel_item", "parcel"):
        op.drop_table(table)
