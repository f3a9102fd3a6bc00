"""Findings drawn up from interviews: each point that names a factor and its sign is one. The numbers come with them.

A finding has the id of its point, so that a round closed twice has the same findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from shared.voting.evidence import Evidence, Told, count

from . import places
from .changes import Board, Edit, Refused, add, edit
from .factors import CORE, FACTORS
from .findings import MOST_FINDINGS
from .records import Activity, Finding, Interview, Sector
from .specimen import SECTOR_OF

POINT = {"id", "question", "statement", "factors", "sign", "quote", "rating", "confidential"}


def tagged(interview: Interview) -> list[dict[str, Any]]:
    """List the points that are findings."""
    return [point for point in interview.answers if point["factors"] and point["sign"]]


def source_of(interview: Interview) -> str:
    """Name an interview as the source of its findings: by its number, never by a name."""
    return f"#{interview.number}"


def drawn(board: Board, activity: Activity) -> Sequence[Edit]:
    """Give the edits that make findings of a round's points, or bring those from an earlier closing up to date."""
    fellows = board.find(Finding)
    position, fresh, edits = places.last(fellows), 0, []
    for interview in board.find(Interview, activity=activity.id):
        for point in tagged(interview):
            values, before = _values(interview, point), board.get(Finding, point["id"])
            if before is not None:
                edits.append(edit(before, **values, **({"shown": False} if point["confidential"] else {})))
                continue
            made = Finding(id=point["id"], workshop=activity.workshop, position=position + fresh, **values)
            edits.append(add(made))
            fresh += 1
    if len(fellows) + fresh > MOST_FINDINGS:
        raise Refused("limit", "findings_full", most=MOST_FINDINGS)
    return edits


def _values(interview: Interview, point: dict[str, Any]) -> dict[str, Any]:
    return {
        **{name: point[name] for name in ("factors", "sign", "statement", "quote", "rating", "confidential")},
        "source_kind": "interview",
        "source_ref": source_of(interview),
        "sector": str(SECTOR_OF[interview.group]),
        "line_of_work": interview.line_of_work,
        "place": interview.place,
        "date": interview.date,
    }


def evidence_of(interviews: Iterable[Interview]) -> dict[str, Evidence]:
    """Count how many interviews name each factor: one never counts twice."""
    return count(
        Told(point["factors"], interview.id, SECTOR_OF[interview.group])
        for interview in interviews
        for point in tagged(interview)
    )


def unheard(interviews: Sequence[Interview]) -> dict[str, list[str]]:
    """Name the factors of which no firm, or no office, has spoken: of the core ones and those that anybody named."""
    evidence = evidence_of(interviews)
    asked = [code for code in FACTORS if code in CORE or code in evidence]
    silent = {sector: [c for c in asked if not _told(evidence, c, sector)] for sector in _TRIANGLE}
    return {str(sector): codes for sector, codes in silent.items()}


_TRIANGLE = (Sector.PRIVATE, Sector.PUBLIC)


def _told(evidence: dict[str, Evidence], code: str, sector: str) -> int:
    return evidence[code].by_sector.get(sector, 0) if code in evidence else 0


def contested(interviews: Iterable[Interview]) -> list[str]:
    """Name the factors that are an advantage to some and an obstacle to others."""
    signs: dict[str, set[str]] = {}
    for interview in interviews:
        for point in tagged(interview):
            for code in point["factors"]:
                signs.setdefault(code, set()).add(point["sign"])
    return [code for code in FACTORS if len(signs.get(code, ())) > 1]


def sound(interview: Interview) -> bool:
    """Say whether an interview from a file is one that the rules would have written."""
    return (
        interview.group in SECTOR_OF
        and bool(interview.consent)
        and all(_sound_point(point) for point in interview.answers)
        and len({point["id"] for point in interview.answers}) == len(interview.answers)
    )


def _sound_point(point: dict[str, Any]) -> bool:
    return (
        point.keys() == POINT
        and all(isinstance(point[name], str) for name in ("id", "question", "statement", "quote"))
        and isinstance(point["factors"], list)
        and all(isinstance(code, str) and code in FACTORS for code in point["factors"])
        and point["sign"] in ("", "+", "-")
        and (point["rating"] is None or (type(point["rating"]) is int and -3 <= point["rating"] <= 3))
        and isinstance(point["confidential"], bool)
    )
