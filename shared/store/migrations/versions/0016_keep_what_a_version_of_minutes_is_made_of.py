"""Keep what a version of minutes is made of"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True, astext_type=Text()), "postgresql")


def upgrade() -> None:
    op.add_column("minutes_revision", sa.Column("tree", _JSON, nullable=True))


def downgrade() -> None:
    op.drop_column("minutes_revision", "tree")
