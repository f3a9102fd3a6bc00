"""Make a table of pledges, and let a measure know which seat sketches it"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("measure", sa.Column("author", sa.Text, nullable=True))
    op.create_table(
        "pledge",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("workshop", sa.Text, nullable=False),
        sa.Column("activity", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("position", sa.Double, nullable=False),
        sa.Column("measure", sa.Text, nullable=True),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("due", sa.Text, nullable=False),
        sa.Column("means", sa.Text, nullable=False),
        sa.Column("champion", sa.Boolean, nullable=False),
        sa.Column("author", sa.Text, nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop"], ["workshop.id"], name=op.f("fk_pledge_workshop_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop", "id", name=op.f("pk_pledge")),
    )


def downgrade() -> None:
    op.drop_table("pledge")
    op.drop_column("measure", "author")
