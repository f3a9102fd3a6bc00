"""Keep addresses for the result"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mailing",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("workshop", "digest", "address", "language", "state")),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'queued', 'sending', 'sent', 'failed')", name=op.f("ck_mailing_state")
        ),
        sa.ForeignKeyConstraint(
            ["workshop"], ["workshop.id"], name=op.f("fk_mailing_workshop_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop", "digest", name=op.f("pk_mailing")),
    )
    op.create_index(op.f("ix_mailing_state_at"), "mailing", ["state", "at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_mailing_state_at"), "mailing")
    op.drop_table("mailing")
