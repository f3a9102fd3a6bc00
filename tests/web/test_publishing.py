"""``publish``: what was released as plain pages: complete, linked, in every language, and without a person's name."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from shared.commands.publish import publish
from shared.config import Settings
from shared.demo.programme import build
from shared.domain.register.entries import Entry, Event, begin
from shared.domain.register.public import names_somebody
from shared.store import entry_photos, keys, people, register, results, schema
from shared.store.photos import digest_of
from shared.store.store import Store
from tests.photos.pictures import photographed

NOW = 1_795_737_600_000  # 27 November 2026
FORM = {"goal": "A felt workshop", "champion": "Oyuna Bat", "deputy": "Bo", "publish": "yes", "asked": 4000}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with a region and one released measure, which has brought seven jobs, and one that was not released."""
    folder = tmp_path / "data"
    store = opened(folder)

    def fill(connection: Any) -> None:
        region = people.add_region(connection, "North <b>", "mn")
        for title, released in (("Felt & wool", True), ("Canary", False)):

            def begun(blank: Entry, title: str = title, released: bool = released) -> tuple[Entry, Event]:
                made, event = begin(blank, "Aya", title, {**FORM, "obstacle": "Ask Oyuna  BAT, 9911 2233"})
                return replace(made, state="running", released=released), event

            made = register.add(connection, region_id=region, year=2026, at=1, begun=begun)
            told = {"code": "jobs", "day": "2026-05-01", "value": 700, "parts": {}, "proof": "Canary list"}
            results.add_reading(connection, made.id, told, "Aya", 1)

    store.write(fill)
    store.close()
    return folder


def opened(folder: Path) -> Store:
    folder.mkdir(exist_ok=True)
    settings = Settings.read({}, data=folder)
    schema.migrate(settings.database_url)
    return Store(settings.database_url, settings.secret)


def publishes(data: Path, folder: Path, *more: str) -> Result:
    return CliRunner().invoke(publish, [str(folder), "--data", str(data), "--json", *more])


def test_what_was_released_is_told_and_nothing_else(data: Path, tmp_path: Path):
    answer = publishes(data, tmp_path / "site")
    assert answer.exit_code == 0, answer.output
    told = json.loads(answer.output)
    assert (told["measures"], told["regions"], told["pages"]) == (1, 1, 3)
    assert [line.split(":")[0][-8:] for line in told["left_out"]] == ["-2026-01"]
    pages = {path.name: path.read_text("utf-8") for path in (tmp_path / "site" / "en").iterdir()}
    everything = "".join(pages.values())
    for secret in ("Canary", "Oyuna", "9911", "Aya", "<script", "North <b>"):
        assert secret not in everything, secret
    measure = next(text for name, text in pages.items() if not name.startswith(("index", "region")))
    assert "Felt &amp; wool" in measure
    assert "A felt workshop" in measure
    assert "new jobs, people" in measure
    assert "<b>14</b>" in pages["index.html"], "sums count what is not public too"


def test_every_link_leads_to_a_page_that_is_there(data: Path, tmp_path: Path):
    store = opened(data)
    build(store, NOW)
    store.close()
    assert publishes(data, tmp_path / "site", "--language", "mn", "--language", "ar").exit_code == 0
    walked = 0
    for path in (tmp_path / "site").rglob("*.html"):
        text = path.read_text("utf-8")
        for link in re.findall(r'href="([^"]+)"', text):
            assert not urlsplit(link).scheme
            assert link.startswith("#") or (path.parent / link).is_file(), (path, link)
            walked += 1
    assert walked > 300
    assert 'dir="rtl"' in (tmp_path / "site" / "ar" / "index.html").read_text("utf-8")
    assert not (tmp_path / "site" / "en").exists()


def test_a_folder_is_written_anew_as_a_whole_and_no_other_touched(data: Path, tmp_path: Path):
    site = tmp_path / "site"
    assert publishes(data, site, "--language", "de").exit_code == 0
    assert publishes(data, site, "--language", "fr").exit_code == 0
    assert sorted(path.name for path in site.iterdir() if not path.name.startswith(".")) == ["fr", "index.html"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".site")] == []
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("mine")
    refused = publishes(data, other)
    assert (refused.exit_code, "holds other files" in refused.output) == (1, True)
    assert (other / "letter.txt").read_text() == "mine"


def photo(data: Path, caption: str, alt: str, measure: str = "Felt & wool") -> str:
    """Take a photo of a measure in with place and camera, as it never should be; released where it has ``alt``."""
    store, jpeg = opened(data), photographed((1500, 900))
    with store.read() as connection:
        entry = next(e for e in register.every(connection) if e.title == measure).id
    id = keys.new_id()
    told = entry_photos.Photo(id, "", caption, 1, "Canary", 1500, 900, digest_of(jpeg))
    store.write(lambda c: entry_photos.add(c, entry, told, jpeg))
    store.write(lambda c: entry_photos.release(c, entry, id, alt))
    store.close()
    return id


def test_photos_that_were_released_go_along_small_and_bare(data: Path, tmp_path: Path):
    shown = photo(data, "Oyuna Bat at work", "Six people at a loom")
    for caption, alt, measure in (
        ("Not released", "", "Felt & wool"),
        ("Its measure is not", "A canary", "Canary"),
        ("Names by now", "OYUNA bat at the loom", "Felt & wool"),
    ):
        photo(data, caption, alt, measure)
    answer = publishes(data, tmp_path / "site", "--language", "en", "--language", "ar")
    told = json.loads(answer.output)
    assert told["photos"] == 1
    assert [line.split(": ")[1] for line in told["left_out"]].count("Photos") == 1
    (file,) = (tmp_path / "site" / "photos").iterdir()
    assert file.stem == shown
    with Image.open(file) as picture:
        assert max(picture.size) == 1000 and not picture.getexif()
    assert b"SecretCam" not in file.read_bytes()
    for language in ("en", "ar"):
        pages = [path.read_text("utf-8") for path in (tmp_path / "site" / language).iterdir()]
        (page,) = [text for text in pages if "<img" in text]
        ((source, alt),) = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', page)
        assert (tmp_path / "site" / language / source).resolve() == file.resolve()
        assert alt == "Six people at a loom"
        for secret in ("Oyuna", "OYUNA", "Not released", "canary", "Canary"):
            assert secret not in page, secret


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Wool is sold raw", False),
        ("In 2026 we trained 3,540 people", False),
        ("Write to oyuna@example.org", True),
        ("Call 9911 2233", True),
        ("+976 (99) 11-22-33", True),
        ("led by OYUNA  bat and others", True),
        ("Bo", False),
        ("15 000 of 20 000", False),
    ],
)
def test_what_names_somebody_is_found(text: str, named: bool):
    entry = Entry("e", "r", "N-1", "T", "running", dict(FORM))
    assert names_somebody(entry, text) is named
