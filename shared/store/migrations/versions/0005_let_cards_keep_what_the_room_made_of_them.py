"""Let cards keep what the room made of them, and which others they only look like"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True, astext_type=Text()), "postgresql")


def upgrade() -> None:
    op.add_column("card", sa.Column("unlike", _JSON, nullable=False, server_default=sa.text("'[]'")))
    op.add_column("card", sa.Column("verdict", _JSON, nullable=False, server_default=sa.text("'{}'")))


def downgrade() -> None:
    op.drop_column("card", "verdict")
    op.drop_column("card", "unlike")
