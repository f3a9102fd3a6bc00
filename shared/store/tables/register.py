"""Measures from the idea to the last check, what they have brought, and what regions report of themselves."""

from __future__ import annotations

import sqlalchemy as sa

from shared.domain.register.indicators import PARTS

from .base import Json, Time, metadata

# The register of measures: a row and its history, outside the workshops' boards. A link without an account lets a
# champion write into one entry; only its hash is kept.
entry = sa.Table(
    "entry",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("region", sa.Text, sa.ForeignKey("region.id", ondelete="CASCADE"), nullable=False),
    sa.Column("number", sa.Text, nullable=False, unique=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("form", Json, nullable=False),
    sa.Column("office", Json, nullable=False),
    sa.Column("workshop", sa.Text, nullable=False),  # where it comes from; stays when that is deleted
    sa.Column("measure", sa.Text, nullable=False),
    sa.Column("released", sa.Boolean, nullable=False),
    sa.Column("call", sa.Text, nullable=False, server_default=""),  # of the fund
    sa.Column("ended_on", sa.Text, nullable=False, server_default=""),
    sa.Column("asked", sa.BigInteger, nullable=True),  # of the form, so that it can be added up
    sa.Column("course", Json, nullable=False, server_default="{}"),  # milestones and risks, by their ids
    sa.Column("joint", Json, nullable=False, server_default="[]"),  # ids of other regions
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("changed_at", Time, nullable=False),
    sa.Index(None, "region", "state"),
    sa.Index(None, "workshop", "measure"),
)
entry_event = sa.Table(
    "entry_event",
    metadata,
    sa.Column("entry", sa.Text, sa.ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("verb", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("party", sa.Text, nullable=False),
    sa.Column("to", sa.Text, nullable=False),  # the state that it came into; "" where it stayed
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("changes", Json, nullable=False),
)
entry_link = sa.Table(
    "entry_link",
    metadata,
    sa.Column("link_hash", sa.Text, primary_key=True),
    sa.Column("entry", sa.Text, sa.ForeignKey("entry.id", ondelete="CASCADE"), nullable=False, unique=True),
)
# What measures have brought: values as they were reported. ``counts`` marks those that stand for their measure now, so
# that sums over thousands of measures need no search.
reading = sa.Table(
    "reading",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("entry", sa.Text, sa.ForeignKey("entry.id", ondelete="CASCADE"), nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("day", sa.Text, nullable=False),
    sa.Column("value", sa.BigInteger, nullable=False),  # hundredths
    *(sa.Column(part, sa.BigInteger, nullable=True) for part in PARTS),  # null: not known
    sa.Column("proof", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("counts", sa.Boolean, nullable=False),
    sa.Index(None, "entry", "code", "day"),
    sa.Index(None, "code", "counts", "entry", "value"),
)
# Marks of the people behind a value, where they were told by a list: the same person has the same mark.
counted = sa.Table(
    "counted",
    metadata,
    sa.Column("reading", sa.Text, sa.ForeignKey("reading.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("mark", sa.Text, primary_key=True),
    sa.Column("woman", sa.Boolean, nullable=False),
    sa.Column("young", sa.Boolean, nullable=False),
    sa.Index(None, "mark"),
)
# Sums of readings by region, indicator and year ("": all time), kept up as readings come and go. ``parts``: by part how
# many, and of how many that is known; values in hundredths.
figure = sa.Table(
    "figure",
    metadata,
    sa.Column("region", sa.Text, sa.ForeignKey("region.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("year", sa.Text, primary_key=True),
    sa.Column("value", sa.BigInteger, nullable=False),
    sa.Column("known", sa.Integer, nullable=False),  # measures
    sa.Column("parts", Json, nullable=False),
)
# Quarters as they were frozen: what was reckoned then, in hundredths, by measure.
quarter = sa.Table(
    "quarter",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),  # such as 2026-Q3
    sa.Column("at", Time, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("twice", Json, nullable=False),
)
quarter_region = sa.Table(
    "quarter_region",
    metadata,
    sa.Column("quarter", sa.Text, sa.ForeignKey("quarter.name", ondelete="CASCADE"), primary_key=True),
    sa.Column("region", sa.Text, sa.ForeignKey("region.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("figures", Json, nullable=False),  # by code, by measure
    sa.Column("twice", Json, nullable=False),  # by code
    sa.Column("verdicts", Json, nullable=False),  # by measure
)
# Figures from before these records began, as they were published; ``region`` "": of the whole programme.
published_figure = sa.Table(
    "published_figure",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("region", sa.Text, nullable=False),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("period", sa.Text, nullable=False),
    sa.Column("value", sa.BigInteger, nullable=False),  # hundredths
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("day", sa.Text, nullable=False),  # ISO
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
)
check_up = sa.Table(
    "check_up",
    metadata,
    sa.Column("entry", sa.Text, sa.ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("time", sa.Text, primary_key=True),  # T6 | T12 | T24
    sa.Column("day", sa.Text, nullable=False),  # ISO; "" while it waits
    sa.Column("way", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("answers", Json, nullable=False),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
)
check_link = sa.Table(
    "check_link",
    metadata,
    sa.Column("link_hash", sa.Text, primary_key=True),
    sa.Column("entry", sa.Text, sa.ForeignKey("entry.id", ondelete="CASCADE"), nullable=False),
    sa.Column("time", sa.Text, nullable=False),
    sa.UniqueConstraint("entry", "time"),
)
# What the office of a region reports of itself, one row a day; and its meetings and proposals with offices.
region_report = sa.Table(
    "region_report",
    metadata,
    sa.Column("region", sa.Text, sa.ForeignKey("region.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("day", sa.Text, primary_key=True),  # ISO
    sa.Column("figures", Json, nullable=False),  # by code, in hundredths
    sa.Column("capable", Json, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("proof", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
)
talk = sa.Table(
    "talk",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("region", sa.Text, sa.ForeignKey("region.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("shared", sa.Text, nullable=False),  # the name under which several regions count it once
    sa.Column("days", Json, nullable=False),
    sa.Column("sectors", Json, nullable=False),
    sa.Column("office", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.CheckConstraint("kind IN ('meeting', 'proposal')", name="kind"),
)
# Photos of measures while they run, apart from their entries.
entry_photo = sa.Table(
    "entry_photo",
    metadata,
    sa.Column("entry", sa.Text, sa.ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("day", sa.Text, nullable=False),  # ISO; "" where nobody told
    sa.Column("caption", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("width", sa.Integer, nullable=False),
    sa.Column("height", sa.Integer, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),  # SHA-256 of the JPEG
    sa.Column("jpeg", sa.Text, nullable=False),  # in base64, as every file that holds it wants it
    sa.Column("released", sa.Boolean, nullable=False, server_default=sa.false()),  # may stand on public pages
    sa.Column("alt", sa.Text, nullable=False, server_default=""),  # what is on it, for those who do not see it
)
# Papers attached to applications, apart from their entries.
attachment = sa.Table(
    "attachment",
    metadata,
    sa.Column("entry", sa.Text, sa.ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),  # SHA-256 of what is in it
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("party", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("content", sa.Text, nullable=False),  # in base64
    sa.CheckConstraint("type IN ('pdf', 'jpeg')", name="type"),
)
# Mails about checks that are due, one for each; an address goes once the mail went. A region's calendar is open to
# whoever has its link.
reminder = sa.Table(
    "reminder",
    metadata,
    sa.Column("entry", sa.Text, sa.ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("time", sa.Text, primary_key=True),  # T6 | T12 | T24
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("at", Time, nullable=False),  # when it is due, or is being sent
    sa.Column("reason", sa.Text, nullable=False),  # why it failed
    sa.CheckConstraint("state IN ('queued', 'sending', 'sent', 'failed')", name="state"),
    sa.Index(None, "state", "at"),
)
calendar_link = sa.Table(
    "calendar_link",
    metadata,
    sa.Column("link_hash", sa.Text, primary_key=True),
    sa.Column("region", sa.Text, sa.ForeignKey("region.id", ondelete="CASCADE"), nullable=False, unique=True),
)
