"""Seal a version of minutes: a checksum over all it says, which anybody can reckon again.

The checksum is the SHA-256 of the canonical form: ``{"data": ..., "tree": ...}``, with ``"signatures": [...]`` where
somebody was to sign, as JSON with sorted keys, without spaces, all texts in Unicode's NFC, encoded as UTF-8. A sealed
file as JSON holds all parts, so that whoever has it can reckon for themselves; the seal itself is no part of what is
sealed.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .kept import pack
from .signed import Signer, sign_off, told
from .tree import Document, Figure, Heading, Paragraph, Table

_MOST_DATA = 8 * 1024 * 1024  # bytes of figures and texts; photos are not among them
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


def checksum(data: Any, tree: Any, signatures: Any = ()) -> str:
    """Give the checksum of a version and of who signed it, 64 hexadecimal digits."""
    parts = {"data": data, "tree": tree, **({"signatures": signatures} if signatures else {})}
    form = json.dumps(_composed(parts), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(form.encode("utf-8", "surrogatepass")).hexdigest()


def grouped(checksum: str) -> str:
    """Write a checksum so that people can compare it: in groups of eight."""
    return " ".join(checksum[n : n + 8] for n in range(0, len(checksum), 8))


def typed(text: str) -> str | None:
    """Read a checksum as people type it; None where it is none."""
    tidy = re.sub(r"[\s:-]", "", text).lower()
    return tidy if CHECKSUM.fullmatch(tidy) else None


def with_seal(
    document: Document,
    seal: Seal,
    signers: Sequence[Signer],
    say: Callable[..., str],
    code: Callable[[str, str], str],
) -> Document:
    """Put signatures and seal at the end of a document and into its data; ``code`` draws a QR code with a label."""
    address = f"{seal.address}?checksum={seal.checksum}"
    blocks = (
        *sign_off(signers, say),
        Heading(2, say("minutes.seal"), "seal"),
        Paragraph(say("minutes.sealed_by", n=seal.number, by=seal.by, when=seal.when)),
        Table(say("minutes.seal"), (), [("SHA-256", grouped(seal.checksum))]),
        Paragraph(say("minutes.seal_look", address=seal.address), "hint"),
        Figure(code(address, say("minutes.seal_code")), say("minutes.seal_code"), 30),
    )
    by = {"version": seal.number, "sealed_at": seal.at, "sealed_by": seal.by, "checksum": seal.checksum}
    data = {**document.data, "seal": {**by, "signatures": told(signers), "tree": pack(document)}}
    return replace(document, blocks=(*document.blocks, *blocks), data=data)


def checksum_of_file(content: bytes) -> str | None:
    """Reckon the checksum of a sealed file (JSON); None where it is no such file or is not what its own seal says."""
    found = _sealed_data(content)
    if found is None:
        return None
    read, seal = found
    try:
        reckoned = checksum(read, seal.get("tree"), seal.get("signatures"))
    except RecursionError:
        return None
    return reckoned if hmac.compare_digest(reckoned.encode(), seal["checksum"].encode()) else None


def proves_itself(content: bytes) -> bool:
    """Say whether a file is data with a seal (JSON), which is right or wrong whoever looks at it."""
    return _sealed_data(content) is not None


def _sealed_data(content: bytes) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """Read a file of data; give what is sealed, and the seal."""
    if len(content) > _MOST_DATA:
        return None
    try:
        read = json.loads(content)
    except (ValueError, RecursionError):
        return None
    seal = read.pop("seal", None) if isinstance(read, dict) else None
    return (read, seal) if isinstance(seal, dict) and isinstance(seal.get("checksum"), str) else None


def _composed(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {_composed(name): _composed(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_composed(one) for one in value]
    return value
