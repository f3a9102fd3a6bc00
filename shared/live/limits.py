"""How much one client may say: token buckets, keyed by seat or person, never by address alone."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

_WINDOW = 10.0  # seconds in which refusals are counted
_MOST_REFUSED = 200  # in that window; then the line is cut


@dataclass
class Bucket:
    """``burst`` tokens at first, ``rate`` new ones a second."""

    rate: float
    burst: float
    _tokens: float = field(init=False)
    _at: float = field(init=False)

    def __post_init__(self) -> None:
        self._tokens, self._at = self.burst, time.monotonic()

    def take(self) -> float:
        """Take a token; answer with the seconds to wait where there is none, 0 where there was."""
        now = time.monotonic()
        self._tokens = min(self.burst, self._tokens + (now - self._at) * self.rate)
        self._at = now
        if self._tokens >= 1:
            self._tokens -= 1
            return 0.0
        return (1 - self._tokens) / self.rate


@dataclass(frozen=True)
class Rates:
    """Messages a second and burst by role; cards have a second, slower bucket."""

    seat: tuple[float, float] = (5, 20)
    facilitator: tuple[float, float] = (20, 100)
    cards: tuple[float, float] = (0.1, 60)  # 60 in ten minutes


class Pace:
    """One client's buckets, and whether it has been refused so often that its line is to be cut."""

    def __init__(self, rates: Rates, role: str) -> None:
        self._all = Bucket(*(rates.facilitator if role == "facilitator" else rates.seat))
        self._cards = Bucket(*rates.cards) if role == "seat" else None
        self._refused = 0
        self._since = time.monotonic()

    def wait(self, verb: object = None) -> float:
        """Answer with the seconds that this client is to wait before it says ``verb``; 0: it may."""
        wait = self._all.take()
        if not wait and verb == "card.add" and self._cards is not None:
            wait = self._cards.take()
        if wait:
            now = time.monotonic()
            if now - self._since > _WINDOW:
                self._since, self._refused = now, 0
            self._refused += 1
        return wait

    @property
    def spent(self) -> bool:
        return self._refused > _MOST_REFUSED


class Paces:
    """The paces of all that speak, by role and id: a second socket of the same seat does not double it."""

    _MOST = 5000

    def __init__(self, rates: Rates) -> None:
        self.rates = rates
        self._paces: dict[tuple[str, str], Pace] = {}

    def of(self, role: str, id: str) -> Pace:
        if len(self._paces) > self._MOST:
            self._paces.clear()
        return self._paces.setdefault((role, id), Pace(self.rates, role))
