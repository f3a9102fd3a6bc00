"""Let rooms mark findings and amend ratings"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("finding", sa.Column("marks", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "mark",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("workshop", sa.Text, nullable=False),
        sa.Column("activity", sa.Text, nullable=False),
        sa.Column("finding", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop"], ["workshop.id"], name=op.f("fk_mark_workshop_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop", "id", name=op.f("pk_mark")),
    )
    op.create_table(
        "amendment",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("workshop", sa.Text, nullable=False),
        sa.Column("activity", sa.Text, nullable=False),
        sa.Column("factor", sa.Text, nullable=False),
        sa.Column("rating", sa.Integer, nullable=True),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("reach", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop"], ["workshop.id"], name=op.f("fk_amendment_workshop_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop", "id", name=op.f("pk_amendment")),
    )


def downgrade() -> None:
    op.drop_table("amendment")
    op.drop_table("mark")
    op.drop_column("finding", "marks")
