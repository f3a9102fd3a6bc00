"""The front end knows the location factors that the rules know."""

from __future__ import annotations

import re
from pathlib import Path

from shared.domain.factors import _LISTED, FACTORS, GROUPS
from shared.web.language import languages, own_words

SOURCE = (Path(__file__).parents[2] / "shared" / "web" / "front" / "factors.ts").read_text("utf-8")


def test_the_factors_are_those_of_the_rules():
    assert dict(re.findall(r'"(\d)": "([HSLRN* ]+)",', SOURCE)) == _LISTED


def test_each_factor_has_a_name_and_an_example_in_each_language():
    for language in languages():
        words = own_words(language)
        assert all(words[f"factors.words.{code}"] and words[f"factors.words.{code}.example"] for code in FACTORS)
        assert all(words[f"factors.words.group.{group}"] for group in GROUPS)
