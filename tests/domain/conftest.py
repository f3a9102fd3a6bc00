from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager

import pytest

from shared.domain.changes import Refused

from .room import Room


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def refused() -> Callable[..., AbstractContextManager[None]]:
    """Expect a refusal with this code and, where given, this sentence."""

    @contextmanager
    def expect(code: str, key: str | None = None):
        with pytest.raises(Refused) as caught:
            yield
        assert caught.value.code == code
        assert key is None or caught.value.key == key

    return expect
