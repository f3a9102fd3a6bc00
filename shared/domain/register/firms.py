"""Firms counted once: a list of names and registration numbers, of which only marks remain.

A firm is told apart by its registration number, whatever it is called and wherever it works; one without a number by
its name within its region.
"""

from __future__ import annotations

import re
import unicodedata

from ..changes import Refused
from ..text import line
from .heads import Head, Heads, cells_of, lines_of

FIRMS = "firms"  # the indicator whose firms may be told by a list


def firms(text: str, region: str) -> Heads:
    """Read a pasted list: name and registration number, a firm a line; its name alone where it is not registered.

    Refuses with the number of the first line that cannot be read.
    """
    rows = lines_of(text)
    found = [Head(_sign(n, row, region)) for n, row in rows]
    return Heads(tuple(dict.fromkeys(found)), len(found))


def _sign(n: int, row: str, region: str) -> str:
    cells = cells_of(row)
    if len(cells) > 2 or not any(c.isalnum() for c in cells[0]):
        raise Refused("invalid", "firms_line", n=n)
    typed = unicodedata.normalize("NFKC", line(cells[1], 40) if len(cells) == 2 else "").casefold()
    number = "".join(str(unicodedata.decimal(c, c)) for c in re.sub(r"[\W_]", "", typed))
    if typed and not any(c.isdecimal() for c in number):
        raise Refused("invalid", "firms_number", n=n)
    return f"firm|{number}" if number else f"firm|{region}|{_plain(line(cells[0], 120))}"


def _plain(name: str) -> str:
    """Write a firm's name so that its spelling on two lists is the same; its numbers tell it apart from others."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", name).casefold())
    return " ".join(sorted(words))
