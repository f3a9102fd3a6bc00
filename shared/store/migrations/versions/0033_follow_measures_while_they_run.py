"""Follow measures while they run"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    op.add_column("entry", sa.Column("course", _JSON, nullable=False, server_default="{}"))
    op.create_table(
        "entry_photo",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("entry", "id", "day", "caption")),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("digest", "jpeg")),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk_entry_photo_entry_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "id", name=op.f("pk_entry_photo")),
    )


def downgrade() -> None:
    op.drop_table("entry_photo")
    op.drop_column("entry", "course")
