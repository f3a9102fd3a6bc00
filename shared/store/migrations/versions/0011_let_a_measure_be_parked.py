"""Let a measure be set aside with a reason"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("measure", sa.Column("parked", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("measure", "parked")
