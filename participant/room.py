"""The participant's one page: the shell of the phone, and a form that pins a card where no script runs."""

from __future__ import annotations

from typing import Any

from flask import g, make_response, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.changes import Actor, Refused
from shared.domain.records import Activity, Card, Phase, Workshop
from shared.domain.translations import spoken
from shared.store import seats
from shared.store.keys import new_id
from shared.store.seats import SeatOf
from shared.web import words
from shared.web.errors import say_refusal
from shared.web.here import board_of, workshop_by_code
from shared.web.house import house
from shared.web.language import languages
from shared.web.picture import own_picture, snapshot
from shared.web.site import say, shell, speak

from .pages import is_over, pages, seat_here

MOST_INLINED = 120  # records; a larger board comes over the line, for the first page must stay small


@pages.get("/w/<code>")
def room(code: str) -> Answer:
    found = seated(code)
    if isinstance(found, Answer):
        return found
    said = say("join.pinned") if "pinned" in request.args else ""
    return make_response(_page(*found, said=said))


@pages.post("/w/<code>/card")
def write(code: str) -> Answer:
    """Pin a card from a browser without script."""
    found = seated(code)
    if isinstance(found, Answer):
        return found
    workshop, seat = found
    text = request.form.get("text", "")
    args = {"activity": request.form.get("activity", ""), "card": new_id(), "text": text}
    try:
        house().desk.perform(workshop.id, Actor("seat", seat.seat, "", seat.language), new_id(), "card.add", args)
    except Refused as refusal:
        return make_response(_page(workshop, seat, refused=say_refusal(g.language, refusal), typed=text), 409)
    return redirect(url_for("participant.room", code=workshop.code, pinned=1), 303)


def seated(code: str) -> tuple[Workshop, SeatOf] | Answer:
    """Find the workshop and this browser's seat in it; who has none is led to the door."""
    workshop = workshop_by_code(code)
    if workshop is None:
        return redirect(url_for("participant.join", code=code[:20]), 303)
    seat = seat_here(workshop)
    if seat is None or seat.removed or is_over(workshop):
        return redirect(url_for("participant.join", code=workshop.code), 303)
    if request.args.get("language") not in workshop.languages:
        speak(seat.language)
    return workshop, seat


def _page(workshop: Workshop, seat: SeatOf, said: str = "", refused: str = "", typed: str = "") -> str:
    version, records = board_of(workshop.id)
    with house().store.read() as connection:
        return_code = seats.code_of(connection, workshop.id, seat.seat)
    boot: dict[str, Any] = {
        "code": workshop.code,
        "languages": [code for code in workshop.languages if code in languages()],
        "return_code": return_code,
        "urls": {
            "join": url_for("participant.join", code=workshop.code),
            "api": f"/w/{workshop.code}/api",
            "history": url_for("participant.story", code=workshop.code),
            "kept": url_for("participant.kept", code=workshop.code),
            "words": words.address("phone", g.language),
            **({"mail": url_for("participant.mail", code=workshop.code)} if house().settings.smtp else {}),
        },
    }
    if len(records) <= MOST_INLINED:
        boot["snapshot"] = snapshot(version, records, "room", house().desk.now())
        boot["mine"] = own_picture(version, records, seat.seat)
    more = {"workshop": workshop, "said": said, "refused": refused, "typed": typed, **_plain(workshop, seat, records)}
    return shell("phone", workshop.title, "participant/room.html", more, **boot)


def _plain(workshop: Workshop, seat: SeatOf, records: list[Any]) -> dict[str, Any]:
    """What the page shows where no script runs."""
    step = next((r for r in records if isinstance(r, Activity) and r.id == workshop.now), None)
    if step is None and workshop.started_at is None:
        early = [r for r in records if isinstance(r, Activity) and r.phase == Phase.OPEN and r.settings.get("until")]
        step = min(early, key=lambda activity: activity.position, default=None)
    writes = step is not None and KINDS_OF_ACTIVITY[step.kind].makes == "cards" and step.phase == Phase.OPEN
    own = [r for r in records if isinstance(r, Card) and r.author == seat.seat]
    return {"step": spoken(step, g.language) if step else None, "writes": writes, "own": own}
