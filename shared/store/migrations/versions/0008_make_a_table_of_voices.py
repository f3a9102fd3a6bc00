"""Make a table of voices: answers given openly and by name"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "voice",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("workshop", sa.Text, nullable=False),
        sa.Column("activity", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("position", sa.Double, nullable=False),
        sa.Column("measure", sa.Text, nullable=True),
        sa.Column("sector", sa.Text, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop"], ["workshop.id"], name=op.f("fk_voice_workshop_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop", "id", name=op.f("pk_voice")),
    )


def downgrade() -> None:
    op.drop_table("voice")
