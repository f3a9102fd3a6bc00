"""Sealing a version of the minutes, and the page where anybody may see whether minutes are the sealed ones."""

from __future__ import annotations

from flask import abort, g, request
from werkzeug.wrappers import Response as Answer

from shared.domain.records import Workshop
from shared.minutes.seal import Seal, checksum, checksum_of_file, grouped, typed, with_seal
from shared.minutes.tree import Document
from shared.store import revisions
from shared.web import language as speech
from shared.web.addresses import base_url
from shared.web.aside import aside
from shared.web.asked import number_of
from shared.web.here import own_workshop
from shared.web.house import house
from shared.web.qr import svg
from shared.web.recording import sealed_with

from .pages import back, for_facilitators, page, pages, person


@pages.post("/facilitator/workshops/<id>/minutes/<number>/seal")
@for_facilitators
def seal_minutes(id: str, number: str) -> Answer:
    """Seal a saved version, once and for ever."""
    workshop = own_workshop(person(), id)
    asked = number_of(number)
    with house().store.read() as connection:
        kept = revisions.one(connection, workshop.id, asked) if asked is not None else None
    if kept is None or kept.tree is None:
        abort(404)
    made = checksum(kept.data, kept.tree)
    at, by = house().desk.now(), person().name
    house().store.write(lambda c: revisions.seal(c, workshop.id, kept.number, checksum=made, at=at, by=by))
    return back("minutes", id=id, sealed=kept.number)


@pages.get("/minutes/verify")
def verify_minutes() -> str:
    """Look a checksum up; without one, ask for it."""
    text = request.args.get("checksum", "")
    return _verdict(typed(text), text) if text else page("verify.html")


@pages.post("/minutes/verify")
def verify_file() -> str:
    """Reckon the checksum of a file anew, and look it up."""
    file = request.files.get("file")
    content = file.read() if file is not None else b""
    return _verdict(aside(lambda: checksum_of_file(content)), file.filename or "" if file is not None else "")


def sealed_document(workshop: Workshop, kept: revisions.Revision, document: Document) -> Document:
    """Put a version's seal at its end."""
    assert kept.sealed_at is not None
    assert kept.checksum is not None
    seal = Seal(
        kept.number,
        kept.checksum,
        kept.sealed_by or "",
        kept.sealed_at,
        speech.moment(workshop.language, kept.sealed_at),
        f"{base_url(house().public_url, house().settings.port, request.host_url).rstrip('/')}/minutes/verify",
    )
    return with_seal(document, seal, speech.Speech(workshop.language).say, svg)


def _verdict(looked_up: str | None, text: str) -> str:
    """Tell of the sealed version with this checksum; whoever has no right one learns nothing."""
    found = sealed_with(house().store, looked_up) if looked_up is not None else None
    if found is None:
        return page("verify.html", asked=text, unknown=True)
    workshop, kept = found
    assert kept.sealed_at is not None
    return page(
        "verify.html",
        asked=text,
        workshop=workshop,
        kept=kept,
        when=speech.moment(g.language, kept.sealed_at),
        grouped=grouped(looked_up or ""),
    )
