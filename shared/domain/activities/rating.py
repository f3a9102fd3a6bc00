"""Rating: measures are scored 0 to 5 on nine weighted criteria, after nine knock-out questions, in one round or in two.

The second round is a step of its own. It follows the nearest earlier step that is a first round, takes its measures,
weights, minimums and line, and tells both rounds when it is revealed. The first round tells only where scores lie far
apart, and what low and high scores were given for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from shared.voting import rating as counting
from shared.voting.sectors import decimal

from ..changes import Board, Edit, Refused
from ..records import Activity, Measure, Seat, Workshop
from ..text import line
from . import knockouts, vote
from .base import Kind, Wholes, flag, one_of, whole
from .named import aside
from .scored import SHOWN

WEIGHTS = (10, 15, 15, 15, 10, 10, 10, 10, 5)
MINIMUMS = (0, 2, 0, 0, 0, 0, 2, 2, 0)
REASON_LENGTH = 120  # characters
MOST_SHIFT = 5  # points by which a region may move a weight
_OF_BOTH_ROUNDS = ("weights", "minimums", "line")


def first_round_of(board: Board, activity: Activity) -> Activity | None:
    """Find the first round that a second one follows: the one fixed at its opening, else the nearest before it."""
    if activity.settings["round"] != "second":
        return None
    if activity.source is not None:
        return board.get(Activity, activity.source)
    ratings = [a for a in board.find(Activity) if a.kind == "rating" and a.position < activity.position]
    return next((a for a in reversed(ratings) if a.settings["round"] == "first"), None)


def _agree(settings: Mapping[str, Any]) -> None:
    weights, minimums = settings["weights"], settings["minimums"]
    if len(weights) != len(WEIGHTS) or len(minimums) != len(MINIMUMS):
        raise Refused("invalid", "rating_nine")
    if sum(weights) != 100:
        raise Refused("invalid", "rating_weights_sum", sum=sum(weights))
    if any(abs(weight - usual) > MOST_SHIFT for weight, usual in zip(weights, WEIGHTS, strict=True)):
        raise Refused("invalid", "rating_weights_shift", most=MOST_SHIFT)


def _opening(board: Board, activity: Activity) -> Sequence[Edit]:
    """Refuse to open before every knock-out is settled, or a second round before the first has been shown."""
    if activity.settings["round"] == "second":
        first = first_round_of(board, activity)
        if first is None or first.phase not in SHOWN:
            raise Refused("phase_closed", "rating_first_round_missing")
    if activity.settings["gate"]:
        open_ = [measure.title for measure in board.find(Measure, parked="") if knockouts.unsettled(measure)]
        if open_:
            raise Refused("invalid", "rating_unsettled", names=", ".join(f"“{title}”" for title in open_))
    if not _up(board, activity):
        raise Refused("invalid", "rating_none")
    return ()


def _up(board: Board, activity: Activity) -> list[Measure]:
    """List what is rated if the step opens now: what still stands, in a second round of what was in the first."""
    first = first_round_of(board, activity)
    return [
        m for m in board.find(Measure, parked="") if not knockouts.out(m) and (first is None or m.id in first.options)
    ]


def _opened(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    first = first_round_of(board, activity)
    voters = board.count(Seat, removed=False)
    up = _up(board, activity)
    settings = {
        **activity.settings,
        **({name: first.settings[name] for name in _OF_BOTH_ROUNDS} if first else {}),
        "secret": voters >= vote.LEAST_SECRET,
        "few": voters < vote.WARN_SECRET,
        "asked": {m.id: m.sheet["asked"] for m in up if m.sheet.get("asked")},
        "checks": knockouts.checks(board.find(Measure)),
    }
    return {"options": [m.id for m in up], "settings": settings, "source": first.id if first else None}


def _check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> dict[str, Any]:
    """Refuse what is no score, or about what is not rated; drop empty sheets. A sheet may be half full.

    Who has declared an interest in a measure stands aside from it, whatever the paper says.
    """
    if not isinstance(paper, dict):
        raise Refused("invalid", "paper_wrong")
    sheets = {measure: scores if scores == counting.RECUSED else _sheet(scores) for measure, scores in paper.items()}
    given = {measure: scores for measure, scores in sheets.items() if scores}
    if not given.keys() <= set(activity.options):
        raise Refused("invalid", "paper_option")
    return {**given, **{measure: counting.RECUSED for measure in aside(board, seat) if measure in activity.options}}


def _sheet(given: Any) -> dict[str, Any]:
    """Read one measure's scores, and the reasons beside those for which one is asked; others fall away."""
    fits = whole(0, counting.HIGHEST)
    if not isinstance(given, dict):
        raise Refused("invalid", "paper_wrong")
    scores = {name: value for name, value in given.items() if name != counting.REASONS}
    lines = given.get(counting.REASONS, {})
    if not scores.keys() <= set(counting.CRITERIA) or not all(map(fits, scores.values())):
        raise Refused("invalid", "paper_wrong")
    if not isinstance(lines, dict) or not all(isinstance(text, str) for text in lines.values()):
        raise Refused("invalid", "paper_wrong")
    reasons = {c: line(lines[c], REASON_LENGTH) for c in _to_be_reasoned(scores) if c in lines}
    kept = {c: text for c, text in reasons.items() if text}
    return {**scores, counting.REASONS: kept} if kept else scores


