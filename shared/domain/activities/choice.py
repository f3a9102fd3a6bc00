"""Choice: everybody chooses one option, up to so many, or any number (approval); hidden from all until the reveal.

A paper is the list of what was chosen; with a reason, where reasons are asked, {"chosen": that list, "text": reason}.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shared.voting import joined as counting

from ..changes import Board, Edit, Refused
from ..records import Activity, Workshop
from ..said import remark_of
from . import joined, poll, vote
from .base import Kind, flag, whole


def _agree(settings: Mapping[str, Any]) -> None:
    if 0 < settings["most"] < settings["least"]:
        raise Refused("invalid", "choice_least_over_most")


def _opening(board: Board, activity: Activity) -> Sequence[Edit]:
    if 2 <= len(vote.options_of(board, activity)) < activity.settings["least"]:
        raise Refused("invalid", "choice_too_few", least=activity.settings["least"])
    return vote.opening(board, activity)


def _check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> Any:
    """Refuse a paper that chooses no list of different options, or too many; one with too few may still grow."""
    if not isinstance(paper, dict):
        return _chosen(activity, paper)
    if not activity.settings.get("reasons") or not paper.keys() <= {poll.CHOSEN, "text"}:
        raise Refused("invalid", "paper_wrong")
    chosen, reason = _chosen(activity, paper.get(poll.CHOSEN, [])), remark_of(paper)
    return {poll.CHOSEN: chosen, **reason} if reason else chosen


def _chosen(activity: Activity, paper: Any) -> list[str]:
    if not isinstance(paper, list) or not all(isinstance(option, str) for option in paper):
        raise Refused("invalid", "paper_wrong")
    if len(set(paper)) != len(paper):
        raise Refused("invalid", "paper_wrong")
    if not set(paper) <= set(activity.options):
        raise Refused("invalid", "paper_option")
    if 0 < activity.settings["most"] < len(paper):
        raise Refused("limit", "paper_choices", most=activity.settings["most"])
    return sorted(paper, key=activity.options.index)  # in which order one chose is nobody's business


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    settings = activity.settings
    result = counting.count_choice(
        activity.options,
        [(poll.without_reason(paper), sector) for paper, sector in vote.ballots_of(board, activity)],
        settings["least"],
        vote.floor_of(activity),
        joined.joins_of(activity),
        joined.guarded(activity),
    )
    for item in result["items"]:
        item |= vote.named(board, activity, item["id"])
    limits = {"least": settings["least"], "most": settings["most"]}
    return {"result": {**result, **poll.reasons(board, activity), **limits, **vote.frame(board, activity)}}


CHOICE = Kind(
    name="choice",
    phases=vote.PHASES,
    settings={"least": 0, "most": 1, "reasons": False, **vote.SETTINGS},
    allowed={
        "least": whole(0, vote.MOST_CHOICES),
        "most": whole(0, vote.MOST_CHOICES),
        "reasons": flag,
        **vote.ALLOWED,
    },
    agree=_agree,
    takes=("clusters", "cards"),
    votes=True,
    writes=True,
    reveals=("turnout", "top", "totals"),
    figure="n",
    again=True,
    joins=True,
    opening=_opening,
    opened=vote.opened,
    closed=_closed,
    check_paper=_check_paper,
)
