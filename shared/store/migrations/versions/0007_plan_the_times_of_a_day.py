"""Plan the times of a day and the people expected, and keep own templates"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    op.add_column("workshop", sa.Column("begins", sa.Text, nullable=False, server_default=""))
    op.add_column("workshop", sa.Column("ends", sa.Text, nullable=False, server_default=""))
    op.add_column("workshop", sa.Column("expected", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "template",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("region", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("description", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("shared", sa.Text, nullable=False),
        sa.Column("changed_at", sa.BigInteger, nullable=False),
        sa.Column("outline", _JSON, nullable=False),
        sa.CheckConstraint("shared IN ('no', 'region', 'all')", name=op.f("ck_template_shared")),
        sa.ForeignKeyConstraint(["owner"], ["person.id"], name=op.f("fk_template_owner_person"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["region"], ["region.id"], name=op.f("fk_template_region_region"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template")),
    )
    op.create_index(op.f("ix_template_owner"), "template", ["owner"])


def downgrade() -> None:
    op.drop_table("template")
    for name in ("expected", "ends", "begins"):
        op.drop_column("workshop", name)
