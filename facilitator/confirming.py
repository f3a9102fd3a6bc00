"""Signing a saved version off: the facilitator names who shall sign; each does by a link of their own, or on paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import abort, g, make_response, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.records import Workshop
from shared.domain.signing_off import named, signed_on, signs, struck
from shared.minutes.as_html import article
from shared.store import corrections, revisions, signatures
from shared.store.signatures import Signature
from shared.web import language as speech
from shared.web.aside import aside
from shared.web.errors import say_refusal
from shared.web.house import house
from shared.web.site import say

from .correcting import Act, acted
from .pages import for_facilitators, page, pages
from .versions import Told, document_of, linked_version


@pages.post("/facilitator/workshops/<id>/minutes/<number>/signers")
@for_facilitators
def sign_version_off(id: str, number: str) -> Answer:
    """Name somebody who shall sign, make their link, record what they signed on paper, or take them out."""
    return acted(id, number, _ACTS, "facilitator.sign_minutes", "corrections.sign_link_made")


@pages.get("/minutes/sign/<token>")
def sign_minutes(token: str) -> str:
    workshop, kept, signer = linked_version(token, signing=True)
    return _page(
        token, workshop, kept, signer, said=say("corrections.signed_thanks") if "signed" in request.args else ""
    )


@pages.post("/minutes/sign/<token>")
def sign_by_link(token: str) -> Answer:
    """Sign the version as the person whom the link names."""
    workshop, kept, signer = linked_version(token, signing=True)
    now = house().desk.now()

    def sign(connection: Any) -> None:
        _may_sign(connection, workshop.id, kept.number, signer)
        signatures.sign(connection, workshop.id, signer, signed_at=now)

    try:
        house().store.write(sign)
    except Refused as refusal:
        return make_response(_page(token, workshop, kept, signer, refused=say_refusal(g.language, refusal)), 400)
    return redirect(url_for("facilitator.sign_minutes", token=token, signed=1, language=g.language), 303)


def _may_sign(connection: Any, workshop: str, number: int, signer: str) -> Signature:
    found = signatures.one(connection, workshop, number, signer)
    if found is None:
        raise Refused("not_found", "not_found")
    signs(sealed=corrections.is_sealed(connection, workshop, number), signed=found.signed_at is not None)
    return found


def _add(connection: Any, workshop: str, number: int, told: Told) -> None:
    so_far = len(signatures.all_of(connection, workshop, number))
    sealed = corrections.is_sealed(connection, workshop, number)
    role, name = named(told.form.get("role", ""), told.form.get("name", ""), sealed=sealed, so_far=so_far)
    signatures.add(connection, workshop, number, role, name)


def _link(connection: Any, workshop: str, number: int, told: Told) -> str:
    found = _may_sign(connection, workshop, number, told.form.get("signer", ""))
    return corrections.make_link(connection, workshop, number, found.id)


def _paper(connection: Any, workshop: str, number: int, told: Told) -> None:
    found = _may_sign(connection, workshop, number, told.form.get("signer", ""))
    day = signed_on(told.form.get("day", ""), date.fromtimestamp(told.now / 1000))
    signatures.sign(connection, workshop, found.id, signed_at=told.now, paper_day=day, recorded_by=told.by)


def _remove(connection: Any, workshop: str, number: int, told: Told) -> None:
    struck(sealed=corrections.is_sealed(connection, workshop, number))
    signatures.remove(connection, workshop, number, told.form.get("signer", ""))


_ACTS: dict[str, Act] = {
    "add": _add,
    "link": _link,
    "paper": _paper,
    "remove": _remove,
}


def _page(
    token: str, workshop: Workshop, kept: revisions.Revision, signer: str, said: str = "", refused: str = ""
) -> str:
    with house().store.read() as connection:
        found = signatures.one(connection, workshop.id, kept.number, signer)
    if found is None:
        abort(404)
    document = document_of(kept, workshop)
    return page(
        "sign.html",
        token=token,
        workshop=workshop,
        number=kept.number,
        doc_direction=speech.direction(workshop.language),
        article=aside(lambda: article(document)),
        signer=found,
        when=speech.moment(g.language, found.signed_at) if found.signed_at is not None else "",
        sealed=kept.sealed_at is not None,
        said=said,
        refused=refused,
    )
