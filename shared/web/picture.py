"""The board as an audience sees it, to put into a page: something to look at before the live line stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from shared.domain.records import KINDS, Activity, kind_of
from shared.domain.visibility import OWN_KINDS, activity_id, mine, owner, view


def snapshot(version: int, records: Iterable[Any], audience: str, now: int) -> dict[str, Any]:
    """Show all records that an audience may see, as the live line's own snapshot does."""
    records = list(records)
    activities = {record.id: record for record in records if isinstance(record, Activity)}
    shown: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    for record in records:
        seen = view(record, activities.get(activity_id(record) or ""), audience)
        if seen is not None:
            shown[kind_of(record)][record.id] = seen
    return {"version": version, "records": {kind: found for kind, found in shown.items() if found}, "now": now}


def own_picture(version: int, records: Iterable[Any], seat: str) -> dict[str, Any]:
    """Show a seat what is its own."""
    own: dict[str, dict[str, Any]] = {kind: {} for kind in OWN_KINDS}
    for record in records:
        if owner(record) == seat:
            own[kind_of(record)][record.id] = mine(record)
    return {"version": version, "records": own}