def _filled(activity: Activity, paper: Any) -> bool:
    """Say whether each measure has all nine scores with the reasons that are asked for, or was left to others."""
    return all(_is_full(paper.get(option)) for option in activity.options)


def _is_full(scores: Any) -> bool:
    if scores == counting.RECUSED:
        return True
    if not scores or not all(c in scores for c in counting.CRITERIA):
        return False
    return all(c in scores.get(counting.REASONS, {}) for c in _to_be_reasoned(scores))


def _to_be_reasoned(scores: Mapping[str, Any]) -> list[str]:
    """List the criteria whose score is so low or so high that a line of reason belongs beside it."""
    return [c for c in counting.CRITERIA if scores.get(c) in (*counting.LOW, *counting.HIGH)]


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    settings, ballots = activity.settings, vote.ballots_of(board, activity)
    told = {"round": settings["round"], "checks": settings["checks"], **vote.frame(board, activity)}
    if settings["round"] == "first":
        result = counting.spread(activity.options, ballots)
    else:
        result = counting.count(activity.options, ballots, _rules(settings), vote.floor_of(activity))
        told |= {name: settings[name] for name in (*_OF_BOTH_ROUNDS, "lot")}
        _lay_under(board, activity, result["items"])
    for item in result["items"]:
        measure = board.get(Measure, item["id"])
        item |= {"title": measure.title if measure else "", "short": ""}
    return {"result": {**result, **told}}


def _lay_under(board: Board, activity: Activity, items: list[dict[str, Any]]) -> None:
    """Put under each measure of a second round what the first one gave, and by how much the total has moved."""
    first = first_round_of(board, activity)
    if first is None:
        return
    weights = _by_criterion(activity.settings["weights"])
    before = counting.earlier(activity.options, vote.ballots_of(board, first), weights)
    for item in items:
        if item["id"] in before and "exact" in item:
            item["first"] = before[item["id"]]
            item["shift"] = decimal(Fraction(item["exact"]) - Fraction(item["first"]["exact"]))


def _rules(settings: Mapping[str, Any]) -> counting.Rules:
    return counting.Rules(
        weights=_by_criterion(settings["weights"]),
        minimums=_by_criterion(settings["minimums"]),
        line=settings["line"],
        asked=settings["asked"],
        lot=settings["lot"],
    )


def _by_criterion(numbers: Sequence[int]) -> dict[str, int]:
    return dict(zip(counting.CRITERIA, numbers, strict=True))


RATING = Kind(
    name="rating",
    phases=vote.PHASES,
    settings={
        "round": "only",
        "weights": list(WEIGHTS),
        "minimums": list(MINIMUMS),
        "line": 60,
        "gate": True,
        "by_sector": True,
        **vote.QUORUM,
        "ties": "asked",
    },
    allowed={
        "round": one_of("only", "first", "second"),
        "weights": Wholes(len(WEIGHTS), 100),
        "minimums": Wholes(len(MINIMUMS), counting.HIGHEST),
        "line": whole(0, 100),
        "gate": flag,
        "by_sector": flag,
        **vote.ALLOWED_QUORUM,
        "ties": one_of("asked"),
    },
    agree=_agree,
    votes=True,
    lot=True,
    opening=_opening,
    opened=_opened,
    closed=_closed,
    check_paper=_check_paper,
    filled=_filled,
)
