"""What others ask in a step of this kind: the steps of the agendas that come with the program, as settings to take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shared.domain.activities import vote
from shared.domain.activities.base import Kind
from shared.domain.activities.scale import TRUST_STEPS
from shared.domain.activities.scores import QUESTION_LENGTH
from shared.domain.conclusions import JUDGED
from shared.domain.templates import TEMPLATES
from shared.domain.text import line
from shared.web.language import Speech

OFFERED = frozenset({"scores"})  # kinds of which one step can be quite another thing than the next


def presets_of(kind: Kind, language: str) -> list[dict[str, Any]]:
    """List each way in which a kind is held, once, in the order of the agendas: {"title", "question", "settings"}.

    The words are those of ``language``, for they are asked of the room.
    """
    say = Speech(language).say
    if kind.name == "scale":
        first, last = TRUST_STEPS
        common = {"from": first, "to": last, "trust": True}
        said = {name: say(f"templates.trust.{name}") for name in ("title", "question")}
        return [{**said, "settings": common}]
    if kind.name not in OFFERED:
        return []
    found: list[dict[str, Any]] = []
    for template, steps in TEMPLATES.items():
        for step in steps:
            if step.kind != kind.name or step.second:
                continue
            words = f"templates.{template}.{step.key}"
            asks = {"questions": [line(say(f"{words}.{name}"), QUESTION_LENGTH) for name in step.asks]}
            held = {**kind.settings, **asks, **step.settings}
            own = {name: value for name, value in held.items() if name not in vote.SETTINGS or name == "about"}
            if all(own != other["settings"] for other in found):
                found.append({"title": say(f"{words}.title"), "question": say(f"{words}.question"), "settings": own})
    return [*found, _judged(kind, say)]


def _judged(kind: Kind, say: Callable[..., str]) -> dict[str, Any]:
    """The six questions of what measures were worth; an evaluation behind it takes the users' medians over."""
    questions = [line(say(f"evaluation.words.judge.{one}"), QUESTION_LENGTH) for one in JUDGED]
    own = {name: value for name, value in kind.settings.items() if name not in vote.SETTINGS}
    asks = {"about": "measures", "scale": "agreement", "roles": True, "unknown": True, "judged": True}
    said = {"title": say("register.worth"), "question": say("evaluation.words.judged_asked")}
    return {**said, "settings": {**own, **asks, "questions": questions}}
