"""Sorting by shares: each phone judges a few cards by itself, and what two say alike settles a card.

A phone's paper is a ballot: ``{"taps": {card: [deal, group]}}``, where the group may also be none or "not understood"
(shared/voting/judging.py). A tap counts for the deal of the card that it was made in, so that a card can be dealt anew.
What the room made of a card stands in its ``verdict``; single taps stand nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from shared.voting.dealing import MORE, deal, hand_size
from shared.voting.judging import NONE, UNCLEAR, judge, missing

from .. import places
from ..changes import Board, Change, Edit, Refused
from ..records import Activity, Card, CardState, Cluster, Phase, Seat
from .sources import source_of

SHARES = "shares"
MOST_TAPS = 2000  # on one paper
VERBS = {
    "settled": "card.settled",
    "contested": "card.contested",
    "none": "card.unplaced",
    "unclear": "card.not_understood",
}


def deal_of(card: Card) -> int:
    """Say how often a card was dealt."""
    return int(card.verdict.get("deal", 1))


def check_taps(board: Board, activity: Activity, seat: str, paper: Any) -> dict[str, Any]:
    """Keep what can count of a paper: what has gone meanwhile falls away, for it was no mistake of the phone's."""
    taps = paper["taps"]
    if not isinstance(taps, dict) or len(taps) > MOST_TAPS:
        raise Refused("invalid", "paper_wrong")
    source = source_of(board, activity)
    groups = {cluster.id for cluster in board.find(Cluster, activity=activity.id)} | {NONE, UNCLEAR}
    kept = {}
    for id, tap in taps.items():
        if not (isinstance(tap, list) and len(tap) == 2 and type(tap[0]) is int and isinstance(tap[1], str)):
            raise Refused("invalid", "paper_wrong")
        card = board.get(Card, id)
        if card is None or source is None or card.activity != source.id or tap[1] not in groups:
            continue
        if card.author == seat:
            raise Refused("not_allowed", "own_card_judged")
        if tap[0] == deal_of(card):
            kept[id] = tap
    return {"taps": kept}


def taps_of(papers: Iterable[Mapping[str, Any]], cards: Iterable[Card]) -> dict[str, list[str]]:
    """Collect what was said of each of these cards since it was dealt last."""
    said: dict[str, list[str]] = {card.id: [] for card in cards}
    deals = {card.id: deal_of(card) for card in cards}
    for paper in papers:
        for id, (number, group) in paper.get("taps", {}).items():
            if deals.get(id) == number:
                said[id].append(group)
    return said


def open_cards(board: Board, activity: Activity) -> list[Card]:
    """List the cards that still go from hand to hand: they hang free, and the room has not come to anything yet."""
    source = source_of(board, activity)
    if source is None:
        return []
    groups = {cluster.id for cluster in board.find(Cluster, activity=activity.id)}
    cards = board.find(Card, activity=source.id, state=CardState.SHOWN, merged_into=None)
    return [card for card in cards if card.cluster not in groups and "state" not in card.verdict]


def judged(board: Board, activity: Activity, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """Say what a new paper of a seat changes: only cards that it says something new about can be settled by it."""
    if activity.settings["hands"] != SHARES or activity.phase != Phase.OPEN:
        return []
    fresh = {id for id, tap in after.get("taps", {}).items() if before.get("taps", {}).get(id) != tap}
    cards = [card for card in open_cards(board, activity) if card.id in fresh]
    if not cards:
        return []
    said = taps_of((paper.choices for paper in board.papers(activity.id)), cards)
    groups = {cluster.id for cluster in board.find(Cluster, activity=activity.id)}
    changes, hung = [], dict.fromkeys(groups, 0)
    for card in cards:
        found = judge(tap for tap in said[card.id] if tap in groups or tap in (NONE, UNCLEAR))
        if found.state == "open":
            continue
        verdict = {**card.verdict, "state": found.state, "by": "room", "wishes": found.wishes}
        after_ = replace(card, verdict=verdict)
        if found.group is not None:
            place = places.last(board.find(Card, cluster=found.group)) + 1024.0 * hung[found.group]
            hung[found.group] += 1
            after_ = replace(after_, cluster=found.group, position=place)
        changes.append(Change(VERBS[found.state], (Edit(card, after_),), card.text))
    return changes


def placed(card: Card, cluster: str | None) -> dict[str, Any]:
    """Give a card's verdict after the facilitator has hung it somewhere, or taken it out to be judged anew."""
    if cluster is None:
        return dealt_again(card) if "state" in card.verdict else card.verdict
    return {**card.verdict, "state": "settled", "by": "facilitator"} if "state" in card.verdict else card.verdict


def dealt_again(card: Card) -> dict[str, Any]:
    """Give the verdict of a card that goes from hand to hand once more: what was said before does not count."""
    return {"deal": deal_of(card) + 1}


def hand_of(board: Board, activity: Activity, seat: str, without: Iterable[str]) -> list[str]:
    """Deal a seat its cards: a hand to begin with, a few more once it has had some; never its own."""
    if activity.settings["hands"] != SHARES or activity.phase != Phase.OPEN:
        return []
    seats = sorted(board.find(Seat, removed=False), key=lambda s: (s.sector, s.number))
    place = next((i for i, other in enumerate(seats) if other.id == seat), 0)
    cards = open_cards(board, activity)
    said = taps_of((paper.choices for paper in board.papers(activity.id)), cards)
    lacking = {card.id: missing(said[card.id]) for card in cards}
    had = set(without)
    size = MORE if had else hand_size(len(cards), len(seats))
    kept_back = had | {card.id for card in cards if card.author == seat}
    return deal([card.id for card in cards], lacking, place, len(seats), kept_back, size)
