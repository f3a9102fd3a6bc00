"""The hand-out: what came of the day on one page, in plain words, for everybody who was there. Pure.

Long texts are cut and long lists end with how many more there are, so that it stays one page; the minutes have it all.
"""

from __future__ import annotations

from collections.abc import Sequence

from shared.domain.records import Measure, Note

from .headings.common import day
from .headings.measures import state_of
from .headings.summary import people, tasks_by_day, weighed
from .sheet import Sheet
from .tree import Block, Document, Heading, Item, Items, Own, Paragraph, text_of

MOST_TEXT = 100  # characters of one text
MOST_SUMMARY = (6, 400)  # lines and characters of the facilitator's own words
_MOST = {"decisions": 4, "measures": 5, "tasks": 5}
_GOES_ON = ("funded", "chosen", "proposed")  # which measures are told, the nearest to being done first


def handout(sheet: Sheet) -> Document:
    workshop, say = sheet.workshop, sheet.say
    # Without the mark the figures of a date would be read on from a Latin name before them.
    mark = "\u200f" if workshop.language == "ar" else ""
    line = f"{mark} · {mark}".join(filter(None, (sheet.region, workshop.place, sheet.words.day(workshop.date))))
    blocks: list[Block] = [Heading(1, _cut(workshop.title)), Paragraph(line, role="fact"), *_summary(sheet)]
    told = [text_of(line) for line in (*people(sheet), *weighed(sheet))]
    if told:
        blocks += [Heading(2, say("handout.found")), Items([Item(_cut(line, 180)) for line in told])]
    blocks += [*_decisions(sheet), *_measures(sheet), *_tasks(sheet)]
    if len(blocks) == 2:
        blocks.append(Paragraph(say("handout.nothing")))
    ask = " · ".join(filter(None, (workshop.host, workshop.facilitators)))
    if ask:
        blocks += [Heading(2, say("handout.ask")), Paragraph(_cut(ask))]
    blocks.append(Paragraph(say("handout.minutes"), role="hint"))
    words = {"page": sheet.say("minutes.page", n="{n}", of="{of}"), "missing": sheet.say("minutes.missing", n="{n}")}
    return Document(workshop.language, workshop.title, tuple(blocks), {}, words)


def _summary(sheet: Sheet) -> list[Block]:
    words = _first_lines("\n".join(note.text for note in sheet.find(Note, type="summary", activity=None)))
    return [Own(words, sheet.say("minutes.own_words"))] if words else []


def _first_lines(markdown: str) -> str:
    """Keep the first lines of Markdown, and end the last one at a word where that is too long."""
    most_lines, left = MOST_SUMMARY
    kept: list[str] = []
    for line in markdown.splitlines():
        if line.strip():
            if sum(bool(other.strip()) for other in kept) == most_lines or left <= 0:
                return "\n".join([*kept, "", "…"])
            kept.append(_cut(line, left) if len(line) > left else line)
            left -= len(line)
        else:
            kept.append("")
    return "\n".join(kept).strip()


def _decisions(sheet: Sheet) -> list[Block]:
    notes = sheet.find(Note, type="decision")
    items = [Item(_cut(note.text)) for note in notes]
    return _under(sheet, "decisions", Items(_few(sheet, "decisions", items), ordered=True)) if items else []


def _measures(sheet: Sheet) -> list[Block]:
    """Name the measures that go on: those that are funded, else those that were chosen, else all that stand."""
    measures = sheet.find(Measure)
    states = {measure.id: state_of(sheet, measure) for measure in measures}
    state = next((one for one in _GOES_ON if one in states.values()), "")
    found = [measure for measure in measures if states[measure.id] == state]
    items = [Item(" – ".join(_cut(part, 60) for part in (m.title, m.champion) if part)) for m in found]
    return _under(sheet, f"measures_{state}", Items(_few(sheet, "measures", items))) if items else []


def _tasks(sheet: Sheet) -> list[Block]:
    items = [
        Item(" · ".join(filter(None, (_cut(what, 80), _cut(who, 30), day(sheet, due)))))
        for due, what, who in tasks_by_day(sheet)
    ]
    return _under(sheet, "tasks", Items(_few(sheet, "tasks", items))) if items else []


def _under(sheet: Sheet, name: str, block: Block) -> list[Block]:
    return [Heading(2, sheet.say(f"handout.{name}")), block]


def _few(sheet: Sheet, name: str, items: Sequence[Item]) -> list[Item]:
    most = _MOST[name]
    more = [Item(sheet.say("handout.more", n=len(items) - most))] if len(items) > most else []
    return [*items[:most], *more]


def _cut(text: str, most: int = MOST_TEXT) -> str:
    """Put a text into one line, and end it at a word where it is too long."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0].rstrip('.,;: ')} …"
