"""Seal a version of minutes: a checksum over all it says, which anybody can reckon again.

The checksum is the SHA-256 of the canonical form: ``{"data": ..., "tree": ...}`` as JSON with sorted keys, without
spaces, all texts in Unicode's NFC, encoded as UTF-8. A sealed file as JSON holds both parts, so that whoever has it can
reckon for themselves; the seal itself is no part of what is sealed.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from .kept import pack
from .tree import Document, Figure, Heading, Paragraph

CHECKSUM = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Seal:
    """Who sealed which version, and when; ``at`` is in ms since 1970, ``when`` the same in words."""

    number: int
    checksum: str
    by: str
    at: int
    when: str
    address: str  # of the page on which a checksum can be looked up


def checksum(data: Any, tree: Any) -> str:
    """Give the checksum of a version, 64 hexadecimal digits."""
    form = json.dumps(
        _composed({"data": data, "tree": tree}), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(form.encode("utf-8", "surrogatepass")).hexdigest()


def grouped(checksum: str) -> str:
    """Write a checksum so that people can compare it: in groups of eight."""
    return " ".join(checksum[n : n + 8] for n in range(0, len(checksum), 8))


def typed(text: str) -> str | None:
    """Read a checksum as people type it; None where it is none."""
    tidy = re.sub(r"[\s:-]", "", text).lower()
    return tidy if CHECKSUM.fullmatch(tidy) else None


def with_seal(document: Document, seal: Seal, say: Callable[..., str], code: Callable[[str, str], str]) -> Document:
    """Put the seal at the end of a document and into its data; ``code`` draws a QR code of a text with a label."""
    address = f"{seal.address}?checksum={seal.checksum}"
    blocks = (
        Heading(2, say("minutes.seal"), "seal"),
        Paragraph(say("minutes.sealed_by", n=seal.number, by=seal.by, when=seal.when)),
        Paragraph(f"SHA-256: {grouped(seal.checksum)}"),
        Paragraph(say("minutes.seal_look", address=seal.address), "hint"),
        Figure(code(address, say("minutes.seal_code")), say("minutes.seal_code"), 30),
    )
    told = {"version": seal.number, "sealed_at": seal.at, "sealed_by": seal.by, "checksum": seal.checksum}
    data = {**document.data, "seal": {**told, "tree": pack(document)}}
    return replace(document, blocks=(*document.blocks, *blocks), data=data)


def checksum_of_file(content: bytes) -> str | None:
    """Reckon the checksum of a sealed file (JSON); None where it is no such file or is not what its own seal says."""
    try:
        read = json.loads(content)
    except (ValueError, RecursionError):
        return None
    seal = read.pop("seal", None) if isinstance(read, dict) else None
    if not isinstance(seal, dict) or not isinstance(seal.get("checksum"), str):
        return None
    try:
        reckoned = checksum(read, seal.get("tree"))
    except RecursionError:
        return None
    return reckoned if hmac.compare_digest(reckoned.encode(), seal["checksum"].encode()) else None


def _composed(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {_composed(name): _composed(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_composed(one) for one in value]
    return value
