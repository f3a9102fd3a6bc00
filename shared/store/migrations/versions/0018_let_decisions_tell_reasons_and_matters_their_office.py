"""Let decisions tell reasons and dissent, and matters for others the office that they have to reach"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_FIELDS = ("office", "reasons", "dissent")


def upgrade() -> None:
    for name in _FIELDS:
        op.add_column("note", sa.Column(name, sa.Text, nullable=False, server_default=sa.text("''")))


def downgrade() -> None:
    for name in reversed(_FIELDS):
        op.drop_column("note", name)
