"""What leaves this house with its signature (Ed25519), and what came with another's.

The key follows from the house's secret, so that it needs no place of its own: whoever restores a backup with its secret
signs as before.
"""

from __future__ import annotations

import hmac
from typing import Any

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from shared.domain.changes import Refused
from shared.domain.exchange import canonical

_PURPOSE = b"signs files that leave the house"


def key_of(secret: bytes) -> str:
    """Give the public key of a house, 64 hexadecimal digits."""
    return _signer(secret).verify_key.encode().hex()


def signed(secret: bytes, document: dict[str, Any]) -> dict[str, Any]:
    """Put key and signature beside a document."""
    told = {**document, "key": key_of(secret)}
    return {**told, "signature": _signer(secret).sign(canonical(told)).signature.hex()}


def signer_of(document: Any) -> str:
    """Give the key that signed a document. Refuses one that was changed afterwards, or never signed."""
    try:
        told = {name: value for name, value in document.items() if name != "signature"}
        VerifyKey(bytes.fromhex(told["key"])).verify(canonical(told), bytes.fromhex(document["signature"]))
    except (BadSignatureError, KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise Refused("invalid", "parcel_tampered") from error
    return str(told["key"]).lower()


def grouped(key: str) -> str:
    """Write a key's beginning for reading aloud: eight groups of four."""
    return " ".join(key[n : n + 4] for n in range(0, 32, 4))


def _signer(secret: bytes) -> SigningKey:
    return SigningKey(hmac.digest(secret, _PURPOSE, "sha256"))
