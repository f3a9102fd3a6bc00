"""Leaving an address for the result, and taking it back: a plain form, apart from the seat that it is sent from."""

from __future__ import annotations

from typing import Any

from flask import abort, g, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.mailing import address_of, room_for
from shared.domain.records import Workshop
from shared.store import mailing
from shared.store.keys import keyed
from shared.web.errors import say_refusal
from shared.web.here import workshop_by_code
from shared.web.house import house
from shared.web.identity import Slow
from shared.web.site import say, speak
from shared.web.throttle import Budget

from .pages import is_over, pages, seat_here

_OF_A_SEAT = Budget(4, 24 * 3600)  # addresses from one seat; counted in memory, and not kept beside them


@pages.get("/w/<code>/mail")
def mail(code: str) -> Answer:
    workshop = _here(code)
    if not isinstance(workshop, Workshop):
        return workshop
    done = request.args.get("done", "")
    return make_response(_page(workshop, said=say(f"mail.{done}") if done in ("left", "taken_back") else ""))


@pages.post("/w/<code>/mail")
def leave_address(code: str) -> Answer:
    """Keep an address, or forget it. Whether it was there is told to nobody."""
    workshop = _here(code)
    if not isinstance(workshop, Workshop):
        return workshop
    typed = request.form.get("address", "")
    try:
        address = address_of(typed)
    except Refused as refused:
        return make_response(_page(workshop, refused=say_refusal(g.language, refused), typed=typed), 400)
    digest, language, now = digest_of(workshop.id, address), g.language, house().desk.now()
    if request.form.get("act") == "take_back":
        house().store.write(lambda c: mailing.forget(c, workshop.id, digest))
        return redirect(url_for("participant.mail", code=workshop.code, done="taken_back"), 303)
    seat = seat_here(workshop)
    place = f"mail:{seat.seat if seat else ''}"
    if wait := house().failures.wait([(place, _OF_A_SEAT)]):
        raise Slow(wait)
    house().failures.note([place])

    def keep(connection: Any) -> None:
        room_for(sum(mailing.counts(connection, workshop.id).values()))
        mailing.add(connection, workshop.id, digest, address, language, now)

    try:
        house().store.write(keep)
    except Refused as refused:
        return make_response(_page(workshop, refused=say_refusal(g.language, refused), typed=typed), 409)
    return redirect(url_for("participant.mail", code=workshop.code, done="left"), 303)


def digest_of(workshop: str, address: str) -> str:
    """Hash an address for one workshop, so that it is known again and cannot be read."""
    return keyed(house().secret, "mailing", workshop, address.lower())


def _here(code: str) -> Workshop | Answer:
    """Find the workshop for somebody who has a seat in it, also for some hours after it ended."""
    workshop = workshop_by_code(code)
    if workshop is None or house().settings.smtp is None:
        abort(404)
    seat = seat_here(workshop)
    if seat is None or seat.removed or is_over(workshop):
        return redirect(url_for("participant.join", code=workshop.code), 303)
    if request.args.get("language") not in workshop.languages:
        speak(seat.language)
    return workshop


def _page(workshop: Workshop, said: str = "", refused: str = "", typed: str = "") -> str:
    return render_template("participant/mail.html", workshop=workshop, said=said, refused=refused, typed=typed)
