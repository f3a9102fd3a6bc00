"""What the minutes tell about an activity: one file a kind, and its line in this table."""

from __future__ import annotations

from collections.abc import Callable

from shared.domain.records import Activity

from ..sheet import Sheet
from ..tree import Part
from .brainstorm import brainstorm
from .choice import choice
from .cluster import cluster
from .discussion import discussion
from .dots import dots
from .evaluation import evaluation
from .fund import fund
from .matrix import matrix
from .named import gate, interests, resolution, roll
from .pledging import commit, plan
from .polls import feedback, fist, number, wordcloud
from .ranking import ranking
from .rating import rating
from .reading import reading
from .scale import scale
from .scores import scores
from .sheet import measure_sheets
from .stories import stories

SECTIONS: dict[str, Callable[[Sheet, Activity], Part]] = {
    "brainstorm": brainstorm,
    "cluster": cluster,
    "dots": dots,
    "fund": fund,
    "choice": choice,
    "ranking": ranking,
    "scale": scale,
    "rating": rating,
    "scores": scores,
    "number": number,
    "fist": fist,
    "wordcloud": wordcloud,
    "feedback": feedback,
    "reading": reading,
    "matrix": matrix,
    "sheet": measure_sheets,
    "plan": plan,
    "commit": commit,
    "roll": roll,
    "interests": interests,
    "gate": gate,
    "resolution": resolution,
    "evaluation": evaluation,
    "stories": stories,
    "discussion": discussion,
    "energiser": discussion,
}
