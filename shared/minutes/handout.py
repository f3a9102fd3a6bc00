"""The hand-out: what came of the day on one page, in plain words, for everybody who was there. Pure.

Long texts are cut and long lists end with how many more there are, so that it stays one page; the minutes have it all,
and whoever may open them gets from here to where each thing is told in full.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shared.domain.records import Measure, Note

from .anchors import elsewhere
from .headings.common import day
from .headings.measures import state_of
from .headings.summary import people, tasks_by_day, weighed
from .sections.cards import measure_link
from .sheet import Sheet
from .tree import Block, Document, Heading, Item, Items, Link, Own, Paragraph, Run, Words, runs_of

MOST_TEXT = 100  # characters of one text
MOST_SUMMARY = (6, 400)  # lines and characters of the facilitator's own words
_MOST = {"decisions": 4, "measures": 5, "tasks": 5}
_GOES_ON = ("funded", "chosen", "proposed")  # which measures are told, the nearest to being done first


def handout(sheet: Sheet, minutes: str = "", sealed: str = "") -> Document:
    """Compose the hand-out; ``minutes`` and ``sealed`` are addresses, each "" where the reader cannot open it.

    ``minutes``: the workshop's minutes, ``sealed``: the page that tells of its newest sealed version.
    """
    workshop, say = sheet.workshop, sheet.say
    line = sheet.dotted((sheet.region, workshop.place, sheet.words.day(workshop.date)))
    blocks: list[Block] = [Heading(1, _cut(workshop.title)), Paragraph(line, role="fact"), *_summary(sheet)]
    told = [*people(sheet), *weighed(sheet)]
    if told:
        blocks += [Heading(2, say("handout.found")), Items([Item(_cut_runs(line, 180)) for line in told])]
    blocks += [*_decisions(sheet), *_measures(sheet), *_tasks(sheet)]
    if len(blocks) == 2:
        blocks.append(Paragraph(say("handout.nothing")))
    ask = " · ".join(filter(None, (workshop.host, workshop.facilitators)))
    if ask:
        blocks += [Heading(2, say("handout.ask")), Paragraph(_cut(ask))]
    whole = say("handout.minutes")
    blocks.append(Paragraph(Link(whole, minutes) if minutes else whole, role="hint"))
    if sealed:
        blocks.append(Paragraph(Link(say("handout.sealed"), sealed), role="hint"))
    words = {"page": sheet.say("minutes.page", n="{n}", of="{of}"), "missing": sheet.say("minutes.missing", n="{n}")}
    return Document(workshop.language, workshop.title, elsewhere(blocks, minutes), {}, words)


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
    items = [Item(Link(_cut(note.text), "decisions")) for note in notes]
    return _under(sheet, "decisions", Items(_few(sheet, "decisions", items), ordered=True)) if items else []


def _measures(sheet: Sheet) -> list[Block]:
    """Name the measures that go on: those that are funded, else those that were chosen, else all that stand."""
    measures = sheet.find(Measure)
    states = {measure.id: state_of(sheet, measure) for measure in measures}
    state = next((one for one in _GOES_ON if one in states.values()), "")
    found = [measure for measure in measures if states[measure.id] == state]
    items = [
        Item([replace(measure_link(m), text=_cut(m.title, 60)), f" – {_cut(m.champion, 60)}" if m.champion else ""])
        for m in found
    ]
    return _under(sheet, f"measures_{state}", Items(_few(sheet, "measures", items))) if items else []


def _tasks(sheet: Sheet) -> list[Block]:
    items = [
        Item([Link(_cut(what, 80), "tasks"), *(f"{sheet.dot}{one}" for one in (_cut(who, 30), day(sheet, due)) if one)])
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


def _cut_runs(runs: Sequence[Run], most: int) -> list[Run]:
    """Do the same with words of which some lead somewhere."""
    kept: list[Run] = []
    for run in runs_of(runs):
        text = run.markdown if isinstance(run, Words) else run if isinstance(run, str) else run.text
        if len(text) > most:
            cut = _cut(text, most)
            return [*kept, replace(run, text=cut) if isinstance(run, Link) else cut]
        kept.append(run)
        most -= len(text)
    return kept
