"""What was decided: noted by the facilitator or resolved by name; with the vote it rests on, reasons and dissent."""

from __future__ import annotations

from typing import Any

from shared.domain.records import Activity, Note

from ..sections.vote import named, revealed
from ..sheet import Sheet
from ..tree import Item, Items, Part, Run, Strong, Words
from .common import step_link, steps_of, under


def decisions(sheet: Sheet) -> Part:
    notes = sheet.find(Note, type="decision")
    items = [Item([Words(note.text), *_at_step(sheet, note)], _beside(sheet, note)) for note in notes]
    names = ("id", "text", "activity", "reasons", "dissent")
    data: list[dict[str, Any]] = [{name: getattr(note, name) for name in names} for note in notes]
    for step in steps_of(sheet, "resolution"):
        result = revealed(step)
        if result is not None and result["adopted"]:
            against = [f"{vote['who']}: {vote['word']}" for vote in result["votes"] if vote["word"]]
            items.append(_resolved(sheet, step, result, against))
            told = {"id": step.id, "text": step.question, "activity": step.id, "reasons": ""}
            data.append({**told, "dissent": "; ".join(against)})
    return under(sheet, "decisions", (Items(items, ordered=True),) if items else (), data)


def _at_step(sheet: Sheet, note: Note) -> list[Run]:
    step = sheet.get(Activity, note.activity)
    return [" (", step_link(sheet, step), ")"] if step else []


def _beside(sheet: Sheet, note: Note) -> list[Item]:
    """Tell the vote of the step to which the decision belongs, its reasons, and who did not share it."""
    told: list[Item] = []
    step = sheet.get(Activity, note.activity)
    result = revealed(step) if step else None
    if step and result and "cast" in result and "seats" in result:
        told.append(_vote(sheet, step, result["cast"], result["seats"]))
    for name in ("reasons", "dissent"):
        if words := getattr(note, name):
            told.append(Item([Strong(sheet.say(f"minutes.{name}")), " ", Words(words)]))
    return told


def _vote(sheet: Sheet, step: Activity, cast: int, seats: int) -> Item:
    said = sheet.say("minutes.rests_on", cast=cast, seats=seats)
    return Item([Strong(sheet.say("minutes.vote")), " ", step_link(sheet, step), f" · {said}"])


def _resolved(sheet: Sheet, step: Activity, result: dict[str, Any], against: list[str]) -> Item:
    counts = {name: result["counts"][name] for name in ("yes", "no", "abstain")}
    measures = sheet.joined((named(sheet, measure) for measure in result["measures"]), " · ")
    told = [Item([Strong(sheet.say("minutes.vote")), " ", step_link(sheet, step), " · ", _said(sheet, counts)])]
    told += [Item([Strong(sheet.say("minutes.dissent")), f" {words}"]) for words in against]
    return Item([step.question or step.title, *([": "] if measures else []), *measures], told)


def _said(sheet: Sheet, counts: dict[str, int]) -> str:
    return sheet.say("named.minutes.counts", **counts)
