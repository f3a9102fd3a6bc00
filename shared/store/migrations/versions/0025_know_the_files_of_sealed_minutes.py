"""Know the files of sealed minutes"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sealed_file",
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop", "number"],
            ["minutes_revision.workshop", "minutes_revision.number"],
            name=op.f("fk_sealed_file_workshop_number_minutes_revision"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workshop", "number", "digest", name=op.f("pk_sealed_file")),
    )
    op.create_index(op.f("ix_sealed_file_digest"), "sealed_file", ["digest"])


def downgrade() -> None:
    op.drop_index(op.f("ix_sealed_file_digest"), "sealed_file")
    op.drop_table("sealed_file")
