"""Interviews: a round of weeks. Interviewers ask by a guide and note what they hear; closing draws findings up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ..changes import Board
from ..drawing import drawn, tagged
from ..factors import FACTORS
from ..records import Activity, Interview, Phase, Workshop
from ..specimen import ASKED, SECTOR_OF, SPECIMEN
from .base import Kind, Line, whole

MOST_QUESTIONS, QUESTION, MOST_PROPOSED, CONSENT = 60, 200, 8, 300  # CONSENT, QUESTION: characters
WANTED = {"private": "firms", "public": "offices", "semi-public": "others"}  # the setting that says how many
_KEY = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
_WORDED = Line(QUESTION)


@dataclass(frozen=True)
class Guide:
    """A list of questions: each a key, own words ("": those of the specimen), for whom it is, and its factors."""

    def __call__(self, value: Any) -> bool:
        return _guide(value)


def _guide(value: Any) -> bool:
    return (
        isinstance(value, list)
        and 1 <= len(value) <= MOST_QUESTIONS
        and all(isinstance(question, dict) and _is_question(question) for question in value)
        and len({question["key"] for question in value}) == len(value)
    )


def _is_question(given: dict[str, Any]) -> bool:
    if given.keys() != {"key", "text", "asks", "factors"} or not _WORDED(given["text"]):
        return False
    key, factors = given["key"], given["factors"]
    return (
        isinstance(key, str)
        and _KEY.fullmatch(key) is not None
        and bool(given["text"] or key in SPECIMEN)
        and given["asks"] in ASKED
        and isinstance(factors, list)
        and len(factors) <= MOST_PROPOSED
        and all(isinstance(code, str) and code in FACTORS for code in factors)
        and len(set(factors)) == len(factors)
    )


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    """Tell how many were asked, and how many findings that gave; nothing of what anybody said."""
    held = board.find(Interview, activity=activity.id)
    sectors = [SECTOR_OF[interview.group] for interview in held]
    by_sector = {str(sector): sectors.count(sector) for sector in sorted(set(sectors))}
    found = sum(len(tagged(interview)) for interview in held)
    return {"result": {"rule": "interview", "interviews": len(held), "sectors": by_sector, "findings": found}}


INTERVIEW = Kind(
    name="interview",
    phases=(Phase.DRAFT, Phase.OPEN, Phase.CONFIRMED),
    settings={"guide": list(SPECIMEN.values()), "consent": "", "firms": 15, "offices": 5, "others": 5},
    allowed={
        "guide": Guide(),
        "consent": Line(CONSENT),  # the line that is read out; "": that of the catalogue
        "firms": whole(0, 100),  # how many interviews are wanted, at least
        "offices": whole(0, 100),
        "others": whole(0, 100),
    },
    group="collect",
    interviews=True,
    closing=drawn,
    closed=_closed,
)
