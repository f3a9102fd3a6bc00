"""What a request of a script carries in its body: JSON, and not too much of it."""

from __future__ import annotations

from typing import Any

from flask import request

from shared.domain.changes import Refused
from shared.live.guard import MOST_MESSAGE, strict

from .here import me

_MORE: dict[str, tuple[int, bool]] = {}


def takes_more(endpoint: str, most: int, *, anybody: bool = False) -> None:
    """Let an endpoint take a larger body than others, from people who are signed in or from ``anybody``."""
    _MORE[endpoint] = most, anybody


def limit_body() -> None:
    """Set the limit of this request, before anything of its body is read."""
    most, anybody = _MORE.get(request.endpoint or "", (None, False))
    if most is not None and (anybody or me() is not None):
        request.max_content_length = most


def json_body() -> Any:
    if (request.content_length or 0) > MOST_MESSAGE:
        raise Refused("too_large", "too_large")
    try:
        return strict(request.get_data(cache=False))
    except (ValueError, RecursionError) as error:
        raise Refused("invalid", "malformed") from error
