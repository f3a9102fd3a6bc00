"""Saved minutes with all that came of them, photos, and mails with the result."""

from __future__ import annotations

import sqlalchemy as sa

from .base import Json, Time, metadata

minutes_revision = sa.Table(
    "minutes_revision",
    metadata,
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("markdown", sa.Text, nullable=False),
    sa.Column("html", sa.Text, nullable=False),
    sa.Column("data", Json, nullable=False),
    sa.Column("tree", Json, nullable=True),  # what all formats are written from; older versions have none
    sa.Column("sealed_at", Time, nullable=True),
    sa.Column("sealed_by", sa.Text, nullable=True),
    sa.Column("checksum", sa.Text, nullable=True, index=True),  # of a sealed version
)

photo = sa.Table(
    "photo",
    metadata,
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("activity", sa.Text, nullable=False),  # whose board it shows; "" for none
    sa.Column("caption", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("width", sa.Integer, nullable=False),
    sa.Column("height", sa.Integer, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),  # SHA-256 of the JPEG
    sa.Column("jpeg", sa.Text, nullable=False),  # in base64, as every file that holds it wants it
)

# Addresses for the result, apart from seats; an archive does not carry them.
mailing = sa.Table(
    "mailing",
    metadata,
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("digest", sa.Text, primary_key=True),  # of the address, keyed
    sa.Column("address", sa.Text, nullable=False),  # "" once the mail went
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("at", Time, nullable=False),  # when it was left, is due, or is being sent
    sa.Column("reason", sa.Text, nullable=False),  # why it failed
    sa.CheckConstraint("state IN ('waiting', 'queued', 'sending', 'sent', 'failed')", name="state"),
    sa.Index(None, "state", "at"),
)


def _of_version() -> sa.ForeignKeyConstraint:
    columns = [f"{minutes_revision.name}.{name}" for name in ("workshop", "number")]
    return sa.ForeignKeyConstraint(["workshop", "number"], columns, ondelete="CASCADE")


# Links without an account to one version: for corrections, or for one signer to sign. They open doors, so an archive
# does not carry them; what came in through them stands in tables of its own.
minutes_link = sa.Table(
    "minutes_link",
    metadata,
    sa.Column("link_hash", sa.Text, primary_key=True),
    sa.Column("workshop", sa.Text, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("signer", sa.Text, nullable=False),  # "" for corrections
    _of_version(),
    sa.UniqueConstraint("workshop", "number", "signer"),
)
correction = sa.Table(
    "correction",
    metadata,
    sa.Column("workshop", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("opened_at", Time, nullable=False),
    sa.Column("closes_at", Time, nullable=False),
    _of_version(),
)
remark = sa.Table(
    "remark",
    metadata,
    sa.Column("workshop", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("passage", sa.Integer, nullable=False),  # the how manieth block of the version, from 0
    sa.Column("anchor", sa.Text, nullable=False),  # of the heading above it
    sa.Column("excerpt", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("writer", sa.Text, nullable=False),  # a browser's secret, keyed
    sa.Column("at", Time, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("answer", sa.Text, nullable=False),
    sa.Column("answered_at", Time, nullable=True),
    sa.Column("answered_by", sa.Text, nullable=False),
    sa.Column("shown", sa.Boolean, nullable=False),  # to all who have the link, and in later versions
    _of_version(),
    sa.CheckConstraint("state IN ('open', 'accepted', 'declined')", name="state"),
    sa.Index(None, "workshop", "number"),
)
signature = sa.Table(
    "signature",
    metadata,
    sa.Column("workshop", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("signed_at", Time, nullable=True),
    sa.Column("paper_day", sa.Text, nullable=False),  # ISO; "" where it was signed by link, or not yet
    sa.Column("recorded_by", sa.Text, nullable=False),  # who wrote down what was signed on paper
    _of_version(),
    sa.Index(None, "workshop", "number"),
)
# What was given out of sealed versions: a file is known again by its SHA-256, whatever later programs would write.
sealed_file = sa.Table(
    "sealed_file",
    metadata,
    sa.Column("workshop", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("digest", sa.Text, primary_key=True, index=True),
    _of_version(),
)
# Of which sealed version of a workshop's minutes an extract without names is public.
public_minutes = sa.Table(
    "public_minutes",
    metadata,
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
)
