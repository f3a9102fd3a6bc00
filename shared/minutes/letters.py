"""Which characters the letters that go into a PDF have, and what stands for the others."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

UNKNOWN = "\ufffd"


class Letters:
    """Writes texts with what letters there are, and counts the characters that had none."""

    def __init__(self, fonts: Iterable[Path], signs: str = "") -> None:
        self._known = frozenset(map(ord, signs)).union(*(_characters(font) for font in fonts))
        self.missing = 0

    def of(self, text: str) -> str:
        return text if text.isascii() else "".join(map(self._of, text))

    def _of(self, character: str) -> str:
        if character in "\n\t" or ord(character) in self._known:
            return character
        if unicodedata.category(character) in ("Cf", "Cc", "Mn") or _is_modifier(character):
            return ""  # it only joins or colours what stands before it
        plain = unicodedata.normalize("NFKC", character)
        if all(ord(one) in self._known for one in plain):
            return plain
        self.missing += 1
        return UNKNOWN


def _is_modifier(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff"  # the colours of skin


@cache
def _characters(font: Path) -> frozenset[int]:
    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())
