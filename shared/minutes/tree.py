"""What a document is made of: headings, paragraphs, tables, lists, and the facilitator's own words. Pure data.

A run is a piece of text that people wrote or that the catalogue says; it is never markup. Only ``Own`` and
``Words`` hold Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

LEFT_TO_RIGHT = "\u200e"  # a mark without width: what follows runs from left to right
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Strong:
    text: str


@dataclass(frozen=True)
class Link:
    """A word that leads to another part of the same document, to an address outside it, or to a page beside it (./)."""

    text: str
    to: str
    strong: bool = False

    @property
    def outside(self) -> bool:
        return self.to.startswith(("http://", "https://", "./"))


@dataclass(frozen=True)
class Place:
    """A word within a line or a table to which others lead."""

    text: str
    id: str
    strong: bool = False


@dataclass(frozen=True)
class Words:
    """The facilitator's own words within a list or a table, in Markdown."""

    markdown: str


Run = str | Strong | Link | Place | Words
Runs = Sequence[Run] | Run


@dataclass(frozen=True)
class Heading:
    """``fresh``: it begins a page, where there are pages."""

    level: int
    text: str
    id: str = ""
    fresh: bool = False


@dataclass(frozen=True)
class Paragraph:
    runs: Runs
    role: str = ""  # "fact": how it was asked | "hint": said to the reader


@dataclass(frozen=True)
class Item:
    runs: Runs
    under: Sequence[Item] = ()
    id: str = ""


@dataclass(frozen=True)
class Items:
    items: Sequence[Item]
    ordered: bool = False
    cards: bool = False  # people's own words, one idea each


@dataclass(frozen=True)
class Table:
    """``label`` names the table for those who hear it; columns whose name is in ``numbers`` hold figures."""

    label: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Runs]]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Own:
    """The facilitator's own words, in Markdown, apart from recorded facts."""

    markdown: str
    label: str
    note: str = ""  # the note's id, for editing in place


@dataclass(frozen=True)
class Figure:
    """A drawing of our own as SVG, so many millimetres wide; ``alt`` says it in words."""

    svg: str
    alt: str
    width: int


@dataclass(frozen=True)
class Photo:
    """A photo with its words; ``jpeg`` is base64, empty where the picture is not at hand or was taken out since.

    ``digest`` is the SHA-256 of the picture, width and height are dots. ``alt`` says what is on it where the caption
    does not.
    """

    id: str
    caption: str
    digest: str
    width: int
    height: int
    jpeg: str = ""
    alt: str = ""


Block = Heading | Paragraph | Items | Table | Own | Figure | Photo


@dataclass(frozen=True)
class Document:
    """Minutes: ``blocks`` for people, ``data`` for machines; both from the same records.

    ``words`` are what files say beside them: "contents" (without it all stands on one page, an empty one is left out),
    "page" with {n} and {of} in it, "missing" with {n} in it, and for the sheet of all cards "cards", "step", "group",
    "card", "stacked".
    """

    language: str
    title: str
    blocks: tuple[Block, ...]
    data: dict[str, Any] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    @property
    def seal(self) -> dict[str, Any]:
        """What a sealed version says of its seal; empty where it has none."""
        seal: dict[str, Any] = self.data.get("seal", {})
        return seal

    @property
    def keywords(self) -> str:
        """What files of a sealed version tell of it beside their text, so that a copy can be traced to it."""
        return f"SHA-256 {self.seal['checksum']}" if self.seal else ""


@dataclass(frozen=True)
class Part:
    """What one section gives to a document."""

    blocks: tuple[Block, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)


def runs_of(runs: Runs) -> Sequence[Run]:
    return (runs,) if isinstance(runs, str | Strong | Link | Place | Words) else runs


def strong(runs: Runs) -> list[Run]:
    """Make a whole sentence strong; what leads somewhere in it still does."""
    return [
        Strong(run) if isinstance(run, str) else replace(run, strong=True) if isinstance(run, Link | Place) else run
        for run in runs_of(runs)
    ]


def text_of(runs: Runs) -> str:
    """Give what runs say without their looks; one's own words as they were written."""
    return "".join(r if isinstance(r, str) else r.markdown if isinstance(r, Words) else r.text for r in runs_of(runs))


def printable(text: str) -> str:
    """Replace what no file format can hold, whatever way it came into the records."""
    return _UNPRINTABLE.sub("\ufffd", text)
