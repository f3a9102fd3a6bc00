"""What votes with a single question have in common, and the reasons that may stand beside the answers of a vote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..changes import Board, Refused
from ..records import Activity, Workshop
from ..said import remark_of, remarks
from . import vote
from .base import Setting, flag

QUESTION = "?"  # what a poll is about; no record can bear this id
CHOSEN = "chosen"  # holds the options of a paper that is a list, once a reason stands beside them

SETTINGS: Mapping[str, Any] = {"by_sector": True, "receipts": False, **vote.QUORUM}
ALLOWED: Mapping[str, Setting] = {"by_sector": flag, "receipts": flag, **vote.ALLOWED_QUORUM}


def opened(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    """Fix that the question is what is voted on, and how it is held."""
    return {"options": [QUESTION], "settings": vote.held(board, activity)}


def apart(activity: Activity, paper: Any) -> tuple[dict[str, Any], dict[str, str]]:
    """Take a paper apart into the answer and the reason; there is a place for words only where reasons are asked."""
    if not isinstance(paper, dict) or ("text" in paper and not activity.settings["reasons"]):
        raise Refused("invalid", "paper_wrong")
    return without_reason(paper), remark_of(paper)


def without_reason(paper: Any) -> Any:
    """Give the answer of a paper alone; a paper that is no mapping holds no reason."""
    if not isinstance(paper, dict):
        return paper
    return paper[CHOSEN] if CHOSEN in paper else {name: value for name, value in paper.items() if name != "text"}


def reasons(board: Board, activity: Activity) -> dict[str, Any]:
    """Tell under ``remarks`` the reasons that people gave, apart from their answers."""
    if not activity.settings.get("reasons"):
        return {}
    papers = [paper for paper, _ in vote.ballots_of(board, activity) if isinstance(paper, dict)]
    return {"remarks": remarks(activity.id, papers)}


def value_of(paper: Any, steps: range, *others: str) -> dict[str, Any]:
    """Take the whole number from a paper {"value": n, ...others}, {} where it has none; refuse any other paper."""
    if not isinstance(paper, dict) or not paper.keys() <= {"value", *others}:
        raise Refused("invalid", "paper_wrong")
    if "value" not in paper:
        return {}
    if type(paper["value"]) is not int:
        raise Refused("invalid", "paper_wrong")
    if paper["value"] not in steps:
        raise Refused("invalid", "paper_scale", least=steps[0], most=steps[-1])
    return {"value": paper["value"]}


def before(board: Board, activity: Activity, *names: str) -> dict[str, Any]:
    """Tell in a second round, under ``before``, what some figures of the first were."""
    first = vote.first_round(board, activity)
    if first is None or not first.result:
        return {}
    return {"before": {name: first.result[name] for name in names if name in first.result}}
