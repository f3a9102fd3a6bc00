"""The seven agendas of LED work, step by step: kind, minutes, settings. Their words stand in the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Step:
    """One step. ``key`` names its title and question: templates.<template>.<key>.title / .question.

    ``asks`` names several short questions, templates.<template>.<key>.<name>, for the setting ``questions``.
    ``second`` names the step of which this one is the second round.
    """

    key: str
    minutes: int
    kind: str = "discussion"
    settings: Mapping[str, Any] = field(default_factory=dict)
    choices: int = 0  # of its own, to vote about: templates.<template>.<key>.choice1, .choice2 ...
    asks: tuple[str, ...] = ()
    second: str = ""


def _pause(key: str, minutes: int) -> Step:
    return Step(key, minutes, settings={"pause": True})


def _practice(minutes: int, choices: int) -> Step:
    """Vote once on what does not count, so that everybody has done it before it does."""
    return Step("joining", minutes, "choice", {"about": "own"}, choices)


_FORCES = ["suppliers", "buyers", "rivals", "newcomers", "substitutes"]  # of a market
_LIGHTS = {"scale": "lights", "about": "cards"}  # of first proposals, by the three questions of PACA
_PACA = ("local", "week", "months")
_RATE = {"scale": "agreement", "about": "measures", "unknown": True, "roles": True}
_RATED = ("effect", "many", "lasting", "together")

_FEEDBACK = Step("feedback", 10, "feedback")

TEMPLATES: dict[str, tuple[Step, ...]] = {
    "led-planning": (
        Step("opening", 15),
        _practice(10, 4),
        Step("analysis", 10, "matrix"),
        Step("findings", 20, "brainstorm", {"limit": 1, "stock": "rose"}),
        Step("obstacles", 20, "brainstorm", {"limit": 5, "stock": "yellow"}),
        Step("groups", 40, "cluster"),
        _pause("break", 15),
        Step("weigh", 20, "dots", {"dots": 3, "most": 1}),
        Step("reach", 20, "scores", {"scale": "reach", "top": 4}),
        Step("sketch", 45, "sheet", {"sketches": 3}),
        _pause("lunch", 60),
        Step("present", 30),
        Step(
            "principles",
            20,
            "scores",
            {"scale": "lights", "about": "measures"},
            asks=("local", "sectors", "many", "champion", "year"),
        ),
        Step("choose", 20, "scores", {"scale": "stars", "about": "measures", "goes_on": 5}),
        _pause("break2", 15),
        Step("plan", 50, "plan"),
        Step("commit", 20, "commit"),
        Step("roadmap", 10),
        _FEEDBACK,
    ),
    "led-findings": (
        Step("opening", 10),
        Step("reading", 15, "reading"),
        Step("factors", 20, "matrix"),
        Step("compare", 35),
        Step("cards", 30, "brainstorm", {"limit": 3, "tags": {"category": ["advantage", "obstacle"]}}),
        _pause("break", 15),
        Step("weigh", 15, "dots", {"dots": 5, "most": 1}),
        Step("causes", 25, "brainstorm", {"limit": 3, "stock": "rose"}),
        Step("proposals", 20, "brainstorm", {"limit": 2, "stock": "green"}),
        Step("lights", 10, "scores", _LIGHTS, asks=_PACA),
        Step("next", 15, "plan"),
    ),
    "led-evaluation": (
        Step("opening", 10),
        Step(
            "changes",
            20,
            "brainstorm",
            {"limit": 2, "stock": "sky", "by_measure": True, "tags": {"category": ["planned", "unplanned"]}},
        ),
        Step("facts", 20, "evaluation", {"part": "facts"}),
        Step("check", 10, "evaluation", {"part": "check"}),
        Step("rate", 20, "scores", _RATE, asks=_RATED),
        Step("talk", 25, "scores", _RATE, asks=_RATED, second="rate"),
        _pause("break", 15),
        Step("stories", 35, "stories", {"stories": 1}),
        Step("lessons", 15, "brainstorm", {"limit": 2, "tags": {"category": ["helped", "hindered"]}}),
        Step("groups", 15, "cluster"),
        Step("decide", 10, "scores", {"scale": "future", "about": "measures"}),
        Step("commit", 10, "commit"),
        Step("spread", 10, "brainstorm", {"limit": 1, "stock": "green"}),
        Step("close", 5, "evaluation", {"part": "dates"}),
        replace(_FEEDBACK, minutes=5),
    ),
    "kick-off": (
        Step("welcome", 10),
        Step("led", 15),
        _practice(10, 6),
        Step("hopes", 15, "brainstorm", {"limit": 2, "stock": "sky", "tags": {"category": ["hope", "worry"]}}),
        Step("factors", 30, "brainstorm", {"limit": 4, "tags": {"category": ["advantage", "obstacle"]}}),
        Step("groups", 30, "cluster"),
        _pause("break", 15),
        Step("weigh", 8, "dots", {"dots": 3, "most": 1}),
        Step("build", 7, "dots", {"dots": 2, "most": 1}),
        Step("whom", 20, "brainstorm", {"limit": 2, "review": True, "stock": "white"}),
        Step("roadmap", 10),
        _FEEDBACK,
    ),
    "mini": (
        Step("welcome", 10),
        _practice(5, 4),
        Step("market", 25, "brainstorm", {"limit": 5, "stock": "sky", "tags": {"category": _FORCES}}),
        Step("obstacles", 10, "brainstorm", {"limit": 3}),
        Step("groups", 25, "cluster"),
        Step("weigh", 10, "dots", {"dots": 2, "most": 1}),
        Step("proposals", 12, "brainstorm", {"limit": 2, "stock": "green"}),
        Step("lights", 8, "scores", _LIGHTS, asks=_PACA),
        Step("whoisin", 15, "commit"),
    ),
    "interviews": (
        Step("opening", 15),
        Step("hypotheses", 20, "brainstorm", {"limit": 5, "tags": {"category": ["advantage", "obstacle"]}}),
        Step("guide", 30),
        Step("interviews", 60, "interview"),
        Step("reading", 15, "reading"),
        Step("compare", 25),
    ),
    "measure-selection": (
        Step("opening", 10, "roll"),
        Step("interests", 5, "interests"),
        Step("knockouts", 15, "gate"),
        Step("present", 55),
        Step("scores", 15, "rating", {"round": "first"}),
        Step("second", 20, "rating", {"round": "second"}),
        Step("budget", 15, "fund", {"rule": "score"}),
        Step("decision", 10, "resolution"),
        Step("close", 5),
    ),
}

ABOUT_MEASURES = ("led-evaluation", "measure-selection")  # agendas for measures that are there already
GUIDES = frozenset(f"{template}.{step.key}" for template, steps in TEMPLATES.items() for step in steps)
