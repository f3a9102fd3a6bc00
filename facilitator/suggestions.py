"""What the machine points out on the console: where cards may go, and which may say the same. Nothing is stored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import gevent
from flask import Response, abort, request
from gevent.lock import BoundedSemaphore

from shared.clustering.proposal import FEWEST, Held, propose
from shared.clustering.twins import MOST_PAIRS, near_duplicates
from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.own import OWN, narrowed, whole_sorts
from shared.domain.activities.sources import source_of
from shared.domain.activities.twins import LOOKED_AT, not_told_apart
from shared.domain.changes import Refused
from shared.domain.records import Activity, Card, CardState, Cluster
from shared.live.wire import refusal
from shared.store.board import Board
from shared.web.here import board_of, own_workshop
from shared.web.house import house

from .consensus import agreed_groups, enough, offers
from .pages import for_facilitators, pages, person

MOST_CARDS = 1500  # to look through at once; the cost grows with the square
_one_at_a_time = BoundedSemaphore(1)  # a look is arithmetic without pauses: two at once are no sooner done
R = TypeVar("R")


@pages.get("/facilitator/workshops/<id>/suggestions/groups")
@for_facilitators
def suggested_groups(id: str) -> Response:
    """Propose groups for the cards of a sorting that hang free."""
    return _answered(id, _groups)


@pages.get("/facilitator/workshops/<id>/suggestions/twins")
@for_facilitators
def suggested_twins(id: str) -> Response:
    """List cards of a step that may say the same, but for those that were told apart."""
    return _answered(id, _twins)


def _groups(board: Board, step: Activity) -> dict[str, Any]:
    source = source_of(board, step)
    if KINDS_OF_ACTIVITY[step.kind].makes != "clusters" or source is None:
        raise Refused("invalid", "makes_no_clusters")
    hung = _hung(board, source)
    clusters = board.find(Cluster, activity=step.id)
    held = [Held(c.id, c.title, [card for card in hung if card.cluster == c.id]) for c in clusters if not c.aside]
    free = [card for card in hung if card.cluster not in {cluster.id for cluster in clusters}]
    own = request.args.get("from") == OWN
    all_sorts = house().store.look(step.workshop, lambda now: whole_sorts(now, step))
    sorts = narrowed(offers.looked_at(step.id, all_sorts) if own else all_sorts, {card.id for card in free})
    told = {"of": len(free), "people": len(sorts)}
    if own:
        enough(sorts, free)
        agreed = _elsewhere(lambda: agreed_groups(sorts, free))
        if not agreed:
            raise Refused("limit", "nothing_agreed")
        return {"groups": agreed, **told}
    if len(free) < (1 if held else FEWEST):
        raise Refused("limit", "too_few_to_suggest", least=1 if held else FEWEST)
    found = _elsewhere(lambda: propose(free, held))
    if not found:
        raise Refused("limit", "nothing_alike")
    return {"groups": [{"into": one.into, "title": one.title, "cards": one.ids} for one in found], **told}


def _twins(board: Board, step: Activity) -> dict[str, Any]:
    source = step if KINDS_OF_ACTIVITY[step.kind].makes == "cards" else source_of(board, step)
    if source is None or KINDS_OF_ACTIVITY[source.kind].makes != "cards":
        raise Refused("invalid", "no_cards_before")
    hung = _hung(board, source)
    pairs = not_told_apart(_elsewhere(lambda: near_duplicates(hung, LOOKED_AT)), hung)
    return {"pairs": [vars(pair) for pair in pairs[:MOST_PAIRS]], "more": max(0, len(pairs) - MOST_PAIRS)}


def _hung(board: Board, source: Activity) -> list[Card]:
    cards = board.find(Card, activity=source.id, state=CardState.SHOWN, merged_into=None)
    if len(cards) > MOST_CARDS:
        raise Refused("limit", "too_many_to_suggest", most=MOST_CARDS)
    return cards


def _elsewhere(look: Callable[[], R]) -> R:
    """Compute in a thread of its own: in the loop's everybody in the room would wait."""
    with _one_at_a_time:
        found: R = gevent.get_hub().threadpool.apply(look)
        return found


def _answered(id: str, look: Callable[[Board, Activity], dict[str, Any]]) -> Response:
    me = person()
    workshop = own_workshop(me, id)
    version, records = board_of(workshop.id)
    board = Board(version, records)
    step = board.get(Activity, request.args.get("step")) or abort(404)
    try:
        if wait := house().paces.of("facilitator", me.id).wait():
            raise Refused("rate", "rate", retry=True, retry_after=round(wait, 2))
        answer = {"ok": True, "version": version, **look(board, step)}
    except Refused as refused:
        answer = refusal(refused, me.language, house().say)
    response = house().json(answer)
    response.headers["Cache-Control"] = "no-store"
    return response
