"""What was said after a vote to be the same: "joined" in its result, one entry a join, and what was parted again.

An entry: {"gone", "title", "short", "into", "by", "at", "before", "after"}: ``gone`` counts as ``into``; ``before`` are
the figures of both, ``after`` the joined one. "parted" tells joins that were taken back: {"ids", "by", "at"}.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from shared.voting.joined import Joins, into_of

from ..changes import Board
from ..records import Activity, Phase, Workshop

ENTRY = {"gone": str, "title": str, "short": str, "into": str, "by": str, "at": int, "before": list, "after": int}
PARTED = {"ids": list, "by": str, "at": int}
_SHOWN = (Phase.REVEALED, Phase.CONFIRMED)


def entries_of(activity: Activity) -> list[dict[str, Any]]:
    return list((activity.result or {}).get("joined", ()))


def parted_of(activity: Activity) -> list[dict[str, Any]]:
    return list((activity.result or {}).get("parted", ()))


def joins_of(activity: Activity) -> Joins:
    """List the joins of a vote as counting takes them."""
    return [(entry["gone"], entry["into"]) for entry in entries_of(activity)]


def guarded(activity: Activity) -> bool:
    """Say whether joining could tell ballots that are to stay unknown: of a secret vote, with several choices each."""
    settings = activity.settings
    several = settings["most"] != 1 if activity.kind == "choice" else settings["dots"] + settings["minus"] > 1
    return several and bool(settings.get("secret", True))


def left_out(board: Board, activity: Activity) -> set[str]:
    """List what earlier votes were told to be the same as another thing: it does not stand by itself any more."""
    earlier = (a for a in board.find(Activity) if a.position < activity.position and a.phase in _SHOWN)
    return {gone for a in earlier if a.settings.get("about") != "own" for gone, _ in joins_of(a)}


def with_joins(activity: Activity, entries: Sequence[dict[str, Any]]) -> Activity:
    """Give a vote as it stands to be counted with these joins."""
    return replace(activity, result={"joined": list(entries)})


def retold(board: Board, workshop: Workshop, activity: Activity, result: dict[str, Any]) -> dict[str, Any]:
    """Lay over a counted result what was joined and parted, its figures counted anew from the ballots."""
    from . import KINDS_OF_ACTIVITY

    kind, entries = KINDS_OF_ACTIVITY[activity.kind], entries_of(activity)
    told = []
    for n, entry in enumerate(entries, start=1):
        before, after = (
            {item["id"]: item[kind.figure] for item in kind.closed(board, workshop, counted)["result"]["items"]}
            for counted in (with_joins(activity, entries[: n - 1]), with_joins(activity, entries[:n]))
        )
        figures = {"before": [before[entry[end]] for end in ("gone", "into")], "after": after[entry["into"]]}
        told.append({**entry, **figures})
    parted = parted_of(activity)
    return {**result, **({"joined": told} if told else {}), **({"parted": parted} if parted else {})}


def sound(activity: Activity) -> bool:
    """Say whether what a file tells of joins can be counted: known options, each gone once, none into what is gone."""
    result = activity.result
    if result is None or not {"joined", "parted"} & result.keys():
        return True
    joined, parted = result.get("joined", []), result.get("parted", [])
    if not (_are(joined, ENTRY) and _are(parted, PARTED)):
        return False
    gone: set[str] = set()
    for entry in joined:
        ends = {entry["gone"], entry["into"]}
        if len(ends) < 2 or ends & gone or not ends <= set(activity.options):
            return False
        gone.add(entry["gone"])
    figures = all(len(entry["before"]) == 2 and all(type(n) is int for n in entry["before"]) for entry in joined)
    return figures and all(all(isinstance(id, str) for id in one["ids"]) for one in parted)


def counts_as(activity: Activity) -> dict[str, str]:
    """Say of all that is gone what it counts as."""
    return into_of(joins_of(activity))


def _are(entries: Any, shape: dict[str, type]) -> bool:
    return isinstance(entries, list) and all(
        isinstance(entry, dict)
        and entry.keys() == shape.keys()
        and all(type(entry[name]) is of for name, of in shape.items())
        for entry in entries
    )
