"""Regions, the people who belong to them, how they sign in, what they keep and what they have learnt."""

from __future__ import annotations

import sqlalchemy as sa

from .base import Json, Time, metadata

region = sa.Table(
    "region",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
)
person = sa.Table(
    "person",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("email", sa.Text, nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("password_hash", sa.Text, nullable=True),
    sa.Column("disabled", sa.Boolean, nullable=False),
    sa.CheckConstraint("role IN ('administrator', 'manager', 'facilitator', 'viewer')", name="role"),
)
membership = sa.Table(
    "membership",
    metadata,
    sa.Column("person", sa.Text, sa.ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("region", sa.Text, sa.ForeignKey("region.id", ondelete="CASCADE"), primary_key=True),
)
session = sa.Table(
    "session",
    metadata,
    sa.Column("id_hash", sa.Text, primary_key=True),
    sa.Column("person", sa.Text, sa.ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("csrf", sa.Text, nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("seen_at", Time, nullable=False),
)
token = sa.Table(
    "token",
    metadata,
    sa.Column("token_hash", sa.Text, primary_key=True),
    sa.Column("person", sa.Text, sa.ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("revoked", sa.Boolean, nullable=False),
)
invitation = sa.Table(
    "invitation",
    metadata,
    sa.Column("link_hash", sa.Text, primary_key=True),
    sa.Column("purpose", sa.Text, nullable=False),
    sa.Column("person", sa.Text, sa.ForeignKey("person.id", ondelete="CASCADE"), nullable=True),
    sa.Column("expires_at", Time, nullable=False),
    sa.Column("used", sa.Boolean, nullable=False),
)
template = sa.Table(
    "template",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("owner", sa.Text, sa.ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("region", sa.Text, sa.ForeignKey("region.id", ondelete="CASCADE"), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("description", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("shared", sa.Text, nullable=False),  # no | region | all
    sa.Column("changed_at", Time, nullable=False),
    sa.Column("outline", Json, nullable=False),
    sa.CheckConstraint("shared IN ('no', 'region', 'all')", name="shared"),
)
# What people have learnt, a row for each module that somebody tried; and their logbooks of workshops.
training = sa.Table(
    "training",
    metadata,
    sa.Column("person", sa.Text, sa.ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("module", sa.Text, primary_key=True),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("best", sa.Integer, nullable=False),
    sa.Column("at", Time, nullable=False),
)
logbook = sa.Table(
    "logbook",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("person", sa.Text, sa.ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    sa.Column("workshop", sa.Text, nullable=False),  # its line outlives it
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("day", sa.Text, nullable=False),  # ISO
    sa.Column("region", sa.Text, sa.ForeignKey("region.id", ondelete="CASCADE"), nullable=False),
    sa.Column("part", sa.Text, nullable=False),
    sa.Column("confirmer", sa.Text, sa.ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.CheckConstraint("part IN ('led', 'co_led', 'observed')", name="part"),
    sa.CheckConstraint("state IN ('waiting', 'confirmed', 'declined')", name="state"),
    sa.CheckConstraint("person <> confirmer", name="confirmer"),
    sa.UniqueConstraint("person", "workshop"),
)
