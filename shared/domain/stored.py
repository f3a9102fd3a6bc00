"""From what was stored to a record of today: an earlier version knew fewer settings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .activities import KINDS_OF_ACTIVITY
from .records import Activity, from_dict


def restored(kind: str, data: dict[str, Any]) -> Any:
    """Build a record from its own dictionary, an activity with all the settings that its kind has now."""
    return completed(from_dict(kind, data))


def completed(record: Any) -> Any:
    """Give an activity the defaults of settings that it does not have; any other record stays as it is."""
    if not isinstance(record, Activity) or record.kind not in KINDS_OF_ACTIVITY:
        return record
    defaults = KINDS_OF_ACTIVITY[record.kind].settings
    if defaults.keys() <= record.settings.keys():
        return record
    return replace(record, settings={**defaults, **record.settings})
