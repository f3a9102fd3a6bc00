"""Tell of an activity how far its result is shown, why it was agreed on, and the lots drawn on it"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True, astext_type=Text()), "postgresql")
_NEW = ("revealed", "agreed_because", "seed", "lots")


def upgrade() -> None:
    op.add_column("activity", sa.Column("revealed", sa.Text, nullable=False, server_default=""))
    op.add_column("activity", sa.Column("agreed_because", sa.Text, nullable=False, server_default=""))
    op.add_column("activity", sa.Column("seed", sa.Integer, nullable=False, server_default="0"))
    op.add_column("activity", sa.Column("lots", _JSON, nullable=False, server_default=sa.text("'[]'")))


def downgrade() -> None:
    for name in _NEW:
        op.drop_column("activity", name)
