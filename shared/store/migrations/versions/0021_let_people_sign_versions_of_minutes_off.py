"""Let people sign versions of minutes off"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "signature",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("workshop", "id", "role", "name")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("number", "position")),
        sa.Column("signed_at", sa.BigInteger(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("paper_day", "recorded_by")),
        sa.ForeignKeyConstraint(
            ["workshop", "number"],
            ["minutes_revision.workshop", "minutes_revision.number"],
            name=op.f("fk_signature_workshop_number_minutes_revision"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workshop", "id", name=op.f("pk_signature")),
    )
    op.create_index(op.f("ix_signature_workshop_number"), "signature", ["workshop", "number"])


def downgrade() -> None:
    op.drop_index(op.f("ix_signature_workshop_number"), "signature")
    op.drop_table("signature")
