"""What a step is called and asks in other languages than the workshop's own: {"mn": {"title", "question"}}."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .changes import Refused
from .records import Activity
from .seats import LANGUAGES
from .text import block, line

Translations = dict[str, dict[str, str]]


def translated(given: Mapping[str, Any], base: Mapping[str, Mapping[str, str]]) -> Translations:
    """Lay ``given`` words over ``base``, or refuse what is none; empty words fall back to the workshop's own."""
    kept = {language: dict(words) for language, words in base.items()}
    for language, words in given.items():
        if language not in LANGUAGES or not isinstance(words, dict) or not words.keys() <= {"title", "question"}:
            raise Refused("invalid", "argument_wrong", name="translations")
        if not all(isinstance(text, str) for text in words.values()):
            raise Refused("invalid", "argument_wrong", name="translations")
        told = kept.setdefault(language, {})
        if "title" in words:
            told["title"] = line(words["title"], 120)
        if "question" in words:
            told["question"] = block(words["question"], 300)
    tidy = {language: {name: text for name, text in words.items() if text} for language, words in kept.items()}
    return {language: words for language, words in tidy.items() if words}


def questions(translations: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {language: words["question"] for language, words in translations.items() if "question" in words}


def spoken(activity: Activity, language: str) -> Activity:
    """Say a step in a language, where that has words of its own for it."""
    words = activity.translations.get(language, {})
    title, question = words.get("title", activity.title), words.get("question", activity.question)
    return replace(activity, title=title, question=question)
