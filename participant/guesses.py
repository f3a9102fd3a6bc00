"""How often codes may be guessed: a browser, an address and the whole server bear so many wrong ones a minute.

A room shares one address, so its own typing errors must fit in. Beyond the budget, codes are answered two a second in
all: 8 hours of guessing find one of 887 million codes with a chance of 0.006 %.
"""

from __future__ import annotations

import threading
from time import monotonic

from flask import g, request

from shared.web.house import house
from shared.web.throttle import Budget, network

BROWSER, ADDRESS, INSTANCE = Budget(10, 60), Budget(30, 60), Budget(120, 60)
SEAT = (Budget(10, 600), Budget(60, 12 * 3600))  # wrong return codes for one workshop: those are short
PER_SECOND = 2.0


def wait_for_code(workshop: str | None = None) -> int:
    """Say how many seconds whoever asks must wait before a code is looked at; 0 for now."""
    failures = house().failures
    if workshop is not None and (wait := failures.wait([(f"return:{workshop}", budget) for budget in SEAT])):
        return wait
    wait = failures.wait(zip(_keys(), (INSTANCE, ADDRESS, BROWSER), strict=False))
    if workshop is None and wait and _QUEUE.next():
        return 0
    return wait


def note_wrong_code(workshop: str | None = None) -> None:
    keys = _keys()
    house().failures.note(keys if workshop is None else [*keys, f"return:{workshop}"])


def _keys() -> list[str]:
    keys = ["code", f"code:{network(request.remote_addr)}"]
    if cookie := g.get("form_cookie"):
        keys.append(f"code:browser:{cookie}")
    return keys


class _Queue:
    """Lets two a second through, whoever they are."""

    def __init__(self) -> None:
        self._next = 0.0
        self._lock = threading.Lock()

    def next(self) -> bool:
        with self._lock:
            now = monotonic()
            if now < self._next:
                return False
            self._next = now + 1 / PER_SECOND
            return True


_QUEUE = _Queue()
