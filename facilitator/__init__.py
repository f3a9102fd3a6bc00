"""The facilitators' wing: workshops, people, the console, the projector, the minutes."""

from __future__ import annotations

from flask import Flask


def register(app: Flask) -> None:
    """Put the facilitators' pages into ``app``."""
    from . import (  # noqa: F401
        account,
        carrying,
        console,
        findings,
        listing,
        minutes,
        own_templates,
        people,
        prepare,
        sealing,
        settings,
        signing,
        story,
        suggestions,
        workshops,
    )
    from .pages import pages

    app.register_blueprint(pages)
