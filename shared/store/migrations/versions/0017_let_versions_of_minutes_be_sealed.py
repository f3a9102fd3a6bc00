"""Let versions of minutes be sealed"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("minutes_revision", sa.Column("sealed_at", sa.BigInteger(), nullable=True))
    op.add_column("minutes_revision", sa.Column("sealed_by", sa.Text(), nullable=True))
    op.add_column("minutes_revision", sa.Column("checksum", sa.Text(), nullable=True))
    op.create_index(op.f("ix_minutes_revision_checksum"), "minutes_revision", ["checksum"])


def downgrade() -> None:
    op.drop_index(op.f("ix_minutes_revision_checksum"), "minutes_revision")
    for name in ("checksum", "sealed_by", "sealed_at"):
        op.drop_column("minutes_revision", name)
