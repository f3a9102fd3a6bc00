"""Keep what became of measures, where lines were taken over from, and the stories on cards"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True, astext_type=Text()), "postgresql")
_COLUMNS = (
    ("measure", "indicators", _JSON, "'[]'"),
    ("measure", "reached", _JSON, "'{}'"),
    ("measure", "checks", _JSON, "'{}'"),
    ("measure", "origin", _JSON, "'{}'"),
    ("card", "story", _JSON, "'{}'"),
    ("pledge", "former", sa.Text(), "''"),
)


def upgrade() -> None:
    for table, name, kind, default in _COLUMNS:
        op.add_column(table, sa.Column(name, kind, nullable=False, server_default=sa.text(default)))


def downgrade() -> None:
    for table, name, _, _ in reversed(_COLUMNS):
        op.drop_column(table, name)
