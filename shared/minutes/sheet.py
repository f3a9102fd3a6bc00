"""The records of one workshop as the minutes ask for them, and the words in which they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from shared.domain.changes import Change, Paper
from shared.domain.records import Card, CardState, Workshop

R = TypeVar("R")


class Words(Protocol):
    """How the minutes speak: the catalogue and the calendar of the workshop's language."""

    @property
    def language(self) -> str: ...

    def say(self, key: str, **params: Any) -> str: ...
    def day(self, iso: str) -> str: ...
    def clock(self, at: int) -> str: ...


@dataclass(frozen=True)
class Sheet:
    """All records of a workshop, read as the rules read a board; ballots are not among them."""

    records: dict[type[Any], list[Any]]
    words: Words
    acts: list[dict[str, Any]] = field(default_factory=list)
    encrypted: bool = False  # the line between phones and server
    region: str = ""  # its name
    stacks: dict[str, list[Card]] = field(default_factory=dict)  # by the card on which they lie

    @property
    def workshop(self) -> Workshop:
        workshop: Workshop = self.records[Workshop][0]
        return workshop

    def say(self, key: str, **params: Any) -> str:
        return self.words.say(key, **params)

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
    return Sheet(kinds, words, acts or [], encrypted, region, stacks)


def all_like(where: dict[str, Any]) -> Callable[[Any], bool]:
    return lambda record: all(getattr(record, name) == value for name, value in where.items())
