"""One workshop as one document: its records, its log, its ballots and its saved minutes.

The document is as secret as the database: ballots lie in it under their hashes, without names, order or time. What
opens doors stays behind: tokens, return codes, links to minutes, the addresses of projector and hand-out; people join
anew where the workshop goes. So do the facilitators' private notes, for others may get the file.
Nothing is taken in that does not fit together: taking back every change in the log must find what that change left.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from shared.domain.changes import Refused
from shared.domain.corrections import STATES
from shared.domain.photos import MOST as MOST_PHOTOS
from shared.domain.photos import MOST_KEPT
from shared.domain.records import KINDS, Record, Workshop, kind_of, to_dict
from shared.domain.room import iso_day

from . import photos, sound, workshops
from .sound import Wrong
from .store import Needs, Store
from .tables import RECORDS, ballot, change, correction, minutes_revision, photo, remark, sealed_file, signature, voted
from .transaction import Transaction, read_records

SCHEMA = "led-workshop/1"
_JPEG = b"\xff\xd8\xff"
_LINES = {"log": change, "ballots": ballot, "voted": voted, "minutes": minutes_revision}
_OF_MINUTES = {"corrections": correction, "remarks": remark, "signatures": signature, "sealed_files": sealed_file}
_LATER = {**_OF_MINUTES, "photos": photo}  # an earlier version of the program had none


class BadArchive(Exception):
    """The document cannot be taken in; the message is one sentence for people."""


@dataclass(frozen=True)
class Content:
    """A document that was read and found in order."""

    records: list[Record]
    lines: dict[str, list[dict[str, Any]]]

    @property
    def workshop(self) -> Workshop:
        return next(record for record in self.records if isinstance(record, Workshop))


def export_workshop(store: Store, workshop: str) -> dict[str, Any] | None:
    """Put a workshop into one document, as it stands at one version; None where there is none."""
    with store.read() as connection:
        return laid_out(connection, workshop)


def laid_out(connection: sa.Connection, workshop: str) -> dict[str, Any] | None:
    """The same, within what somebody reads or writes already."""
    table = RECORDS["workshop"]
    version = connection.scalar(sa.select(table.c.version).where(table.c.id == workshop))
    if version is None:
        return None
    records: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    for record in read_records(connection, workshop):
        if not _private(kind_of(record), to_dict(record)):
            records[kind_of(record)].append(_keyless(kind_of(record), to_dict(record)))
    for some in records.values():
        some.sort(key=lambda item: str(item["id"]))
    document: dict[str, Any] = {"schema": SCHEMA, "version": version, "records": records}
    for name, lines in (_LINES | _LATER).items():
        columns = [column for column in lines.columns if column.name != "workshop"]
        query = sa.select(*columns).where(lines.c.workshop == workshop).order_by(*lines.primary_key)
        document[name] = [dict(row) for row in connection.execute(query).mappings()]
    document["log"] = [{**line, "edits": _without_private(line["edits"])} for line in document["log"]]
    return document


def import_workshop(store: Store, document: Any) -> Workshop:
    """Take a workshop in, with a new address for its projector (and code, where its own is taken); or BadArchive."""
    content = read(document)
    try:
        workshop: Workshop = store.write(_Import(content))
    except Refused as refused:
        if refused.code != "conflict":
            raise
        raise BadArchive(f"The workshop “{content.workshop.title}” is here already.") from refused
    return workshop


def read(document: Any) -> Content:
    """Check a document through and through, or raise BadArchive with the first thing that is wrong."""
    schema = document.get("schema") if isinstance(document, dict) else None
    if not isinstance(schema, str) or not schema.startswith("led-workshop/"):
        raise BadArchive("This file is not a workshop of LED Workshop.")
    if schema.startswith("led-workshop/minutes/"):
        raise BadArchive(
            "This file holds minutes as data, not the workshop: take the file that `workshop export` makes."
        )
    if schema != SCHEMA:
        raise BadArchive(_of_another_version(schema.removeprefix("led-workshop/")))
    try:
        sound.plain(document)
        content = _content(document)
        _fold_back(content)
    except Wrong as wrong:
        raise BadArchive(f"This file is damaged: {wrong}.") from wrong
    return content


def _of_another_version(written: str) -> str:
    """Say which is older, the file or the program, and what helps."""
    here = int(SCHEMA.rpartition("/")[2])
    if not (written.isascii() and written.isdigit() and len(written) < 9):
        return f"This file was written by another program: its schema {written[:40]} is not known here."
    both = f"(schema {int(written)}, here {here})"
    if int(written) > here:
        return f"This file was written by a later version of the program {both}: bring this program up to date first."
    return f"This file was written by an earlier version of the program {both}: export the workshop there anew."


@dataclass(frozen=True)
class _Import:
    content: Content

    @property
    def needs(self) -> Needs:
        return Needs()

    def run(self, transaction: Transaction) -> Workshop:
        if workshops.by_id(transaction.connection, self.content.workshop.id) is not None:
            raise Refused("conflict", "id_taken")
        return enter(transaction, self.content)


def enter(transaction: Transaction, content: Content) -> Workshop:
    """Enter a workshop that was read, where none of its id is."""
    connection, came = transaction.connection, content.workshop
    free = came.code and workshops.by_code(connection, came.code) is None
    kept = came if free else replace(came, code=workshops.fresh_code(connection))
    transaction.boards.pop(kept.id, None)  # one of that name may have been here before
    for kind, table in RECORDS.items():
        if some := [to_dict(kept if r is came else r) for r in content.records if kind_of(r) == kind]:
            connection.execute(sa.insert(table), some)
    version = len(content.lines["log"])
    connection.execute(
        sa.update(RECORDS["workshop"]).where(RECORDS["workshop"].c.id == kept.id).values(version=version)
    )
    for name, table in (_LINES | _LATER).items():
        if lines := [{**line, "workshop": kept.id} for line in content.lines[name]]:
            connection.execute(sa.insert(table), _under_code(lines, kept.code) if name == "log" else lines)
    workshops.add_door(connection, kept.id, "projector")
    return kept


def _content(document: dict[str, Any]) -> Content:
    given = document.get("records")
    if not isinstance(given, dict) or not given.keys() <= KINDS.keys():
        raise Wrong("its records cannot be read")
    if not all(isinstance(some, list) for some in given.values()):
        raise Wrong("its records cannot be read")
    records = [sound.record(kind, item) for kind, some in given.items() for item in some]
    sound.together(records)
    lines = {name: sound.rows(table, document.get(name), name) for name, table in _LINES.items()}
    lines |= {name: sound.rows(table, document.get(name, []), name) for name, table in _LATER.items()}
    if [line["version"] for line in lines["log"]] != list(range(1, len(lines["log"]) + 1)):
        raise Wrong("its log has gaps")
    if document.get("version") != len(lines["log"]):
        raise Wrong("its log does not end at its version")
    votes = {r.id for r in records if kind_of(r) == "activity"}
    if any(line["activity"] not in votes for name in ("ballots", "voted") for line in lines[name]):
        raise Wrong("it holds ballots of a step that is not in it")
    versions = {line["number"] for line in lines["minutes"]}
    if any(line["number"] not in versions for name in _OF_MINUTES for line in lines[name]):
        raise Wrong("it holds remarks on minutes that are not in it")
    if any(line["state"] not in STATES for line in lines["remarks"]):
        raise Wrong("it holds a remark in a state that this program does not know")
    if not all(line["paper_day"] == "" or _is_day(line["paper_day"]) for line in lines["signatures"]):
        raise Wrong("it holds a signature of a day that is none")
    if len(lines["photos"]) > MOST_PHOTOS or not all(_is_photo(line) for line in lines["photos"]):
        raise Wrong("it holds a photo that is none")
    return Content(records, lines)


def _is_photo(line: dict[str, Any]) -> bool:
    """Say whether a line holds the JPEG that it names; whether it can be decoded is not for here."""
    try:
        jpeg = b64decode(line["jpeg"], validate=True)
    except ValueError:
        return False
    whole = jpeg.startswith(_JPEG) and len(jpeg) <= MOST_KEPT and photos.digest_of(jpeg) == line["digest"]
    return whole and min(line["width"], line["height"]) > 0 and bool(line["caption"].strip())


def _is_day(text: str) -> bool:
    try:
        return iso_day(text) == text
    except Refused:
        return False


def _fold_back(content: Content) -> None:
    """Take every change back, the last one first: each must find what it left."""
    board = {(kind_of(record), record.id): record for record in content.records}
    for line in reversed(content.lines["log"]):
        before: dict[tuple[str, str], Record | None] = {}
        after: dict[tuple[str, str], Record | None] = {}
        for key, was, became in _edits(line):
            before.setdefault(key, was)
            after[key] = became
        for key, record in after.items():
            if board.pop(key, None) != record:
                raise Wrong(f"change {line['version']} of its log does not lead to its records")
        board |= {key: record for key, record in before.items() if record is not None}


def _edits(line: dict[str, Any]) -> Iterator[tuple[tuple[str, str], Record | None, Record | None]]:
    if not isinstance(line["edits"], list) or not isinstance(line["answer"], dict):
        raise Wrong(f"change {line['version']} of its log cannot be read")
    for item in line["edits"]:
        if not (isinstance(item, list) and len(item) == 3 and isinstance(item[0], str) and item[0] in KINDS):
            raise Wrong(f"change {line['version']} of its log cannot be read")
        kind, was, became = item[0], *(None if side is None else sound.record(item[0], side) for side in item[1:])
        touched = became or was
        if touched is None or (was or touched).id != touched.id:
            raise Wrong(f"change {line['version']} of its log cannot be read")
        yield (kind, touched.id), was, became


def _keyless(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "handout": "", "handout_minutes": 0} if kind == "workshop" else data


def _private(kind: str, data: dict[str, Any] | None) -> bool:
    return kind == "note" and data is not None and data["type"] == "private"


def _without_private(edits: list[list[Any]]) -> list[list[Any]]:
    """Leave private notes and keys out of a change, as if they had never been there."""
    kept = [
        [kind, *(None if side is None or _private(kind, side) else _keyless(kind, side) for side in sides)]
        for kind, *sides in edits
    ]
    return [edit for edit in kept if edit[1] is not None or edit[2] is not None]


def _under_code(log: list[dict[str, Any]], code: str) -> list[dict[str, Any]]:
    """Write the workshop's own code into its log, where it may have had to change."""

    def coded(edit: list[Any]) -> list[Any]:
        if edit[0] != "workshop":
            return edit
        return [edit[0], *(side and {**side, "code": code} for side in edit[1:])]

    return [{**line, "edits": [coded(edit) for edit in line["edits"]]} for line in log]
