"""Passwords: how long, how plain, how stored. Argon2id with 19 MiB (OWASP's floor), about 20 ms here."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from .aside import aside

LEAST, MOST = 8, 128
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_NOBODY = _HASHER.hash("nobody has this password, but somebody may be asked for it")
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_SWAPS = str.maketrans("0134578@$!+", "oieastbasit")


class Unfit(ValueError):
    """What a person typed will not do. ``key`` and ``params`` name the sentence of the catalogue that says why."""

    def __init__(self, key: str, **params: Any) -> None:
        super().__init__(key)
        self.key, self.params = key, params


def hash_password(password: str) -> str:
    return aside(lambda: _HASHER.hash(_normal(password)))


def fits(stored: str | None, password: str) -> bool:
    """Say whether a password is the one stored. Takes as long where there is none to compare with."""
    typed = _normal(password)
    known = stored if stored is not None and len(typed) <= MOST else None
    return aside(lambda: _verify(known or _NOBODY, typed[:MOST])) and known is not None


def outdated(stored: str) -> bool:
    """Say whether a hash was made with other settings than today's, and should be made again."""
    return _HASHER.check_needs_rehash(stored)


def check_new(password: str, *personal: str) -> None:
    """Refuse a password that is too short, too long, or among the first that anybody would try."""
    text = _normal(password)
    if len(text) < LEAST:
        raise Unfit("pages.password_short", least=LEAST)
    if len(text) > MOST:
        raise Unfit("pages.password_long", most=MOST)
    if _guessable(text, personal):
        raise Unfit("pages.password_common")


def _guessable(text: str, personal: tuple[str, ...]) -> bool:
    plain = text.casefold()
    if len(set(plain)) <= 2 or _is_row(plain):
        return True
    bases = {_base(plain), _base(_EDGES.sub("", plain).translate(_SWAPS))}
    own = {_base(part) for word in personal for part in (word.partition("@")[0], *re.split(r"[\s@._-]+", word))}
    return any(base in _common() or base in own or len(base) < 2 for base in bases)


def _base(text: str) -> str:
    """Take off what is not a letter at either end: "!Summer2026" -> "summer"; inside, only letters and digits count."""
    return re.sub(r"[\W_]+", "", _EDGES.sub("", text.casefold()))


def _is_row(text: str) -> bool:
    """Say whether it is a run like 12345678 or hgfedcba."""
    steps = {ord(b) - ord(a) for a, b in pairwise(text)}
    return steps in ({1}, {-1}, {0})


@cache
def _common() -> frozenset[str]:
    lines = (Path(__file__).parent / "common_passwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _normal(password: str) -> str:
    """The same password typed on another keyboard gives the same characters."""
    return unicodedata.normalize("NFC", password)


def _verify(stored: str, password: str) -> bool:
    try:
        return _HASHER.verify(stored, password)
    except (Argon2Error, InvalidHashError):
        return False
