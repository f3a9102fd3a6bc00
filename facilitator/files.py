"""Files that are given out."""

from __future__ import annotations

import re

from flask import Response, request

from shared.minutes.render import ENDINGS, TYPES
from shared.web.language import languages


def file_language(usual: str) -> str:
    """Give the language in which a file was asked for (``language``), where there is such; else the usual one."""
    asked = request.args.get("language", "")
    return asked if asked in languages() else usual


def file_of(name: str, content: bytes, format: str) -> Response:
    """Send a file of one of the minutes' formats under a name of our own making."""
    plain = re.sub(r"[^A-Za-z0-9-]", "", name) or "file"
    headers = {"Content-Disposition": f'attachment; filename="{plain}.{ENDINGS[format]}"'}
    return Response(content, content_type=TYPES[format], headers=headers)
