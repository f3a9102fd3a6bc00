"""Coming in: type the code, tap a sector, be in. A plain form; no script is needed."""

from __future__ import annotations

from typing import Any

from flask import Response, g, jsonify, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.records import Seat, Workshop
from shared.store import workshops
from shared.web import language as speech
from shared.web.errors import say_refusal, told, wants_json
from shared.web.here import board_of, tidy_code, workshop_by_code
from shared.web.house import house
from shared.web.identity import Slow
from shared.web.site import say, speak

from .guesses import note_wrong_code, wait_for_code
from .pages import is_over, keep_seat, pages, seat_here


@pages.get("/")
def start() -> str:
    return _code_page()


@pages.post("/")
def enter_code() -> Answer:
    typed = request.form.get("code", "")
    if seconds := wait_for_code():
        return make_response(_code_page(typed, say("join.wait", n=seconds)), 429)
    found = _open_workshop(typed)
    if found is None:
        note_wrong_code()
        return make_response(_code_page(typed, say("join.wrong_code")), 404)
    return redirect(url_for("participant.join", code=found.code), 303)


@pages.route("/JOIN/<code>", methods=["GET", "POST"], endpoint="join_capitals")  # as the QR code writes it
@pages.route("/join/<code>", methods=["GET", "POST"])
def join(code: str) -> Answer:
    workshop = _find(code)
    if isinstance(workshop, Response):
        return workshop
    _speak_for(workshop)
    if request.is_json:
        return _join_script(workshop)
    seat = seat_here(workshop)
    if seat is not None and not seat.removed:
        return redirect(url_for("participant.room", code=workshop.code), 303)
    if seat is not None:
        return make_response(_join_page(workshop, "removed"), 403)
    if request.method == "GET":
        return make_response(_join_page(workshop))
    try:
        joined = house().desk.join(workshop.id, _details())
    except Refused as refusal:
        if wants_json():
            raise
        return make_response(_join_page(workshop, refused=say_refusal(g.language, refusal)), 409)
    if wants_json():
        return _secrets(workshop, joined)
    return keep_seat(
        make_response(redirect(url_for("participant.room", code=workshop.code), 303)), workshop, joined.token
    )


@pages.get("/join/<code>/kept")
def kept(code: str) -> Answer:
    """Tell on one screen what is kept about a participant."""
    workshop = _find(code)
    if isinstance(workshop, Response):
        return workshop
    _speak_for(workshop)
    return make_response(
        render_template("participant/kept.html", workshop=workshop, named=_named(workshop), https=house().https)
    )


@pages.route("/join/<code>/return", methods=["GET", "POST"])
def come_back(code: str) -> Answer:
    """Move a seat to this phone by its return code; the other phone's key dies."""
    workshop = _find(code)
    if isinstance(workshop, Response):
        return workshop
    _speak_for(workshop)
    if request.method == "GET":
        return make_response(render_template("participant/return.html", workshop=workshop))
    if seconds := wait_for_code(workshop.id):
        return _no_return(workshop, say("join.wait", n=seconds), 429)
    typed = (request.get_json(silent=True) or {}) if request.is_json else request.form
    try:
        joined = house().desk.move_seat(workshop.id, tidy_code(str(typed.get("return_code", ""))))
    except Refused:
        note_wrong_code(workshop.id)
        return _no_return(workshop, say("join.wrong_return"), 404)
    if wants_json():
        return _secrets(workshop, joined)
    return keep_seat(
        make_response(redirect(url_for("participant.room", code=workshop.code), 303)), workshop, joined.token
    )


def _find(code: str) -> Workshop | Response:
    """Find the workshop of a code, or answer that there is none; who guesses too often waits."""
    if seconds := wait_for_code():
        if wants_json():
            raise Slow(seconds)
        return make_response(_code_page(code, say("join.wait", n=seconds)), 429)
    found = _open_workshop(code)
    if found is not None:
        return found
    note_wrong_code()
    if wants_json():
        return told(404, Refused("not_found", "not_found"))
    return make_response(_code_page(tidy_code(code), say("join.wrong_code")), 404)


def _open_workshop(code: str) -> Workshop | None:
    found = workshop_by_code(code)
    return None if found is None or is_over(found) else found


def _code_page(typed: str = "", wrong: str = "") -> str:
    return render_template("participant/code.html", typed=typed[:20], wrong=wrong, open=_only_one())


def _only_one() -> Workshop | None:
    """In a room the Wi-Fi is the gate: the one workshop that runs is a tap away, unless its door is locked."""
    if house().public_url:
        return None
    with house().store.read() as connection:
        running = [w for w in workshops.of_regions(connection, None) if w.started_at and not w.ended_at]
    return running[0] if len(running) == 1 and not running[0].locked else None


def _join_page(workshop: Workshop, door: str | None = None, refused: str = "") -> str:
    offered = [(code, speech.NAMES[code]) for code in _languages(workshop)]
    return render_template(
        "participant/join.html",
        workshop=workshop,
        offered=offered,
        door=door or _door(workshop),
        named=_named(workshop),
        refused=refused,
        typed=request.form,
    )


def _door(workshop: Workshop) -> str:
    if workshop.ended_at is not None:
        return "ended"
    if workshop.locked:
        return "locked"
    _, records = board_of(workshop.id)
    taken = sum(isinstance(record, Seat) and not record.removed for record in records)
    return "full" if taken >= workshop.capacity else "open"


def _languages(workshop: Workshop) -> list[str]:
    return [code for code in workshop.languages if code in speech.languages()] or [speech.SOURCE]


def _speak_for(workshop: Workshop) -> None:
    """Speak a language that the workshop offers: asked for, else the browser's, else the workshop's own."""
    offered = _languages(workshop)
    asked = request.values.get("language", "")
    header = request.headers.get("Accept-Language")
    speak(asked if asked in offered else speech.negotiate(header, offered))


def _named(workshop: Workshop) -> bool:
    return any(wish != "no" for wish in workshop.asks.values())


def _details() -> dict[str, Any]:
    """Read what a form says about a seat; empty boxes say nothing, but a sector is always tapped."""
    told_ = {name: request.form.get(name, "").strip() for name in ("name", "organisation")}
    sector = request.form.get("sector", "").strip()
    named = {"named": True} if request.form.get("named") else {}
    return {
        "language": g.language,
        "sector": sector,
        **named,
        **{name: value for name, value in told_.items() if value},
    }


def _join_script(workshop: Workshop) -> Answer:
    details: Any = request.get_json(silent=True)
    if not isinstance(details, dict):
        raise Refused("invalid", "args_not_a_map")
    return _secrets(workshop, house().desk.join(workshop.id, details))


def _secrets(workshop: Workshop, joined: Any) -> Answer:
    made = {"seat": joined.seat, "token": joined.token, "return_code": joined.return_code, "workshop": workshop.id}
    return jsonify(made)


def _no_return(workshop: Workshop, message: str, status: int) -> Answer:
    if wants_json():
        code = "rate" if status == 429 else "not_found"
        return make_response(jsonify(ok=False, code=code, message=message, retry=status == 429), status)
    return make_response(render_template("participant/return.html", workshop=workshop, wrong=message), status)
