"""The hand-out: looked at by facilitators, given out and taken back, read by everybody who has its address."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from typing import Any

from flask import Response, abort, g, make_response, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.mailing import MOST_AT_ONCE, Sending, addresses_of, room_for
from shared.domain.records import Workshop
from shared.minutes.as_html import article
from shared.minutes.as_pdf import pdf
from shared.minutes.tree import Document
from shared.store import mailing, revisions
from shared.store.keys import keyed, new_id
from shared.web import language as speech
from shared.web.addresses import base_url
from shared.web.aside import aside
from shared.web.errors import say_refusal
from shared.web.here import actor_of, own_workshop, workshop_by_code
from shared.web.house import house
from shared.web.qr import svg
from shared.web.recording import handout_of, minutes_of, save_version, signers_of
from shared.web.site import say, speak

from .files import file_of
from .minutes import written_once
from .pages import back, for_facilitators, page, pages, person, person_here
from .sealing import signed_document
from .versions import document_of, version_of

_SAID = ("given", "taken_back", "minutes_opened", "minutes_closed", "mail_send", "mail_again", "mail_add")
_ACTS = {  # what is done here, and what is said then
    "give": "given",
    "take_back": "taken_back",
    "open_minutes": "minutes_opened",
    "close_minutes": "minutes_closed",
}


@pages.get("/facilitator/workshops/<id>/handout")
@for_facilitators
def handout(id: str) -> str:
    """Show the hand-out as it stands, and whether it is given out."""
    return _console(own_workshop(person(), id))


@pages.post("/facilitator/workshops/<id>/handout")
@for_facilitators
def give_handout(id: str) -> Answer:
    """Give it out under a new address, or close that address; open minutes to those who have it, or close them."""
    workshop, act = own_workshop(person(), id), request.form.get("act", "")
    if act not in _ACTS:
        abort(400)
    args = _ARGS[act](workshop) if act in _ARGS else {}
    try:
        house().desk.perform(workshop.id, actor_of(person()), new_id(), f"handout.{act}", args)
    except Refused as refusal:
        return make_response(_console(workshop, refused=say_refusal(g.language, refusal)), 409)
    return back("handout", id=id, said=_ACTS[act])


def _opened(workshop: Workshop) -> dict[str, int]:
    """Name the version to be opened; where none was chosen, keep the minutes as they stand as one."""
    if number := request.form.get("number", ""):
        return {"number": version_of(workshop.id, number)[1].number}
    if not workshop.handout:
        return {"number": 1}  # is refused
    document = minutes_of(house().store, workshop, house().https, pictures=False)
    at, remark = house().desk.now(), say("pages.handout_minutes_kept")
    return {"number": save_version(house().store, workshop, document, at=at, by=person().name, remark=remark)}


_ARGS: dict[str, Callable[[Workshop], dict[str, Any]]] = {"give": lambda _: {"key": new_id()}, "open_minutes": _opened}


@pages.post("/facilitator/workshops/<id>/handout/mail")
@for_facilitators
def mail_handout(id: str) -> Answer:
    """Queue what waits, try again what failed, or add addresses by hand."""
    workshop, act = own_workshop(person(), id), request.form.get("act", "")
    if act not in _MAILS:
        abort(400)
    try:
        if house().settings.smtp is None:
            raise Refused("not_allowed", "mail_not_set")
        _MAILS[act](workshop)
    except Refused as refusal:
        typed = request.form.get("addresses", "")
        return make_response(_console(workshop, say_refusal(g.language, refusal), typed), 400)
    return back("handout", id=id, said=f"mail_{act}")


def _send(workshop: Workshop, state: Sending = Sending.WAITING) -> None:
    if not workshop.handout:
        raise Refused("phase_closed", "mail_give_first")
    now = house().desk.now()
    if not house().store.write(lambda c: mailing.queue(c, workshop.id, now, state)):
        raise Refused("conflict", "mail_nobody")


def _again(workshop: Workshop) -> None:
    _send(workshop, Sending.FAILED)


def _add(workshop: Workshop) -> None:
    addresses = addresses_of(request.form.get("addresses", ""))
    if not addresses:
        raise Refused("invalid", "mail_nobody")
    secret, now = house().secret, house().desk.now()

    def keep(connection: Any) -> None:
        room_for(sum(mailing.counts(connection, workshop.id).values()), len(addresses))
        for address in addresses:
            digest = keyed(secret, "mailing", workshop.id, address.lower())
            mailing.add(connection, workshop.id, digest, address, workshop.language, now)

    house().store.write(keep)


_MAILS: dict[str, Callable[[Workshop], None]] = {"send": _send, "again": _again, "add": _add}


@pages.get("/facilitator/workshops/<id>/handout.pdf")
@for_facilitators
def handout_draft(id: str) -> Answer:
    return _pdf(own_workshop(person(), id))


@pages.get("/handout/<code>/<key>")
def read_handout(code: str, key: str) -> Answer:
    workshop = _given(code, key)
    speak(workshop.language)
    document = _document(workshop)
    file = url_for("facilitator.handout_file", code=code, key=key)
    minutes = url_for("facilitator.read_opened_minutes", code=code, key=key) if workshop.handout_minutes else ""
    told = {"workshop": workshop, "article": article(document), "file": file, "minutes": minutes}
    return _fresh(make_response(page("handout_read.html", **told)))


@pages.get("/handout/<code>/<key>.pdf")
def handout_file(code: str, key: str) -> Answer:
    return _fresh(_pdf(_given(code, key)))


@pages.get("/handout/<code>/<key>/minutes")
def read_opened_minutes(code: str, key: str) -> Answer:
    """Show the version of the minutes that was opened to everybody who has the hand-out."""
    workshop = _given(code, key)
    kept = _open_version(workshop)
    speak(workshop.language)
    document = signed_document(
        workshop, kept, document_of(kept, workshop), signers_of(house().store, workshop, kept.number)
    )
    told = {"workshop": workshop, "article": aside(lambda: article(document)), "code": code, "key": key}
    return _fresh(make_response(page("handout_minutes.html", **told)))


@pages.get("/handout/<code>/<key>/minutes.<any(pdf, html):format>")
def opened_minutes_file(code: str, key: str, format: str) -> Answer:
    workshop = _given(code, key)
    content = written_once(workshop, _open_version(workshop), format)
    return _fresh(file_of(f"minutes-{workshop.date}-{workshop.code}", content, format))


def _open_version(workshop: Workshop) -> revisions.Revision:
    with house().store.read() as connection:
        kept = revisions.one(connection, workshop.id, workshop.handout_minutes)
    if not workshop.handout_minutes or kept is None:
        abort(404)
    return kept


def handout_url(workshop: Workshop) -> str:
    """Give the address of a hand-out that is given out."""
    return f"{_site()}/handout/{workshop.code}/{workshop.handout}"


def handout_qr(workshop: Workshop) -> Answer:
    if not workshop.handout:
        abort(404)
    return Response(svg(handout_url(workshop), say("pages.handout_qr")), mimetype="image/svg+xml")


def _given(code: str, key: str) -> Workshop:
    """Find the workshop whose hand-out is given out under this key; whoever has no right one learns nothing."""
    workshop = workshop_by_code(code)
    if workshop is None or not workshop.handout or not hmac.compare_digest(workshop.handout.encode(), key.encode()):
        abort(404)
    return workshop


def _console(workshop: Workshop, refused: str = "", typed: str = "") -> str:
    document = _document(workshop)
    said = request.args.get("said", "")
    with house().store.read() as connection:
        versions = [kept.number for kept in revisions.all_of(connection, workshop.id) if kept.tree is not None]
        counts = mailing.counts(connection, workshop.id)
        failed = mailing.failed(connection, workshop.id)
    return page(
        "handout.html",
        workshop=workshop,
        article=article(document),
        doc_direction=speech.direction(workshop.language),
        address=handout_url(workshop) if workshop.handout else "",
        picture=svg(handout_url(workshop), say("pages.handout_qr")) if workshop.handout else "",
        versions=versions,
        opened=f"{handout_url(workshop)}/minutes" if workshop.handout_minutes else "",
        said=say(f"pages.handout_{said}") if said in _SAID else "",
        mails=house().settings.smtp is not None,
        counts=counts,
        on_the_way=counts.get(Sending.QUEUED, 0) + counts.get(Sending.SENDING, 0),
        failed=failed,
        most_at_once=MOST_AT_ONCE,
        typed=typed,
        refused=refused,
    )


def _pdf(workshop: Workshop) -> Answer:
    document = _document(workshop)
    name = f"result-{workshop.date}-{workshop.code}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return Response(aside(lambda: pdf(document)), content_type="application/pdf", headers=headers)


def _document(workshop: Workshop) -> Document:
    """Compose it; it leads to the minutes whoever may read them, the others to the version that was opened to them."""
    them = person_here()
    reads = them is not None and house().identity.workshop(them, workshop.id, "read") is not None
    minutes = f"{_site()}{url_for('facilitator.minutes', id=workshop.id)}" if reads else ""
    return handout_of(house().store, workshop, minutes, _site())


def _site() -> str:
    return base_url(house().public_url, house().settings.port, request.host_url).rstrip("/")


def _fresh(answer: Answer) -> Answer:
    """Let nothing keep it: it follows the workshop, and may be taken back."""
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
