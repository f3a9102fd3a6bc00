"""The facilitators' wing: workshops, people, the console, the projector, the minutes."""

from __future__ import annotations

from flask import Flask


def register(app: Flask) -> None:
    """Put the facilitators' pages into ``app``."""
    from . import account, console, findings, minutes, people, settings, signing, story, suggestions, workshops  # noqa: F401
    from .pages import pages

    app.register_blueprint(pages)
