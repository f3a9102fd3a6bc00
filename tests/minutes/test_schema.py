"""Data that leave the program are as ``docs/data.md`` and its schemas say, and none is taken for what it is not."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from shared.domain.templates import TEMPLATES
from shared.minutes.document import SCHEMA
from shared.minutes.render import written
from shared.minutes.tree import Photo
from shared.store import archive
from shared.web.language import languages
from tests.harness.schemas import DOCS, faults, schema

from .kinds import every_kind
from .records import Desk
from .test_golden import day
from .test_seal import sealed

MINUTES, WORKSHOP = schema("minutes-1"), schema("workshop-1")


def read(document: Any) -> Any:
    return json.loads(written(document, "json"))


@pytest.mark.parametrize("language", languages())
def test_minutes_as_data_are_as_the_schema_says(language: str):
    for made in (day, every_kind):
        assert list(faults(read(made(language).minutes()), MINUTES)) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_so_are_those_of_a_day_that_has_not_begun(template: str):
    assert list(faults(read(Desk(template).minutes()), MINUTES)) == []


def test_so_are_sealed_ones():
    _, _, document = sealed()
    assert list(faults(read(document), MINUTES)) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.update(schema="led-workshop/minutes/0"),
        lambda data: data.pop("agenda"),
        lambda data: data.update(secret=1),
        lambda data: data["participants"].update(total=True),
        lambda data: data["workshop"].update(date="23.11.2026"),
        lambda data: data["steps"][0].update(phase="lost"),
        lambda data: data["measures"][0].pop("state"),
        lambda data: data["participants"]["by_sector"].update(private=-1),
    ],
)
def test_what_is_not_so_is_found(damage: Any):
    data = read(day("en").minutes())
    damage(data)
    assert list(faults(data, MINUTES))


def test_the_schemas_bear_the_versions_that_are_written():
    assert MINUTES["properties"]["schema"]["const"] == SCHEMA
    assert WORKSHOP["properties"]["schema"]["const"] == archive.SCHEMA


def test_every_field_of_a_file_is_told_in_words():
    minutes, workshops = (DOCS / "data.md").read_text("utf-8").split("\n## Workshops")
    for page, of in ((minutes, MINUTES), (workshops, WORKSHOP)):
        cells = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
        told = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
        assert told | {"schema"} == of["properties"].keys()


def test_photos_are_told_by_their_digest():
    desk = day("en")
    document = desk.minutes()
    assert not any(isinstance(block, Photo) for block in document.blocks)
    data = read(document) | {"photos": [{"step": "", "caption": "The wall", "sha256": "ab" * 32}]}
    assert list(faults(data, MINUTES)) == []
