"""Share measures between regions"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0060"
down_revision = "0050"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    op.add_column("entry", sa.Column("joint", _JSON, nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("entry", "joint")
