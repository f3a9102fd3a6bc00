"""Count people once"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "counted",
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("woman", sa.Boolean(), nullable=False),
        sa.Column("young", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading"], ["reading.id"], name=op.f("fk_counted_reading_reading"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("reading", "mark", name=op.f("pk_counted")),
    )
    op.create_index(op.f("ix_counted_mark"), "counted", ["mark"])


def downgrade() -> None:
    op.drop_table("counted")
