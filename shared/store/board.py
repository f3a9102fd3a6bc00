"""The board that rules see: one workshop's records in memory, with indexes where rules look often."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

from shared.domain.changes import Change, Edit, Paper
from shared.domain.records import KINDS, Record, kind_of

R = TypeVar("R")

_INDEXED: dict[str, tuple[str, ...]] = {
    "card": ("activity", "cluster", "author", "merged_into"),
    "cluster": ("activity",),
    "measure": ("cluster", "author"),
    "pledge": ("activity", "measure", "author"),
    "finding": ("card",),
    "voice": ("activity", "author"),
    "mark": ("activity", "finding", "author"),
    "amendment": ("activity",),
    "interview": ("activity", "author"),
    "note": ("activity",),
    "seat": ("removed",),
}


_NONE: dict[str, None] = {}


class Board:
    """Holds a workshop's records at a version. What it cannot know, ballots and the log, it asks its ``memory`` for."""

    def __init__(self, version: int, records: Iterable[Record]) -> None:
        self.version = version
        self.memory: Memory | None = None
        self._records: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
        self._index: dict[tuple[str, str, Any], dict[str, None]] = {}
        for record in records:
            self._put(record)

    def get(self, kind: type[R], id: str | None) -> R | None:
        return self._records[kind_of(kind)].get(id or "")

    def find(self, kind: type[R], **where: Any) -> list[R]:
        return sorted(self._matching(kind_of(kind), where), key=_order)

    def count(self, kind: type[Any], **where: Any) -> int:
        name = kind_of(kind)
        ids, rest = self._indexed(name, where)
        return len(self._where(name, ids, rest)) if rest else len(ids)

    def papers(self, activity: str) -> list[Paper]:
        assert self.memory is not None
        return self.memory.papers(activity)

    def change(self, version: int) -> Change | None:
        assert self.memory is not None
        return self.memory.change(version)

    def undone(self, version: int) -> bool:
        assert self.memory is not None
        return self.memory.undone(version)

    def apply(self, version: int, edits: Iterable[Edit]) -> None:
        """Lay a change over the records; the board is then at ``version``."""
        for edit in edits:
            if edit.before is not None or edit.after is None:
                self._drop(edit.kind, edit.record.id)
            if edit.after is not None:
                self._put(edit.after)
        self.version = version

    def records(self) -> list[Record]:
        return [record for kind in self._records.values() for record in kind.values()]

    def _matching(self, name: str, where: dict[str, Any]) -> list[Any]:
        return self._where(name, *self._indexed(name, where))

    def _indexed(self, name: str, where: dict[str, Any]) -> tuple[Collection[str], dict[str, Any]]:
        """Give the ids that the indexes know to match, and what is left to look at."""
        known = [field for field in _INDEXED.get(name, ()) if field in where]
        if not known:
            return self._records[name], where
        sets = sorted((self._index.get((name, field, where[field]), _NONE) for field in known), key=len)
        ids: AbstractSet[str] = sets[0].keys()
        for other in sets[1:]:
            ids = ids & other.keys()
        return ids, {field: value for field, value in where.items() if field not in known}

    def _where(self, name: str, ids: Collection[str], rest: dict[str, Any]) -> list[Any]:
        records = self._records[name]
        found = [records[id] for id in ids]
        for field, value in rest.items():
            found = [record for record in found if getattr(record, field) == value]
        return found

    def _put(self, record: Record) -> None:
        name = kind_of(record)
        old = self._records[name].get(record.id)
        if old is not None:
            self._unindex(name, old)
        self._records[name][record.id] = record
        for field in _INDEXED.get(name, ()):
            self._index.setdefault((name, field, getattr(record, field)), {})[record.id] = None

    def _drop(self, name: str, id: str) -> None:
        old = self._records[name].pop(id, None)
        if old is not None:
            self._unindex(name, old)

    def _unindex(self, name: str, record: Any) -> None:
        for field in _INDEXED.get(name, ()):
            key = (name, field, getattr(record, field))
            ids = self._index.get(key, {})
            ids.pop(record.id, None)
            if not ids:
                self._index.pop(key, None)


class Memory:
    """What a board asks of the open transaction."""

    def __init__(
        self,
        papers: Callable[[str], list[Paper]],
        change: Callable[[int], Change | None],
        undone: Callable[[int], bool],
    ) -> None:
        self.papers, self.change, self.undone = papers, change, undone


def _order(record: Any) -> tuple[float, str]:
    return (getattr(record, "position", getattr(record, "number", 0)), record.id)
