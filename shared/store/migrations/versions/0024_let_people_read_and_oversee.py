"""Let people read and oversee"""

from __future__ import annotations

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_NAME = "ck_person_role"


def upgrade() -> None:
    _roles("'administrator', 'manager', 'facilitator', 'viewer'")


def downgrade() -> None:
    op.execute("DELETE FROM person WHERE role NOT IN ('administrator', 'facilitator')")
    _roles("'administrator', 'facilitator'")


def _roles(named: str) -> None:
    # SQLite makes the table anew, without the constraint that nobody can name there.
    with op.batch_alter_table("person") as batch:
        if op.get_bind().dialect.name != "sqlite":
            batch.drop_constraint(op.f(_NAME), type_="check")
        batch.create_check_constraint(op.f(_NAME), f"role IN ({named})")
