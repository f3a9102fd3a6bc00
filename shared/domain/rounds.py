"""A second round: the same vote once more, after the room has talked; the first stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .activities import KINDS_OF_ACTIVITY
from .agenda import put_in
from .changes import Change, Refused
from .outline import MOST_STEPS
from .records import Activity, Phase
from .registry import Asked, rule
from .shape import Id

_ONCE_ONLY = ("secret", "few", "lot", "weighed", "lines")  # what opening fixes: it is fixed anew


@dataclass(frozen=True)
class Again:
    activity: Id
    again: Id


@rule("activity.again", Again)
def again(asked: Asked, command: Again) -> Change:
    """Put a second round of a vote that was shown right behind it; it asks the same about the same."""
    first = asked.one(Activity, command.activity)
    kind = KINDS_OF_ACTIVITY[first.kind]
    if not kind.again or first.phase not in (Phase.REVEALED, Phase.CONFIRMED):
        raise Refused("phase_closed", "no_second_round")
    steps = asked.board.find(Activity)
    if any(step.source == first.id and step.kind == first.kind for step in steps):
        raise Refused("conflict", "second_round_there")
    if len(steps) >= MOST_STEPS:
        raise Refused("limit", "steps_full", most=MOST_STEPS)
    behind = next((step.id for step in steps if step.position > first.position), None)
    second = replace(
        first,
        id=asked.fresh(Activity, command.again),
        title=f"{first.title[:114]} (2)",
        phase=Phase.DRAFT,
        settings={name: value for name, value in first.settings.items() if name not in _ONCE_ONLY},
        source=first.id,
        options=[],
        result=None,
        revealed="",
        agreed_because="",
        seed=0,
        lots=[],
        started_at=None,
        ended_at=None,
    )
    return Change("activity.added", put_in(asked, steps, second, behind), second.title)
