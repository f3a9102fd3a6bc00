"""Sending the result by e-mail: what is an address, how many a workshop takes, when another try is made."""

from __future__ import annotations

import re
from enum import StrEnum

from .changes import Refused
from .text import line

MOST = 500  # addresses of one workshop
MOST_AT_ONCE = 100  # of one list that a facilitator pastes
LONGEST = 254  # characters of an address (RFC 5321)
DAYS = 60  # that an address waits; then it is forgotten
WAITS = (60, 300, 900, 3600, 4 * 3600)  # seconds before another try; after the last it has failed
LEASE = 10 * 60  # seconds that one sending may take
_LOCAL = r"[^\s@<>()\[\]\\,;:\"\x00-\x1f\x7f]{1,64}"
_DOMAIN = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{1,62}"
_ADDRESS = re.compile(f"{_LOCAL}@{_DOMAIN}")


class Sending(StrEnum):
    """How far an address has come."""

    WAITING = "waiting"  # for the facilitator
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


def address_of(typed: str) -> str:
    """Give an e-mail address as it is kept, or refuse what cannot be one. The part after the @ is in small letters."""
    text = line(typed, LONGEST)
    if not _ADDRESS.fullmatch(text) or ".." in text or text.startswith("."):
        raise Refused("invalid", "mail_address_wrong", address=text[:80])
    local, _, domain = text.rpartition("@")
    try:
        domain.encode("idna")
    except UnicodeError as error:
        raise Refused("invalid", "mail_address_wrong", address=text[:80]) from error
    return f"{local}@{domain.lower()}"


def addresses_of(pasted: str) -> list[str]:
    """Read a pasted list, one address a line or parted by commas; each once, in its order."""
    found = dict.fromkeys(address_of(part) for part in re.split(r"[\n,;]+", pasted) if part.strip())
    if len(found) > MOST_AT_ONCE:
        raise Refused("limit", "mail_list_full", most=MOST_AT_ONCE)
    return list(found)


def room_for(there: int, more: int = 1) -> None:
    """Refuse more addresses than a workshop takes."""
    if there + more > MOST:
        raise Refused("limit", "mail_full", most=MOST)


def wait_after(tries: int) -> int | None:
    """Say how many seconds to wait after so many tries that came to nothing; None: no more of them."""
    return WAITS[tries - 1] if tries <= len(WAITS) else None
