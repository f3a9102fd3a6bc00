"""A poll in the minutes: any kind's step with the result that its own counting gives."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.changes import Paper
from shared.domain.records import Activity
from shared.minutes.render import render
from tests.minutes.records import Desk

FORMATS = ("md", "html", "json")


class Room:
    """What counting asks of a board, with the papers that were cast."""

    def __init__(self, papers: list[Paper]) -> None:
        self._papers = papers

    def papers(self, activity: str) -> list[Paper]:
        return self._papers

    def get(self, kind: type[Any], id: str | None) -> None:
        return None

    def count(self, kind: type[Any], **where: Any) -> int:
        return len(self._papers)


def told(
    kind: str, papers: list[Paper], phase: str = "revealed", language: str = "en", fields: Any = None, **settings: Any
) -> str:
    """Tell a poll in all formats, as it stands in a phase."""
    return "".join(render(minutes_of(kind, papers, phase, language, fields, **settings), format) for format in FORMATS)


def minutes_of(
    kind: str,
    papers: list[Paper],
    phase: str = "revealed",
    language: str = "en",
    fields: Any = None,
    beside: Any = None,
    **settings: Any,
) -> Any:
    """Compose such minutes; ``beside`` stands in the result too."""
    rules = KINDS_OF_ACTIVITY[kind]
    desk = Desk(language=language)
    found = next(r for r in desk.records if isinstance(r, Activity) and r.kind == "dots")
    given = {**rules.complete(settings), "secret": True}
    step = replace(found, kind=kind, phase=phase, settings=given, **{"options": ["?"], **(fields or {})})
    result = {**rules.closed(Room(papers), desk.records[0], step)["result"], **(beside or {})}
    desk.records[desk.records.index(found)] = replace(step, result=result)
    return desk.minutes()
