"""How long a look through the cards of a sorting takes."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass

from shared.clustering.groups import suggest
from shared.clustering.twins import near_duplicates
from shared.demo.day import demo_data

from .rig import Figure

ROUNDS = 5


@dataclass(frozen=True)
class Said:
    id: str
    text: str


def cluster() -> list[Figure]:
    """Groups and duplicates suggested for 300 and for 1,000 cards."""
    return [_looked_through(300, 1), _looked_through(1000, 5)]


def cards(number: int) -> list[Said]:
    """Write cards like the demo's: the half of each in its own words, the other half in others'; always the same."""
    dice = random.Random(number)
    texts = [card[language].split() for card in demo_data()["cards"] for language in ("en", "mn") if card[language]]
    every = [word for text in texts for word in text]
    made = []
    for i in range(number):
        said = [word if dice.random() < 0.5 else dice.choice(every) for word in dice.choice(texts)]
        made.append(Said(f"card{i:05}", " ".join(said)))
    return made


def _looked_through(number: int, goal: float) -> Figure:
    said, taken = cards(number), []
    found = {"groups": 0, "pairs": 0}
    for _ in range(ROUNDS):
        start = time.perf_counter()
        found = {"groups": len(suggest(said)), "pairs": len(near_duplicates(said))}
        taken.append(time.perf_counter() - start)
    return Figure(
        f"groups and duplicates of {number:,} cards", "s", taken, f"< {goal} s", max(taken) < goal, more=found
    )
