"""A photo as a form sends it: read from the request, made small and bare."""

from __future__ import annotations

from flask import request

from shared.domain.changes import Refused
from shared.domain.photos import MOST_BYTES
from shared.photos.bare import Bare, bare

from .bodies import takes_more

_BESIDE = 64 * 1024  # bytes of a form beside its file


def takes_photos(endpoint: str, *, anybody: bool = False) -> None:
    """Let an endpoint take a form with a photo, from people who are signed in or from ``anybody``."""
    takes_more(endpoint, MOST_BYTES + _BESIDE, anybody=anybody)


def sent_photo() -> Bare:
    """Give the photo in the form's field ``file``, or refuse it with the reason; another process works on it."""
    file = request.files.get("file")
    content = file.read(MOST_BYTES + 1) if file is not None else b""
    if not content:
        raise Refused("invalid", "photo_missing")
    if len(content) > MOST_BYTES:
        raise Refused("too_large", "photo_too_large", most=MOST_BYTES // 2**20)
    return bare(content)
