"""What a text consists of, in any script: words, their roots and the letters within them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

_ROOT = 5  # letters that a word and its inflected forms have in common, near enough in most languages
_GRAM = 3
_WORDS = re.compile(r"[^\W_]+(?:[’'ʼ][^\W_]+)*")
# Accents, Arabic vowel signs and stretching, Mongolian variants and separators: people write with or without them.
_LEFT_OUT = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670\u180b-\u180f\u200b-\u200f\u2060\ufe00-\ufe0f]")
# Scripts that leave no space between words: Thai, Lao, Burmese, Khmer, kana, Chinese.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
_PIECES = re.compile(f"{_UNSPACED.pattern}+|[^{_UNSPACED.pattern[1:-1]}]+")


def plain(text: str) -> str:
    """Bring a text to one form: large letters, accents and the space between words do not count."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = unicodedata.normalize("NFC", _LEFT_OUT.sub("", folded))
    return " ".join(kept.split())


def words(text: str) -> list[str]:
    """List the words of a plain text; where a script leaves no spaces, each pair of neighbouring characters."""
    found: list[str] = []
    for run in _WORDS.findall(_joined(text)):
        for piece in _PIECES.findall(run):
            if _UNSPACED.match(piece) and len(piece) > 2:
                found += [a + b for a, b in pairwise(piece)]
            else:
                found.append(piece)
    return found


def root(word: str) -> str:
    """Cut a word to what its inflected forms share."""
    return word[:_ROOT]


def grams(word: str) -> Iterator[str]:
    """Give the runs of three letters of a word, its ends marked."""
    marked = f"\x02{word}\x03"
    return (marked[i : i + _GRAM] for i in range(max(1, len(marked) - _GRAM + 1)))


def unspaced(text: str) -> bool:
    """Tell whether a text is mostly of a script that leaves no space between words."""
    return 2 * len(_UNSPACED.findall(text)) > sum(not c.isspace() for c in text)


def _joined(text: str) -> str:
    """Drop the marks that the pattern of a word would break at, such as vowel signs of Indic scripts."""
    return "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Mc", "Me"))
