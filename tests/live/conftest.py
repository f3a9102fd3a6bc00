from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.harness.server import Server
from tests.people import Workshop


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that leave it as it was."""
    with Server(tmp_path_factory.mktemp("live")) as server:
        yield server
        assert not server.tracebacks(), server.lines


@pytest.fixture
def workshop(running: Server) -> Iterator[Workshop]:
    made = Workshop(running)
    yield made
    made.close()
