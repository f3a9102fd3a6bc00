"""The shells of live surfaces travel packed: they bring their words and their first picture along.

Other pages do not: packing lets a watcher guess at a secret beside text that a stranger chose, and a shell repeats
nothing of what its address says.
"""

from __future__ import annotations

import gzip

from flask import Flask, Response, g, request

_LEVEL = 6
_KINDS = ("text/html", "application/json")


def pack_this() -> None:
    """Mark the answer to this request as one that may travel packed."""
    g.packed = True


def pack_shells(app: Flask) -> None:
    """Pack the marked answers of ``app`` for browsers that take them so."""

    def pack(response: Response) -> Response:
        if not g.get("packed") or response.mimetype not in _KINDS:
            return response
        response.headers.add("Vary", "Accept-Encoding")
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            response.set_data(gzip.compress(response.get_data(), _LEVEL, mtime=0))
            response.headers["Content-Encoding"] = "gzip"
        return response

    app.after_request(pack)
