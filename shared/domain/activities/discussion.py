"""Discussion: people talk, the wall shows question and time. Also a break, and a step whose kind comes later."""

from __future__ import annotations

from ..records import Activity, Phase
from .base import Kind, flag


def _seconds(activity: Activity) -> int:
    """Let a break's clock run by itself, so that all see when it goes on."""
    return activity.minutes * 60 if activity.settings["pause"] else 0


DISCUSSION = Kind(
    name="discussion",
    phases=(Phase.DRAFT, Phase.OPEN, Phase.CONFIRMED),
    settings={"pause": False},
    allowed={"pause": flag},
    seconds=_seconds,
)
