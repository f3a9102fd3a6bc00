"""What all votes have in common: what they are about, how secret they are, and when sectors may be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..changes import Board, Edit, Refused
from ..records import Activity, Card, Cluster, Measure, Phase, Seat, Workshop
from .base import Setting, Texts, flag, one_of, whole
from .joined import counts_as, entries_of, left_out, with_joins
from .sources import items_of, source_of

PHASES = (Phase.DRAFT, Phase.OPEN, Phase.CLOSED, Phase.REVEALED, Phase.CONFIRMED)
LEAST_SECRET = 4  # voters: with fewer, the sum tells what each one chose
WARN_SECRET = 8
LEAST_IN_SECTOR = 5  # ballots that a sector needs before it is shown by itself, in a secret vote
LEAST_IN_SECTOR_OPEN = 3
MOST_CHOICES = 30
CHOICE_LENGTH = 120  # characters of one choice of the step's own

QUORUM: Mapping[str, Any] = {"quorum": 0, "quorum_as": "ballots"}  # 0: none
ALLOWED_QUORUM: Mapping[str, Setting] = {"quorum": whole(0, 2000), "quorum_as": one_of("ballots", "percent")}
SETTINGS: Mapping[str, Any] = {
    "about": "groups",
    "choices": [],
    "by_sector": True,
    "receipts": False,
    "ties": "lot",
    **QUORUM,
}  # which every vote has
ALLOWED: Mapping[str, Setting] = {
    "by_sector": flag,
    "receipts": flag,
    "about": one_of("groups", "measures", "own"),
    "choices": Texts(MOST_CHOICES, CHOICE_LENGTH),
    "ties": one_of("lot", "level"),
    **ALLOWED_QUORUM,
}


@dataclass(frozen=True)
class Option:
    """One thing that stands for vote; ``id`` is its record's, or "own-1", "own-2" ... for the step's own choices."""

    id: str
    title: str
    short: str = ""


def options_of(board: Board, activity: Activity) -> list[Option]:
    """List what a vote is about if it opens now: groups or else cards, only cards, the measures, or its own choices.

    A second round is about what the first was about. What was the same as another thing stands for vote no more.
    """
    first = first_round(board, activity)
    if first is not None:
        gone = counts_as(first)
        told = [named(board, first, option) for option in first.options if option not in gone]
        return [Option(**option) for option in told if option["title"]]
    about = activity.settings["about"]
    if about == "own":
        return [Option(f"own-{n}", text) for n, text in enumerate(activity.settings["choices"], start=1)]
    named_alike = left_out(board, activity)
    if about == "measures":
        return [Option(one.id, one.title) for one in board.find(Measure, parked="") if one.id not in named_alike]
    source = _source(board, activity)
    return [_option(item) for item in items_of(board, source) if item.id not in named_alike] if source else []


def first_round(board: Board, activity: Activity) -> Activity | None:
    """Find the vote of which this one is the second round."""
    source = board.get(Activity, activity.source)
    return source if source is not None and source.kind == activity.kind else None


def shifted(board: Board, workshop: Workshop, activity: Activity, result: dict[str, Any]) -> dict[str, Any]:
    """Tell in a second round's result where each item stood in the first: ``place_before``.

    What was joined in the second round is joined in the first for this: places are told among the same things.
    """
    first = first_round(board, activity)
    if first is None or not first.result or "items" not in result:
        return result
    counted = _joined_alike(board, workshop, first, activity) if entries_of(activity) else first.result
    before = {item["id"]: item["place"] for item in counted.get("items", ()) if "place" in item}
    items = [
        {**item, "place_before": before[item["id"]]} if "place" in item and item["id"] in before else item
        for item in result["items"]
    ]
    return {**result, "items": items}


def _joined_alike(board: Board, workshop: Workshop, first: Activity, second: Activity) -> dict[str, Any]:
    from . import KINDS_OF_ACTIVITY

    if not first.result or len(board.papers(first.id)) != first.result["cast"]:
        return {}
    like = with_joins(first, [*entries_of(first), *entries_of(second)])
    result: dict[str, Any] = KINDS_OF_ACTIVITY[first.kind].closed(board, workshop, like)["result"]
    return result


def opening(board: Board, activity: Activity, least: int = 2) -> Sequence[Edit]:
    """Refuse to open a vote about fewer than ``least`` options, or about cards that nobody has read yet."""
    if len(options_of(board, activity)) < least:
        raise Refused("invalid", _TOO_FEW[activity.settings["about"]], least=least)
    source = _source(board, activity)
    if source is not None:
        cards_are_read(source)
    return ()


def cards_are_read(source: Activity) -> None:
    """Refuse to go on with cards that nobody has read yet."""
    from . import KINDS_OF_ACTIVITY

    turned = source.phase in (Phase.REVEALED, Phase.CONFIRMED)
    if KINDS_OF_ACTIVITY[source.kind].makes == "cards" and not turned:
        raise Refused("phase_closed", "turn_the_cards_first")


_TOO_FEW = {
    "groups": "too_few_options",
    "cards": "too_few_options",
    "measures": "too_few_measures",
    "own": "too_few_choices",
}


def _source(board: Board, activity: Activity) -> Activity | None:
    return source_of(board, activity) if activity.settings["about"] in ("groups", "cards") else None


def opened(board: Board, workshop: Workshop, activity: Activity) -> dict[str, Any]:
    """Fix what the vote is about and how it is held."""
    return {"options": [option.id for option in options_of(board, activity)], "settings": held(board, activity)}


def held(board: Board, activity: Activity) -> dict[str, Any]:
    """Give the settings under which a vote is held: with very few people it is not called secret."""
    voters = board.count(Seat, removed=False)
    return {**activity.settings, "secret": voters >= LEAST_SECRET, "few": voters < WARN_SECRET}


def named(board: Board, activity: Activity, option: str) -> dict[str, str]:
    """Name an option as a result keeps it: {"id", "title", "short"}; empty words where its record is gone."""
    if option.startswith("own-") and activity.settings["about"] == "own":
        return {"id": option, "title": activity.settings["choices"][int(option[4:]) - 1], "short": ""}
    record = board.get(Cluster, option) or board.get(Card, option) or board.get(Measure, option)
    found = _option(record) if record else Option(option, "")
    return {"id": option, "title": found.title, "short": found.short}


def frame(board: Board, activity: Activity) -> dict[str, Any]:
    """Tell what every result tells beside its figures: seats, secrecy, what a ballot was given for."""
    on_paper = sum(paper.on_paper for paper in board.papers(activity.id))
    told = {
        "seats": board.count(Seat, removed=False),
        "credential": "link",
        "secret": activity.settings.get("secret", True),
    }
    if on_paper:
        told |= {"seats": told["seats"] + without_phone(board.find(Workshop)[0], on_paper), "on_paper": on_paper}
    return told


def without_phone(workshop: Workshop, sheets: int) -> int:
    """Say how many people vote on paper: as many as were counted, at least as many as sheets are in, none without."""
    counted = sum(workshop.attendance.get("paper", {}).values())
    return max(counted, sheets) if sheets else 0


def quorum_of(activity: Activity, result: Mapping[str, Any]) -> dict[str, Any] | None:
    """Say how many ballots a result needs to count and whether it has them; None where no quorum was set.

    A share is of the seats that were in when the vote closed, rounded up to whole ballots.
    """
    asked = activity.settings.get("quorum", 0)
    if not asked:
        return None
    share = activity.settings["quorum_as"] == "percent"
    need = max(1, -(-min(asked, 100) * result["seats"] // 100)) if share else asked
    return {"need": need, "reached": result["cast"] >= need}


def floor_of(activity: Activity) -> int:
    """Say how many ballots each present sector needs before anything is told by sector."""
    return LEAST_IN_SECTOR if activity.settings.get("secret", True) else LEAST_IN_SECTOR_OPEN


def ballots_of(board: Board, activity: Activity) -> list[tuple[Any, str | None]]:
    """List the ballots as (choices, sector or None); nothing else is known of them."""
    return [(paper.choices, paper.sector) for paper in board.papers(activity.id)]


def _option(record: Cluster | Card | Measure) -> Option:
    if isinstance(record, Card):
        return Option(record.id, record.text)
    return Option(record.id, record.title, record.short if isinstance(record, Cluster) else "")


def carried(activity: Activity) -> bool:
    """Say whether a result was taken over from another workshop, with no ballots here."""
    return "origin" in activity.settings
