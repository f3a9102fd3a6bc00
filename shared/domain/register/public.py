"""What of a measure may stand before everybody: its aims, its money, its results; no word that names a person."""

from __future__ import annotations

import re
from typing import Any

from ..changes import Refused
from ..text import line
from .entries import Entry
from .form import FIELDS

# Outside the office a measure tells these, and nobody's telephone number.
PUBLIC = (
    *("title", "places", "lead", "lead_sector", "obstacle", "goal", "effect", "effect_month", "outputs", "start"),
    *("months", "jobs", "trained", "income", "total", "asked"),
)
MOST_ALT = 200  # characters
_ADDRESS = re.compile(r"\S+@\S+\.\S+|(?:\+?\d[\s().-]{0,2}){7,}")
_WRITTEN = frozenset({"line", "text", "table"})  # kinds of answers that people word themselves
_NAMED = ("champion", "deputy")
_LEAST_NAME = 3  # characters


def has_address(text: str) -> bool:
    """Say whether a text holds something like an e-mail address or a telephone number."""
    return bool(_ADDRESS.search(text))


def names_somebody(entry: Entry, text: str) -> bool:
    """Say whether a text holds an address, a telephone number or the name of who stands for the measure."""
    said = " ".join(text.casefold().split())
    names = [" ".join(str(entry.form.get(name, "")).casefold().split()) for name in _NAMED]
    return has_address(text) or any(len(name) >= _LEAST_NAME and name in said for name in names)


def described(entry: Entry, alt: str, agreed: bool) -> str:
    """Give the words that stand for a photo before everybody, or refuse to make it public.

    They are needed, they name nobody, and whoever can be known on the photo has agreed.
    """
    told = line(alt, MOST_ALT, least=1)
    if not agreed:
        raise Refused("invalid", "photo_consent")
    if names_somebody(entry, told):
        raise Refused("not_allowed", "photo_names")
    return told


def withheld(entry: Entry, told: dict[str, Any]) -> list[str]:
    """Name the answers (already in words) that stay out of the public page because they name somebody."""
    return [name for name, text in told.items() if FIELDS[name].kind in _WRITTEN and names_somebody(entry, str(text))]
