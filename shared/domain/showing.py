"""How much of a vote's result is told: nothing, the turnout, the first three places, all figures, also by sector.

What a step does not tell is not there at all: it is built from what may be told, or cut out by name, before anything
leaves the server. The record alone decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .activities import KINDS_OF_ACTIVITY
from .records import Activity, Phase
from .said import without

STEPS = ("turnout", "top", "totals", "all")
FIRST_PLACES = 3
_TURNOUT = ("cast", "blank", "seats", "secret", "credential", "quorum")
_OF_SECTORS = frozenset({"sectors", "by_sector", "balanced", "balanced_place", "order_differs", "credit", "apart"})


def told(activity: Activity) -> dict[str, Any] | None:
    """Give what everybody may know of a frozen result by now; what writing and sorting came to is no secret."""
    result = activity.result
    if result is None or not KINDS_OF_ACTIVITY[activity.kind].votes:
        return result
    if activity.phase in (Phase.REVEALED, Phase.CONFIRMED):
        result = without(result, activity.hidden)
        if activity.revealed != "totals":
            return result
        return {**without_sectors(result), "withheld": True} if "sectors" in result else result
    if activity.phase == Phase.CLOSED and activity.revealed == "turnout":
        return _turnout(result, "turnout")
    if activity.phase == Phase.CLOSED and activity.revealed == "top":
        return {**_turnout(result, "top"), "items": _first(activity, result)}
    return None


def seen(activity: Activity) -> bool:
    """Say whether anybody has seen how a vote fell."""
    return activity.phase in (Phase.REVEALED, Phase.CONFIRMED) or activity.revealed not in ("", "turnout")


def without_sectors(value: Any) -> Any:
    """Leave out, wherever it stands, what tells one sector from another."""
    if isinstance(value, Mapping):
        return {name: without_sectors(item) for name, item in value.items() if name not in _OF_SECTORS}
    return [without_sectors(item) for item in value] if isinstance(value, list | tuple) else value


def _turnout(result: Mapping[str, Any], rule: str) -> dict[str, Any]:
    return {"rule": rule, **{name: result[name] for name in _TURNOUT if name in result}}


def _first(activity: Activity, result: Mapping[str, Any]) -> list[dict[str, Any]]:
    figure = KINDS_OF_ACTIVITY[activity.kind].figure
    return [
        {
            **{name: item[name] for name in ("id", "title", "short", "place")},
            **({"figure": item[figure]} if figure else {}),
        }
        for item in result["items"]
        if item["place"] <= FIRST_PLACES
    ]
