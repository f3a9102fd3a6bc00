"""People counted once: who was trained, found work or earns more, as a list of names from which only marks are kept.

A person is told apart by name, year of birth and sex. The same person in two measures has the same mark, and counts
once in every sum; from a mark nobody finds the name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from ..changes import Refused
from ..text import line

COUNTED = ("trained", "jobs", "income")  # the indicators whose people may be told by a list
FEMALE, MALE = "female", "male"
YOUTH = 30  # years, below which somebody is young
MOST_LINES = 500
_OLDEST = 110  # years
_APART = re.compile(r"[\t;,|،؛]")


@dataclass(frozen=True)
class Head:
    """One person on a list, or one firm (which has no sex); ``sign`` is what the mark is made of, and never kept."""

    sign: str
    born: int = 0
    sex: str = ""

    def young(self, day: str) -> bool:
        """Say whether they were below 30 in the year of an ISO day."""
        return bool(self.sex) and int(day[:4]) - self.born < YOUTH


@dataclass(frozen=True)
class Heads:
    """A list that was read: each person once, and how many lines there were."""

    heads: tuple[Head, ...]
    lines: int

    def parts(self, day: str) -> dict[str, int]:
        """Count women and the young; nothing is known of firms."""
        if not all(head.sex for head in self.heads):
            return {}
        women = sum(head.sex == FEMALE for head in self.heads)
        return {"women": women, "youth": sum(head.young(day) for head in self.heads)}


def heads(text: str, sexes: Mapping[str, str], day: str) -> Heads:
    """Read a pasted list: name, year of birth, sex, a person a line; a first line of titles is passed over.

    ``sexes``: which word (in lower case) says what. Refuses with the number of the first line that cannot be read.
    """
    rows = lines_of(text)
    if not re.search(r"\d", rows[0][1]):
        rows = rows[1:]
    if not rows:
        raise Refused("invalid", "heads_empty")
    found = [_head(n, row, sexes, day) for n, row in rows]
    return Heads(tuple(dict.fromkeys(found)), len(found))


def lines_of(text: str) -> list[tuple[int, str]]:
    """Give the lines of a list that say something, each with its number from 1."""
    rows = [(n, row) for n, row in enumerate(text.splitlines(), 1) if row.strip()]
    if not rows:
        raise Refused("invalid", "heads_empty")
    if len(rows) > MOST_LINES:
        raise Refused("limit", "heads_many", most=MOST_LINES)
    return rows


def cells_of(row: str) -> list[str]:
    return [cell.strip() for cell in _APART.split(row)]


def _head(n: int, row: str, sexes: Mapping[str, str], day: str) -> Head:
    cells = cells_of(row)
    if len(cells) != 3:
        raise Refused("invalid", "heads_line", n=n)
    name, born, sex = line(cells[0], 120), cells[1], sexes.get(cells[2].casefold())
    if not any(c.isalpha() for c in name):
        raise Refused("invalid", "heads_line", n=n)
    year = int(born) if re.fullmatch(r"\d{4}", born) else 0
    if not int(day[:4]) - _OLDEST <= year <= int(day[:4]):
        raise Refused("invalid", "heads_born", n=n)
    if sex is None:
        raise Refused("invalid", "heads_sex", n=n)
    return Head(f"{_plain(name)}|{year}|{sex}", year, sex)


def _plain(name: str) -> str:
    """Write a name so that its spelling on two lists is the same: letters alone, its words in one order."""
    letters = unicodedata.normalize("NFKC", name).casefold()
    words = re.findall(r"[^\W\d_]+", letters)
    return " ".join(sorted(words))


def day_of(text: str, today: str) -> str:
    """Read the ISO day that a list is of; not one to come."""
    try:
        day = date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused("invalid", "form_date") from None
    if day > today:
        raise Refused("invalid", "reading_future")
    return day


def known(words: Mapping[str, Collection[str]]) -> dict[str, str]:
    """Turn the words of all languages round: by word, which sex it says."""
    return {word.casefold(): sex for sex, some in words.items() for word in some}
