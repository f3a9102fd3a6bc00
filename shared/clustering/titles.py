"""A title for a group, in the words of its own most central card."""

from __future__ import annotations

from collections.abc import Sequence

from .likeness import Vector
from .words import plain, root, unspaced, words

MOST_WORDS = 7
LEAST_WORDS = 3
_WHOLE = 60  # characters up to which a card's text is its own best title: a sentence cut short reads badly
_MOST_UNSPACED = 24  # where a script leaves no space between words
_EDGES = " \t\n.,;:!?…·–—-/|"


def title(text: str, group: Sequence[Vector]) -> str:
    """Give the central card's text, or the most telling three to seven words of a long one."""
    whole = " ".join(text.split())
    if unspaced(whole):
        return whole[:_MOST_UNSPACED].strip(_EDGES) or whole[:_MOST_UNSPACED]
    spoken: Sequence[str] = whole.split(" ")
    if len(whole) > _WHOLE and len(spoken) > MOST_WORDS:
        spoken = _window(spoken, group)
    said = " ".join(spoken)
    if len(said) > _WHOLE:
        said = said[:_WHOLE].rpartition(" ")[0] or said[:_WHOLE]
    said = said.strip(_EDGES) or said
    large = said[:1].upper()
    return large + said[1:] if len(large) == 1 else said


def _window(spoken: Sequence[str], group: Sequence[Vector]) -> Sequence[str]:
    """Choose the neighbouring words that the group's cards have most in common; shorter ones where nothing is lost."""
    tells = [_tells(word, group) for word in spoken]
    best, found = -1.0, spoken[:MOST_WORDS]
    for start in range(len(spoken) - MOST_WORDS + 1):
        told = sum(tells[start : start + MOST_WORDS])
        if told > best:
            best, found = told, spoken[start : start + MOST_WORDS]
    first, last = 0, len(found)
    inside = [_tells(word, group) for word in found]
    mean = sum(inside) / len(inside)
    while last - first > LEAST_WORDS and inside[last - 1] < mean / 4:
        last -= 1
    while last - first > LEAST_WORDS and inside[first] < mean / 4:
        first += 1
    return found[first:last]


def _tells(word: str, group: Sequence[Vector]) -> float:
    """Weigh a word by what it is worth to all cards of the group."""
    return sum(vector.get("w" + root(part), 0.0) for part in words(plain(word)) for vector in group)
