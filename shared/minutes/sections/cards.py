"""Cards in the minutes: every original, those stacked on it beneath; what was put aside is counted and not told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.brainstorm import BY_MEASURE
from shared.domain.activities.sources import source_of
from shared.domain.records import Activity, Card, CardState, Measure

from ..sheet import Sheet
from ..tree import Block, Item, Items, Link, Paragraph, Run, strong


def card_list(sheet: Sheet, cards: Iterable[Card]) -> Items:
    return Items([_item(sheet, card) for card in cards], cards=True)


def by_measure(sheet: Sheet, cards: list[Card]) -> list[Block]:
    """List cards measure by measure, last those that belong to no single one."""
    told: list[Block] = []
    titles: dict[str, Run] = {measure.id: measure_link(measure) for measure in sheet.find(Measure)}
    placed: dict[str, list[Card]] = {}
    for card in cards:
        rest = {name: tag for name, tag in card.tags.items() if name != BY_MEASURE}
        id = card.tags.get(BY_MEASURE, "")
        placed.setdefault(id if id in titles else "", []).append(replace(card, tags=rest))
    for id, title in (*titles.items(), ("", sheet.say("brainstorm.wall.no_measure"))):
        if id in placed:
            told += [Paragraph(strong(title)), card_list(sheet, placed[id])]
    return told


def measure_link(measure: Measure) -> Link:
    """Name a measure; the name leads to its line among all measures."""
    return Link(measure.title, f"measure-{measure.id}")


def card_data(sheet: Sheet, cards: Iterable[Card]) -> list[dict[str, Any]]:
    return [
        {
            "id": card.id,
            "text": card.text,
            "channel": card.channel,
            "tags": card.tags,
            "verdict": card.verdict,
            "merged": [{"id": twin.id, "text": twin.text} for twin in sheet.merged(card)],
        }
        for card in cards
    ]


def put_aside(sheet: Sheet, activity: Activity) -> list[Block]:
    """Say how many cards are not shown here, and why."""
    told: list[Block] = []
    for state in (CardState.HIDDEN, CardState.WAITING):
        if n := len(sheet.find(Card, activity=activity.id, state=state)):
            told.append(Paragraph(sheet.say(f"brainstorm.minutes.cards_{state}", n=n), role="hint"))
    return told


def sorted_in(sheet: Sheet, activity: Activity) -> Activity | None:
    """Find the step that sorted the cards of this one."""
    for other in sheet.find(Activity):
        if KINDS_OF_ACTIVITY[other.kind].makes == "clusters" and other.phase != "draft":
            source = source_of(sheet, other)
            if source is not None and source.id == activity.id:
                return other
    return None


def _tag(sheet: Sheet, name: str, tag: str) -> str:
    """Say what a card was marked as; a measure is told by its title, or not at all where it is gone."""
    if name != BY_MEASURE:
        return tag
    measure = sheet.get(Measure, tag)
    return measure.title if measure else ""


def _item(sheet: Sheet, card: Card) -> Item:
    tags = sheet.listed(filter(None, (_tag(sheet, name, tag) for name, tag in card.tags.items())))
    text = f"{card.text} ({tags})" if tags else card.text
    return Item(text, [_item(sheet, twin) for twin in sheet.merged(card)], f"card-{card.id}")
