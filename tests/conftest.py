"""What all tests stand on. Tests take no setting from the environment that they run in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.harness.server import Server

settings.register_profile("untimed", deadline=None)  # how long something takes is measured, never asserted
settings.load_profile("untimed")

for _name in [name for name in os.environ if name.startswith("LED_")]:
    del os.environ[_name]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of this test's own."""
    with Server(tmp_path / "data") as running:
        yield running


def unavailable(what: str) -> None:
    """Skip loudly where something is missing; in CI a missing thing is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing, and in CI nothing is skipped")
    pytest.skip(f"NOT TESTED: {what} is missing")
