"""A saved version on its way to be confirmed: open it for corrections, hand out its link, answer remarks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from flask import abort, g, make_response, request
from markupsafe import Markup
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.corrections import DAYS, MOST_DAYS, MOST_TEXT, STATES, answered, open_for
from shared.domain.records import Workshop
from shared.domain.signing_off import MOST_NAME, MOST_ROLE
from shared.store import corrections, revisions, signatures
from shared.web import language as speech
from shared.web.asked import asked_number
from shared.web.errors import say_refusal
from shared.web.house import house
from shared.web.qr import svg
from shared.web.recording import signer_of, states_of
from shared.web.site import say

from .pages import back, for_facilitators, page, pages
from .versions import Told, form_told, given_away, version_of

PAGE = 50  # remarks
Act = Callable[[Any, str, int, Told], str | None]  # may give the token of a link


@pages.get("/facilitator/workshops/<id>/minutes/<number>/corrections")
@for_facilitators
def version_corrections(id: str, number: str) -> str:
    workshop, kept = version_of(id, number)
    return version_page(workshop, kept, said=say("common.saved") if "saved" in request.args else "")


@pages.post("/facilitator/workshops/<id>/minutes/<number>/corrections")
@for_facilitators
def correct_version(id: str, number: str) -> Answer:
    """Open the window, close it, make its link anew or take it back, or answer a remark."""
    return acted(id, number, _ACTS, "facilitator.correct", "corrections.link_made")


def acted(id: str, number: str, acts: Mapping[str, Act], endpoint: str, made: str) -> Answer:
    """Do with a version what a form asks for; where that makes a link to ``endpoint``, show it this once."""
    workshop, kept = version_of(id, number)
    act = acts.get(request.form.get("act", ""))
    if act is None:
        abort(400)
    told = form_told()
    try:
        token: str | None = house().store.write(lambda c: act(c, workshop.id, kept.number, told))
    except Refused as refusal:
        return make_response(version_page(workshop, kept, refused=say_refusal(g.language, refusal)), 400)
    if token:
        return make_response(version_page(workshop, kept, link=given_away(endpoint, token), link_told=say(made)))
    return back("version_corrections", id=id, number=number, saved=1, page=asked_number("page") or 1)


def _open(connection: Any, workshop: str, number: int, told: Told) -> str:
    sealed = corrections.is_sealed(connection, workshop, number)
    window = open_for(told.form.get("days", ""), told.now, sealed=sealed)
    corrections.open_window(connection, workshop, number, window)
    return corrections.make_link(connection, workshop, number)


def _close(connection: Any, workshop: str, number: int, told: Told) -> None:
    corrections.close_window(connection, workshop, number, told.now)


def _link(connection: Any, workshop: str, number: int, told: Told) -> str:
    return corrections.make_link(connection, workshop, number)


def _revoke(connection: Any, workshop: str, number: int, told: Told) -> None:
    corrections.revoke_link(connection, workshop, number)


def _answer(connection: Any, workshop: str, number: int, told: Told) -> None:
    form, sealed = told.form, corrections.is_sealed(connection, workshop, number)
    state = form.get("state", "")
    answer = answered(state, form.get("answer", ""), sealed=sealed)
    values = {"state": state, "answer": answer, "shown": "shown" in form}
    by = {"answered_at": told.now, "answered_by": told.by}
    if not corrections.answer(connection, workshop, number, form.get("remark", ""), **values, **by):
        raise Refused("not_found", "not_found")


_ACTS: dict[str, Act] = {
    "open": _open,
    "close": _close,
    "link": _link,
    "revoke": _revoke,
    "answer": _answer,
}


def version_page(
    workshop: Workshop, kept: revisions.Revision, said: str = "", refused: str = "", link: str = "", link_told: str = ""
) -> str:
    """Show how far a version has come: its corrections, and who signs it off. ``link`` is one that was just made."""
    now = house().desk.now()
    with house().store.read() as connection:
        window = corrections.window(connection, workshop.id, kept.number)
        links = corrections.links(connection, workshop.id, kept.number)
        signed = signatures.all_of(connection, workshop.id, kept.number)
        remarks = corrections.remarks(connection, workshop.id, kept.number)
    last = max(1, -(-len(remarks) // PAGE))
    number = min(asked_number("page") or 1, last)
    return page(
        "corrections.html",
        workshop=workshop,
        doc_direction=speech.direction(workshop.language),
        number=kept.number,
        sealed=kept.sealed_at is not None,
        takes=window is not None and window.takes(now),
        until=speech.moment(g.language, window.closes_at) if window else "",
        linked=corrections.CORRECTIONS in links,
        state=states_of(house().store, workshop, [kept], now)[kept.number],
        signers=[(one.id, signer_of(one, g.language), one.id in links) for one in signed],
        most_role=MOST_ROLE,
        most_name=MOST_NAME,
        today=date.fromtimestamp(now / 1000).isoformat(),
        link=link,
        link_told=link_told,
        code=Markup(svg(link, say("corrections.code"))) if link else "",
        days=DAYS,
        most_days=MOST_DAYS,
        most=MOST_TEXT,
        states=STATES,
        waiting=sum(remark.state == "open" for remark in remarks),
        all=len(remarks),
        remarks=[
            (remark, speech.moment(g.language, remark.at)) for remark in remarks[(number - 1) * PAGE : number * PAGE]
        ],
        page_number=number,
        last_page=last,
        said=said,
        refused=refused,
    )
