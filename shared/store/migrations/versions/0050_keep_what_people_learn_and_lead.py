"""Keep what people learn and lead"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0046"
branch_labels = None
depends_on = None


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _at() -> sa.Column[int]:
    return sa.Column("at", sa.BigInteger(), nullable=False)


def _key(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"), ondelete="CASCADE")


def upgrade() -> None:
    op.create_table(
        "training",
        *_text("person", "module"),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("best", sa.Integer(), nullable=False),
        _at(),
        _key("training", "person", "person"),
        sa.PrimaryKeyConstraint("person", "module", name=op.f("pk_training")),
    )
    op.create_table(
        "logbook",
        *_text("id", "person", "workshop", "title", "day", "region", "part", "confirmer", "state"),
        _at(),
        sa.CheckConstraint("part IN ('led', 'co_led', 'observed')", name=op.f("ck_logbook_part")),
        sa.CheckConstraint("state IN ('waiting', 'confirmed', 'declined')", name=op.f("ck_logbook_state")),
        sa.CheckConstraint("person <> confirmer", name=op.f("ck_logbook_confirmer")),
        _key("logbook", "person", "person"),
        _key("logbook", "region", "region"),
        _key("logbook", "confirmer", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logbook")),
        sa.UniqueConstraint("person", "workshop", name=op.f("uq_logbook_person_workshop")),
    )
    op.create_index(op.f("ix_logbook_confirmer"), "logbook", ["confirmer"])


def downgrade() -> None:
    op.drop_table("logbook")
    op.drop_table("training")
