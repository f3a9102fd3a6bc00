"""Languages: one catalogue for Python, templates and TypeScript, in ``shared/locale/<language>/<area>.json``.

A file holds flat keys without the area's name; its keys are called ``<area>.<key>`` (``dots.phone.json`` gives
``dots.phone.x``). ``{name}`` stands for a parameter. A text that depends on a number ``n`` has one key a plural form:
``x.one``, ``x.other``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from babel.units import format_unit

LOCALE = Path(__file__).parent.parent / "locale"
SOURCE = "en"  # complete by definition; what a language lacks is read here
NAMES = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "ru": "Русский",
    "mn": "Монгол",
    "ar": "العربية",
}
_PARAM = re.compile(r"\{(\w+)\}")


@cache
def languages() -> tuple[str, ...]:
    """List the languages that have a catalogue, in the order in which they are offered."""
    return tuple(language for language in NAMES if (LOCALE / language).is_dir())


def direction(language: str) -> str:
    return Locale.parse(language).text_direction if language in NAMES else "ltr"


@cache
def own_words(language: str) -> dict[str, str]:
    """Read what a language itself says, without what it borrows."""
    texts: dict[str, str] = {}
    for file in sorted((LOCALE / language).glob("*.json")):
        for key, text in json.loads(file.read_text(encoding="utf-8")).items():
            texts[f"{file.stem}.{key}"] = text
    return texts


@cache
def catalogue(language: str) -> dict[str, str]:
    """Give every text by its full key; what the language lacks stands in English."""
    return {**own_words(SOURCE), **own_words(language)} if language in languages() else own_words(SOURCE)


def words(language: str, key: str) -> str:
    """Find a text by its full key, "" where there is none."""
    return catalogue(language).get(key, "")


def t(language: str, key: str, **params: Any) -> str:
    """Say a text of the catalogue, with its parameters; a key without words gives itself."""
    text = catalogue(language).get(key)
    if text is None:
        text = _plural(language, key, params.get("n"))
    return _PARAM.sub(lambda m: _shown(language, params.get(m[1], m[0])), key if text is None else text)


@cache
def _sorted_keys(language: str) -> tuple[str, ...]:
    return tuple(sorted(catalogue(language)))


def messages(language: str, prefixes: Iterable[str]) -> dict[str, str]:
    """Give the part of the catalogue that a page's script needs; ``*.phone.`` is the phone's part of every kind."""
    parts = [re.escape(prefix).replace(r"\*", r"[^.]+") for prefix in prefixes]
    wanted = re.compile("|".join(parts))
    texts = catalogue(language)
    return {key: texts[key] for key in _sorted_keys(language) if wanted.match(key)}


def negotiate(header: str | None, offered: Sequence[str]) -> str:
    """Choose of the languages ``offered`` the one that an Accept-Language header likes best; the first where none."""
    best, liked = offered[0], 0.0
    for part in (header or "")[:500].split(","):
        tag, _, q = part.strip().partition(";q=")
        language = tag.split("-")[0].lower()
        try:
            weight = float(q) if q else 1.0
        except ValueError:
            continue
        if language in offered and weight > liked:
            best, liked = language, weight
    return best


def number(language: str, value: int | float) -> str:
    return str(format_decimal(value, locale=language))


def figure(language: str, hundredths: int) -> str:
    """Write a figure that is kept in hundredths, without places that say nothing."""
    return str(format_decimal(Decimal(hundredths) / 100, format="#,##0.##", locale=language))


def size(language: str, size: int) -> str:
    """Write how large a file is."""
    unit, of = ("megabyte", 2**20) if size >= 2**20 else ("kilobyte", 2**10)
    return str(format_unit(round(size / of, 1) if of > 2**10 else max(1, size // of), unit, "short", locale=language))


def day(language: str, value: str | date, style: str = "long") -> str:
    """Write a calendar day (ISO text or date) as people of the language write it."""
    return str(format_date(date.fromisoformat(value) if isinstance(value, str) else value, style, locale=language))


def clock(at: int) -> str:
    """Write a time (ms since 1970) as the clock on the wall shows it; a workshop runs in one place."""
    return f"{datetime.fromtimestamp(at / 1000):%H:%M}"


def moment(language: str, at: int) -> str:
    """Write a time (ms since 1970) with its day."""
    return f"{day(language, datetime.fromtimestamp(at / 1000).date(), 'medium')}, {clock(at)}"


@dataclass(frozen=True)
class Speech:
    """One language's words, for what is composed far from any page: the minutes, the agenda."""

    language: str

    def say(self, key: str, **params: Any) -> str:
        return t(self.language, key, **params)

    def day(self, iso: str) -> str:
        return day(self.language, iso)

    def clock(self, at: int) -> str:
        return clock(at)


def _plural(language: str, key: str, n: Any) -> str | None:
    texts = catalogue(language)
    form = Locale.parse(language).plural_form(n) if isinstance(n, int | float) and language in NAMES else "other"
    return texts.get(f"{key}.{form}", texts.get(f"{key}.other"))


def _shown(language: str, value: Any) -> str:
    return number(language, value) if type(value) in (int, float) else str(value)
