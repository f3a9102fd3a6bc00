"""How alike texts are, by the roots, letters and matters that they share; what is in many texts tells little."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from .themes import themes_of
from .words import grams, plain, root, unspaced, words

_OF_LETTERS = 0.3  # what shared letters weigh against shared roots
_LONG = 5  # letters of a word that counts in full: in most languages short words are the ones that say least
_COMMON = 0.25  # of the texts; what is in more of them tells nothing
_FEW = 8  # texts that a feature may be in, however few texts there are

Vector = dict[str, float]
Likes = list[dict[int, float]]  # of each text: to which others, how much; what is not there is not alike


class Text(Protocol):
    """What is to be sorted: a card, or anything else with an id and a text."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...


@dataclass(frozen=True)
class Unit:
    """All cards that say the same, letter by letter but for large letters, accents and spaces."""

    text: str
    plain: str
    ids: tuple[str, ...]


def units_of(cards: Sequence[Text]) -> list[Unit]:
    """Lay cards of one text together, in an order that is the same however the cards come."""
    alike: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for card in cards:
        alike[plain(card.text) or card.text].append((card.text, card.id))
    units = []
    for key in sorted(alike):
        same = sorted(alike[key])
        units.append(Unit(same[0][0], key, tuple(id for _, id in same)))
    return units


def vectors(units: Sequence[Unit], of_themes: float) -> list[Vector]:
    """Weigh what each text consists of; each vector is of length one, or empty. ``of_themes``: what a matter weighs."""
    counted = [_features(unit.plain, of_themes) for unit in units]
    spread = Counter(feature for features in counted for feature in features)
    most = max(_FEW, _COMMON * len(units))
    made = []
    for features in counted:
        weighed = {
            feature: weight * math.log((len(units) + 1) / (spread[feature] + 0.5))
            for feature, weight in sorted(features.items())
            if spread[feature] <= most
        }
        size = math.sqrt(sum(weight * weight for weight in weighed.values()))
        made.append({feature: weight / size for feature, weight in weighed.items()} if size else {})
    return made


def likenesses(of: Sequence[Vector]) -> Likes:
    """Compare all with all, by way of what they share."""
    likes: Likes = [{} for _ in of]
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for i, vector in enumerate(of):
        row: dict[int, float] = {}
        for feature, weight in vector.items():
            held = holders[feature]
            for j, other in held:
                row[j] = row.get(j, 0.0) + weight * other
            held.append((i, weight))
        for j, alike in row.items():
            likes[i][j] = likes[j][i] = alike
    return likes


def _features(text: str, of_themes: float) -> dict[str, float]:
    """Weigh roots, runs of letters and matters; a text without a single word is told by its signs."""
    found: dict[str, float] = defaultdict(float)
    for word in words(text):
        says = 1.0 if unspaced(word) else min(1.0, len(word) / _LONG) ** 2
        found["w" + root(word)] += says
        for theme in themes_of(word):
            found["t" + theme] = of_themes
        within = list(grams(word))
        for gram in within:
            found["g" + gram] += _OF_LETTERS * says / math.sqrt(len(within))
    if not found:
        for sign in text:
            found["s" + sign] += 1.0
    return found
