"""Freeze quarters"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")

revision = "0070"
down_revision = "0052"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "quarter",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("twice", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_quarter")),
    )
    op.create_table(
        "quarter_region",
        sa.Column("quarter", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("figures", _JSON, nullable=False),
        sa.Column("twice", _JSON, nullable=False),
        sa.Column("verdicts", _JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["quarter"], ["quarter.name"], name=op.f("fk_quarter_region_quarter_quarter"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["region"], ["region.id"], name=op.f("fk_quarter_region_region_region"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("quarter", "region", name=op.f("pk_quarter_region")),
    )


def downgrade() -> None:
    op.drop_table("quarter_region")
    op.drop_table("quarter")
