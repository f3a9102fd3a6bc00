"""What a few people who judge one card by itself come to: each names a group, or none, or does not understand the card.

Two that say the same settle it (Cascade, Chilton et al. 2013, and Deluge, Bragg et al. 2013: few judgements a card, and
more only where they help). Three that all say something else are a matter to talk about; a fourth would settle more
cards, and more of them wrongly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

NONE = ""  # "none of these groups"
UNCLEAR = "?"  # "I do not understand it"
SETTLES = 2  # equal taps
MOST = 3  # taps; then the room talks


@dataclass(frozen=True)
class Judgement:
    """``state``: open, settled, contested, none or unclear; ``wishes``: how many said what; ``group`` where settled."""

    state: str
    wishes: dict[str, int]
    group: str | None = None


def judge(taps: Iterable[str]) -> Judgement:
    """Say where the taps for one card lead. Their order is no matter."""
    counted = Counter(taps)
    wishes = {said: counted[said] for said in sorted(counted, key=lambda said: (-counted[said], said))}
    if counted[UNCLEAR]:
        return Judgement("unclear", wishes)
    best = [said for said in wishes if wishes[said] == max(wishes.values())]
    if len(best) == 1 and wishes[best[0]] >= SETTLES:
        return Judgement("none", wishes) if best[0] == NONE else Judgement("settled", wishes, best[0])
    return Judgement("contested" if counted.total() >= MOST else "open", wishes)


def missing(taps: Iterable[str]) -> int:
    """Say how many equal taps a card lacks at least until it is settled."""
    return max(0, SETTLES - max(Counter(taps).values(), default=0))
