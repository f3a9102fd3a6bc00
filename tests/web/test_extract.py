"""The extract of sealed minutes: looked at, made public, published, taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flask import Flask

from shared.config import Settings
from shared.store import public_minutes
from shared.store.keys import new_id
from tests.web.conftest import Facilitator, house_of
from tests.web.test_publishing import publishes


@pytest.fixture
def sealed(facilitator: Facilitator, workshop: str) -> str:
    """The address of a sealed version in which people are named."""
    settings = {"title": "Planning day", "date": "2026-11-23", "capacity": "300", "language": "en", "languages": "en"}
    settings |= {"facilitators": "Canaria Volk", "asks_name": "no", "asks_organisation": "no"}
    assert facilitator.sends(workshop, settings).status_code == 303
    for type, text in (
        ("decision", "Canaria buys the loom"),
        ("decision", "Roads are mended"),
        ("summary", "Tuya led"),
    ):
        body = {"id": new_id(), "note": new_id(), "type": type, "text": text, "activity": "", "base": ""}
        sent = facilitator.client.post(f"{workshop}minutes/words/typed", json=body, **facilitator.how)
        assert sent.json["ok"], sent.text
    page = f"{workshop}minutes"
    facilitator.sends(f"{page}/versions", {}, page=page)
    assert facilitator.opens(f"{page}/1/extract").status_code == 404, "not before it is sealed"
    assert facilitator.sends(f"{page}/1/seal", {}, page=page).status_code == 303
    return f"{page}/1/extract"


def test_it_is_looked_at_before_it_is_public(app: Flask, facilitator: Facilitator, sealed: str):
    page = facilitator.opens(sealed).text
    out, shown = page.split('class="panel doc"')
    assert "Canaria buys the loom" in out and "Tuya led" in out, "what stays out is told to who decides"
    assert "Canaria" not in shown and "Tuya" not in shown and "Roads are mended" in shown
    assert page.count("<h1") == 1 and "&lt;h2" not in page and "</h2>" in page
    assert f'href="{sealed}"' in facilitator.opens(sealed.removesuffix("/1/extract")).text
    assert facilitator.sends(sealed, {"act": "shout"}).status_code == 400
    assert facilitator.sends(sealed, {"act": "release"}).status_code == 303
    with house_of(app).store.read() as connection:
        assert public_minutes.number_of(connection, sealed.split("/")[3]) == 1
    assert facilitator.sends(sealed, {"act": "withdraw"}).status_code == 303
    with house_of(app).store.read() as connection:
        assert public_minutes.number_of(connection, sealed.split("/")[3]) is None


def test_it_is_published_once_it_was_made_public_and_names_nobody(
    app: Flask, facilitator: Facilitator, sealed: str, settings: Settings, tmp_path: Path
):
    def site(name: str) -> dict[str, str]:
        answer = publishes(settings.data, tmp_path / name, "--language", "en", "--language", "ar")
        assert answer.exit_code == 0, answer.output
        assert json.loads(answer.output)["regions"] == 1
        return {f"{p.parent.name}/{p.name}": p.read_text("utf-8") for p in (tmp_path / name).rglob("*.html")}

    id = sealed.split("/")[3]
    before = site("before")
    assert not [name for name in before if "minutes-" in name]
    facilitator.sends(sealed, {"act": "release"})
    pages = site("public")
    for language in ("en", "ar"):
        told = pages[f"{language}/minutes-{id}.html"]
        assert "Roads are mended" in told and "<script" not in told
        (region,) = [text for name, text in pages.items() if name.startswith(f"{language}/region-")]
        assert f'href="./minutes-{id}.html"' in region
    for name, text in pages.items():
        for canary in ("Canaria", "Volk", "Tuya", "tuya@"):
            assert canary not in text, (name, canary)
    facilitator.sends(sealed, {"act": "withdraw"})
    assert not [name for name in site("after") if "minutes-" in name]
