"""Results step by step: what was asked and how, what came of it, and the main points of the talk."""

from __future__ import annotations

from functools import partial

from shared.domain.records import Activity, Note, Phase

from ..sections import PAPERS, SECTIONS
from ..sections.vote import joins, lots, quorum, receipts, revealed, shift
from ..sheet import Sheet
from ..tree import Block, Heading, Own, Paragraph, Part
from .common import has_part, under


def steps(sheet: Sheet) -> Part:
    """Tell each step, then the facilitator's words that belong to none."""
    blocks: list[Block] = []
    data = []
    for activity in sheet.find(Activity):
        if not has_part(sheet, activity):
            continue
        section = SECTIONS[activity.kind](sheet, activity) if activity.phase != Phase.DRAFT else Part()
        blocks.append(Heading(3, f"{activity.position}. {activity.title}", f"step-{activity.id}"))
        if activity.question:
            blocks.append(Paragraph(sheet.say("minutes.question", question=activity.question), role="fact"))
        blocks += section.blocks
        shown = revealed(activity) or {}
        told_in = PAPERS.get(activity.kind)
        blocks += [*quorum(sheet, activity, shown), *joins(sheet, activity, shown), *lots(sheet, activity, shown)]
        blocks += [*shift(sheet, shown), *receipts(sheet, shown, told_in and partial(told_in, sheet, activity))]
        notes = sheet.find(Note, type="note", activity=activity.id)
        blocks += [Own(note.text, sheet.say("minutes.main_points"), note.id) for note in notes]
        data.append(
            {
                **{name: getattr(activity, name) for name in ("id", "kind", "title", "question", "phase")},
                **section.data,
                "notes": [note.text for note in notes],
            }
        )
    words = sheet.find(Note, type="note", activity=None)
    if words:
        blocks.append(Heading(3, sheet.say("minutes.notes"), "notes"))
        blocks += [Own(note.text, sheet.say("minutes.own_words"), note.id) for note in words]
    part = under(sheet, "results", blocks, None)
    return Part(part.blocks, {"steps": data, "notes": [{"id": note.id, "text": note.text} for note in words]})
