"""Cards before the day: collected on phones by the same link, or taken in from a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .activities import KINDS_OF_ACTIVITY
from .cards import MOST_CARDS
from .changes import Change, Refused, add, edit
from .records import Activity, Card, Phase
from .registry import Asked, rule
from .room import iso_day
from .shape import Id, command_of
from .text import block


@dataclass(frozen=True)
class Collect:
    activity: Id
    until: str


@dataclass(frozen=True)
class ImportCards:
    activity: Id
    cards: list[dict[str, Any]]


@dataclass(frozen=True)
class OneImported:
    card: Id
    text: str


@rule("activity.collect", Collect)
def collect(asked: Asked, command: Collect) -> Change:
    """Open a writing before the workshop begins: who comes early by the link lands in it. Nothing closes by itself."""
    activity = _for_cards(asked, command.activity)
    if activity.phase != Phase.DRAFT:
        raise Refused("phase_closed", "open_already")
    if asked.workshop.started_at is not None:
        raise Refused("phase_closed", "collect_too_late")
    settings = {**activity.settings, "until": iso_day(command.until)}
    return Change("activity.collected", (edit(activity, phase=Phase.OPEN, settings=settings),), activity.title)


@rule("card.import", ImportCards)
def take_in(asked: Asked, command: ImportCards) -> Change:
    """Add many cards at once, all or none; a step that is not open yet takes them, too."""
    activity = _for_cards(asked, command.activity)
    if not command.cards:
        raise Refused("invalid", "cards_none")
    others = asked.board.count(Card, activity=activity.id)
    if others + len(command.cards) > MOST_CARDS:
        raise Refused("limit", "cards_room_full", most=MOST_CARDS)
    written = [command_of(OneImported, item) for item in command.cards]
    if len({one.card for one in written}) < len(written):
        raise Refused("conflict", "id_taken")
    edits = tuple(
        add(
            Card(
                id=asked.fresh(Card, one.card),
                workshop=activity.workshop,
                activity=activity.id,
                text=block(one.text, activity.settings["length"], least=1),
                position=1024.0 * (others + 1 + n),
                channel="console",
            )
        )
        for n, one in enumerate(written)
    )
    return Change("card.imported", edits, str(len(edits)))


def _for_cards(asked: Asked, id: str) -> Activity:
    activity = asked.one(Activity, id)
    if KINDS_OF_ACTIVITY[activity.kind].makes != "cards":
        raise Refused("invalid", "takes_no_cards")
    return activity
