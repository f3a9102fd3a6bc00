"""Whether a text names somebody: whole names, and each part of them, in any case and with the endings of languages.

It rather finds one name too many than one too few: what it finds stays off public pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .register.public import has_address

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LEAST, _LEAST_STEM, _LEAST_CYRILLIC = 3, 4, 3  # letters of a part; of one that may have an ending
_MOST_ENDING = 5
_TURNING = ("а", "я", "й", "ь", "о")  # last letters in whose place other endings stand
_BEFORE = "وفبلك"  # and, so, in, for, like: written together with what follows
_MOST_WORDS = 3  # what has more is no name of a person
_PARTICLES = frozenset(
    {
        *("von", "van", "de", "del", "der", "den", "di", "da", "du", "la", "le", "el", "al", "bin", "ibn"),
        "the",
        "and",
        "of",
    }
)
_WHOLE = 2  # letters of the shortest name that is looked for as a whole


class Names:
    """The people of a workshop; ``maybe`` are people or offices, of ``offices`` no name is made."""

    def __init__(self, people: Iterable[str], maybe: Iterable[str] = (), offices: Iterable[str] = ()) -> None:
        institutions = {word.casefold() for text in offices for word in _words(text)}
        sure, unsure = set(filter(None, map(_plain, people))), set(filter(None, map(_plain, maybe)))
        self._whole = {name.casefold() for name in sure | unsure if len(name) >= _WHOLE} - institutions
        of_people = {part for name in sure for part in (*_parts(name), *_all_parts(name))}
        of_others = {part for name in unsure if len(name.split()) <= _MOST_WORDS for part in _parts(name)}
        self._parts = of_people | (of_others - institutions)

    def found_in(self, text: str) -> bool:
        """Say whether a text holds a name, a part of one, an e-mail address or a telephone number."""
        plain = _plain(text).casefold()
        if has_address(text):
            return True
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain) for name in self._whole):
            return True
        return any(self._is_name(word) for word in map(str.casefold, _words(text)))

    def _is_name(self, word: str) -> bool:
        """Compare a word with the parts, with and without an ending, and without a letter that Arabic writes before."""
        if word in self._parts or (word[:1] in _BEFORE and word[1:] in self._parts):
            return True
        stems = (word[:end] for end in range(max(_LEAST, len(word) - _MOST_ENDING), len(word)))
        if any(stem in self._parts and len(stem) >= _least_stem(stem) for stem in stems):
            return True
        return any(part in self._parts for part in re.split("['’-]", word) if len(part) >= _LEAST)


def _least_stem(part: str) -> int:
    return _LEAST_CYRILLIC if _CYRILLIC.search(part) else _LEAST_STEM


def _parts(name: str) -> list[str]:
    """Take a name apart; particles in small letters (von, de, bin) name nobody."""
    words = [word for word in _words(name) if len(word) >= _LEAST and not word[0].islower()]
    parts = [word.casefold() for word in words or (word for word in _words(name) if len(word) > _LEAST)]
    return [*parts, *(word[:-1] for word in parts if word.endswith(_TURNING) and len(word) > _LEAST_CYRILLIC)]


def _all_parts(name: str) -> list[str]:
    """Take a short name apart that may be typed in small letters, as on phones; particles name nobody."""
    words = [word.casefold() for word in _words(name)]
    return (
        [word for word in words if word not in _PARTICLES and len(word) >= _WHOLE] if len(words) <= _MOST_WORDS else []
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _plain(text: str) -> str:
    return " ".join(text.split())
