"""What the words of local economic development are about: "loan", "collateral" and "зээл" speak of one matter.

Cards are a few words long, so two of one theme often share none. A word list of the field's everyday matters, in the
languages of the programme, brings them near; words that it does not know count by themselves.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path


def themes_of(word: str) -> tuple[str, ...]:
    """Name the matters that a plain word speaks of."""
    whole, beginnings = _list()
    found = whole.get(word, ())
    for end in range(3, len(word) + 1):
        found += beginnings.get(word[:end], ())
    return tuple(dict.fromkeys(found))


@cache
def _list() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Read the list: words as they stand, and beginnings of words, which end in an asterisk."""
    whole: dict[str, tuple[str, ...]] = {}
    beginnings: dict[str, tuple[str, ...]] = {}
    file = Path(__file__).with_name("themes.json")
    for theme, listed in json.loads(file.read_text(encoding="utf-8")).items():
        for word in listed:
            into = beginnings if word.endswith("*") else whole
            key = word.rstrip("*")
            into[key] = (*into.get(key, ()), theme)
    return whole, beginnings
