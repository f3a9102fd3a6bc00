"""The books of the fund as a table, for accountants: a line for each envelope, by call, region and giver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from shared.domain.financing.books import Books
from shared.domain.financing.calls import Call, Envelope

from .register import words
from .sheet import Words
from .tree import Document, Heading, Paragraph, Table

MONEY = ("envelope", "committed", "paid", "accounted", "free")


class Stand(Protocol):
    """An envelope and how its money stood."""

    @property
    def envelope(self) -> Envelope: ...
    @property
    def call(self) -> Call: ...
    @property
    def giver(self) -> str: ...
    @property
    def books(self) -> Books: ...


def the_fund(stands: Iterable[Stand], regions: Mapping[str, str], on: str, speech: Words) -> Document:
    """Tell how the fund stood at the end of an ISO day."""
    say = speech.say
    columns = [say(f"financing.{name}") for name in ("call", "region", "giver", "currency", *MONEY)]
    rows = []
    for one in stands:
        amount, books = one.envelope.amount, one.books
        money = (amount, books.committed, books.paid, books.accounted, amount - books.committed)
        names = (one.call.title, regions.get(one.envelope.region, ""), one.giver, one.call.currency)
        rows.append([*names, *(str(n) for n in money)])
    title = say("financing.title")
    blocks = (
        Heading(1, title),
        Paragraph(say("programme.as_of", day=speech.day(on)), "fact"),
        Heading(2, title, "fund"),
        Table(title, columns, rows, frozenset(range(4, 9))),
    )
    return Document(speech.language, title, blocks, words=words(speech))
