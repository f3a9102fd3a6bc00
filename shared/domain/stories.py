"""Stories of change: what changed, for whom, why it matters, and what may be told of it outside of the room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .activities import KINDS_OF_ACTIVITY
from .cards import MOST_CARDS
from .changes import Change, Refused, add, edit
from .records import Activity, Card, CardState, Phase, Seat
from .registry import ANYONE, Asked, rule
from .shape import Id
from .text import block, line

CONSENT = ("none", "internal", "public")
TITLE = 90  # characters
TEXTS = {"what": 500, "whom": 160, "why": 300}
MOST_HANDS = 10_000


@dataclass(frozen=True)
class WriteStory:
    activity: Id
    card: Id
    title: str
    what: str
    why: str
    consent: str
    whom: str = ""
    verify: bool = False


@dataclass(frozen=True)
class PickStory:
    card: Id
    picked: bool
    hands: int | None = None


@rule("story.write", WriteStory, ANYONE)
def write(asked: Asked, command: WriteStory) -> Change:
    """Write a story or write it anew; the whole story is sent each time. Why it matters is never left out."""
    activity = _telling(asked, command.activity)
    if command.consent not in CONSENT:
        raise Refused("invalid", "argument_wrong", name="consent")
    title = line(command.title, TITLE, least=1)
    told = {
        "what": block(command.what, TEXTS["what"], least=1),
        "whom": line(command.whom, TEXTS["whom"]),
        "why": block(command.why, TEXTS["why"], least=1),
        "consent": command.consent,
        "verify": command.verify,
    }
    before = asked.board.get(Card, command.card)
    if before is None:
        return Change("story.written", (add(_begun(asked, activity, command.card, title, told)),), title)
    if before.activity != activity.id or not (asked.by_facilitator or before.author == asked.actor.id):
        raise Refused("not_found", "gone_card")
    if before.text != title or command.consent == "none" != before.story.get("consent"):
        _unvoted(asked, before)
    story = {**before.story, **told}
    return Change("story.written", (edit(before, text=title, story=story),), title)


@rule("story.pick", PickStory)
def pick(asked: Asked, command: PickStory) -> Change:
    """Note which story the room has picked: one only; and how many hands a story had, where they were counted."""
    card = asked.one(Card, command.card)
    activity = asked.one(Activity, card.activity)
    if not KINDS_OF_ACTIVITY[activity.kind].stories:
        raise Refused("invalid", "no_stories")
    if activity.phase not in (Phase.REVEALED, Phase.CONFIRMED):
        raise Refused("phase_closed", "turn_the_cards_first")
    story: dict[str, Any] = {**card.story}
    if command.hands is not None:
        if not 0 <= command.hands <= MOST_HANDS:
            raise Refused("invalid", "argument_wrong", name="hands")
        story["hands"] = command.hands
    others = asked.board.find(Card, activity=activity.id) if command.picked else []
    unpicked = [edit(other, pinned=False) for other in others if other.pinned and other.id != card.id]
    return Change("story.picked", (edit(card, pinned=command.picked, story=story), *unpicked), card.text)


def _begun(asked: Asked, activity: Activity, id: str, title: str, told: dict[str, Any]) -> Card:
    author, sector = None, None
    if not asked.by_facilitator:
        seat = asked.one(Seat, asked.actor.id)
        author, sector = seat.id, seat.sector or None
        if asked.board.count(Card, activity=activity.id, author=author) >= activity.settings["stories"]:
            raise Refused("limit", "stories_all_written", most=activity.settings["stories"])
    others = asked.board.count(Card, activity=activity.id)
    if others >= MOST_CARDS:
        raise Refused("limit", "cards_room_full", most=MOST_CARDS)
    return Card(
        id=id,
        workshop=activity.workshop,
        activity=activity.id,
        text=title,
        position=1024.0 * (others + 1),
        author=author,
        sector=sector,
        channel="console" if author is None else "phone",
        state=CardState.SHOWN,
        story=told,
    )


def _telling(asked: Asked, id: str) -> Activity:
    activity = asked.one(Activity, id)
    if not KINDS_OF_ACTIVITY[activity.kind].stories:
        raise Refused("invalid", "no_stories")
    if activity.phase == Phase.OPEN or (asked.by_facilitator and activity.phase != Phase.DRAFT):
        return activity
    raise Refused("phase_closed", "writing_closed" if activity.phase != Phase.DRAFT else "writing_not_open")


def _unvoted(asked: Asked, card: Card) -> None:
    """Refuse where a vote is or was about this story: its result tells the title."""
    if any(card.id in activity.options for activity in asked.board.find(Activity)):
        raise Refused("phase_closed", "voted_on")
