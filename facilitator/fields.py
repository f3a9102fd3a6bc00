"""What a page needs to know of the kinds of activity: what each is for, what it takes, and its settings as fields."""

from __future__ import annotations

from typing import Any

from flask import g

from shared.domain.activities import KINDS_OF_ACTIVITY, vote
from shared.domain.activities.base import GROUPS, Code, Figure, Kind, Line, OneOf, Setting, Tags, Texts, Whole, Wholes
from shared.domain.activities.interview import MOST_QUESTIONS, QUESTION, Guide
from shared.domain.factors import FACTORS
from shared.domain.specimen import ASKED, SPECIMEN
from shared.web import language as speech
from shared.web.site import say

from .presets import presets_of


def kinds_described(language: str) -> list[dict[str, Any]]:
    """Describe every registered kind, in the order of the groups in which they are offered.

    What a room may be asked is told in its own ``language``.
    """
    ordered = sorted(KINDS_OF_ACTIVITY.values(), key=lambda kind: GROUPS.index(kind.heading))
    return [{**_kind(kind), "presets": presets_of(kind, language)} for kind in ordered]


def _kind(kind: Kind) -> dict[str, Any]:
    return {
        "kind": kind.name,
        "name": say(f"pages.kind_{kind.name}"),
        "about": say(f"pages.about_{kind.name}"),
        "group": kind.heading,
        "makes": kind.makes,
        "takes": list(kind.takes),
        "votes": kind.votes,
        "fields": [
            _field(kind, name) for name in kind.settings if editable(kind.allowed.get(name), kind.settings[name])
        ],
    }


def editable(allowed: Setting | None, default: Any) -> bool:
    """Say whether a setting has a field: a choice of words, a code, lines, tags, a guide, a number or a yes."""
    return isinstance(allowed, Code | Figure | Guide | Line | OneOf | Tags | Texts | Wholes) or isinstance(
        default, bool | int
    )


def _field(kind: Kind, name: str) -> dict[str, Any]:
    allowed, default = kind.allowed[name], kind.settings[name]
    field = {
        "name": name,
        "label": label(kind.name, name),
        "hint": _hint(kind.name, name),
        "default": default,
        "common": kind.votes and name in vote.SETTINGS and name not in ("about", "choices"),
    }
    if isinstance(default, bool):
        return {**field, "type": "flag"}
    if isinstance(allowed, OneOf):
        return {**field, "type": "choice", "options": [[v, say(f"pages.setting_{name}_{v}")] for v in allowed.values]}
    if isinstance(allowed, Texts):
        return {**field, "type": "lines", "most": allowed.most}
    if isinstance(allowed, Tags):
        return {**field, "type": "tags", "most": allowed.most}
    if isinstance(allowed, Guide):
        return {**field, "type": "guide", "most": MOST_QUESTIONS, "characters": QUESTION, **_specimen()}
    if isinstance(allowed, Wholes):
        return {**field, "type": "numbers", "most": allowed.length}
    if isinstance(allowed, Whole):
        return {**field, "type": "number", "least": allowed.least, "most": allowed.most}
    return {
        **field,
        "type": "code" if isinstance(allowed, Code) else "figure" if isinstance(allowed, Figure) else "text",
    }


def _specimen() -> dict[str, Any]:
    """Say the specimen questions in one's own language, who may be asked, and the factors by their codes."""
    return {
        "specimen": {key: say(f"interview.words.{key}") for key in SPECIMEN},
        "options": [[asked, say(f"interview.words.group.{asked}")] for asked in ASKED],
        "factors": {code: say(f"factors.words.{code}") for code in FACTORS},
    }


def label(kind: str, name: str) -> str:
    """Say what a setting is called; one that means something else in a kind of steps has a name of its own there."""
    own = f"pages.setting_{kind}_{name}"
    return say(own if speech.words(g.language, own) else f"pages.setting_{name}")


def _hint(kind: str, name: str) -> str:
    """Explain a setting where its name does not; "" where it does."""
    found = (speech.words(g.language, f"pages.hint_{key}") for key in (f"{kind}_{name}", name))
    return next(filter(None, found), "")
