"""Papers attached to an application: letters, offers, sketches, proof of land; as a PDF, or as a photo of the paper.

A PDF that could do anything when it is opened is refused, as far as that can be seen from outside; nobody opens one
within a page: it is given out to be saved.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Collection
from dataclasses import dataclass

from ..changes import Refused
from ..text import line
from .entries import Entry, may_write
from .form import FIELDS
from .states import OFFICE

KINDS = FIELDS["papers"].choices
PDF, JPEG = "pdf", "jpeg"
MOST = 12  # of one measure
MOST_BYTES = 10 * 1024 * 1024  # of one file
MOST_ALL = 40 * 1024 * 1024  # bytes, of one measure
_MOST_NAME = 80
_MOST_INFLATED = 4 * MOST_BYTES  # looked at, of what is compressed within one PDF
_ACTIVE = re.compile(rb"/(?:JS|AA|XFA|GoToE|GoToR)(?![A-Za-z])")  # so short that a picture holds them by chance
_ANYWHERE = re.compile(
    rb"/(?:JavaScript|Launch|EmbeddedFiles?|OpenAction|RichMedia|SubmitForm|ImportData|Encrypt)(?![A-Za-z])"
)
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


@dataclass(frozen=True)
class Attached:
    """A file of a measure. ``size`` in bytes; ``digest``: SHA-256 in hex; ``party`` who attached it: states.py."""

    id: str
    kind: str
    name: str
    type: str  # pdf | jpeg
    size: int
    digest: str
    by: str
    party: str
    at: int


def may_attach(entry: Entry, party: str) -> bool:
    """The office may always; a champion while the application is written."""
    return party == OFFICE or may_write(entry, party)


def one_more(entry: Entry, party: str, there: Collection[Attached], size: int) -> None:
    """Refuse a file beyond what a measure holds, or from whom it is closed."""
    if not may_attach(entry, party):
        raise Refused("phase_closed", "form_closed")
    if len(there) >= MOST:
        raise Refused("limit", "attached_full", most=MOST)
    if sum(one.size for one in there) + size > MOST_ALL:
        raise Refused("limit", "attached_heavy", most=MOST_ALL // 2**20)


def may_remove(entry: Entry, party: str, one: Attached) -> None:
    """Refuse to take a file out that is another's, or when it is too late."""
    if not may_attach(entry, party) or (party != OFFICE and one.party != party):
        raise Refused("not_allowed", "attached_not_yours")


def kind_of(typed: str) -> str:
    if typed not in KINDS:
        raise Refused("invalid", "form_choice")
    return typed


def name_of(typed: str, type: str) -> str:
    """Make a plain file name of what a browser sent: no folders, no second ending, nothing a system reads as more."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", typed))[-1]
    shown = "".join(c for c in last if unicodedata.category(c)[0] not in "CZ" or c == " ")
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", shown)
    plain = re.sub(r'[<>:"|?*.\s]+', " ", stem).strip(" -_")
    told = line(plain, 400)[:_MOST_NAME].strip() or "file"
    return f"{told}.{'pdf' if type == PDF else 'jpg'}"


def is_pdf(content: bytes) -> bool:
    return content.startswith(b"%PDF-")


def sound_pdf(content: bytes) -> None:
    """Refuse a PDF that is cut off, locked, or that would act when it is opened."""
    if b"%%EOF" not in content[-2048:] or b"startxref" not in content[-4096:]:
        raise Refused("invalid", "attached_broken")
    if _ANYWHERE.search(_plain(content)) or any(_acts(part) for part in _parts(content)):
        raise Refused("not_allowed", "attached_active")


def _acts(part: bytes) -> bool:
    plain = _plain(part)
    return bool(_ACTIVE.search(plain) or _ANYWHERE.search(plain))


def _plain(part: bytes) -> bytes:
    """Write names as they are meant: any of their letters may stand as a number."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), part)


def _parts(content: bytes) -> list[bytes]:
    """Give what is said in the open, and the objects packed into streams; what pictures are made of says nothing."""
    parts, at, left = [], 0, _MOST_INFLATED
    for start in _STREAM.finditer(content):
        if start.start() < at:  # within the stream before
            continue
        said = content[at : start.start()]
        parts.append(said)
        end = content.find(b"endstream", start.end())
        at = len(content) if end < 0 else end
        head = _plain(said[said.rfind(b"obj") :])
        if b"/ObjStm" in head:
            if b"/Predictor" in head:
                raise Refused("not_allowed", "attached_active")  # packed in a way that is not looked into
            part = _inflated(content[start.end() : at], left)
            left -= len(part)
            parts.append(part)
    return [*parts, content[at:]]


def _inflated(packed: bytes, most: int) -> bytes:
    made = zlib.decompressobj()
    try:
        part = made.decompress(packed, max(1, most))
    except zlib.error as error:
        raise Refused("not_allowed", "attached_active") from error  # packed in a way that cannot be looked into
    if made.unconsumed_tail or most <= 0:
        raise Refused("too_large", "attached_dense")
    return part
