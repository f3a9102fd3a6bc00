"""Pairing: a second computer signs in with a short code from the first one's screen; no password crosses the LAN.

A code has 8 characters, holds two minutes, works once, and dies with five wrong tries. Codes live in this process only.
"""

from __future__ import annotations

import hmac
import threading
from collections.abc import Callable
from time import monotonic

from shared.store.keys import code

LENGTH, SECONDS, TRIES = 8, 120, 5


class Pairing:
    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._codes: dict[str, tuple[str, float]] = {}  # person -> (code, until)
        self._wrong = 0
        self._lock = threading.Lock()

    def offer(self, person: str) -> str:
        """Draw a code for a person; an earlier one of theirs dies."""
        made = code(LENGTH)
        with self._lock:
            self._codes[person], self._wrong = (made, self._clock() + SECONDS), 0
        return made

    def take(self, typed: str) -> str | None:
        """Give the person whose code this is, once."""
        typed = "".join(c for c in typed.upper() if c.isalnum())
        with self._lock:
            now = self._clock()
            self._codes = {person: kept for person, kept in self._codes.items() if kept[1] > now}
            for person, (made, _) in self._codes.items():
                if hmac.compare_digest(made.encode(), typed.encode()):
                    del self._codes[person]
                    return person
            self._wrong += 1
            if self._wrong >= TRIES:
                self._codes.clear()
            return None
