"""What all papers are made of: room to write, boxes to tick, and what stands around the pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..register import words
from ..sheet import Words
from ..tree import Block, Document, Run, Runs, Table

RULE = "_"  # lines to write on; blanks would be dropped
SHORT, CELL, LONG = RULE * 8, RULE * 14, RULE * 40
BOX = "[   ]"


def paper(title: str, blocks: Iterable[Block], speech: Words) -> Document:
    """Make a document of as many pages as it takes, without a table of contents."""
    return Document(speech.language, title, tuple(blocks), words={**words(speech), "contents": ""})


def page(title: str, blocks: Iterable[Block], speech: Words) -> Document:
    """Make a document of one page."""
    said = {name: text for name, text in words(speech).items() if name != "contents"}
    return Document(speech.language, title, tuple(blocks), words=said)


def lines(n: int, length: int = 46) -> str:
    """Give room for so many lines of handwriting."""
    return " ".join([RULE * length] * n)


def ticks(options: Iterable[str]) -> str:
    """Put options below each other, each with its box."""
    return "\n".join(f"{BOX} {option}" for option in options)


def fields(label: str, asked: Sequence[tuple[str, str]], speech: Words, room: str = LONG) -> Table:
    """Ask one thing a row: what is known stands there, else there is room to write."""
    rows: list[Sequence[Runs]] = [[name, known or room] for name, known in asked]
    return Table(label, [speech.say("register.asked"), speech.say("register.answered")], rows)


def more(rows: Iterable[Sequence[Run]], columns: int, least: int) -> list[Sequence[Runs]]:
    """Give what is known row by row, a blank cell where nothing is, and blank rows until there are enough."""
    known: list[Sequence[Runs]] = [[cell or CELL for cell in row] for row in rows]
    return known + [[CELL] * columns] * max(0, least - len(known))
