"""The history of a workshop as people read it: who did what, when. Anybody in the room may."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from shared.domain.activities.shares import VERBS
from shared.domain.records import Activity, Phase

from . import language

PAGE = 100
_BY_ALL = frozenset(VERBS.values())  # what several people's taps came to
_TOLD_TO_ALL = ("activity.", "measure.", "workshop.", "wall.", "room.", "timer.")


def acts_of_page(
    speaks: str, acts: list[dict[str, Any]], *, room: bool, records: list[Any], undone: frozenset[int] = frozenset()
) -> list[dict[str, Any]]:
    """Put acts (oldest first, as the log has them) into words, newest first.

    The room is not told what cards and notes say, for some of them it may not read; nor who in the room did it.
    """
    sorting = any(isinstance(r, Activity) and r.kind == "cluster" and r.phase == Phase.DRAFT for r in records)
    open_verbs = _TOLD_TO_ALL if sorting else (*_TOLD_TO_ALL, "cluster.")
    undone = undone | {act["undoes"] for act in acts if act["undoes"]}
    told = []
    for act in reversed(acts):
        if room and act["verb"].startswith("private."):
            continue
        at = datetime.fromtimestamp(act["at"] / 1000)
        told.append(
            {
                "version": act["version"],
                "clock": language.clock(act["at"]),
                "iso": at.astimezone().isoformat(timespec="seconds"),
                "by": _by(speaks, act),
                "verb": language.t(speaks, f"verbs.{act['verb']}"),
                "subject": act["subject"] if not room or act["verb"].startswith(open_verbs) else "",
                "reason": act["reason"],
                "undoes": act["undoes"],
                "undone": act["version"] in undone,
            }
        )
    return told


def _by(speaks: str, act: dict[str, Any]) -> str:
    if act["actor_role"] == "facilitator" or (act["actor_role"] == "system" and act["actor_name"]):
        return act["actor_name"] or language.t(speaks, "common.by_facilitator")
    if act["verb"] in _BY_ALL and act["actor_role"] == "system":
        return language.t(speaks, "common.by_all")
    if act["actor_role"] == "seat" or act["verb"] == "seat.joined":
        return language.t(speaks, "common.by_room")
    return language.t(speaks, "common.by_system")
