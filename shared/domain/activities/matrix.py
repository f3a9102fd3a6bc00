"""Matrix: everybody rates location factors from -3 to +3, and how many firms each concerns; sealed until the reveal."""

from __future__ import annotations

from typing import Any

from shared.voting import matrix as counting
from shared.voting.evidence import NONE

from ..changes import Board, Refused
from ..factors import CORE, FACTORS
from ..findings import evidence_of
from ..records import Activity, Finding, Seat, Workshop
from . import vote
from .base import Kind, flag, whole

MOST_FACTORS = 30  # more take longer than a room can sit still


def _factors(value: Any) -> bool:
    return (
        isinstance(value, list)
        and 1 <= len(value) <= MOST_FACTORS
        and all(isinstance(code, str) and code in FACTORS for code in value)
        and value == sorted(set(value), key=list(FACTORS).index)
    )


def _opened(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    voters = board.count(Seat, removed=False)
    secrecy = {"secret": voters >= vote.LEAST_SECRET, "few": voters < vote.WARN_SECRET}
    return {"options": activity.settings["factors"], "settings": {**activity.settings, **secrecy}}


def _check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> dict[str, Any]:
    """Refuse what is no rating, or of a factor that is not asked; drop empty answers. A paper may be half full."""
    trend = activity.settings["trend"]
    if not isinstance(paper, dict) or not all(_is_answer(answer, trend) for answer in paper.values()):
        raise Refused("invalid", "paper_wrong")
    given = {factor: answer for factor, answer in paper.items() if answer}
    if not given.keys() <= set(activity.options):
        raise Refused("invalid", "paper_option")
    return {factor: given[factor] for factor in activity.options if factor in given}


def _is_answer(answer: Any, trend: bool) -> bool:
    rates, weighs = whole(counting.LOWEST, counting.HIGHEST), whole(1, counting.MOST_IMPORTANCE)
    goes = whole(counting.TRENDS[0], counting.TRENDS[-1])
    return (
        isinstance(answer, dict)
        and answer.keys() <= {"rating", "importance", *(("trend",) if trend else ())}
        and ("rating" not in answer or answer["rating"] is None or rates(answer["rating"]))
        and ("importance" not in answer or weighs(answer["importance"]))
        and ("trend" not in answer or goes(answer["trend"]))
    )


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    result = counting.count(activity.options, vote.ballots_of(board, activity), vote.floor_of(activity))
    found = evidence_of(board.find(Finding))
    for item in result["items"]:
        evidence = found.get(item["id"], NONE)
        item |= {"sources": evidence.sources, "evidence": evidence.by_sector, "confidence": evidence.confidence}
    return {"result": {**result, **vote.frame(board, activity)}}


MATRIX = Kind(
    name="matrix",
    phases=vote.PHASES,
    settings={"factors": list(CORE), "trend": False, "by_sector": True, **vote.QUORUM},
    allowed={"factors": _factors, "trend": flag, "by_sector": flag, **vote.ALLOWED_QUORUM},
    votes=True,
    opened=_opened,
    closed=_closed,
    check_paper=_check_paper,
)
