"""The facilitators' wing: workshops, people, the console, the projector, the minutes."""

from __future__ import annotations

from flask import Flask


def register(app: Flask) -> None:
    """Put the facilitators' pages into ``app``."""
    from . import (  # noqa: F401
        account,
        attachments,
        attendance,
        carrying,
        changing,
        compared,
        confirming,
        console,
        convening,
        correcting,
        course,
        deciding,
        developing,
        development,
        due,
        entry,
        exchange,
        extract,
        financing,
        findings,
        following,
        handout,
        importing,
        interviews,
        inviting,
        library,
        listing,
        materials,
        measures,
        minutes,
        money,
        own_templates,
        people,
        photos,
        prepare,
        programme,
        quarters,
        ranked,
        region,
        remarks,
        sealing,
        settings,
        sheets,
        signing,
        story,
        suggestions,
        training,
        words,
        workshops,
    )
    from .pages import pages

    app.register_blueprint(pages)
