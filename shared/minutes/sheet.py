"""The records of one workshop as the minutes ask for them, and the words in which they are told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from shared.domain.changes import Change, Paper
from shared.domain.records import Card, CardState, Workshop

from .tree import Run, runs_of

R = TypeVar("R")


class Words(Protocol):
    """How the minutes speak: the catalogue and the calendar of the workshop's language."""

    @property
    def language(self) -> str: ...

    def say(self, key: str, **params: Any) -> str: ...
    def day(self, iso: str) -> str: ...
    def clock(self, at: int) -> str: ...


@dataclass(frozen=True)
class Corrected:
    """A remark on an earlier version, with its answer. ``shown``: to all, else it is only counted."""

    number: int
    anchor: str
    excerpt: str
    text: str
    name: str
    at: int
    state: str
    answer: str
    shown: bool


@dataclass(frozen=True)
class Photographed:
    """A photo of a board, with its picture in base64 where a file is to hold it; ``activity`` is "" for no step."""

    id: str
    activity: str
    caption: str
    digest: str
    width: int
    height: int
    jpeg: str = ""


@dataclass(frozen=True)
class Sheet:
    """All records of a workshop, read as the rules read a board; ballots are not among them."""

    records: dict[type[Any], list[Any]]
    words: Words
    acts: list[dict[str, Any]] = field(default_factory=list)
    encrypted: bool = False  # the line between phones and server
    region: str = ""  # its name
    stacks: dict[str, list[Card]] = field(default_factory=dict)  # by the card on which they lie
    remarks: Sequence[Corrected] = ()  # on earlier versions
    photos: Sequence[Photographed] = ()  # in the order in which they were taken in

    @property
    def workshop(self) -> Workshop:
        workshop: Workshop = self.records[Workshop][0]
        return workshop

    def say(self, key: str, **params: Any) -> str:
        return self.words.say(key, **params)

    def woven(self, key: str, **params: Any) -> list[Run]:
        """Say something with words in it that lead somewhere: what is no plain text stays what it is."""
        within: list[Sequence[Run]] = []
        plain: dict[str, Any] = {}
        for name, value in params.items():
            if isinstance(value, str | int):
                plain[name] = value
            else:
                plain[name] = f"\ue000{len(within)}\ue001"
                within.append(runs_of(value))
        said: list[Run] = []
        for n, part in enumerate(re.split("\ue000(\\d+)\ue001", self.say(key, **plain))):
            if n % 2 and int(part) < len(within):
                said += within[int(part)]
            elif part:
                said.append(part)
        return said

    def listed(self, texts: Iterable[str]) -> str:
        """Put texts side by side as the language does within a sentence."""
        return self.say("minutes.and").join(texts)

    @property
    def dot(self) -> str:
        """What stands between texts side by side.

        From right to left a mark keeps the figures of a date from being read on from a Latin name before them.
        """
        mark = "\u200f" if self.workshop.language == "ar" else ""
        return f"{mark} · {mark}"

    def dotted(self, texts: Iterable[str]) -> str:
        """Put what there is of some texts side by side."""
        return self.dot.join(filter(None, texts))

    def joined(self, runs: Iterable[Run], between: str = "") -> list[Run]:
        """Put words that may lead somewhere side by side, as the language does within a sentence or with a sign."""
        said: list[Run] = []
        for run in runs:
            said += [between or self.say("minutes.and"), run] if said else [run]
        return said

    def get(self, kind: type[R], id: str | None) -> R | None:
        return next((record for record in self.records.get(kind, []) if record.id == id), None)

    def find(self, kind: type[R], **where: Any) -> list[R]:
        fitting = all_like(where)
        return [record for record in self.records.get(kind, []) if fitting(record)]

    def count(self, kind: type[Any], **where: Any) -> int:
        return len(self.find(kind, **where))

    def papers(self, activity: str) -> list[Paper]:
        return []

    def change(self, version: int) -> Change | None:
        return None

    def undone(self, version: int) -> bool:
        return any(act.get("undoes") == version for act in self.acts)

    def cards(self, **where: Any) -> list[Card]:
        """List the cards that stand for themselves and were not put aside."""
        return [c for c in self.find(Card, **where) if c.merged_into is None and c.state == CardState.SHOWN]

    def merged(self, card: Card) -> list[Card]:
        return self.stacks.get(card.id, [])


def lay_out(
    records: Iterable[Any],
    words: Words,
    acts: list[dict[str, Any]] | None = None,
    encrypted: bool = False,
    region: str = "",
    remarks: Sequence[Corrected] = (),
    photos: Sequence[Photographed] = (),
) -> Sheet:
    """Sort records by kind and place."""
    kinds: dict[type[Any], list[Any]] = {}
    for record in records:
        kinds.setdefault(type(record), []).append(record)
    for kind in kinds.values():
        kind.sort(key=lambda record: (getattr(record, "position", 0), record.id))
    stacks: dict[str, list[Card]] = {}
    for card in kinds.get(Card, []):
        if card.merged_into is not None and card.state == CardState.SHOWN:
            stacks.setdefault(card.merged_into, []).append(card)
    return Sheet(kinds, words, acts or [], encrypted, region, stacks, remarks, photos)


def all_like(where: dict[str, Any]) -> Callable[[Any], bool]:
    return lambda record: all(getattr(record, name) == value for name, value in where.items())
