"""The tables: one for each kind of record, with the same field names, and the store's own."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from shared.domain.records import KINDS
from shared.domain.register.indicators import PARTS

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
Time = sa.BigInteger  # milliseconds since 1970, UTC


def _column(name: str, hint: Any) -> sa.Column[Any]:
    text = str(hint)
    optional = "None" in text
    kind: Any
    if "dict" in text or "list" in text:
        kind = Json
    elif "bool" in text:
        kind = sa.Boolean
    elif "float" in text:
        kind = sa.Double
    elif "int" in text:
        kind = Time if name.endswith("_at") else sa.Integer
    else:
        kind = sa.Text
    return sa.Column(name, kind, nullable=optional)


def _record_table(kind: str, cls: type[Any], *more: Any) -> sa.Table:
    hints = get_type_hints(cls)
    columns = [_column(f.name, hints[f.name]) for f in fields(cls)]
    return sa.Table(kind, metadata, *columns, sa.PrimaryKeyConstraint("workshop", "id"), *more)


def _of_workshop() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], ondelete="CASCADE")


RECORDS: dict[str, sa.Table] = {
    "workshop": _record_table(
        "workshop",
        KINDS["workshop"],
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        sa.UniqueConstraint("code"),
        sa.UniqueConstraint("id"),
        sa.CheckConstraint("workshop = id", name="own_id"),
        sa.Index(None, "region"),
    ),
    **{kind: _record_table(kind, cls, _of_workshop()) for kind, cls in KINDS.items() if kind != "workshop"},
}

change = sa.Table(
    "change",
    metadata,
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("command_id", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),  # a hash of verb and arguments
    sa.Column("actor_role", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("actor_name", sa.Text, nullable=False),
    sa.Column("verb", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("undoes", sa.Integer, nullable=True),
    sa.Column("edits", Json, nullable=False),
    sa.Column("answer", Json, nullable=False),
    sa.UniqueConstraint("workshop", "command_id"),
)

# Who has voted, and what was voted: two tables that nothing joins. Keyed by hashes, so that rows lie in no order of
# time; no row number on SQLite, for the same reason.
voted = sa.Table(
    "voted",
    metadata,
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("activity", sa.Text, primary_key=True),
    sa.Column("credential_hash", sa.Text, primary_key=True),
    sqlite_with_rowid=False,
)
ballot = sa.Table(
    "ballot",
    metadata,
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("activity", sa.Text, primary_key=True),
    sa.Column("key_hash", sa.Text, primary_key=True),
    sa.Column("revision", sa.BigInteger, nullable=False),
    sa.Column("sector", sa.Text, nullable=True),
    sa.Column("paper", Json, nullable=False),
    sqlite_with_rowid=False,
)

credential = sa.Table(
    "credential",
    metadata,
    sa.Column("token_hash", sa.Text, primary_key=True),
    sa.Column("workshop", sa.Text, nullable=False),
    sa.Column("seat", sa.Text, nullable=False),
    sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], ondelete="CASCADE"),
    sa.Index(None, "workshop", "seat"),
)
return_code = sa.Table(
    "return_code",
    metadata,
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("seat", sa.Text, nullable=False),
)
door = sa.Table(
    "door",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("revoked", sa.Boolean, nullable=False),
)

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
# Of which sealed version of a workshop's minutes an extract without names is public.
public_minutes = sa.Table(
    "public_minutes",
    metadata,
    sa.Column("workshop", sa.Text, sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
)
