"""The kinds of activity. A new kind is a file here and its line in this table; docs/adding-an-activity.md shows how."""

from __future__ import annotations

from .base import Kind
from .brainstorm import BRAINSTORM
from .choice import CHOICE
from .cluster import CLUSTER
from .discussion import DISCUSSION
from .dots import DOTS
from .energiser import ENERGISER
from .evaluation import EVALUATION
from .fund import FUND
from .named import GATE, INTERESTS, RESOLUTION, ROLL
from .pledging import COMMIT, PLAN
from .ranking import RANKING
from .rating import RATING
from .scale import SCALE
from .scores import SCORES
from .sheet import SHEET
from .stories import STORIES

KINDS_OF_ACTIVITY: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        BRAINSTORM,
        CLUSTER,
        DOTS,
        CHOICE,
        RANKING,
        SCALE,
        RATING,
        SCORES,
        SHEET,
        ROLL,
        INTERESTS,
        GATE,
        RESOLUTION,
        PLAN,
        COMMIT,
        FUND,
        EVALUATION,
        STORIES,
        DISCUSSION,
        ENERGISER,
    )
}
