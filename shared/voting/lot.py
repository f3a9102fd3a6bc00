"""The lot: one number tells apart what is level, and whoever knows it can work its order out again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

NUMBERS = 10**6  # how many there are: one can be read aloud


def drawn(number: int, id: str) -> str:
    """Draw one thing's place in the lot: the SHA-256 of "number/id", smallest first."""
    return hashlib.sha256(f"{number}/{id}".encode()).hexdigest()


def order(number: int, ids: Iterable[str]) -> list[str]:
    """Put level things in the order of the lot."""
    return sorted(ids, key=lambda id: drawn(number, id))
