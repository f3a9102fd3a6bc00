"""Who was there besides the phones, and who was invited: numbers that the minutes put side by side."""

from __future__ import annotations

from flask import g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.attendance import INVITED, OTHERWISE, SEX, SEXES, parts_of
from shared.domain.changes import Refused
from shared.domain.records import Seat, Workshop
from shared.store.keys import new_id
from shared.web.errors import say_refusal
from shared.web.here import actor_of, board_of, own_workshop
from shared.web.house import house
from shared.web.site import say

from .pages import back, for_facilitators, page, pages, person

_WAYS = (*OTHERWISE, INVITED, SEX)


@pages.route("/facilitator/workshops/<id>/attendance", methods=["GET", "POST"])
@for_facilitators
def attendance(id: str) -> Answer:
    workshop = own_workshop(person(), id)
    if request.method == "GET":
        return make_response(_page(workshop, said=say("common.saved") if "saved" in request.args else ""))
    try:
        told = {way: {part: _whole(f"{way}-{part}") for part in parts_of(way)} for way in _WAYS}
        house().desk.perform(workshop.id, actor_of(person()), new_id(), "workshop.edit", {"attendance": told})
    except Refused as refusal:
        return make_response(_page(workshop, refused=say_refusal(g.language, refusal)), 400)
    return back("attendance", id=id, saved=1)


def _whole(name: str) -> int:
    try:
        return int("".join(request.form.get(name, "").split()) or 0)
    except ValueError as error:
        raise Refused("invalid", "argument_wrong", name=name) from error


def _named(part: str) -> str:
    return say(f"minutes.{part}" if part in SEXES else f"common.sector.{part}")


def _page(workshop: Workshop, said: str = "", refused: str = "") -> str:
    _, records = board_of(workshop.id)
    seats = [record for record in records if isinstance(record, Seat) and not record.removed]
    kept = {f"{way}-{sector}": n for way, numbers in workshop.attendance.items() for sector, n in numbers.items()}
    return page(
        "attendance.html",
        workshop=workshop,
        ways=[(way, [(part, _named(part)) for part in parts_of(way)]) for way in _WAYS],
        typed=request.form if refused else kept,
        phones=len(seats),
        named=sum(seat.named for seat in seats),
        said=said,
        refused=refused,
    )
