"""How a measure goes, on paper: milestones, risks, notes and photos; nothing where nothing was told."""

from __future__ import annotations

from collections.abc import Iterable

from shared.domain.register.course import MILESTONES, OPEN, RISKS, rows
from shared.domain.register.entries import Entry

from .sheet import Words
from .tree import Block, Heading, Item, Items, Photo, Table

Note = tuple[str, str, str]  # when, who, what


def course(entry: Entry, notes: Iterable[Note], photos: Iterable[Photo], speech: Words) -> list[Block]:
    say, blocks = speech.say, list[Block]()

    def day(iso: str) -> str:
        return speech.day(iso) if iso else ""

    milestones = [
        [m["what"], m.get("who", ""), day(m.get("planned", "")), day(m.get("reached", "")), m.get("word", "")]
        for m in rows(entry, MILESTONES)
    ]
    if milestones:
        columns = [say(f"course.{name}") for name in ("what", "who", "planned", "reached", "word")]
        blocks += [Heading(3, say("course.milestones")), Table(say("course.milestones"), columns, milestones)]
    risks = [[r["risk"], r.get("answer", ""), say(f"course.risk_{r.get('state', OPEN)}")] for r in rows(entry, RISKS)]
    if risks:
        columns = [say(f"course.{name}") for name in ("risk", "answer", "risk_stand")]
        blocks += [Heading(3, say("course.risks")), Table(say("course.risks"), columns, risks)]
    told = [Item(f"{at} · {by}: {text}") for at, by, text in notes]
    if told:
        blocks += [Heading(3, say("course.notes")), Items(told)]
    if pictures := list(photos):
        blocks += [Heading(3, say("course.photos")), *pictures]
    return [Heading(2, say("course.title"), "course"), *blocks] if blocks else []
