"""Preparing a workshop: the shell of the agenda's editor, and the phone on which a step is tried."""

from __future__ import annotations

from typing import Any

from flask import Response, abort, g, request, url_for

from shared.domain.records import Activity, Phase, Workshop
from shared.web import words
from shared.web.errors import say_refusal
from shared.web.here import board_of, own_workshop
from shared.web.house import house
from shared.web.language import Speech, languages
from shared.web.site import shell, speak

from .fields import kinds_described
from .pages import for_facilitators, pages, person
from .trying import suggested, tried


@pages.get("/facilitator/workshops/<id>/prepare")
@for_facilitators
def prepare(id: str) -> str:
    workshop = own_workshop(person(), id)
    g.frames = "frames"  # it shows a phone within itself
    me = person()
    here: dict[str, Any] = {"id": id}
    urls = {
        "home": url_for("facilitator.workshops"),
        "prepare": url_for("facilitator.prepare", **here),
        "console": url_for("facilitator.console", **here),
        "settings": url_for("facilitator.settings", **here),
        "minutes": url_for("facilitator.minutes", **here),
        "again": url_for("facilitator.use_again", **here),
        "history": url_for("facilitator.history", **here),
        "phone": url_for("facilitator.phone_of_step", **here, step="STEP"),
        "trial": url_for("facilitator.trial_of_step", **here, step="STEP"),
    }
    boot: dict[str, Any] = {"workshop": id, "code": workshop.code, "name": me.name, "person": me.id, "urls": urls}
    return shell("prepare", workshop.title, kinds=kinds_described(_spoken(workshop)), **boot)


@pages.get("/facilitator/workshops/<id>/prepare/<step>/phone")
@for_facilitators
def phone_of_step(id: str, step: str) -> str:
    """Show the phone's own page on a step as it is planned now, within the editor; it reaches no room."""
    workshop, activity = _step(id, step)
    g.frames = "framed"
    asked = request.args.get("language", "")
    speak(asked if asked in workshop.languages else workshop.language)
    picture, _ = _tried(activity, workshop)
    boot: dict[str, Any] = {
        "code": workshop.code,
        "languages": [],
        "urls": {"words": words.address("phone", g.language)},
        "trial": Speech(g.language).say("prepare.phone.nothing_sent"),
        **picture,
    }
    return shell("phone", workshop.title, **boot)


@pages.get("/facilitator/workshops/<id>/prepare/<step>/trial")
@for_facilitators
def trial_of_step(id: str, step: str) -> Response:
    """Tell what the phone shows of a step now, why it could not be opened yet, and which numbers fit."""
    workshop, activity = _step(id, step)
    picture, refused = _tried(activity, workshop)
    version, records = board_of(workshop.id)
    fitting = suggested(version, records, activity)
    told = say_refusal(g.language, refused) if refused else ""
    return house().json({**picture, "refused": told, "suggested": fitting})


def _step(id: str, step: str) -> tuple[Workshop, Activity]:
    workshop = own_workshop(person(), id)
    _, records = board_of(id)
    found = next((r for r in records if isinstance(r, Activity) and r.id == step), None)
    return workshop, found or abort(404)


def _spoken(workshop: Workshop) -> str:
    """Name the language in which the room is asked, one's own where the program does not speak it."""
    return workshop.language if workshop.language in languages() else str(g.language)


def _tried(activity: Activity, workshop: Workshop) -> tuple[dict[str, Any], Any]:
    phase = Phase.DRAFT if request.args.get("phase") == "draft" else Phase.OPEN
    version, records = board_of(workshop.id)
    say = Speech(_spoken(workshop)).say
    return tried(version, records, activity, phase, say, house().desk.now())
