"""Every setting that the settings page offers has its words there, and a kind's own where it means something else."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.settings import _editable, _label
from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.base import OneOf
from shared.web.language import languages, own_words

SETTINGS = [
    (kind.name, name)
    for kind in KINDS_OF_ACTIVITY.values()
    for name, default in kind.settings.items()
    if _editable(kind.allowed.get(name), default)
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
        assert _label("dots", "most") == "At most on one"
        assert _label("choice", "most").startswith("At most so many choices")
