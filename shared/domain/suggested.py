"""What was pointed out, taken over by the facilitator: suggested groups, and twins that are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from shared.clustering.consensus import FEWEST_PEOPLE, agreement

from . import places
from .activities.own import narrowed
from .activities.shares import dealt_again, placed
from .activities.sources import source_of
from .changes import Change, Edit, Refused, add, edit
from .clusters import MOST_CLUSTERS, short_of, sorting
from .records import Activity, Card, CardState, Cluster
from .registry import Asked, rule
from .shape import Id, fits
from .text import line

MOST_UNLIKE = 200  # of one card


@dataclass(frozen=True)
class AcceptClusters:
    activity: Id
    groups: list[dict[str, Any]]
    own: bool = False  # from everybody's own sorting


@dataclass(frozen=True)
class DealCards:
    activity: Id
    cards: list[Id]


@dataclass(frozen=True)
class TellApart:
    card: Id
    other: Id


@rule("cluster.accept", AcceptClusters)
def accept(asked: Asked, command: AcceptClusters) -> Change:
    """Take over suggested groups: one change, however many. Cards that hang by now are left where they are."""
    activity = sorting(asked, command.activity)
    source = source_of(asked.board, activity)
    fellows = asked.board.find(Cluster, activity=activity.id)
    there = {cluster.id: cluster for cluster in fellows}
    place, taken = places.last(fellows), set[str]()
    edits: list[Edit] = []
    titles, made = [], 0
    for id, title, ids in _groups(command.groups):
        free = [card for card in _free(asked, source, there, ids) if card.id not in taken]
        if not free:
            continue
        cluster = there.get(id)
        if cluster is None:
            if len(fellows) + made >= MOST_CLUSTERS:
                raise Refused("limit", "clusters_full", most=MOST_CLUSTERS)
            title = line(title, 120, least=1)
            fresh = asked.fresh(Cluster, id)
            cluster = Cluster(fresh, activity.workshop, activity.id, title, place, short=short_of(title))
            if command.own:
                cluster = replace(cluster, sorted_by=_sorted_by(asked, free))
            edits.append(add(cluster))
            place, made = place + 1024.0, made + 1
        last = places.last(asked.board.find(Card, cluster=cluster.id))
        edits += [
            edit(card, cluster=cluster.id, position=last + 1024.0 * i, verdict=placed(card, cluster.id))
            for i, card in enumerate(free)
        ]
        taken |= {card.id for card in free}
        titles.append(cluster.title)
    if not taken:
        raise Refused("conflict", "nothing_to_accept")
    named = len({id for _, _, ids in _groups(command.groups) for id in ids})
    answer = {"groups": len(titles), "cards": len(taken), "left_out": named - len(taken)}
    return Change("cluster.accepted", tuple(edits), " · ".join(titles)[:200], answer=answer)


@rule("card.deal", DealCards)
def deal_again(asked: Asked, command: DealCards) -> Change:
    """Deal cards once more that came to nothing: what was said of them before does not count."""
    activity = sorting(asked, command.activity)
    source = source_of(asked.board, activity)
    cards = [asked.one(Card, id) for id in dict.fromkeys(command.cards)]
    if source is None or any(card.activity != source.id for card in cards):
        raise Refused("invalid", "card_not_of_this_sorting")
    again = [card for card in cards if card.verdict.get("state") in ("contested", "none", "unclear")]
    if not again:
        raise Refused("conflict", "nothing_to_deal")
    edits = tuple(edit(card, verdict=dealt_again(card)) for card in again)
    return Change("card.dealt", edits, again[0].text if len(again) == 1 else str(len(again)))


@rule("card.tell_apart", TellApart)
def tell_apart(asked: Asked, command: TellApart) -> Change:
    """Remember that two cards which look alike say different things: they are not pointed out again."""
    one, other = sorted((asked.one(Card, command.card), asked.one(Card, command.other)), key=lambda card: card.id)
    if one.id == other.id or one.activity != other.activity:
        raise Refused("conflict", "cards_not_twins")
    if other.id in one.unlike:
        return Change("card.told_apart", (), one.text)
    if len(one.unlike) >= MOST_UNLIKE:
        raise Refused("limit", "unlike_full", most=MOST_UNLIKE)
    return Change("card.told_apart", (edit(one, unlike=[*one.unlike, other.id]),), f"{one.text} ≠ {other.text}")


def _sorted_by(asked: Asked, cards: list[Card]) -> dict[str, Any]:
    """Say how many people's own sorting a group comes from, and how far they agree on these cards.

    Of the sorts that the groups were offered from: those that lie there now would tell, one acceptance after another,
    how the last person sorts.
    """
    ids = {card.id for card in cards}
    if "sorts" not in asked.beside:
        raise Refused("conflict", "look_again")
    sorts = narrowed(asked.beside["sorts"], ids)
    agreed = agreement(sorts, ids)
    if agreed is None or len(sorts) < FEWEST_PEOPLE:
        raise Refused("limit", "too_few_sorted", least=FEWEST_PEOPLE)
    return {"people": len(sorts), "agreement": str(agreed)}


def _groups(given: list[dict[str, Any]]) -> Iterator[tuple[str, str, list[str]]]:
    for group in given:
        if group.keys() != {"cluster", "title", "cards"} or not (
            fits(group["cluster"], Id) and fits(group["title"], str) and fits(group["cards"], list[Id])
        ):
            raise Refused("invalid", "argument_wrong", name="groups")
        yield group["cluster"], group["title"], group["cards"]


def _free(asked: Asked, source: Activity | None, there: dict[str, Cluster], ids: list[str]) -> Iterator[Card]:
    for id in dict.fromkeys(ids):
        card = asked.board.get(Card, id)
        if card is None:
            continue  # taken back meanwhile
        if source is None or card.activity != source.id:
            raise Refused("invalid", "card_not_of_this_sorting")
        if card.merged_into is None and card.state == CardState.SHOWN and card.cluster not in there:
            yield card
