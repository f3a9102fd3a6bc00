"""Open versions of minutes for corrections"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def _of_version(name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["workshop", "number"],
        ["minutes_revision.workshop", "minutes_revision.number"],
        name=op.f(f"fk_{name}_workshop_number_minutes_revision"),
        ondelete="CASCADE",
    )


def upgrade() -> None:
    op.create_table(
        "minutes_link",
        sa.Column("link_hash", sa.Text(), nullable=False),
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("signer", sa.Text(), nullable=False),
        _of_version("minutes_link"),
        sa.PrimaryKeyConstraint("link_hash", name=op.f("pk_minutes_link")),
        sa.UniqueConstraint("workshop", "number", "signer", name=op.f("uq_minutes_link_workshop_number_signer")),
    )
    op.create_table(
        "correction",
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("closes_at", sa.BigInteger(), nullable=False),
        _of_version("correction"),
        sa.PrimaryKeyConstraint("workshop", "number", name=op.f("pk_correction")),
    )
    op.create_table(
        "remark",
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("passage", sa.Integer(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("excerpt", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("writer", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'accepted', 'declined')", name=op.f("ck_remark_state")),
        _of_version("remark"),
        sa.PrimaryKeyConstraint("workshop", "id", name=op.f("pk_remark")),
    )
    op.create_index(op.f("ix_remark_workshop_number"), "remark", ["workshop", "number"])


def downgrade() -> None:
    op.drop_index(op.f("ix_remark_workshop_number"), "remark")
    for name in ("remark", "correction", "minutes_link"):
        op.drop_table(name)
