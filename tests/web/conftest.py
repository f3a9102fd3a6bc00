"""A whole application on a fresh store, and people who use its pages as a browser does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from shared.config import Settings
from shared.web import assets
from shared.web.house import House

PASSWORD = "grüne Wiese im Wind"


@pytest.fixture(autouse=True)
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages need the names of the built files only; these tests must not wait for a build."""
    folder = tmp_path / "built"
    folder.mkdir()
    names = {
        s: {"scripts": [f"{s}/a.js"], "styles": [f"{s}/a.css"]}
        for s in ("pages", "phone", "console", "prepare", "wall")
    }
    (folder / "surfaces.json").write_text(json.dumps(names))
    monkeypatch.setattr(assets, "BUILT", folder)
    assets.bundle.cache_clear()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.read({}, data=tmp_path / "data")


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    from wsgi import create_app

    made = create_app(settings)
    yield made
    house_of(made).store.close()


def house_of(app: Flask) -> House:
    house: House = app.extensions["house"]
    return house


class Visitor:
    """Somebody before a browser: keeps cookies, fills in the form token that the page gave."""

    def __init__(self, app: Flask, address: str = "127.0.0.1", base: str = "http://localhost") -> None:
        self.client: FlaskClient = app.test_client()
        self.how: dict[str, Any] = {"base_url": base, "environ_overrides": {"REMOTE_ADDR": address}}

    def opens(self, url: str, **more: Any) -> TestResponse:
        return self.client.get(url, **self.how, **more)

    def sends(self, url: str, data: dict[str, Any], page: str | None = None, **more: Any) -> TestResponse:
        """Fill in a form that stands on ``page`` and send it to ``url``."""
        token = form_token(self.opens(page or url))
        return self.client.post(url, data={"form_token": token, **data}, **self.how, **more)

    def cookie(self, name: str) -> str | None:
        found = self.client.get_cookie(name)
        return found.value if found else None


def form_token(page: TestResponse) -> str:
    found = re.search(r'name="form_token" value="([0-9a-f]+)"', page.text)
    assert found, page.text[:500]
    return found[1]


def boot(page: TestResponse) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', page.text, re.S)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


class Facilitator(Visitor):
    """Signs in through the one-time link of the first start."""

    def __init__(self, app: Flask) -> None:
        super().__init__(app)
        link = house_of(app).identity.first_sign_in_link()
        welcome = f"/facilitator/welcome/{link}"
        details = {"name": "Tuya Bat", "email": "tuya@example.org", "password": PASSWORD, "language": "en"}
        assert self.sends(welcome, {**details, "region": "Altan-Ovoo"}).status_code == 303

    def makes_a_workshop(self, title: str = "Planning day", template: str = "led-planning") -> str:
        """Make a workshop and give its page."""
        region = re.search(r'value="([0-9a-f]{32})"', self.opens("/facilitator/new").text)
        assert region
        details = {"template": template, "title": title, "region": region[1], "date": "2026-11-23", "language": "en"}
        made = self.sends("/facilitator/new", details)
        assert made.status_code == 303, made.text
        return made.headers["Location"].removesuffix("prepare")


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor(app)


@pytest.fixture
def facilitator(app: Flask) -> Facilitator:
    return Facilitator(app)


@pytest.fixture
def workshop(facilitator: Facilitator) -> str:
    """The page of a new planning day, ``/facilitator/workshops/<id>/``."""
    return facilitator.makes_a_workshop()


def code_of(app: Flask, page: str) -> str:
    from shared.store import workshops

    with house_of(app).store.read() as connection:
        found = workshops.by_id(connection, page.split("/")[3])
    assert found
    return found.code
