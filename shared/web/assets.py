"""The built files of each surface: one script, one style sheet, named by their content and kept for ever."""

from __future__ import annotations

import json
import mimetypes
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, request, send_file

BUILT = Path(__file__).parent / "static" / "built"
_YEAR = 365 * 24 * 3600

files = Blueprint("files", __name__)


@dataclass(frozen=True)
class Bundle:
    """The addresses of a surface's files."""

    scripts: tuple[str, ...]
    styles: tuple[str, ...]


def install(app: Flask) -> None:
    """Serve the built files."""
    app.register_blueprint(files)


@cache
def bundle(surface: str) -> Bundle:
    """Name the files of a surface, as the last build made them."""
    made = json.loads((BUILT / "surfaces.json").read_text("utf-8")).get(surface, {"scripts": [], "styles": []})
    return Bundle(*(tuple(f"/static/built/{path}" for path in made[kind]) for kind in ("scripts", "styles")))


@files.get("/static/built/<surface>/<name>")
def built(surface: str, name: str) -> Response:
    """Send a built file, packed where the browser takes it so."""
    path = _known().get(f"{surface}/{name}")
    if path is None:
        abort(404)
    packed = path.with_name(path.name + ".gz")
    zipped = packed.exists() and "gzip" in request.headers.get("Accept-Encoding", "")
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    response = send_file(packed if zipped else path, mimetype=kind, max_age=_YEAR, conditional=not zipped, etag=False)
    response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    response.headers["Vary"] = "Accept-Encoding"
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    return response


@cache
def _known() -> dict[str, Path]:
    """List what was built: only these names are ever opened."""
    return {path.relative_to(BUILT).as_posix(): path for path in BUILT.glob("*/*") if path.suffix != ".gz"}
