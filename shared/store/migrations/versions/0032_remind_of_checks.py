"""Remind of checks"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0034"
branch_labels = None
depends_on = None


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def upgrade() -> None:
    op.create_table(
        "reminder",
        *_text("entry", "time", "address", "language", "state"),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *_text("reason"),
        sa.CheckConstraint("state IN ('queued', 'sending', 'sent', 'failed')", name=op.f("ck_reminder_state")),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk_reminder_entry_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "time", name=op.f("pk_reminder")),
    )
    op.create_index(op.f("ix_reminder_state_at"), "reminder", ["state", "at"])
    op.create_table(
        "calendar_link",
        *_text("link_hash", "region"),
        sa.ForeignKeyConstraint(
            ["region"], ["region.id"], name=op.f("fk_calendar_link_region_region"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("link_hash", name=op.f("pk_calendar_link")),
        sa.UniqueConstraint("region", name=op.f("uq_calendar_link_region")),
    )


def downgrade() -> None:
    op.drop_table("calendar_link")
    op.drop_table("reminder")
