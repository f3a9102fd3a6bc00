"""What of sealed minutes may stand before everybody: what was found and decided, and nobody's name.

Only what is listed here is taken over: no attendance, no cards or remarks in people's own words, no voices, and of
tasks and measures not who stands for them. Of the rest each line that names somebody stays out whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from shared.domain.names import Names
from shared.domain.records import Measure, Pledge, Seat, Sector, Workshop

from .register import words
from .sheet import Words
from .tree import Block, Document, Heading, Item, Items, Link, Paragraph, Runs, Table

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"^[\s>#*+-]+|[*_`]{1,3}")
_STATES = ("proposed", "chosen", "funded", "reserve", "unfunded")


def names_of(data: Mapping[str, Any], records: Iterable[Any], more: Iterable[str] = ()) -> Names:
    """Gather who is named anywhere in minutes or in the workshop as it stands; ``more``: accounts, who signed."""
    told, kept = dict(data.get("workshop", {})), list(records)
    measures = [*data.get("measures", [])]
    people = [*more, *_apart(told.get("facilitators", ""))]
    people += [one.get("name", "") for one in data.get("participants", {}).get("named", [])]
    people += [measure.get("champion", "") for measure in measures]
    who = [line.get("who", "") for part in ("tasks", "commitments", "advocacy") for line in data.get(part, [])]
    offices = [told.get(name, "") for name in ("host", "region", "place")]
    offices += [partner for measure in measures for partner in measure.get("partners", {}).values()]
    for record in kept:
        if isinstance(record, Seat):
            people.append(record.name)
            offices.append(record.organisation)
        elif isinstance(record, Measure):
            people += [record.champion, str(record.sheet.get("deputy", ""))]
        elif isinstance(record, Pledge):
            who.append(record.who)
        elif isinstance(record, Workshop):
            people += _apart(record.facilitators)
    return Names(people, who, offices)


class Extract:
    """Lays the extract out in a language; ``left_out`` are the lines that stayed out, as they stand in the minutes."""

    def __init__(self, data: Mapping[str, Any], names: Names, speech: Words) -> None:
        self.data, self.names, self.speech, self.say = data, names, speech, speech.say
        self.left_out: list[str] = []

    def document(self, back: Link | None = None) -> Document:
        """Compose it; ``back`` leads to where it hangs."""
        workshop, day = self.data["workshop"], self.data["workshop"].get("date", "")
        title = self._kept(workshop.get("title", "")) or self.say("public.extract")
        place = self._kept(workshop.get("place", ""))
        facts = [workshop.get("region", ""), place, self.speech.day(day) if day else ""]
        blocks: list[Block] = [Paragraph(back)] if back else []
        blocks += [Heading(1, title), Paragraph(" · ".join(filter(None, facts)), "fact")]
        blocks.append(Paragraph(self.say("public.extract_hint"), "hint"))
        for part in (self._summary, self._participants, self._steps, self._decisions, self._measures, self._open):
            blocks += part()
        return Document(self.speech.language, title, tuple(blocks), words=words(self.speech))

    def _summary(self) -> list[Block]:
        own = [line for note in self.data.get("summary", []) for line in note["text"].splitlines()]
        lines = [_plain(line) for line in own] if own else self.data.get("proposed_summary", [])
        return self._under("summary", self.say("minutes.summary"), lines)

    def _participants(self) -> list[Block]:
        told = self.data.get("participants", {})
        if not told.get("total"):
            return []
        rows: list[list[Runs]] = [
            [self.say(f"common.sector.{sector}"), str(told["by_sector"][sector])]
            for sector in Sector
            if told["by_sector"].get(sector)
        ]
        label = self.say("minutes.participants")
        head = Heading(2, label, "participants")
        columns = [self.say("minutes.sector"), self.say("public.how_many")]
        shown = [Table(label, columns, rows, frozenset({1}))] if rows else []
        return [head, Paragraph(self.say("public.people", n=told["total"])), *shown]

    def _steps(self) -> list[Block]:
        """Tell what was asked, step by step, and the groups that the room made; no card."""
        blocks: list[Block] = []
        for step in self.data.get("steps", []):
            title, question = self._kept(step.get("title", "")), self._kept(step.get("question", ""))
            groups = [group["title"] for group in step.get("groups", []) if not group.get("aside")]
            lines = [Item(kept) for text in groups if (kept := self._kept(text))]
            if title and (question or lines):
                blocks.append(Heading(3, title))
                blocks += [Paragraph(question)] if question else []
                blocks += [Items(lines)] if lines else []
        return [Heading(2, self.say("minutes.results"), "results"), *blocks] if blocks else []

    def _decisions(self) -> list[Block]:
        items = []
        for decision in self.data.get("decisions", []):
            if text := self._kept(decision["text"]):
                more = [
                    Item(f"{self.say(f'minutes.{name}')} {said}")
                    for name in ("reasons", "dissent")
                    if (said := self._kept(decision.get(name, "") or ""))
                ]
                items.append(Item(text, more))
        return self._list("decisions", self.say("minutes.decisions"), items, ordered=True)

    def _measures(self) -> list[Block]:
        """Name the measures that were not set aside, with how far each came; not who stands for it."""
        lines = []
        for measure in self.data.get("measures", []):
            if measure.get("state") in _STATES and (title := self._kept(measure["title"])):
                lines.append(Item(f"{title} – {self.say('minutes.state_' + measure['state'])}"))
        return self._list("measures", self.say("minutes.measures"), lines)

    def _open(self) -> list[Block]:
        """Tell what is to be done by when, what others have to move, and what stayed open."""
        tasks = [
            " · ".join(filter(None, (task["text"], self.speech.day(task["due"]) if task.get("due") else "")))
            for task in self.data.get("tasks", [])
        ]
        asked = [
            " · ".join(filter(None, (item["text"], item.get("office", "")))) for item in self.data.get("advocacy", [])
        ]
        questions = [question["text"] for question in self.data.get("parking", {}).get("questions", [])]
        return [
            *self._under("tasks", self.say("public.tasks"), tasks),
            *self._under("advocacy", self.say("minutes.advocacy"), asked),
            *self._under("questions", self.say("minutes.open_questions"), questions),
        ]

    def _under(self, id: str, title: str, lines: Iterable[str]) -> list[Block]:
        return self._list(id, title, [Item(kept) for line in lines if (kept := self._kept(line))])

    def _list(self, id: str, title: str, items: list[Item], ordered: bool = False) -> list[Block]:
        return [Heading(2, title, id), Items(items, ordered)] if items else []

    def _kept(self, text: str) -> str:
        """Give a text that names nobody; of another none, and remember it."""
        if text and self.names.found_in(text):
            self.left_out.append(text)
            return ""
        return text


def _plain(line: str) -> str:
    """Take the marks of Markdown off a line."""
    return _MARKS.sub("", _LINK.sub(r"\1", line)).strip()


def _apart(people: str) -> list[str]:
    """Take a list of people apart, however it was written."""
    return [name.strip() for name in re.split(r"[,;/·\n،؛]", people) if name.strip()]
