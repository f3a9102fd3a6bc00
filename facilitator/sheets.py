"""Ballots on paper: the phone's own page of an open vote, on which a sheet is marked before it is entered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import abort, g, request

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.records import Activity, Phase, Seat, Sector, Workshop
from shared.web import words
from shared.web.here import board_of, own_workshop
from shared.web.house import house
from shared.web.language import Speech
from shared.web.picture import own_picture, snapshot
from shared.web.site import shell, speak

from .pages import for_facilitators, pages, person

_SEAT = "sheet"  # nobody's: it has no token, and nothing is stored under it


@pages.get("/facilitator/workshops/<id>/sheets/<step>/phone")
@for_facilitators
def sheet_of_step(id: str, step: str) -> str:
    """Show the phone's page of an open vote within the console; it reaches no room, and hands over what was marked."""
    workshop = own_workshop(person(), id)
    version, records = board_of(id)
    activity = next((r for r in records if isinstance(r, Activity) and r.id == step), None)
    if activity is None or activity.phase != Phase.OPEN or not KINDS_OF_ACTIVITY[activity.kind].votes:
        abort(404)
    g.frames = "framed"
    speak(workshop.language)
    asked = request.args.get("sector", "")
    sector = asked if asked in set(Sector) else ""
    seat = Seat(_SEAT, id, 0, sector, workshop.language)
    shown = [replace(r, now=step, paused=False) if isinstance(r, Workshop) else r for r in records] + [seat]
    boot: dict[str, Any] = {
        "code": workshop.code,
        "languages": [],
        "urls": {"words": words.address("phone", g.language)},
        "trial": Speech(g.language).say("prepare.phone.nothing_sent"),
        "sheet": True,
        "snapshot": snapshot(version, shown, "room", house().desk.now()),
        "mine": own_picture(version, shown, _SEAT),
    }
    return shell("phone", workshop.title, **boot)
