"""Answers of an application put into words, the same on pages and on paper."""

from __future__ import annotations

from typing import Any, Protocol

from .form import Field, is_blank


class Speech(Protocol):
    """The catalogue and the calendar of a language."""

    def say(self, key: str, **params: Any) -> str: ...
    def day(self, iso: str) -> str: ...


def answer(field: Field, value: Any, speech: Speech) -> str:
    """Put one answer into words, "" where there is none."""
    if is_blank(value):
        return ""
    if field.kind == "tick":
        return speech.say("register.choice.yes")
    if field.kind == "table":
        rows = ([answer(column, row.get(column.name), speech) for column in field.columns] for row in value)
        return "; ".join(", ".join(cell for cell in row if cell) for row in rows)
    if field.kind == "ticks":
        return ", ".join(speech.say(f"register.choice.{one}") for one in value)
    if field.kind == "choice":
        return speech.say(f"register.choice.{value}")
    return speech.day(value) if field.kind == "date" else str(value)
