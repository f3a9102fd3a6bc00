"""What travelled here from regions."""

from __future__ import annotations

import sqlalchemy as sa

from .base import Time, metadata

# What travelled here from regions: files that wait to be taken in, each thing as it came last, and whose signature is
# believed for which region.
parcel = sa.Table(
    "parcel",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),  # SHA-256 of the file
    sa.Column("at", Time, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("file", sa.Text, nullable=False),
)
parcel_item = sa.Table(
    "parcel_item",
    metadata,
    sa.Column("region", sa.Text, sa.ForeignKey("region.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("made_at", Time, nullable=False),
    sa.Column("gone", sa.Boolean, nullable=False),
)
office_key = sa.Table(
    "office_key",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),  # Ed25519, public, in hexadecimal
    sa.Column("region", sa.Text, sa.ForeignKey("region.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("at", Time, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
)
