"""Clusters: cards put together under a title. Cards are never lost under a group; what is taken apart hangs free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from . import places
from .activities import KINDS_OF_ACTIVITY
from .activities.shares import placed
from .activities.sources import source_of
from .changes import Change, Edit, Refused, add, edit, remove
from .records import Activity, Card, Cluster, Measure, Phase
from .registry import ANYONE, Asked, rule
from .shape import Id
from .text import length, line

MOST_CLUSTERS = 60  # in one activity
SHORT = 16  # characters of a short name
_LITTLE = 3  # characters of a word that no short name ends in
UNSAID = Id("")  # no id is empty: the sender does not say where the card hung


@dataclass(frozen=True)
class AddCluster:
    activity: Id
    cluster: Id
    title: str
    cards: list[Id] = field(default_factory=list)


@dataclass(frozen=True)
class RenameCluster:
    cluster: Id
    title: str
    short: str | None = None
    pictogram: str | None = None


@dataclass(frozen=True)
class MergeCluster:
    cluster: Id
    into: Id


@dataclass(frozen=True)
class MoveCluster:
    cluster: Id
    before: Id | None = None


@dataclass(frozen=True)
class SetAside:
    cluster: Id
    aside: bool


@dataclass(frozen=True)
class SplitCluster:
    cluster: Id
    into: Id
    title: str
    cards: list[Id]


@dataclass(frozen=True)
class OneCluster:
    cluster: Id


@dataclass(frozen=True)
class MoveCard:
    card: Id
    cluster: Id | None
    before: Id | None = None
    from_: Id | None = UNSAID


@rule("cluster.add", AddCluster, ANYONE)
def add_cluster(asked: Asked, command: AddCluster) -> Change:
    activity = sorting(asked, command.activity)
    return Change("cluster.added", _new(asked, activity, command.cluster, command.title, command.cards), command.title)


@rule("cluster.rename", RenameCluster, ANYONE)
def rename(asked: Asked, command: RenameCluster) -> Change:
    # A better name is never too late for the facilitator.
    cluster = asked.one(Cluster, command.cluster) if asked.by_facilitator else _one_in_hand(asked, command.cluster)
    title = line(command.title, 120, least=1)
    values: dict[str, str] = {"title": title}
    if command.short is not None:
        values["short"] = line(command.short, SHORT)
    elif cluster.short in ("", short_of(cluster.title)):
        values["short"] = short_of(title)
    if command.pictogram is not None:
        values["pictogram"] = line(command.pictogram, 40)
    return Change("cluster.renamed", (edit(cluster, **values),), title)


@rule("cluster.merge", MergeCluster)
def merge(asked: Asked, command: MergeCluster) -> Change:
    """Put all cards of one group into another; the emptied one goes."""
    cluster, into = _one_in_hand(asked, command.cluster), _one_in_hand(asked, command.into)
    if cluster.id == into.id or cluster.activity != into.activity:
        raise Refused("invalid", "clusters_not_two")
    _unvoted(asked, cluster)
    place = places.last(asked.board.find(Card, cluster=into.id))
    moved = [
        edit(card, cluster=into.id, position=place + i)
        for i, card in enumerate(asked.board.find(Card, cluster=cluster.id))
    ]
    kept = [edit(measure, cluster=into.id) for measure in asked.board.find(Measure, cluster=cluster.id)]
    return Change("cluster.merged", (*moved, *kept, remove(cluster)), f"{cluster.title} › {into.title}")


@rule("cluster.move", MoveCluster)
def move(asked: Asked, command: MoveCluster) -> Change:
    cluster = asked.one(Cluster, command.cluster)
    fellows = [c for c in asked.board.find(Cluster, activity=cluster.activity) if c.id != cluster.id]
    position, room = places.before(fellows, asked.board.get(Cluster, command.before))
    return Change("cluster.moved", (*room, edit(cluster, position=position)), cluster.title)


@rule("cluster.set_aside", SetAside)
def set_aside(asked: Asked, command: SetAside) -> Change:
    """Park a group: it stays on the board and in the minutes, and no vote is about it."""
    cluster = asked.one(Cluster, command.cluster)
    _unvoted(asked, cluster)
    verb = "cluster.set_aside" if command.aside else "cluster.taken_back"
    return Change(verb, (edit(cluster, aside=command.aside),), cluster.title)


@rule("cluster.split", SplitCluster)
def split(asked: Asked, command: SplitCluster) -> Change:
    """Take some cards of a group out into a new one."""
    cluster = _one_in_hand(asked, command.cluster)
    cards = [asked.one(Card, id) for id in command.cards]
    if not cards or any(card.cluster != cluster.id for card in cards):
        raise Refused("conflict", "card_moved_meanwhile")
    activity = asked.one(Activity, cluster.activity)
    return Change("cluster.split", _new(asked, activity, command.into, command.title, command.cards), cluster.title)


@rule("cluster.remove", OneCluster)
def take_apart(asked: Asked, command: OneCluster) -> Change:
    """Take a group apart; its cards hang free again."""
    cluster = _one_in_hand(asked, command.cluster)
    _unvoted(asked, cluster)
    freed = [
        edit(card, cluster=None, verdict=placed(card, None)) for card in asked.board.find(Card, cluster=cluster.id)
    ]
    kept = [edit(measure, cluster=None) for measure in asked.board.find(Measure, cluster=cluster.id)]
    return Change("cluster.removed", (*freed, *kept, remove(cluster)), cluster.title)


@rule("card.move", MoveCard, ANYONE)
def move_card(asked: Asked, command: MoveCard) -> Change:
    """Hang a card in a group, before a neighbour or at the end. Who says where it hung loses to who was quicker."""
    card = asked.one(Card, command.card)
    target = asked.board.get(Cluster, command.cluster)
    if command.cluster is not None and target is None:
        raise Refused("not_found", "gone_cluster")
    held = target or asked.board.get(Cluster, card.cluster)
    activity = sorting(asked, held.activity) if held else _sorting_of(asked, card)
    source = source_of(asked.board, activity)
    if source is None or card.activity != source.id or card.merged_into is not None:
        raise Refused("invalid", "card_not_of_this_sorting")
    if command.from_ != UNSAID and command.from_ != card.cluster:
        now = asked.board.get(Cluster, card.cluster)
        raise Refused("conflict", "card_moved_to" if now else "card_taken_out", title=now.title if now else "")
    fellows = [c for c in asked.board.find(Card, activity=card.activity, cluster=command.cluster) if c.id != card.id]
    if target is None and command.before is None:
        return Change("card.moved", (edit(card, cluster=None, verdict=placed(card, None)),), card.text)
    position, room = places.before(fellows, asked.board.get(Card, command.before))
    hung = edit(card, cluster=command.cluster, position=position, verdict=placed(card, command.cluster))
    return Change("card.moved", (*room, hung), card.text)


def short_of(title: str) -> str:
    """Make a short name from a title: as many whole words as fit, else the first word cut."""
    words = title.split()
    kept = 0
    while kept < len(words) and length(" ".join(words[: kept + 1])) <= SHORT:
        kept += 1
    while 1 < kept < len(words) and length(words[kept - 1]) <= _LITTLE:
        kept -= 1  # "Rules and" says less than "Rules"
    short = " ".join(words[:kept])
    return (short or title[:SHORT]).rstrip(" ,;:.–-")


def _new(asked: Asked, activity: Activity, id: str, title: str, cards: Sequence[str]) -> tuple[Edit, ...]:
    fellows = asked.board.find(Cluster, activity=activity.id)
    if len(fellows) >= MOST_CLUSTERS:
        raise Refused("limit", "clusters_full", most=MOST_CLUSTERS)
    title = line(title, 120, least=1)
    cluster = Cluster(
        id=asked.fresh(Cluster, id),
        workshop=activity.workshop,
        activity=activity.id,
        title=title,
        position=places.last(fellows),
        short=short_of(title),
    )
    source = source_of(asked.board, activity)
    moved = []
    for i, card_id in enumerate(dict.fromkeys(cards)):
        card = asked.one(Card, card_id)
        if source is None or card.activity != source.id or card.merged_into is not None:
            raise Refused("invalid", "card_not_of_this_sorting")
        verdict = placed(card, cluster.id)
        moved.append(edit(card, cluster=cluster.id, position=1024.0 * (i + 1), verdict=verdict))
    return (add(cluster), *moved)


def sorting(asked: Asked, id: str) -> Activity:
    """Find a sorting that this actor may take part in now."""
    activity = asked.one(Activity, id)
    if KINDS_OF_ACTIVITY[activity.kind].makes != "clusters":
        raise Refused("invalid", "makes_no_clusters")
    if not asked.by_facilitator and activity.settings["hands"] != "all":
        raise Refused("not_allowed", "facilitator_sorts")
    if activity.phase == Phase.OPEN or (asked.by_facilitator and activity.phase == Phase.DRAFT):
        return activity
    raise Refused("phase_closed", "sorting_closed" if activity.phase != Phase.DRAFT else "sorting_not_open")


def _sorting_of(asked: Asked, card: Card) -> Activity:
    for activity in asked.board.find(Activity):
        if KINDS_OF_ACTIVITY[activity.kind].makes == "clusters" and activity.phase == Phase.OPEN:
            source = source_of(asked.board, activity)
            if source is not None and source.id == card.activity:
                return sorting(asked, activity.id)
    raise Refused("phase_closed", "sorting_not_open")


def _one_in_hand(asked: Asked, id: str) -> Cluster:
    cluster = asked.one(Cluster, id)
    sorting(asked, cluster.activity)
    return cluster


def _unvoted(asked: Asked, cluster: Cluster) -> None:
    """Refuse while a vote is about this group: a vote is about what it was opened for."""
    for activity in asked.board.find(Activity):
        if activity.phase != Phase.DRAFT and cluster.id in activity.options:
            raise Refused("phase_closed", "voted_on")
