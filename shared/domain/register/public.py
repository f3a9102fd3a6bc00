"""What of a measure may stand before everybody: its aims, its money, its results; no word that names a person."""

from __future__ import annotations

import re
from typing import Any

from .entries import Entry
from .form import FIELDS

# Outside the office a measure tells these, and nobody's telephone number.
PUBLIC = (
    *("title", "places", "lead", "lead_sector", "obstacle", "goal", "effect", "effect_month", "outputs", "start"),
    *("months", "jobs", "trained", "income", "total", "asked"),
)
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


def withheld(entry: Entry, told: dict[str, Any]) -> list[str]:
    """Name the answers (already in words) that stay out of the public page because they name somebody."""
    return [name for name, text in told.items() if FIELDS[name].kind in _WRITTEN and names_somebody(entry, str(text))]
