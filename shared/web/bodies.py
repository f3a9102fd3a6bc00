"""What a request of a script carries in its body: JSON, and not too much of it."""

from __future__ import annotations

from typing import Any

from flask import request

from shared.domain.changes import Refused
from shared.live.guard import MOST_MESSAGE, strict


def json_body() -> Any:
    if (request.content_length or 0) > MOST_MESSAGE:
        raise Refused("too_large", "too_large")
    try:
        return strict(request.get_data(cache=False))
    except (ValueError, RecursionError) as error:
        raise Refused("invalid", "malformed") from error
