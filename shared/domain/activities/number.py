"""Number: everybody answers one question with a number of some unit; hidden from all until the reveal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from shared.voting import number as counting

from ..changes import Board, Refused
from ..records import Activity, Workshop
from . import poll, vote
from .base import Figure, Kind, Line, flag, whole

MOST_DECIMALS = 3
UNIT_LENGTH = 20  # characters
_FARTHEST = 10**12  # from nought, where no limit is set


def limits_of(settings: Mapping[str, Any]) -> tuple[int, int]:
    """Give the least and the most that may be answered, in units of the last decimal."""
    decimals = settings["decimals"]
    least, most = (units(settings[name], decimals) for name in ("least", "most"))
    farthest = _FARTHEST * 10**decimals
    return (-farthest if least is None else least), (farthest if most is None else most)


def units(text: str, decimals: int) -> int | None:
    """Count units of the last decimal: "2.5" with one decimal is 25; None for what is no such number.

    A number as a client may send it: figures with at most so many decimals behind a point.
    """
    if not re.fullmatch(r"-?\d{1,13}(\.\d{1,15})?", text, re.ASCII):
        return None
    scaled = Decimal(text).scaleb(decimals)
    return int(scaled) if scaled == int(scaled) else None


def _agree(settings: Mapping[str, Any]) -> None:
    for name in ("least", "most"):
        if settings[name] and units(settings[name], settings["decimals"]) is None:
            raise Refused("invalid", "number_decimals", decimals=settings["decimals"])
    least, most = limits_of(settings)
    if least >= most:
        raise Refused("invalid", "number_limits")


def _check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> dict[str, Any]:
    """Take {"value": a number, as JSON or as text, "text": a reason where one is asked}.

    The number is kept as text with all its decimals, so that it stays exact.
    """
    answer, reason = poll.apart(activity, paper)
    if not answer.keys() <= {"value"}:
        raise Refused("invalid", "paper_wrong")
    if not answer:
        return dict(reason)
    given, decimals = answer["value"], activity.settings["decimals"]
    if type(given) not in (int, float, str):
        raise Refused("invalid", "paper_wrong")
    value = units(str(given)[:40], decimals)
    if value is None:
        raise Refused("invalid", "paper_number", decimals=decimals)
    least, most = limits_of(activity.settings)
    if not least <= value <= most:
        low, high = counting.written(least, decimals), counting.written(most, decimals)
        raise Refused("invalid", "paper_range", least=low, most=high)
    return {"value": counting.written(value, decimals), **reason}


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    settings = activity.settings
    ballots = [
        (units(paper["value"], settings["decimals"]) if "value" in paper else None, sector)
        for paper, sector in vote.ballots_of(board, activity)
    ]
    result = counting.count(ballots, settings["decimals"], vote.floor_of(activity))
    before = poll.before(board, activity, "n", "median")
    return {
        "result": {
            **result,
            "unit": settings["unit"],
            **poll.reasons(board, activity),
            **before,
            **vote.frame(board, activity),
        }
    }


NUMBER = Kind(
    name="number",
    phases=vote.PHASES,
    settings={"unit": "", "decimals": 0, "least": "0", "most": "", "reasons": False, **poll.SETTINGS},
    allowed={
        "unit": Line(UNIT_LENGTH),
        "decimals": whole(0, MOST_DECIMALS),
        "least": Figure(MOST_DECIMALS),
        "most": Figure(MOST_DECIMALS),
        "reasons": flag,
        **poll.ALLOWED,
    },
    agree=_agree,
    votes=True,
    writes=True,
    reveals=("turnout", "totals"),
    again=True,
    opened=poll.opened,
    closed=_closed,
    check_paper=_check_paper,
)
