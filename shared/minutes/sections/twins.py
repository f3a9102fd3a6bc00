"""Same or different, in the minutes: what people said of each pair of cards that looked alike."""

from __future__ import annotations

from typing import Any

from shared.domain.records import Activity
from shared.voting.twins import ANSWERS

from ..sheet import Sheet
from ..tree import Paragraph, Part, Run, Strong, Table
from . import vote


def twins(sheet: Sheet, activity: Activity) -> Part:
    """Tell the pairs, the surest first, with the figures of those that enough people were asked about."""
    asked = sheet.say("twins.minutes.asked", n=activity.settings["each"])
    result = vote.revealed(activity)
    if result is None:
        return vote.not_yet(sheet, activity, asked)
    alike = sum(pair["alike"] for pair in result["pairs"])
    said = sheet.say("twins.words.result", n=alike, of=len(result["pairs"]))
    note = Paragraph(sheet.say("twins.minutes.note"), role="hint")
    blocks = (vote.how(sheet, activity, asked), vote.turnout(sheet, result), Paragraph(Strong(said)))
    return Part((*blocks, _table(sheet, result), note), {"result": result})


def _table(sheet: Sheet, result: dict[str, Any]) -> Table:
    columns = [sheet.say(f"twins.minutes.{name}") for name in ("card", "likeness", *ANSWERS)]
    rows: list[list[Run]] = []
    for pair in result["pairs"]:
        figures = [str(pair[answer]) if answer in pair else "–" for answer in ANSWERS]
        rows.append([*(vote.named(sheet, card) for card in pair["cards"]), *figures])
    return Table(sheet.say("twins.minutes.table"), columns, rows, frozenset((2, 3, 4)))
