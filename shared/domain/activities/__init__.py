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
from .feedback import FEEDBACK
from .fist import FIST
from .fund import FUND
from .interview import INTERVIEW
from .matrix import MATRIX
from .named import GATE, INTERESTS, RESOLUTION, ROLL
from .number import NUMBER
from .pledging import COMMIT, PLAN
from .ranking import RANKING
from .rating import RATING
from .reading import READING
from .scale import SCALE
from .scores import SCORES
from .sheet import SHEET
from .stories import STORIES
from .twins import TWINS
from .wordcloud import WORDCLOUD

KINDS_OF_ACTIVITY: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        BRAINSTORM,
        TWINS,
        CLUSTER,
        DOTS,
        CHOICE,
        RANKING,
        SCALE,
        RATING,
        SCORES,
        NUMBER,
        FIST,
        WORDCLOUD,
        FEEDBACK,
        SHEET,
        ROLL,
        INTERESTS,
        GATE,
        RESOLUTION,
        INTERVIEW,
        READING,
        MATRIX,
        PLAN,
        COMMIT,
        FUND,
        EVALUATION,
        STORIES,
        DISCUSSION,
        ENERGISER,
    )
}
