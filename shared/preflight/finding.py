"""What was found about one thing: how it stands, in a sentence that says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    GOOD = "good"
    HINT = "hint"  # cannot be seen from here: somebody has to look
    CARE = "care"  # a workshop can be run, but with less than it should have
    BAD = "bad"  # no workshop can be run


@dataclass(frozen=True)
class Finding:
    topic: str
    state: State
    words: str
