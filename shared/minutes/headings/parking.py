"""The parking space and open questions: groups and measures that were set aside, and what nobody could answer."""

from __future__ import annotations

from shared.domain.records import Cluster, Measure, Note

from ..sections.cards import measure_link
from ..sheet import Sheet
from ..tree import Block, Item, Items, Link, Paragraph, Part, Strong, Words
from .common import under


def parking(sheet: Sheet) -> Part:
    groups = [group for group in sheet.find(Cluster, aside=True) if sheet.cards(cluster=group.id)]
    measures = [measure for measure in sheet.find(Measure) if measure.parked]
    questions = sheet.find(Note, type="question")
    lists = {
        "parked_groups": [Item(Link(group.title, f"group-{group.id}")) for group in groups],
        "parked_measures": [Item([measure_link(measure), f": {measure.parked}"]) for measure in measures],
        "open_questions": [Item(Words(note.text)) for note in questions],
    }
    blocks: list[Block] = []
    for name, items in lists.items():
        if items:
            blocks += [Paragraph(Strong(sheet.say(f"minutes.{name}"))), Items(items)]
    data = {
        "groups": [{"id": group.id, "title": group.title} for group in groups],
        "measures": [{"id": m.id, "title": m.title, "reason": m.parked} for m in measures],
        "questions": [{"id": note.id, "text": note.text, "activity": note.activity} for note in questions],
    }
    return under(sheet, "parking", blocks, data)
