"""Make a table of findings"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True, astext_type=Text()), "postgresql")


def upgrade() -> None:
    op.create_table(
        "finding",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("workshop", sa.Text, nullable=False),
        sa.Column("factors", _JSON, nullable=False),
        sa.Column("sign", sa.Text, nullable=False),
        sa.Column("statement", sa.Text, nullable=False),
        sa.Column("position", sa.Double, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("source_kind", sa.Text, nullable=False),
        sa.Column("source_ref", sa.Text, nullable=False),
        sa.Column("sector", sa.Text, nullable=True),
        sa.Column("line_of_work", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("rating", sa.Integer, nullable=True),
        sa.Column("date", sa.Text, nullable=False),
        sa.Column("details", _JSON, nullable=False),
        sa.Column("confidential", sa.Boolean, nullable=False),
        sa.Column("shown", sa.Boolean, nullable=False),
        sa.Column("card", sa.Text, nullable=True),
        sa.Column("origin", _JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop"], ["workshop.id"], name=op.f("fk_finding_workshop_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop", "id", name=op.f("pk_finding")),
    )


def downgrade() -> None:
    op.drop_table("finding")
