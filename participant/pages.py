"""The blueprint of the participants' pages, and how a phone is known again."""

from __future__ import annotations

from flask import Blueprint, Response, request

from shared.domain.records import Workshop
from shared.store import seats
from shared.store.seats import SeatOf
from shared.web.cookies import read_cookie, set_cookie
from shared.web.house import house

pages = Blueprint("participant", __name__, template_folder="templates")
AFTER_END = 12 * 3600  # seconds that a seat outlives its workshop


def seat_here(workshop: Workshop) -> SeatOf | None:
    """Find the seat that this browser has in a workshop, removed ones too."""
    token = read_cookie(request.cookies, f"seat_{workshop.code}", house().https)
    if not token:
        return None
    with house().store.read() as connection:
        found = seats.by_token(connection, token)
    return found if found is not None and found.workshop == workshop.id else None


def keep_seat(response: Response, workshop: Workshop, token: str) -> Response:
    """Give a browser its seat. The cookie lasts a few days; the server ends the seat 12 hours after the workshop."""
    set_cookie(response, f"seat_{workshop.code}", token, house().https, seconds=7 * 24 * 3600)
    return response


def is_over(workshop: Workshop) -> bool:
    """Say whether a workshop ended so long ago that its code opens nothing any more."""
    ended = workshop.ended_at
    return ended is not None and house().desk.now() - ended > AFTER_END * 1000
