"""A dashboard as a file: each table with its head, figures as bare numbers that can be reckoned with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from shared.voting.sectors import decimal

from .register import words
from .sheet import Words
from .tree import Block, Document, Heading, Paragraph, Table


@dataclass(frozen=True)
class Listing:
    """One table; ``figures``: the places of the columns that hold numbers."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    figures: frozenset[int] = frozenset()


def dashboard(title: str, facts: Iterable[str], listings: Iterable[Listing], speech: Words) -> Document:
    """Lay tables out one after the other, a sheet each, below what is true of all of them."""
    blocks: list[Block] = [Heading(1, title), *(Paragraph(fact, "fact") for fact in facts)]
    for n, one in enumerate(listings):
        if one.rows:
            blocks.append(Heading(2, one.title, f"t{n}"))
            blocks.append(Table(one.title, one.columns, one.rows, one.figures))
    return Document(speech.language, title, tuple(blocks), words=words(speech))


def bare(value: Fraction | int | None, digits: int = 2) -> str:
    """Write a number so that a program reads it as one, without places that say nothing; "" where it is missing."""
    if value is None:
        return ""
    written = decimal(value, digits)
    return written.rstrip("0").rstrip(".") if "." in written else written
