"""Records of a workshop, made by hand: what the minutes are composed from."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

from shared.domain.agenda import plan
from shared.domain.records import Activity, Card, Cluster, Note, Seat, Workshop
from shared.minutes.document import compose
from shared.minutes.sheet import lay_out
from shared.minutes.tree import Document
from shared.web.language import Speech, words


class Desk:
    """A board to be filled by hand."""

    def __init__(self, template: str = "led-planning", language: str = "en", title: str = "Planning day") -> None:
        ids = count(1)
        self.records: list[Any] = plan(
            template,
            id="w",
            code="K7M4PX",
            title=title,
            region="r",
            language=language,
            date="2026-11-23",
            words=lambda key: words(language, f"templates.{key}"),
            new_id=lambda: f"a{next(ids)}",
        )
        self._next = ids
        self.acts: list[dict[str, Any]] = []
        self.beside: dict[str, Any] = {}  # remarks, photos

    def step(self, kind: str, phase: str = "revealed", **fields: Any) -> Activity:
        """Bring the first step of a kind into a phase."""
        found = next(r for r in self.records if isinstance(r, Activity) and r.kind == kind and r.minutes > 15)
        changed = replace(found, phase=phase, **fields)
        self.records[self.records.index(found)] = changed
        return changed

    def card(self, step: Activity, text: str, **fields: Any) -> Card:
        number = next(self._next)
        return self._add(Card(f"c{number}", "w", step.id, text, float(number), **fields))

    def cluster(self, step: Activity, title: str, **fields: Any) -> Cluster:
        number = next(self._next)
        return self._add(Cluster(f"g{number}", "w", step.id, title, float(number), **fields))

    def note(self, type: str, text: str, **fields: Any) -> Note:
        number = next(self._next)
        return self._add(Note(f"n{number}", "w", type, text, float(number), **fields))

    def seat(self, sector: str, **fields: Any) -> Seat:
        number = next(self._next)
        return self._add(Seat(f"s{number}", "w", number, sector, "en", **fields))

    def workshop(self, **fields: Any) -> Workshop:
        self.records[0] = replace(self.records[0], **fields)
        return self.records[0]

    def minutes(self) -> Document:
        speech = Speech(self.records[0].language)
        return compose(lay_out(self.records, speech, self.acts, region="Altan-Ovoo", **self.beside))

    def _add(self, record: Any) -> Any:
        self.records.append(record)
        return record
