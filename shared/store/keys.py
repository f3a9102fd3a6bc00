"""Hashes of what must not be read from the database: tokens, credentials, ballot keys."""

from __future__ import annotations

import hashlib
import hmac
import secrets

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # 31 characters without 0 O 1 I L


def code(length: int) -> str:
    """Draw a code that is easily read from a wall and typed on a phone."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def new_id() -> str:
    return secrets.token_hex(16)


def new_token() -> str:
    """256 random bits, as text for an address or a header."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """Hash a token that has 256 random bits: nothing to guess, so one round without salt is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def keyed(secret: bytes, *parts: str) -> str:
    """Hash what could be tried out (a seat's id) under the server's secret, apart for each purpose."""
    return hmac.new(secret, "\x1f".join(parts).encode(), hashlib.sha256).hexdigest()
