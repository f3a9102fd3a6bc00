"""A change: one verb for people, and for machines each touched record before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar

from .records import Record, kind_of

R = TypeVar("R")


@dataclass(frozen=True)
class Actor:
    """Who asks. Made from the connection, never from the message."""

    role: str  # "facilitator" | "seat" | "system"
    id: str
    name: str = ""
    language: str = "en"


class Refused(Exception):
    """The rules do not allow this. ``key`` and ``params`` name a sentence of the catalogue for the one who asked.

    ``code`` is one of shared.domain.refusals.CODES; ``retry`` says whether the same message may succeed later.
    """

    def __init__(self, code: str, key: str, retry: bool = False, **params: Any) -> None:
        super().__init__(f"{code}: {key} {params or ''}".strip())
        self.code, self.key, self.retry, self.params = code, key, retry, params


@dataclass(frozen=True)
class Edit:
    """One record before and after; None stands for 'is not there'."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        record = self.after or self.before
        assert record is not None
        return record

    @property
    def kind(self) -> str:
        return kind_of(self.record)

    @property
    def inverse(self) -> Edit:
        return Edit(self.after, self.before)


@dataclass(frozen=True)
class Change:
    """``verb`` is in the past tense ("card.added"); ``subject`` is a short text of the matter, for the history."""

    verb: str
    edits: tuple[Edit, ...]
    subject: str = ""
    reason: str = ""
    undoes: int | None = None
    at: int = 0
    answer: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Paper:
    """A stored ballot as counting sees it: what was chosen, and the voter's sector where results by sector are on."""

    choices: Any
    sector: str | None = None
    receipt: str = ""  # what its voter was told, where the vote gives receipts
    on_paper: bool = False  # entered from a sheet


class Board(Protocol):
    """What the rules may ask of one workshop's records."""

    def get(self, kind: type[R], id: str | None) -> R | None: ...
    def find(self, kind: type[R], **where: Any) -> list[R]:
        """All records of a kind whose fields equal ``where``, by position where they have one."""
        ...

    def count(self, kind: type[Any], **where: Any) -> int:
        """How many ``find`` would give, without making the list: a card must not cost more on a full board."""
        ...

    def papers(self, activity: str) -> list[Paper]: ...
    def change(self, version: int) -> Change | None: ...
    def undone(self, version: int) -> bool: ...


def add(record: Record) -> Edit:
    return Edit(None, record)


def edit(before: Any, **values: Any) -> Edit:
    return Edit(before, replace(before, **values))


def remove(record: Record) -> Edit:
    return Edit(record, None)


def differing(edit_: Edit) -> Iterator[str]:
    """The names of the fields that an edit of a record changed."""
    assert edit_.before is not None and edit_.after is not None
    for name in edit_.after.__dataclass_fields__:
        if getattr(edit_.before, name) != getattr(edit_.after, name):
            yield name
