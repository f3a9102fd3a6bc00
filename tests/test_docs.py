"""What is public is documented: settings, commands, addresses, figures, names on pages, the console's keys."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest
from flask import Flask

from shared.commands import COMMANDS
from shared.config import Settings
from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.web import health
from shared.web.language import catalogue
from tests.bench.measures import MEASURES
from tests.domain.room import Room
from tests.harness.added import listings
from wsgi import create_app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def told(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def code() -> str:
    """All that runs, as text."""
    files = [
        ROOT / "wsgi.py",
        *(f for wing in ("shared", "facilitator", "participant") for f in (ROOT / wing).rglob("*.py")),
    ]
    return "\n".join(file.read_text("utf-8") for file in files)


def rows(text: str) -> list[list[str]]:
    """Read the tables of a page: the cells of each line."""
    lines = [line for line in text.splitlines() if re.match(r"\| (?!-)", line)]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def test_the_readme_tells_every_setting_and_none_that_is_not_read():
    table = README.split("\n## Settings\n")[1].split("\n## ")[0]
    told_there = {name for cells in rows(table) for name in re.findall(r"`(LED_\w+)`", cells[0])}
    assert told_there == set(re.findall(r"environ\.get\(\"(LED_\w+)", code()))


def test_no_page_speaks_of_a_setting_that_is_not_there():
    known = set(re.findall(r"LED_[A-Z_]+", code()))
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        assert set(re.findall(r"\bLED_[A-Z_]+", page.read_text("utf-8"))) <= known, page.name


def commands(group: tuple[click.Command, ...] = COMMANDS, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for command in group:
        if isinstance(command, click.Group):
            yield from commands(tuple(command.commands.values()), f"{before}{command.name} ")
        else:
            yield f"{before}{command.name}", command


def section(name: str, command: click.Command) -> str:
    words = [name, *(p.name.upper() for p in command.params if isinstance(p, click.Argument) and p.name)]
    heading = f"\n## `{' '.join(words)}`\n"
    assert heading in told("commands.md"), f"there is no heading {heading.strip()}"
    return told("commands.md").split(heading)[1].split("\n## ")[0]


@pytest.mark.parametrize(
    ("name", "command"), list(commands()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_command_is_told_with_all_that_it_takes(name, command):
    page = section(name, command)
    options = [p for p in command.params if isinstance(p, click.Option)]
    told_there = {option for cells in rows(page) for option in re.findall(r"`(-[-\w]+)", cells[0])}
    assert told_there | {"--data", "--json"} == {opt for o in options for opt in o.opts} | {"--json"}
    assert ("--json" in {opt for o in options for opt in o.opts}) == (name != "serve")
    for option in options:
        for choice in option.type.choices if isinstance(option.type, click.Choice) else ():
            assert f"`{choice}`" in page, choice


def test_the_readme_names_every_command_and_every_measure():
    table = README.split("\n## Commands\n")[1].split("\n## ")[0]
    for name, _ in commands():
        assert f"`{name}" in table, name
    assert f"`bench [{'|'.join(MEASURES)}]`" in table.replace("\\|", "|")


def test_no_command_is_told_that_there_is_not():
    headings = re.findall(r"^## `([a-z ]+?)(?: [A-Z ]+)?`$", told("commands.md"), re.M)
    assert headings == [name for name, _ in commands()]


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    made = create_app(Settings.read({}, data=tmp_path))
    yield made
    made.extensions["house"].store.close()


def test_every_address_is_told_with_its_methods_and_no_other(app):
    there: dict[str, set[str]] = {}
    for rule in app.url_map.iter_rules():
        address = re.sub(r"<(?:[^<>:]*(?:\([^)]*\))?:)?(\w+)>", lambda m: m[1].upper(), rule.rule)
        there.setdefault(address, set()).update((rule.methods or set()) - {"HEAD", "OPTIONS"})
    table = told("addresses.md").split("\n## ")[0]
    assert {cells[0].strip("`"): set(cells[1].split(", ")) for cells in rows(table)[1:]} == there


def test_what_a_screen_reader_reads_is_what_the_pages_say():
    said = set(catalogue("en").values())
    names = {
        name
        for cells in rows(told("addresses.md").split("\n## ")[1])[1:]
        for name in re.findall(r"`([^`]+)`", cells[1])
    }
    assert {"Workshop code", "Your idea", "Pin it", "Add a dot: OPTION", "Agree on the result"} <= names
    for name in names:
        assert re.sub(r"\b(OPTION|ACT|N)\b", lambda m: f"{{{m[1].lower()}}}", name) in said, name


def test_every_figure_is_told():
    figures = set(re.findall(r'"(led_\w+)"', inspect.getsource(health)))
    assert len(figures) > 5
    assert set(re.findall(r"`(led_\w+)`", told("operations.md"))) == figures


def test_the_guide_tells_the_keys_that_the_console_has():
    source = (ROOT / "facilitator" / "front" / "console" / "keys.ts").read_text("utf-8")
    shown = dict(re.findall(r'\["(.+?)", "(\w+)"\]', source.split("KEY_LIST")[1]))
    page = told("facilitators-guide.md")
    keys = {cells[0].strip("`"): cells[1] for cells in rows(page.split("\n## Keys\n")[1].split("\n## ")[0])[1:]}
    assert keys == {sign: catalogue("en")[f"console.keys.{name}"] for sign, name in shown.items()}
    elsewhere = {key.replace("+", " + ") for key in re.findall(r"`([A-Z]|\?|Ctrl\+\w)`", page)}
    assert elsewhere <= keys.keys()


def test_the_kind_that_the_page_adds_runs_and_passes_its_own_test(monkeypatch):
    given = listings()
    rules, check = given["shared/domain/activities/pulse.py"], given["tests/domain/test_pulse.py"]
    module = ModuleType("shared.domain.activities.pulse")
    module.__package__ = "shared.domain.activities"
    exec(compile(rules, "pulse.py", "exec"), vars(module))
    monkeypatch.setitem(KINDS_OF_ACTIVITY, "pulse", module.PULSE)
    tests: dict[str, Any] = {}
    exec(compile(check, "test_pulse.py", "exec"), tests)
    for name in [name for name in tests if name.startswith("test_")]:
        tests[name](Room())


def test_the_files_that_the_page_on_kinds_names_are_there():
    page = told("adding-an-activity.md")
    named = set(re.findall(r"`((?:shared|participant|facilitator|tests)/[\w./]+\.(?:py|tsx?|json|css))`", page))
    assert len(named) > 5
    for name in named:
        assert (ROOT / name).exists() or "pulse" in name, name
