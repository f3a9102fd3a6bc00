"""Every refusal and every verb has its sentence; every refusal's code is on the list."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.refusals import CODES
from shared.domain.templates import TEMPLATES
from shared.web.language import languages

ROOT = Path(__file__).parents[2]


def catalogue(language: str, area: str) -> dict[str, str]:
    return json.loads((ROOT / "shared/locale" / language / f"{area}.json").read_text("utf-8"))


def calls(*names: str):
    """All calls of these functions in the application, as (file, literal arguments)."""
    for folder in ("shared", "facilitator", "participant"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in names:
                    yield path, [a.value if isinstance(a, ast.Constant) else None for a in node.args]


def test_every_refusal_has_a_listed_code_and_a_sentence():
    refusals = list(calls("Refused"))
    assert len(refusals) > 60
    for path, args in refusals:
        assert args[0] is None or args[0] in CODES, (path, args)
        if len(args) > 1 and args[1] is not None:
            assert args[1] in catalogue("en", "refused"), (path, args)


def test_every_change_has_a_name_in_the_history():
    for path, args in calls("Change", "_put", "_timer"):
        for verb in args[:3]:
            if isinstance(verb, str) and "." in verb:
                assert verb in catalogue("en", "verbs"), (path, verb)


@pytest.mark.parametrize("language", languages())
def test_every_step_of_every_template_has_a_guide_and_a_kind_a_whole_one_or_none(language):
    words = catalogue(language, "guides")
    steps = {f"{template}.{step.key}" for template, steps in TEMPLATES.items() for step in steps}
    kinds = {key.rpartition(".")[0] for key in words if key.startswith("kind.")}
    named = steps | kinds | {"kind.discussion", "kind.break"}
    lacking = [f"{name}.{part}" for name in sorted(named) for part in ("purpose", "say", "mistakes")]
    assert [key for key in lacking if not words.get(key)] == []


@pytest.mark.parametrize("language", languages())
def test_every_step_of_every_template_has_its_words(language):
    words = catalogue(language, "templates")
    for template, steps in TEMPLATES.items():
        assert words[f"{template}.name"]
        for step in steps:
            assert words[f"{template}.{step.key}.title"] and f"{template}.{step.key}.question" in words
            assert all(words[f"{template}.{step.key}.choice{n + 1}"] for n in range(step.choices))
            if step.kind != "discussion":
                assert words[f"{template}.{step.key}.question"], (template, step.key)
            KINDS_OF_ACTIVITY[step.kind].complete(step.settings)


# Keys of a keyboard, figures that are kept from left to right, the order of questions, signs of the typesetter.
_ARROWS_BY_RIGHT = {"keys.ts", "Moved.tsx", "Guide.tsx", "fonts.py"}


def test_no_arrow_stands_between_texts():
    """Among names from right to left it would point the wrong way: say it in words, or by › which turns with them."""
    arrows = re.compile("[\u2190\u2192\u21d0\u21d2\u27f5\u27f6]|\\\\u219[02]|&[lr]arr;")
    endings = {".json", ".py", ".ts", ".tsx", ".html", ".typ", ".css"}
    files = [p for folder in ("shared", "facilitator", "participant") for p in (ROOT / folder).rglob("*")]
    found = {
        path.relative_to(ROOT).as_posix(): line.strip()
        for path in files
        if path.suffix in endings and path.name not in _ARROWS_BY_RIGHT and "static" not in path.parts
        for line in path.read_text("utf-8").splitlines()
        if arrows.search(line) and not line.lstrip().startswith(("#", "//", "*", "/*"))
    }
    assert found == {}
