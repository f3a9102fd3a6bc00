"""Point out cards that probably say the same. Nothing is put together here: people decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from .likeness import Text, Unit, likenesses, units_of, vectors
from .words import grams, root, unspaced, words

LEAST = 0.3  # likeness from which a pair is worth a look
_SPELT_ALIKE = 0.6  # share of letters in common from which spelling alone is enough
_OF_THEMES = 1.0  # to speak of one matter is not to say the same
MOST_PAIRS = 60
MOST_SHARED = 3
_SHORT = 2  # letters; what is no longer says nothing to people


@dataclass(frozen=True)
class Pair:
    """Two cards and how alike they are, 0 to 100; 100 is the same text.

    ``why`` they look alike: "text" (letter by letter the same), "spelling", "words" or "matter"; ``shared`` are the
    words that both say, as the first one writes them.
    """

    one: str
    other: str
    likeness: int
    why: str = "text"
    shared: tuple[str, ...] = ()


def near_duplicates(cards: Sequence[Text], most: int = MOST_PAIRS) -> list[Pair]:
    """List up to ``most`` pairs of likely duplicates, the likeliest first. The order of the cards is no matter."""
    units = units_of(cards)
    same = [(100, a, b, unit, unit, "text") for unit in units for a, b in combinations(unit.ids[: most + 1], 2)]
    likes = likenesses(vectors(units, _OF_THEMES))
    letters = [_letters(unit) for unit in units]
    likely = []
    for i, row in enumerate(likes):
        for j, alike in row.items():
            if i < j:
                spelt = _dice(letters[i], letters[j])
                near = spelt >= _SPELT_ALIKE
                alike = max(alike, spelt if near else 0.0)
                if alike >= LEAST:
                    one, other = units[i], units[j]
                    likeness = max(0, min(99, round(100 * alike)))
                    likely.append((likeness, one.ids[0], other.ids[0], one, other, "spelling" if near else ""))
    found = sorted((*same, *likely), key=lambda pair: (-pair[0], pair[1], pair[2]))[:most]
    return [_pair(*pair) for pair in found]


def _pair(likeness: int, a: str, b: str, one: Unit, other: Unit, why: str) -> Pair:
    shared = _both_say(one, other) if one is not other else ()
    return Pair(a, b, likeness, why or ("words" if shared else "matter"), shared)


def _both_say(one: Unit, other: Unit) -> tuple[str, ...]:
    """List the words of the first text whose roots are in the second, the longest first: short ones say least."""
    roots = {root(word) for word in words(other.plain)}
    telling = (word for word in words(one.plain) if len(word) > _SHORT or unspaced(word))
    found = dict.fromkeys(word for word in telling if root(word) in roots)
    return tuple(sorted(found, key=lambda word: (-len(word), word))[:MOST_SHARED])


def _letters(unit: Unit) -> Counter[str]:
    return Counter(gram for word in words(unit.plain) for gram in grams(word))


def _dice(one: Counter[str], other: Counter[str]) -> float:
    """Say how much of two spellings is shared: this finds slips of the pen that whole words do not."""
    both = sum((one & other).values())
    return 2 * both / max(1, one.total() + other.total())
