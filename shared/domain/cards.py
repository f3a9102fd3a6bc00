"""Cards: one idea each, written by a seat or typed by the facilitator. Nobody's words are lost, only put aside."""

from __future__ import annotations

from dataclasses import dataclass, field

from .activities import KINDS_OF_ACTIVITY
from .activities.brainstorm import BY_MEASURE
from .changes import Change, Edit, Refused, add, edit, remove
from .records import Activity, Card, CardState, Finding, Measure, Phase, Seat
from .registry import ANYONE, Asked, rule
from .shape import Id
from .text import block

MOST_CARDS = 5000  # in one workshop


@dataclass(frozen=True)
class AddCard:
    activity: Id
    card: Id
    text: str
    tags: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RewordCard:
    card: Id
    text: str


@dataclass(frozen=True)
class OneCard:
    card: Id


@dataclass(frozen=True)
class PinCard:
    card: Id
    pinned: bool


@dataclass(frozen=True)
class MergeCard:
    card: Id
    into: Id


@rule("card.add", AddCard, ANYONE)
def add_card(asked: Asked, command: AddCard) -> Change:
    activity = _open_for_cards(asked, command.activity)
    settings = activity.settings
    text = block(command.text, settings["length"], least=1)
    author, sector, state = None, None, CardState.SHOWN
    if not asked.by_facilitator:
        seat = asked.one(Seat, asked.actor.id)
        author, sector = seat.id, seat.sector or None
        state = CardState.WAITING if settings["review"] else CardState.SHOWN
        written = asked.board.count(Card, activity=activity.id, author=author)
        if settings["limit"] and written >= settings["limit"]:
            raise Refused("limit", "cards_all_written", most=settings["limit"])
    if not all(_tag_fits(asked, activity, name, tag) for name, tag in command.tags.items()):
        raise Refused("invalid", "tag_unknown")
    others = asked.board.count(Card, activity=activity.id)
    if others >= MOST_CARDS:
        raise Refused("limit", "cards_room_full", most=MOST_CARDS)
    card = Card(
        id=asked.fresh(Card, command.card),
        workshop=activity.workshop,
        activity=activity.id,
        text=text,
        position=1024.0 * (others + 1),
        author=author,
        sector=sector,
        channel="console" if author is None else "phone",
        tags=dict(command.tags),
        state=state,
    )
    return Change("card.added", (add(card),), text)


@rule("card.reword", RewordCard, ANYONE)
def reword(asked: Asked, command: RewordCard) -> Change:
    card = _mine_while_open(asked, command.card)
    activity = asked.one(Activity, card.activity)
    if KINDS_OF_ACTIVITY[activity.kind].stories:
        raise Refused("invalid", "takes_no_cards")
    text = block(command.text, activity.settings["length"], least=1)
    state = card.state
    if not asked.by_facilitator and (activity.settings["review"] or state == CardState.HIDDEN):
        state = CardState.WAITING  # new words are looked at again
    return Change("card.reworded", (edit(card, text=text, state=state),), text)


@rule("card.withdraw", OneCard, ANYONE)
def withdraw(asked: Asked, command: OneCard) -> Change:
    card = _mine_while_open(asked, command.card)
    _unvoted(asked, card)
    freed = [edit(c, merged_into=None) for c in asked.board.find(Card, merged_into=card.id)]
    kept = [edit(f, card=None) for f in asked.board.find(Finding, card=card.id)]  # what was made of it stays
    return Change("card.withdrawn", (*freed, *kept, remove(card)), card.text)


@rule("card.hide", OneCard)
def hide(asked: Asked, command: OneCard) -> Change:
    return _put(asked, command.card, "card.hidden", state=CardState.HIDDEN)


@rule("card.restore", OneCard)
def restore(asked: Asked, command: OneCard) -> Change:
    return _put(asked, command.card, "card.restored", state=CardState.SHOWN)


@rule("card.approve", OneCard)
def approve(asked: Asked, command: OneCard) -> Change:
    return _put(asked, command.card, "card.approved", state=CardState.SHOWN)


@rule("card.pin", PinCard)
def pin(asked: Asked, command: PinCard) -> Change:
    return _put(asked, command.card, "card.pinned" if command.pinned else "card.unpinned", pinned=command.pinned)


@rule("card.merge", MergeCard)
def merge(asked: Asked, command: MergeCard) -> Change:
    """Stack a card on its twin: one card for the room, both texts kept."""
    card, into = asked.one(Card, command.card), asked.one(Card, command.into)
    if card.id == into.id or card.activity != into.activity or card.merged_into or into.merged_into:
        raise Refused("conflict", "cards_not_twins")
    _unvoted(asked, card)
    below = [edit(c, merged_into=into.id) for c in asked.board.find(Card, merged_into=card.id)]
    return Change("card.merged", (edit(card, merged_into=into.id, cluster=None), *below), card.text)


@rule("card.split", OneCard)
def split(asked: Asked, command: OneCard) -> Change:
    """Take a card off its stack; it hangs where the stack hangs."""
    card = asked.one(Card, command.card)
    head = asked.board.get(Card, card.merged_into)
    if head is None:
        raise Refused("conflict", "card_not_stacked")
    return Change("card.split", (edit(card, merged_into=None, cluster=head.cluster),), card.text)


@rule("card.block_author", OneCard)
def block_author(asked: Asked, command: OneCard) -> Change:
    """Remove the seat that wrote a card, without telling who it is, and put the card aside."""
    card = asked.one(Card, command.card)
    seat = asked.board.get(Seat, card.author)
    if seat is None:
        raise Refused("not_found", "card_without_seat")
    return Change("seat.removed", (edit(seat, removed=True), edit(card, state=CardState.HIDDEN)), card.text)


def _tag_fits(asked: Asked, activity: Activity, name: str, tag: str) -> bool:
    """Say whether a card may carry a tag: one of the step's words, or a measure where the step asks for it."""
    if name == BY_MEASURE and activity.settings["by_measure"]:
        return asked.board.get(Measure, tag) is not None
    return tag in activity.settings["tags"].get(name, ())


def _open_for_cards(asked: Asked, id: str, stories: bool = False) -> Activity:
    activity = asked.one(Activity, id)
    kind = KINDS_OF_ACTIVITY[activity.kind]
    if kind.makes != "cards" or (kind.stories and not stories):
        raise Refused("invalid", "takes_no_cards")
    if activity.phase == Phase.OPEN or (asked.by_facilitator and activity.phase != Phase.DRAFT):
        return activity
    raise Refused("phase_closed", "writing_closed" if activity.phase != Phase.DRAFT else "writing_not_open")


def _mine_while_open(asked: Asked, id: str) -> Card:
    """Find a card for its author while writing is open, or for the facilitator; to others it is not there."""
    card = asked.board.get(Card, id)
    if card is None or not (asked.by_facilitator or card.author == asked.actor.id):
        raise Refused("not_found", "gone_card")
    if not asked.by_facilitator:
        _open_for_cards(asked, card.activity, stories=True)
    return card


def _put(asked: Asked, id: str, verb: str, **values: object) -> Change:
    card = asked.one(Card, id)
    changed: tuple[Edit, ...] = (edit(card, **values),)
    return Change(verb, changed, card.text)


def _unvoted(asked: Asked, card: Card) -> None:
    for activity in asked.board.find(Activity):
        if activity.phase in (Phase.OPEN, Phase.CLOSED) and card.id in activity.options:
            raise Refused("phase_closed", "voted_on")
