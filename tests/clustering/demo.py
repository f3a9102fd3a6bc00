"""The demo's cards as they were sorted by people, and how well another sorting agrees with theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import comb

from shared.clustering.groups import Group
from shared.demo.day import demo_data


@dataclass(frozen=True)
class Said:
    id: str
    text: str


def demo_cards(language: str) -> tuple[list[Said], dict[str, str]]:
    """Give the cards and the group of each: "en" all in English, "mn" the twelve in Mongolian, "both" as they came."""
    cards = [card for card in demo_data()["cards"] if language != "mn" or card["mn"]]
    said = [Said(card["id"], (card["mn"] if language != "en" else None) or card["en"]) for card in cards]
    return said, {card["id"]: card["cluster"] for card in cards}


def agreement(groups: Iterable[Group], truth: dict[str, str]) -> float:
    """Say how two sortings agree (adjusted Rand index: 1 the same, 0 chance); a card left over is alone."""
    put = {id: place for place, group in enumerate(groups) for id in group.ids}
    return _adjusted([put.get(id, id) for id in truth], list(truth.values()))


def _adjusted(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> float:
    def pairs(of: Iterable[Hashable]) -> int:
        return sum(comb(number, 2) for number in Counter(of).values())

    both, mine, others = pairs(zip(ours, theirs, strict=True)), pairs(ours), pairs(theirs)
    chance = mine * others / comb(len(ours), 2)
    return (both - chance) / ((mine + others) / 2 - chance)
