"""What phones say of themselves while a step is open: "I am done", that they hold dots yet, that something is unsent.

None of it is stored, and no screen is told whose it is: counts only, those about a vote in steps of three, at most one
every two seconds. It is gone once the room leaves the step or the step is opened again; phones that come back say it
anew.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from shared.domain.changes import Refused

STEP = 3  # phones: with a smaller step somebody could be singled out
PAUSE = 2.0  # seconds between two tellings
FIELDS = ("activity", "done", "holds", "unsent", "at")


@dataclass(frozen=True)
class Signal:
    """``at`` is the version of the board on which somebody said so; ``unsent`` counts what is on the phone only."""

    activity: str
    done: bool
    holds: bool
    unsent: int
    at: int


def read(said: dict[str, Any]) -> Signal:
    """Take a phone's message, or refuse."""
    signal = Signal(**said)
    right = (
        isinstance(signal.activity, str)
        and isinstance(signal.done, bool)
        and isinstance(signal.holds, bool)
        and all(type(n) is int and 0 <= n <= 2**53 for n in (signal.unsent, signal.at))
    )
    if not right:
        raise Refused("invalid", "malformed")
    return signal


class Signals:
    """The newest signal of each seat."""

    def __init__(self) -> None:
        self._by_seat: dict[str, Signal] = {}
        self._begun: dict[str, int] = {}

    def hear(self, seat: str, signal: Signal) -> None:
        """Keep a signal; one from before the step began (again) says only what is unsent."""
        if signal.at < self._begun.get(signal.activity, 0):
            signal = Signal(signal.activity, False, signal.holds, signal.unsent, signal.at)
        self._by_seat[seat] = signal

    def forget(self, seat: str) -> None:
        """Wait for what a phone says that has come (back)."""
        self._by_seat.pop(seat, None)

    def begin(self, activity: str, version: int) -> None:
        """Forget what was said of a step: the room has just come to it, or opened it again."""
        self._begun[activity] = version
        self._by_seat = {seat: signal for seat, signal in self._by_seat.items() if signal.activity != activity}

    def told(self, activity: str, seats: Collection[str]) -> dict[str, int]:
        """Count the signals on a step of those who are in the room: so many done, holding dots, with something unsent.

        Fewer are told to be done than are, and more to hold dots, up to the next step of three; all and none are exact.
        """
        signals = [s for seat, s in self._by_seat.items() if s.activity == activity and seat in seats]
        of = len(seats)
        done = sum(signal.done for signal in signals)
        holding = sum(signal.holds for signal in signals)
        return {
            "of": of,
            "done": done if done == of else done - done % STEP,
            "holds": min(of, -(-holding // STEP) * STEP),
            "unsent": sum(signal.unsent > 0 for signal in signals),
        }
