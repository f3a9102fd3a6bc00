"""Ballots on paper: sheets to print, and the phone's own page of an open vote on which one is marked and entered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Response, abort, g, request

from shared.domain.activities import KINDS_OF_ACTIVITY, vote
from shared.domain.records import Activity, Phase, Seat, Sector, Workshop
from shared.domain.sheets import MOST_SHEETS
from shared.domain.translations import spoken
from shared.minutes.materials.ballots import Ballot, ballots, printable
from shared.minutes.render import written
from shared.store.board import Board
from shared.web import words
from shared.web.aside import aside
from shared.web.asked import number_of
from shared.web.here import board_of, own_workshop
from shared.web.house import house
from shared.web.language import Speech
from shared.web.picture import own_picture, snapshot
from shared.web.site import shell, speak

from .files import file_language, file_of
from .pages import for_facilitators, pages, person

FEW = 20  # sheets, where nobody says how many
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


@pages.get("/facilitator/workshops/<id>/sheets/<step>/ballots.<any(pdf, docx, odt):format>")
@for_facilitators
def ballots_to_print(id: str, step: str, format: str) -> Response:
    """Give so many sheets of a vote (``count``), numbered from 1, with a sheet to count them by."""
    workshop = own_workshop(person(), id)
    version, records = board_of(id)
    board = Board(version, records)
    activity = board.get(Activity, step)
    if activity is None or not printable(activity.kind):
        abort(404)
    count = number_of(request.args.get("count", str(FEW)))
    if count is None or not 1 <= count <= MOST_SHEETS:
        abort(400)
    language = file_language(workshop.language)
    ballot = Ballot(spoken(activity, language), _options(board, activity), Speech(language))
    there = sum(workshop.attendance.get("paper", {}).values())
    document = ballots(workshop, ballot, range(1, count + 1), there)
    return file_of(f"ballots-{workshop.code}-{activity.position}", aside(lambda: written(document, format)), format)


def _options(board: Board, activity: Activity) -> dict[str, str]:
    """Name what a vote is about; its own choices before it opens too, groups and measures from then on."""
    own = activity.settings.get("about") == "own" and not activity.options
    ids = [option.id for option in vote.options_of(board, activity)] if own else activity.options
    if activity.kind == "matrix":
        return dict.fromkeys(ids, "")
    return {id: vote.named(board, activity, id)["title"] or "–" for id in ids}
