"""Keep a register of measures"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def upgrade() -> None:
    op.create_table(
        "entry",
        *_text("id", "region", "number", "title", "state"),
        sa.Column("form", _JSON, nullable=False),
        sa.Column("office", _JSON, nullable=False),
        *_text("workshop", "measure"),
        sa.Column("released", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["region"], ["region.id"], name=op.f("fk_entry_region_region"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint("number", name=op.f("uq_entry_number")),
    )
    op.create_index(op.f("ix_entry_region_state"), "entry", ["region", "state"])
    op.create_index(op.f("ix_entry_workshop_measure"), "entry", ["workshop", "measure"])
    op.create_table(
        "entry_event",
        *_text("entry"),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *_text("verb", "by", "party", "to", "reason"),
        sa.Column("changes", _JSON, nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk_entry_event_entry_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "version", name=op.f("pk_entry_event")),
    )
    op.create_table(
        "entry_link",
        *_text("link_hash", "entry"),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk_entry_link_entry_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("link_hash", name=op.f("pk_entry_link")),
        sa.UniqueConstraint("entry", name=op.f("uq_entry_link_entry")),
    )


def downgrade() -> None:
    for name in ("entry_link", "entry_event", "entry"):
        op.drop_table(name)
