"""The wing of those who take part: joining, and the one page that a phone shows."""

from __future__ import annotations

from flask import Flask


def register(app: Flask) -> None:
    """Put the participants' pages, and the plain way for phones without a socket, into ``app``."""
    # they put their views into the blueprint
    from . import apply, calendar, check, join, mail, report, room, story  # noqa: F401
    from .api import api
    from .pages import pages

    app.register_blueprint(pages)
    app.register_blueprint(api)
