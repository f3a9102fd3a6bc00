"""The output of one activity is the input of the next: where an activity finds its cards or clusters."""

from __future__ import annotations

from ..changes import Board
from ..records import Activity, Card, CardState, Cluster


def takes_of(activity: Activity) -> tuple[str, ...]:
    """Say what an activity takes, best first: a vote about cards nothing but cards."""
    from . import KINDS_OF_ACTIVITY

    return ("cards",) if activity.settings.get("about") == "cards" else KINDS_OF_ACTIVITY[activity.kind].takes


def source_of(board: Board, activity: Activity) -> Activity | None:
    """Find what this activity takes from: the named one, else the nearest before it that makes what it takes."""
    from . import KINDS_OF_ACTIVITY

    if activity.source is not None:
        named = board.get(Activity, activity.source)
        first_round = named is not None and KINDS_OF_ACTIVITY[named.kind].votes
        return source_of(board, named) if named is not None and first_round else named
    earlier = [a for a in board.find(Activity) if a.position < activity.position]
    takes = takes_of(activity)
    for wanted in takes:
        for other in reversed(earlier):
            kind = KINDS_OF_ACTIVITY[other.kind]
            # Whoever votes behind stories votes on them, although there are groups of an earlier step.
            if kind.makes == wanted or (kind.stories and "cards" in takes):
                return other
    return None


def takeable(board: Board, activity: Activity) -> list[Activity]:
    """List the steps before this one that make what it takes."""
    from . import KINDS_OF_ACTIVITY

    takes = takes_of(activity)
    earlier = [step for step in board.find(Activity) if step.position < activity.position]
    return [step for step in earlier if KINDS_OF_ACTIVITY[step.kind].makes in takes]


def items_of(board: Board, source: Activity) -> list[Cluster] | list[Card]:
    """List what a vote may be about: a source's groups that are not set aside, or its single cards that are shown."""
    from . import KINDS_OF_ACTIVITY

    if KINDS_OF_ACTIVITY[source.kind].makes == "clusters":
        return [c for c in board.find(Cluster, activity=source.id) if not c.aside]
    cards = board.find(Card, activity=source.id)
    # A story that nothing outside of the room may tell is in no result, for results stand in the minutes.
    return [
        c for c in cards if c.state == CardState.SHOWN and c.merged_into is None and c.story.get("consent") != "none"
    ]
