"""Files of sealed minutes: remembered when they are given out, and known again when somebody brings one."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from shared.domain.records import Workshop
from shared.minutes.seal import checksum_of_file, proves_itself
from shared.minutes.traces import named_in
from shared.store import revisions, sealed_files
from shared.store.store import Store

from .aside import aside
from .recording import sealed_with

MOST_BYTES = 32 * 1024 * 1024  # of a file that anybody may bring


@dataclass(frozen=True)
class Seen:
    """Of which sealed version a file is, and how far that is known.

    ``state``: "file": it is as it was given out; "changed": it names the version and is not; "unrecorded": it names the
    version, but that was sealed before files were kept, so that nobody can tell.
    """

    workshop: Workshop
    kept: revisions.Revision
    state: str

    @property
    def whole(self) -> bool:
        return self.state == "file"


def give_out(store: Store, workshop: str, kept: revisions.Revision, file: bytes) -> bytes:
    """Remember a file of a sealed version before it is given away."""
    digest = digest_of(file)
    with store.read() as connection:
        known = sealed_files.is_noted(connection, workshop, kept.number, digest)
    if not known:
        store.write(lambda c: sealed_files.note(c, workshop, kept.number, digest))
    return file


def look_at(store: Store, file: bytes) -> Seen | None:
    """Find the sealed version that a file is, or that it names; None where it is neither.

    A file with data proves itself by its canonical form, however it is written; any other is known by its SHA-256.
    """
    digest, reckoned = aside(lambda: (digest_of(file), checksum_of_file(file)))
    found = sealed_with(store, reckoned) if reckoned else _given_out(store, digest)
    if found is not None:
        return Seen(*found, "file")
    for named in aside(lambda: named_in(file)):
        if (found := sealed_with(store, named)) is not None:
            known = _all_noted(store, *found) or aside(lambda: proves_itself(file))
            return Seen(*found, "changed" if known else "unrecorded")
    return None


def digest_of(file: bytes) -> str:
    return sha256(file).hexdigest()


def _all_noted(store: Store, workshop: Workshop, kept: revisions.Revision) -> bool:
    with store.read() as connection:
        return sealed_files.all_noted(connection, workshop.id, kept.number, kept.checksum or "")


def _given_out(store: Store, digest: str) -> tuple[Workshop, revisions.Revision] | None:
    with store.read() as connection:
        found = sealed_files.version_of(connection, digest)
        kept = revisions.one(connection, *found) if found else None
    return sealed_with(store, kept.checksum) if kept is not None and kept.checksum else None
