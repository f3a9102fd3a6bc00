"""Every language says the same things, and nothing is asked for that nobody says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.agenda import plan
from shared.domain.records import Activity
from shared.domain.templates import TEMPLATES
from shared.web import language as speech

ROOT = Path(__file__).parents[2]
PARAM = re.compile(r"\{(\w+)\}")
FOLDERS = ("shared", "facilitator", "participant")
CALLED = {"t", "say", "own_word"}  # functions whose first literal argument with a dot is a key


def without_plural(key: str) -> str:
    return re.sub(r"\.(zero|one|two|few|many|other)$", "", key)


def sources(*suffixes: str) -> Iterator[Path]:
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in suffixes and "node_modules" not in path.parts and "built" not in path.parts:
                yield path


def python_keys() -> Iterator[tuple[Path, str]]:
    for path in sources(".py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in CALLED:
                for arg in node.args[:2]:
                    yield from ((path, key) for key in literals(arg) if is_key(key.rstrip("*")))


def literals(arg: ast.expr) -> Iterator[str]:
    """The keys that an argument may stand for; one with a changing end is given with a star."""
    if isinstance(arg, ast.Constant) and isinstance(arg.value, str):
        yield arg.value
    elif isinstance(arg, ast.JoinedStr) and isinstance(arg.values[0], ast.Constant):
        yield f"{arg.values[0].value}*"
    elif isinstance(arg, ast.IfExp):
        yield from (*literals(arg.body), *literals(arg.orelse))


def written_keys() -> Iterator[tuple[Path, str]]:
    """Keys in templates and in TypeScript: t("area.key")."""
    for path in sources(".html", ".ts", ".tsx"):
        if ".test." not in path.name:
            for key in re.findall(r"""\bt\(\s*["']([^"'$~]+)["']\s*[,)]""", path.read_text("utf-8")):
                if is_key(key):
                    yield path, key


def is_key(text: str) -> bool:
    return re.fullmatch(r"[a-z]+(\.[A-Za-z0-9_-]+)+\.?", text) is not None and text.split(".")[0] in areas()


def areas() -> set[str]:
    return {key.split(".")[0] for key in speech.own_words("en")}


@pytest.mark.parametrize("language", [code for code in speech.languages() if code != "en"])
def test_a_language_says_all_that_english_says_with_the_same_parameters(language):
    ours, theirs = speech.own_words("en"), speech.own_words(language)
    assert {without_plural(key) for key in ours} == {without_plural(key) for key in theirs}
    for key, text in theirs.items():
        like = ours.get(f"{without_plural(key)}.other") or ours[key]
        lacking = set(PARAM.findall(like)) - set(PARAM.findall(text))
        assert set(PARAM.findall(text)) <= set(PARAM.findall(like)), key
        assert not lacking or key.rsplit(".", 1)[-1] in ("zero", "one", "two"), key  # these forms may say it in words


@pytest.mark.parametrize("language", speech.languages())
def test_a_text_that_depends_on_a_number_has_every_form_of_its_language(language):
    from babel import Locale

    forms = Locale.parse(language).plural_form.tags | {"other"}
    texts = speech.own_words(language)
    for key in texts:
        if key.endswith(".other") and f"{without_plural(key)}.one" in texts:
            assert {f"{without_plural(key)}.{form}" for form in forms} <= texts.keys(), key


def test_every_key_that_is_asked_for_is_said():
    asked = [*python_keys(), *written_keys()]
    assert len(asked) > 100
    said = {without_plural(key) for key in speech.own_words("en")} | speech.own_words("en").keys()
    missing = {(str(path.relative_to(ROOT)), key) for path, key in asked if not is_said(key, said)}
    assert not missing


def is_said(key: str, said: set[str]) -> bool:
    return any(each.startswith(key[:-1]) for each in said) if key.endswith("*") else key in said


def test_no_two_files_say_the_same_key():
    for language in speech.languages():
        files = (speech.LOCALE / language).glob("*.json")
        import json

        keys = [f"{file.stem}.{key}" for file in files for key in json.loads(file.read_text("utf-8"))]
        assert len(keys) == len(set(keys))


def test_words_take_their_parameters_and_numbers_their_form():
    assert speech.t("en", "prepare.settle", n=1) == "1 thing still to settle"
    assert speech.t("en", "prepare.settle", n=1200) == "1,200 things still to settle"
    assert speech.t("mn", "pages.code_is", code="K7M4PX") == "Код K7M4PX"
    assert speech.t("en", "pages.nothing_like_this") == "pages.nothing_like_this"


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("mn-MN,mn;q=0.9,en;q=0.8", "mn"),
        ("de,en;q=0.3", "en"),
        ("fr", "en"),
        ("en;q=0.2, mn;q=0.7", "mn"),
        ("", "en"),
        (None, "en"),
        (";;;q=x,", "en"),
    ],
)
def test_the_browser_and_the_workshop_agree_on_a_language(header, chosen):
    assert speech.negotiate(header, ["en", "mn"]) == chosen


def test_a_page_brings_only_the_words_that_it_needs():
    words = speech.messages("en", ("join.", "*.minutes."))
    assert "join.code" in words
    assert "vote.minutes.place" in words
    assert all(key.startswith("join.") or ".minutes." in key for key in words)


def test_arabic_will_be_written_from_the_right():
    assert speech.direction("ar") == "rtl"
    assert speech.direction("mn") == "ltr"


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("spoken", speech.languages())
def test_every_agenda_can_be_made_in_every_language(template, spoken):
    """What a language says has to fit where a facilitator might type it."""
    told = {"id": "w", "code": "K7M4PX", "title": "Day", "region": "r", "language": spoken, "date": "2026-11-23"}
    ids = map(str, range(999))
    made = plan(template, **told, words=lambda key: speech.words(spoken, f"templates.{key}"), new_id=lambda: next(ids))
    steps = [record for record in made if isinstance(record, Activity)]
    assert len(steps) == len(TEMPLATES[template])
    for step in steps:
        kind = KINDS_OF_ACTIVITY[step.kind]
        assert step.title
        assert kind.complete(step.settings) == step.settings
        for texts in (step.settings.get("questions", []), step.settings.get("choices", [])):
            assert all(texts) and len(set(texts)) == len(texts)
