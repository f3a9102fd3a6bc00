"""Dots: everybody places some dots on groups or cards, hidden from all until the reveal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shared.voting import dots as counting

from ..changes import Board, Edit, Refused
from ..records import Activity, Card, Cluster, Phase, Seat, Workshop
from .base import Kind, flag, whole
from .sources import items_of, source_of

LEAST_SECRET = 4  # voters: with fewer, the sum tells what each one chose
WARN_SECRET = 8
LEAST_IN_SECTOR = 5  # ballots that a sector needs before it is shown by itself, in a secret vote
LEAST_IN_SECTOR_OPEN = 3


def suggested(options: int) -> int:
    """Dots a person for a number of options: a third of them, at least 2 and at most 10 (the N/3 rule)."""
    return min(10, max(2, (2 * options + 3) // 6))


def _agree(settings: Mapping[str, Any]) -> None:
    if settings["most"] > settings["dots"]:
        raise Refused("invalid", "dots_most_over_dots")


def _opening(board: Board, activity: Activity) -> Sequence[Edit]:
    source = source_of(board, activity)
    items = items_of(board, source) if source else []
    if len(items) < 2:
        raise Refused("invalid", "too_few_options")
    shown = Phase.DRAFT if source is None else source.phase
    if source is not None and source.kind == "brainstorm" and shown != Phase.REVEALED:
        raise Refused("phase_closed", "turn_the_cards_first")
    return ()


def _opened(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    """Fix what the vote is about and how it is held; a vote of very few people is not called secret."""
    source = source_of(board, activity)
    assert source is not None
    voters = board.count(Seat, removed=False)
    return {
        "options": [item.id for item in items_of(board, source)],
        "settings": {**activity.settings, "secret": voters >= LEAST_SECRET, "few": voters < WARN_SECRET},
    }


def _check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> dict[str, int]:
    """Refuse a paper with too many dots, too many on one, or on what is not up for vote; drop empty places."""
    settings = activity.settings
    if not isinstance(paper, dict) or not all(type(n) is int and abs(n) <= 1000 for n in paper.values()):
        raise Refused("invalid", "paper_wrong")
    given = {option: n for option, n in paper.items() if n}
    if not given.keys() <= set(activity.options):
        raise Refused("invalid", "paper_option")
    if sum(n for n in given.values() if n > 0) > settings["dots"]:
        raise Refused("limit", "paper_dots", most=settings["dots"])
    if any(n > settings["most"] for n in given.values()):
        raise Refused("limit", "paper_most", most=settings["most"])
    minus = [-n for n in given.values() if n < 0]
    if sum(minus) > settings["minus"] or any(n > settings["most"] for n in minus):
        raise Refused("limit", "paper_minus", most=settings["minus"])
    if not settings["own"] and any((card := board.get(Card, o)) and card.author == seat for o in given):
        raise Refused("not_allowed", "paper_own")
    return given


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    settings = activity.settings
    floor = LEAST_IN_SECTOR if settings.get("secret", True) else LEAST_IN_SECTOR_OPEN
    ballots = [(paper.choices, paper.sector) for paper in board.papers(activity.id)]
    result = counting.count(activity.options, ballots, settings["dots"], floor)
    for item in result["items"]:
        named = board.get(Cluster, item["id"]) or board.get(Card, item["id"])
        item["title"] = (named.text if isinstance(named, Card) else named.title) if named else ""
        item["short"] = named.short if isinstance(named, Cluster) else ""
    result |= {
        "most": settings["most"],
        "seats": board.count(Seat, removed=False),
        "credential": "link",
        "secret": settings.get("secret", True),
    }
    return {"result": result}


DOTS = Kind(
    name="dots",
    phases=(Phase.DRAFT, Phase.OPEN, Phase.CLOSED, Phase.REVEALED, Phase.CONFIRMED),
    settings={"dots": 3, "most": 1, "minus": 0, "own": True, "by_sector": True},
    allowed={"dots": whole(1, 20), "most": whole(1, 20), "minus": whole(0, 5), "own": flag, "by_sector": flag},
    agree=_agree,
    takes=("clusters", "cards"),
    votes=True,
    opening=_opening,
    opened=_opened,
    closed=_closed,
    check_paper=_check_paper,
)
