"""Make a table of interviews"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "interview",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "workshop", "activity")),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("position", sa.Double(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("consent", "line_of_work", "place", "date", "note")),
        sa.Column("answers", _JSON, nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop"], ["workshop.id"], name=op.f("fk_interview_workshop_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop", "id", name=op.f("pk_interview")),
    )


def downgrade() -> None:
    op.drop_table("interview")
