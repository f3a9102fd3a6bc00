"""The fund: whose money it is, what is called for, what each region has of it, and the journal of every measure."""

from __future__ import annotations

import sqlalchemy as sa

from .base import Json, Time, metadata

# The fund: whose money it is, what is called for, what each region has of it, and the journal of every measure.
giver = sa.Table(
    "giver",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("purpose", sa.Text, nullable=False),
    sa.Column("reports", sa.Text, nullable=False),
)
call = sa.Table(
    "call",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("opens", sa.Text, nullable=False),  # ISO
    sa.Column("closes", sa.Text, nullable=False),
    sa.Column("windows", Json, nullable=False),
    sa.Column("two_below", sa.BigInteger, nullable=False),
    sa.Column("contact", sa.Text, nullable=False),
)
envelope = sa.Table(
    "envelope",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("call", sa.Text, sa.ForeignKey("call.id"), nullable=False),
    sa.Column("region", sa.Text, sa.ForeignKey("region.id"), nullable=False, index=True),
    sa.Column("giver", sa.Text, sa.ForeignKey("giver.id"), nullable=False),
    sa.Column("amount", sa.BigInteger, nullable=False),  # whole units of the call's currency
    sa.UniqueConstraint("call", "region", "giver"),
)
booking = sa.Table(
    "booking",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),  # in the order of writing
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("entry", sa.Text, sa.ForeignKey("entry.id"), nullable=False, index=True),
    sa.Column("envelope", sa.Text, sa.ForeignKey("envelope.id"), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("amount", sa.BigInteger, nullable=False),
    sa.Column("day", sa.Text, nullable=False),  # ISO
    sa.Column("tranche", sa.Integer, nullable=False),
    sa.Column("proof", sa.Text, nullable=False),
    sa.Column("back", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Index(None, "envelope", "kind", "day"),
)
