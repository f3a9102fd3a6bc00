"""Measure sheets in the minutes: each measure's answers in full."""

from __future__ import annotations

from shared.domain.measures import SHEET_NUMBERS, SHEET_TEXTS
from shared.domain.records import Activity, Measure

from ..sheet import Sheet
from ..tree import Block, Paragraph, Part, Run, Table, strong
from .cards import measure_link

_ORDER = [name for name in SHEET_TEXTS if name != "deputy"] + [*SHEET_NUMBERS, "deputy"]


def sheet(sheet: Sheet, activity: Activity) -> Part:
    measures = sheet.find(Measure)
    told = ("id", "title", "champion", "sheet", "indicators")
    data = {"measures": [{name: getattr(measure, name) for name in told} for measure in measures]}
    if not measures:
        return Part((Paragraph(sheet.say("sheet.minutes.none"), role="hint"),), data)
    blocks: list[Block] = []
    for measure in measures:
        rows: list[list[Run]] = [
            [sheet.say(f"common.sheet.{name}"), str(measure.sheet[name])] for name in _ORDER if name in measure.sheet
        ]
        rows += [[one["name"], _target(sheet, one)] for one in measure.indicators]
        if measure.champion:
            rows.append([sheet.say("common.sheet.champion"), measure.champion])
        blocks.append(Paragraph(strong(measure_link(measure))))
        if rows:
            columns = (sheet.say("sheet.minutes.field"), sheet.say("sheet.minutes.answer"))
            blocks.append(Table(sheet.say("sheet.minutes.sheet", title=measure.title), columns, rows))
    return Part(tuple(blocks), data)


def _target(sheet: Sheet, one: dict[str, str]) -> str:
    """Say what is to be reached in one line, and from where."""
    base = sheet.say("evaluation.words.from_base", base=one["base"]) if one["base"] else ""
    return "; ".join(filter(None, (" ".join(filter(None, (one["target"], one["unit"]))), base)))
