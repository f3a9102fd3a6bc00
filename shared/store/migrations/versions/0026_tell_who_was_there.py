"""Tell who was there"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    op.add_column("workshop", sa.Column("attendance", _JSON, nullable=False, server_default=sa.text("'{}'")))
    op.add_column("seat", sa.Column("named", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("seat", "named")
    op.drop_column("workshop", "attendance")
