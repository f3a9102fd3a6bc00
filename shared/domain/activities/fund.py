"""Fund: what a budget is to pay for. Everybody supports measures, or gives them points; a rule fixed before decides.

How level measures are told apart is fixed before, too: the cheaper, then the one with more supporters, then a lot whose
number is drawn when the vote opens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shared.voting import fund as counting

from ..changes import Board, Edit, Refused
from ..records import Activity, Measure, Workshop
from . import vote
from .base import Code, Kind, Wholes, one_of, whole
from .scored import rated_before

MOST_MONEY = 10**9

SETTINGS: Mapping[str, Any] = {
    **vote.SETTINGS,
    "about": "measures",
    "ties": "cheaper",
    "budget": 0,
    "currency": "EUR",
    "rule": "equal_shares",
    "ballot": "approval",
    "points": 10,
    "completion": "raise",
    "costs": [],  # of the step's own choices; once the vote is open, of all options, in their order
}


def costs_of(board: Board, activity: Activity) -> list[int]:
    """List what each option costs if the vote opens now; 0 where nobody has said it."""
    options = vote.options_of(board, activity)
    if activity.settings["about"] == "own":
        costs = activity.settings["costs"]
        return [costs[i] if i < len(costs) else 0 for i in range(len(options))]
    measures = [board.get(Measure, option.id) for option in options]
    return [int(measure.sheet.get("asked", 0)) if measure else 0 for measure in measures]


def _agree(settings: Mapping[str, Any]) -> None:
    if settings["about"] == "own" and len(settings["costs"]) > len(settings["choices"]):
        raise Refused(
            "invalid", "fund_costs_over_choices", costs=len(settings["costs"]), choices=len(settings["choices"])
        )
    if settings["rule"] == "equal_shares" and settings["ballot"] == "points":
        raise Refused("invalid", "fund_shares_need_support")


def _opening(board: Board, activity: Activity) -> Sequence[Edit]:
    """Refuse to open without money, or while a measure's cost is not known."""
    vote.opening(board, activity)
    if not activity.settings["budget"]:
        raise Refused("invalid", "fund_no_budget")
    options = vote.options_of(board, activity)
    lacking = [option.title for option, cost in zip(options, costs_of(board, activity), strict=True) if not cost]
    if lacking:
        raise Refused("invalid", "fund_cost_missing", names=", ".join(f"“{title}”" for title in lacking))
    return ()


def _opened(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    fixed = vote.opened(board, workshop, activity)
    return {**fixed, "settings": {**fixed["settings"], "costs": costs_of(board, activity)}}


def _check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> dict[str, int]:
    """Refuse what is no support, or more points than a person has; drop empty places."""
    settings = activity.settings
    if not isinstance(paper, dict) or not all(type(n) is int and 0 <= n <= 1000 for n in paper.values()):
        raise Refused("invalid", "paper_wrong")
    given = {option: n for option, n in paper.items() if n}
    if not given.keys() <= set(activity.options):
        raise Refused("invalid", "paper_option")
    if settings["ballot"] == "approval" and any(n != 1 for n in given.values()):
        raise Refused("invalid", "paper_wrong")
    if settings["ballot"] == "points" and sum(given.values()) > settings["points"]:
        raise Refused("limit", "fund_points", most=settings["points"])
    return given


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    settings = activity.settings
    fund = counting.Fund(
        budget=settings["budget"],
        costs=dict(zip(activity.options, settings["costs"], strict=True)),
        rule=settings["rule"],
        completion=settings["completion"],
        lot=settings["lot"],
    )
    rated = rated_before(board, activity) if settings["rule"] == "score" else {}
    scores = {id: rated.get(id) for id in activity.options} if rated else None
    result = counting.count(fund, vote.ballots_of(board, activity), vote.floor_of(activity), scores)
    for item in result["items"]:
        item |= vote.named(board, activity, item["id"])
    about = {name: settings[name] for name in ("currency", "ballot", "points")}
    return {"result": {**result, **about, **vote.frame(board, activity)}}


FUND = Kind(
    name="fund",
    phases=vote.PHASES,
    settings=SETTINGS,
    allowed={
        **vote.ALLOWED,
        "about": one_of("measures", "own"),
        "ties": one_of("cheaper"),
        "budget": whole(0, MOST_MONEY),
        "currency": Code(),
        "rule": one_of(*counting.RULES),
        "ballot": one_of("approval", "points"),
        "points": whole(1, 100),
        "completion": one_of("raise", "raise_most", "none"),
        "costs": Wholes(vote.MOST_CHOICES, MOST_MONEY),
    },
    agree=_agree,
    group="decide",
    votes=True,
    reveals=("turnout", "totals"),
    lot=True,
    opening=_opening,
    opened=_opened,
    closed=_closed,
    check_paper=_check_paper,
)
