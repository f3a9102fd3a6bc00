"""Scores: several items, each scored by everybody on one or several short questions, on one declared scale.

Of groups that were voted on before, ``top`` keeps the first ones only; beside their reach the result tells that vote.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from shared.voting import scores as counting
from shared.voting.sectors import percent

from ..changes import Board, Edit, Refused
from ..conclusions import JUDGED
from ..records import Activity, Workshop
from . import vote
from .base import Kind, Texts, flag, one_of, whole
from .scored import SHOWN

MOST_QUESTIONS = 6
QUESTION_LENGTH = 120

SETTINGS: Mapping[str, Any] = {
    **vote.SETTINGS,
    "ties": "level",
    "scale": "stars",
    "questions": [],  # none: the step's own question is the only one
    "unknown": False,  # "don't know" may be answered
    "roles": False,  # each ballot tells a role; who implements a measure may leave their own out
    "top": 0,  # so many groups, by the vote before; 0: all
    "goes_on": 0,  # of an order by stars, so many go on; 0: none is named
    "disputed": False,  # a second round asks only where roles were furthest apart in the first
    "judged": False,  # its questions are the six of what a measure was worth, in their order: conclusions.py
}


def questions_of(activity: Activity) -> list[str]:
    """List what is asked of each item."""
    return list(activity.settings["questions"]) or [activity.question]


def options_of(board: Board, activity: Activity) -> list[str]:
    """List the ids that are scored if the step opens now; level ones at the end of the top come along."""
    options = [option.id for option in vote.options_of(board, activity)]
    before = voted_before(board, activity) if vote.first_round(board, activity) is None else None
    if before is None or not activity.settings["top"]:
        return options
    place = {item["id"]: item["place"] for item in _placed(before)}
    return [id for id in options if place.get(id, vote.MOST_CHOICES) <= activity.settings["top"]]


def disputed(first: Activity) -> dict[str, list[str]]:
    """Say by item on which questions, from "1", roles were furthest apart in a first round."""
    lines: dict[str, list[str]] = {}
    for gap in (first.result or {}).get("gaps", ()):
        lines.setdefault(gap["id"], []).append(str(gap["question"]))
    return {id: sorted(numbers) for id, numbers in lines.items()}


def asked_of(activity: Activity, item: str) -> list[str]:
    """List the numbers of the questions that are asked of an item, from "1"."""
    every = [str(n) for n in range(1, len(questions_of(activity)) + 1)]
    lines: dict[str, list[str]] | None = activity.settings.get("lines")
    return every if lines is None else [number for number in every if number in lines.get(item, ())]


def voted_before(board: Board, activity: Activity) -> Activity | None:
    """Find the nearest vote before this step that was shown and put the same groups, cards or measures in order.

    Choices of a step's own are called alike in every step, and are nobody else's.
    """
    if activity.settings["about"] == "own":
        return None
    options = {option.id for option in vote.options_of(board, activity)}
    earlier = [a for a in board.find(Activity) if a.position < activity.position and a.phase in SHOWN]
    return next((a for a in reversed(earlier) if any(item["id"] in options for item in _placed(a))), None)


def _placed(activity: Activity) -> list[dict[str, Any]]:
    return [item for item in (activity.result or {}).get("items", ()) if "place" in item]


def _agree(settings: Mapping[str, Any]) -> None:
    if settings["scale"] in ("reach", "stars", "future") and len(settings["questions"]) > 1:
        raise Refused("invalid", "scores_one_question")
    fits = settings["scale"] == "agreement" and settings["about"] == "measures" and settings["roles"]
    if settings.get("judged") and not (fits and len(settings["questions"]) == len(JUDGED)):
        raise Refused("invalid", "scores_judged", n=len(JUDGED))


def _opening(board: Board, activity: Activity) -> Sequence[Edit]:
    """Refuse to open without a question, with nothing to score, or a second round before the first was shown."""
    first = vote.first_round(board, activity)
    if first is not None:
        if first.phase not in SHOWN:
            raise Refused("phase_closed", "scores_first_round_missing")
        if any(first.settings[name] != activity.settings[name] for name in ("scale", "questions")):
            raise Refused("invalid", "scores_first_round_other")
        if activity.settings["disputed"] and not disputed(first):
            raise Refused("invalid", "scores_nothing_disputed")
    if not all(questions_of(activity)):
        raise Refused("invalid", "scores_no_question")
    if not options_of(board, activity):
        raise Refused("invalid", "scores_nothing")
    return vote.opening(board, activity, least=1)


def _opened(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    fixed = vote.opened(board, workshop, activity)
    before = voted_before(board, activity)
    first = vote.first_round(board, activity)
    lines = disputed(first) if first is not None and activity.settings["disputed"] else None
    options = [id for id in options_of(board, activity) if lines is None or id in lines]
    beside = {"weighed": before.id if before else None, **({} if lines is None else {"lines": lines})}
    return {**fixed, "options": options, "settings": {**fixed["settings"], **beside}}


def _check_paper(board: Board, activity: Activity, seat: str, paper: Any) -> dict[str, Any]:
    """Refuse what is no answer of this scale; keep half a paper, and drop in which order it was filled in."""
    if not isinstance(paper, dict) or not paper.keys() <= {"role", "answers"}:
        raise Refused("invalid", "paper_wrong")
    answers = paper.get("answers", {})
    if not isinstance(answers, dict):
        raise Refused("invalid", "paper_wrong")
    if not answers.keys() <= set(activity.options):
        raise Refused("invalid", "paper_option")
    role = paper.get("role")
    if role is not None and (not activity.settings["roles"] or role not in counting.ROLES):
        raise Refused("invalid", "paper_wrong")
    checked = {id: _check_answers(activity, id, answers[id]) for id in activity.options if id in answers}
    kept = {id: given for id, given in checked.items() if given}
    return {**({"role": role} if role else {}), **({"answers": kept} if kept else {})}


def _check_answers(activity: Activity, item: str, given: Any) -> dict[str, Any] | str:
    settings = activity.settings
    if given == counting.RECUSED and settings["roles"]:
        return counting.RECUSED
    keys = asked_of(activity, item)
    if not isinstance(given, dict) or not given.keys() <= set(keys):
        raise Refused("invalid", "paper_wrong")
    allowed = [*counting.SCALES[settings["scale"]].answers, *[counting.UNKNOWN] * settings["unknown"]]
    for answer in given.values():
        if not any(type(answer) is type(one) and answer == one for one in allowed):  # true is no 1
            raise Refused("invalid", "paper_wrong")
    return {key: given[key] for key in keys if key in given}


def _closed(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    settings, questions = activity.settings, questions_of(activity)
    result = counting.count(
        activity.options,
        vote.ballots_of(board, activity),
        settings["scale"],
        len(questions),
        vote.floor_of(activity),
        settings["goes_on"],
    )
    weights = _weights(board.get(Activity, settings["weighed"])) if settings["scale"] == "reach" else {}
    first = vote.first_round(board, activity)
    before = {item["id"]: item["cells"] for item in (first.result or {}).get("items", ())} if first else {}
    for item in result["items"]:
        item |= vote.named(board, activity, item["id"])
        if item["id"] in weights:
            item["weight"] = weights[item["id"]]
        for cell, cell_before in zip(item["cells"], before.get(item["id"], ()), strict=False):
            if "figure" in cell_before:
                cell["before"] = cell_before["figure"]
    return {"result": {**result, "questions": questions, **vote.frame(board, activity)}}


def _weights(before: Activity | None) -> dict[str, dict[str, Any]]:
    """Tell what the vote before gave each item: place, dots, and how high it stands in percent of the first."""
    placed = _placed(before) if before else []
    most = max((item.get("dots", 0) for item in placed), default=0)
    return {
        item["id"]: {
            "place": item["place"],
            **({"dots": item["dots"]} if "dots" in item else {}),
            "high": percent(
                Fraction(max(0, item["dots"]), most)
                if "dots" in item and most > 0
                else Fraction(len(placed) + 1 - item["place"], len(placed))
            ),
        }
        for item in placed
    }


SCORES = Kind(
    name="scores",
    phases=vote.PHASES,
    settings=SETTINGS,
    allowed={
        **vote.ALLOWED,
        "about": one_of("groups", "cards", "measures", "own"),
        "scale": one_of(*counting.SCALES),
        "questions": Texts(MOST_QUESTIONS, QUESTION_LENGTH),
        "unknown": flag,
        "roles": flag,
        "top": whole(0, vote.MOST_CHOICES),
        "goes_on": whole(0, vote.MOST_CHOICES),
        "disputed": flag,
        "judged": flag,
    },
    agree=_agree,
    takes=("clusters", "cards"),
    votes=True,
    reveals=("turnout", "totals"),
    again=True,
    opening=_opening,
    opened=_opened,
    closed=_closed,
    check_paper=_check_paper,
)
