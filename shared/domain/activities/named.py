"""Steps in which people answer openly and by name: who is here, who has an interest, who objects, who is for it.

Nothing in them is a ballot. What each says stands on the wall under their name and is told in the minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from ..changes import Board, Edit, Refused
from ..records import Activity, Measure, Phase, Sector, Voice, Workshop
from . import knockouts
from .base import Kind, Named, Wholes, one_of

_PHASES = (Phase.DRAFT, Phase.OPEN, Phase.CONFIRMED)
HEAVIEST = Fraction(49, 100)  # of the votes that one sector may have; a share above it is told
_SECTORS = tuple(str(sector) for sector in Sector)


def present(board: Board, activity: Activity) -> dict[str, int]:
    """Count who has answered, by sector."""
    voices = board.find(Voice, activity=activity.id)
    return {sector: sum(voice.sector == sector for voice in voices) for sector in _SECTORS}


def aside(board: Board, seat: str) -> set[str]:
    """Name the measures in which a seat has said to have an interest; one that is gone has none."""
    return {str(voice.measure) for voice in board.find(Voice, author=seat) if voice.answer == "interest"}


def _needed(share: str, members: int) -> int:
    """Say how many of ``members`` make a quorum: more than none, half of them, or two of three, rounded up."""
    of = {"half": Fraction(1, 2), "two_thirds": Fraction(2, 3), "none": Fraction(0)}[share]
    return -(-of.numerator * members // of.denominator)


def _roll_opening(board: Board, activity: Activity) -> Sequence[Edit]:
    if not sum(activity.settings["members"]):
        raise Refused("invalid", "roll_no_members")
    return ()


def _roll_called(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    """Say whether enough members are here, of every sector that has members, and whether one sector outweighs."""
    here = present(board, activity)
    members = dict(zip(_SECTORS, activity.settings["members"], strict=True))
    total = sum(here.values())
    needed = _needed(activity.settings["needs"], sum(members.values()))
    lacking = [sector for sector in _SECTORS if members[sector] and not here[sector]]
    return {
        "result": {
            "rule": "roll",
            "members": members,
            "present": here,
            "needed": needed,
            "quorate": total >= needed and not lacking,
            "lacking": lacking,
            "heavy": [sector for sector in _SECTORS if total and Fraction(here[sector], total) > HEAVIEST],
        }
    }


def _interests_told(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    return {"result": {"rule": "interests", "measures": _by_measure(board, activity)}}


def _gate_told(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    """Freeze what was admitted and what was not, with the answers to the nine questions as they stand."""
    measures = board.find(Measure)
    told = [
        {"id": m.id, "title": m.title, "answers": {k: str(m.sheet.get(k, "")) for k in knockouts.QUESTIONS}}
        for m in measures
    ]
    for item, measure in zip(told, measures, strict=True):
        item["stands"] = "open" if knockouts.unsettled(measure) else "out" if knockouts.out(measure) else "in"
    result = {"rule": "gate", "items": told, "checks": knockouts.checks(measures)}
    return {"result": {**result, "objections": _by_measure(board, activity)}}


def _resolved(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    """Count yes and no, abstentions apart; what is level is not adopted."""
    voices = board.find(Voice, activity=activity.id)
    counts = {answer: sum(voice.answer == answer for voice in voices) for answer in RESOLUTION_ANSWERS}
    for_, against = counts["yes"], counts["no"]
    two_thirds = activity.settings["majority"] == "two_thirds"
    return {
        "result": {
            "rule": "resolution",
            "majority": activity.settings["majority"],
            "counts": counts,
            "adopted": for_ > 0 and (for_ >= 2 * against if two_thirds else for_ > against),
            "votes": [{"who": v.who, "sector": v.sector, "answer": v.answer, "word": v.word} for v in voices],
            "measures": [{"id": m.id, "title": m.title} for m in _put_to(board, activity)],
        }
    }


def _put_to(board: Board, activity: Activity) -> list[Measure]:
    """List what a resolution is about: what the nearest earlier fund pays for, in its order; nothing where none did."""
    funds = [a for a in board.find(Activity) if a.kind == "fund" and a.position < activity.position and a.result]
    shown = [a for a in funds if a.phase in (Phase.REVEALED, Phase.CONFIRMED)]
    paid = shown[-1].result["chosen"] if shown and shown[-1].result else []
    return [measure for id in paid if (measure := board.get(Measure, id)) is not None]


def _opened_resolution(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    return {"options": [measure.id for measure in _put_to(board, activity)]}


def _by_measure(board: Board, activity: Activity) -> list[dict[str, Any]]:
    """Tell who said what about which measure; measures about which nobody said anything are left out."""
    told = []
    for measure in board.find(Measure):
        voices = board.find(Voice, activity=activity.id, measure=measure.id)
        if voices:
            said = [{"who": voice.who, "sector": voice.sector, "word": voice.word} for voice in voices]
            told.append({"id": measure.id, "title": measure.title, "said": said})
    return told


RESOLUTION_ANSWERS = ("yes", "no", "abstain")

ROLL = Kind(
    name="roll",
    phases=_PHASES,
    settings={"members": [3, 2, 2], "needs": "half"},  # members: private, public, semi-public
    allowed={"members": Wholes(3, 200, exactly=True), "needs": one_of("half", "two_thirds", "none")},
    group="decide",
    named=Named(answers=("here",)),
    opening=_roll_opening,
    closed=_roll_called,
)
INTERESTS = Kind(
    name="interests",
    phases=_PHASES,
    group="decide",
    named=Named(answers=("interest",), about_measure=True),
    closed=_interests_told,
)
GATE = Kind(
    name="gate",
    phases=_PHASES,
    group="decide",
    named=Named(answers=("objection",), about_measure=True, reasoned=("objection",)),
    closed=_gate_told,
)
RESOLUTION = Kind(
    name="resolution",
    phases=_PHASES,
    settings={"majority": "simple"},
    allowed={"majority": one_of("simple", "two_thirds")},
    group="decide",
    named=Named(answers=RESOLUTION_ANSWERS),
    opened=_opened_resolution,
    closed=_resolved,
)
