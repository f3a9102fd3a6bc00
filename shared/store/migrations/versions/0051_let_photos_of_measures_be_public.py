"""Let photos of measures be public"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0060"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("entry_photo", sa.Column("released", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("entry_photo", sa.Column("alt", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("entry_photo", "alt")
    op.drop_column("entry_photo", "released")
