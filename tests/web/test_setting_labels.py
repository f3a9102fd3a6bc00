"""Kinds and settings that the preparation offers have words, their own where they mean something else."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.fields import editable, kinds_described, label
from facilitator.presets import presets_of
from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.base import OneOf
from shared.domain.changes import Refused
from shared.web.language import languages, own_words

SETTINGS = [
    (kind.name, name)
    for kind in KINDS_OF_ACTIVITY.values()
    for name, default in kind.settings.items()
    if editable(kind.allowed.get(name), default)
]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("kind", "name"), SETTINGS)
def test_a_setting_has_words(language: str, kind: str, name: str) -> None:
    words = own_words(language)
    assert f"pages.setting_{kind}_{name}" in words or f"pages.setting_{name}" in words
    allowed = KINDS_OF_ACTIVITY[kind].allowed[name]
    if isinstance(allowed, OneOf):
        assert all(f"pages.setting_{name}_{value}" in words for value in allowed.values)


def test_the_most_of_a_choice_is_not_the_most_of_dots(app: Any) -> None:
    with app.test_request_context():
        app.preprocess_request()
        assert label("dots", "most") == "At most on one"
        assert label("choice", "most").startswith("At most so many choices")


def test_every_kind_is_offered_with_a_sentence_and_its_fields(app: Any) -> None:
    for language in languages():
        with app.test_request_context("/facilitator/", query_string={"language": language}):
            app.preprocess_request()
            described = {kind["kind"]: kind for kind in kinds_described(language)}
        assert described.keys() == KINDS_OF_ACTIVITY.keys()
        for name, kind in described.items():
            assert f"pages.about_{name}" in own_words(language), f"pages.about_{name} is missing in {language}"
            assert kind["about"] and kind["name"] != f"pages.kind_{name}"
            assert {field["name"] for field in kind["fields"]} == {setting for of, setting in SETTINGS if of == name}


def test_what_is_often_asked_is_told_in_the_rooms_language_and_can_be_held_as_it_is(app: Any) -> None:
    scores = KINDS_OF_ACTIVITY["scores"]
    told = {language: presets_of(scores, language) for language in languages()}
    assert [preset["title"] for preset in told["en"]] == [
        "Within our reach?",
        "Five-principle check",
        "Choose",
        "Three lights for each proposal",
        "Judge each measure",
        "Decide for each measure",
        "What it was worth",
    ]
    for language, presets in told.items():
        assert len(presets) == 7, language
        for preset in presets:
            kept = scores.complete(preset["settings"])
            assert {name: kept[name] for name in preset["settings"]} == preset["settings"]
            assert preset["question"] and not preset["question"].startswith("templates.")
    assert told["mn"][1]["settings"]["questions"] != told["en"][1]["settings"]["questions"]
    assert presets_of(KINDS_OF_ACTIVITY["dots"], "en") == []


def test_the_question_about_trust_is_a_scale_that_workshops_have_in_common() -> None:
    scale = KINDS_OF_ACTIVITY["scale"]
    for language in languages():
        (preset,) = presets_of(scale, language)
        kept = scale.complete(preset["settings"])
        assert (kept["from"], kept["to"], kept["trust"]) == (1, 5, True)
        assert preset["question"] and not preset["question"].startswith("templates.")
    with pytest.raises(Refused, match="scale_trust"):
        scale.complete({"trust": True, "to": 7})
