"""Files that are given out."""

from __future__ import annotations

import re

from flask import Response

from shared.minutes.render import ENDINGS, TYPES


def file_of(name: str, content: bytes, format: str) -> Response:
    """Send a file of one of the minutes' formats under a name of our own making."""
    plain = re.sub(r"[^A-Za-z0-9-]", "", name) or "file"
    headers = {"Content-Disposition": f'attachment; filename="{plain}.{ENDINGS[format]}"'}
    return Response(content, content_type=TYPES[format], headers=headers)
