"""Patience: how many failures are borne in a time, and how long the next try then waits. In this process's memory.

Keys name a browser, a room's address, an account or the whole instance. A room shares one address, so what counts by
address is generous; what counts by browser or account is not.
"""

from __future__ import annotations

import ipaddress
import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import monotonic

MOST_KEYS = 20_000


@dataclass(frozen=True)
class Budget:
    """``most`` failures within ``seconds``."""

    most: int
    seconds: float


class Failures:
    """Counts failures by key and says how long a key must wait."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._failed: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def wait(self, budgets: Iterable[tuple[str, Budget]]) -> int:
        """Say in how many whole seconds the next try is allowed; 0 for now."""
        now = self._clock()
        with self._lock:
            waits = [self._wait(key, budget, now) for key, budget in budgets]
        longest = max(waits, default=0.0)
        return 0 if longest <= 0 else int(longest) + 1

    def note(self, keys: Iterable[str]) -> None:
        """Count a failure for each key."""
        now = self._clock()
        with self._lock:
            if len(self._failed) > MOST_KEYS:
                self._forget(now)
            for key in keys:
                self._failed.setdefault(key, deque(maxlen=1000)).append(now)

    def clear(self, key: str) -> None:
        with self._lock:
            self._failed.pop(key, None)

    def growing(self, key: str, free: int, longest: float) -> int:
        """Say how long a key must wait that may fail ``free`` times at once: then 1, 2, 4 ... ``longest`` seconds."""
        now = self._clock()
        with self._lock:
            failed = self._failed.get(key)
            if not failed:
                return 0
            while failed and now - failed[0] > 24 * 3600:
                failed.popleft()
            over = len(failed) - free
            if over < 0 or not failed:
                return 0
            left = min(longest, 2.0 ** min(over, 20)) - (now - failed[-1])
        return 0 if left <= 0 else int(left) + 1

    def _wait(self, key: str, budget: Budget, now: float) -> float:
        failed = self._failed.get(key)
        if not failed:
            return 0.0
        recent = [at for at in failed if now - at < budget.seconds]
        return 0.0 if len(recent) < budget.most else recent[-budget.most] + budget.seconds - now

    def _forget(self, now: float) -> None:
        for key in [key for key, failed in self._failed.items() if now - failed[-1] > 3600]:
            del self._failed[key]


def network(address: str | None) -> str:
    """Name the network that an address stands for: itself in IPv4, its /64 in IPv6, where one household has many."""
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return "?"
    if found.version == 6 and found.ipv4_mapped is None:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)
