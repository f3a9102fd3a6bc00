"""How a measure goes, on paper: milestones, risks, notes and photos; nothing where nothing was told."""

from __future__ import annotations

from collections.abc import Iterable

from shared.domain.conclusions import COSTS
from shared.domain.register.concluded import concluded
from shared.domain.register.course import MILESTONES, OPEN, RISKS, rows
from shared.domain.register.entries import Entry

from .sections.worth import answers, rated_table
from .sheet import Words
from .tree import Block, Heading, Item, Items, Paragraph, Photo, Table

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
    said, meeting = concluded(entry)
    if said:
        told_by = " · ".join(filter(None, (meeting["title"], day(meeting["day"]))))
        words = [[f"{heading} – {asked}", answer] for heading, asked, answer in answers(speech, said) if answer]
        money = [[say(f"evaluation.words.{name}"), said[name]] for name in ("own_delivered", *COSTS) if said.get(name)]
        blocks += [
            Heading(3, say("register.worth")),
            Paragraph(told_by, "fact"),
            rated_table(speech, say("evaluation.words.judged"), said),
        ]
        if money or words:
            columns = [say("evaluation.minutes.question"), say("evaluation.minutes.answer")]
            blocks.append(Table(say("register.worth"), columns, [*money, *words]))
    if pictures := list(photos):
        blocks += [Heading(3, say("course.photos")), *pictures]
    return [Heading(2, say("course.title"), "course"), *blocks] if blocks else []
