"""Sealing a version of the minutes, and the page where anybody may see whether minutes are the sealed ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import g, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.records import Workshop
from shared.minutes.seal import Seal, checksum, grouped, typed, with_seal
from shared.minutes.signed import Signer, sign_off, told, with_state
from shared.minutes.tree import Document
from shared.store import revisions, sealed_files, signatures
from shared.web import language as speech
from shared.web.addresses import base_url
from shared.web.aside import aside
from shared.web.bodies import takes_more
from shared.web.house import house
from shared.web.identity import Slow
from shared.web.qr import svg
from shared.web.recording import sealed_with, signers_of, states_of
from shared.web.sealed import MOST_BYTES, look_at
from shared.web.throttle import Budget, network

from .pages import back, for_facilitators, page, pages, person
from .versions import version_of

_LOOKS = Budget(60, 60)  # files from one address: a whole room may share it
_LIMIT = {"most": MOST_BYTES // 2**20}
takes_more("facilitator.verify_file", MOST_BYTES + 64 * 1024, anybody=True)


@pages.post("/facilitator/workshops/<id>/minutes/<number>/seal")
@for_facilitators
def seal_minutes(id: str, number: str) -> Answer:
    """Seal a saved version, once and for ever."""
    workshop, kept = version_of(id, number)
    at, by = house().desk.now(), person().name
    with house().store.read() as connection:
        signed = signatures.all_of(connection, workshop.id, kept.number)
    made = aside(lambda: checksum(kept.data, kept.tree, told(signed)))

    def close(connection: Any) -> None:
        if signatures.all_of(connection, workshop.id, kept.number) != signed:
            raise Refused("conflict", "signed_meanwhile")
        if revisions.seal(connection, workshop.id, kept.number, checksum=made, at=at, by=by):
            sealed_files.begin(connection, workshop.id, kept.number, made)

    house().store.write(close)
    return back("minutes", id=id, sealed=kept.number)


@pages.get("/minutes/verify")
def verify_minutes() -> str:
    """Look a checksum up; without one, ask for it."""
    text = request.args.get("checksum", "")
    return _verdict(typed(text), text) if text else page("verify.html", **_LIMIT)


@pages.post("/minutes/verify")
def verify_file() -> str:
    """Tell of which sealed minutes a file is, and whether it is as it was given out."""
    place = f"verify:{network(request.remote_addr)}"
    if wait := house().failures.wait([(place, _LOOKS)]):
        raise Slow(wait)
    house().failures.note([place])
    file = request.files.get("file")
    seen = look_at(house().store, file.read()) if file is not None else None
    if seen is None:
        return page("verify.html", **_LIMIT, unknown=True)
    return _told(seen.workshop, seen.kept, seen.state)


def signed_document(
    workshop: Workshop, kept: revisions.Revision, document: Document, signers: list[Signer]
) -> Document:
    """Put to a version's end who signed it, and its seal; and tell in its head how far it has come."""
    say = speech.Speech(workshop.language).say
    state = states_of(house().store, workshop, [kept], house().desk.now())[kept.number]
    if kept.sealed_at is None:
        signed = {"state": state, "signatures": told(signers)}
        blocks = (*document.blocks, *sign_off(signers, say))
        return with_state(replace(document, blocks=blocks, data={**document.data, "sign_off": signed}), state, say)
    seal = Seal(
        kept.number,
        kept.checksum or "",
        kept.sealed_by or "",
        kept.sealed_at,
        speech.moment(workshop.language, kept.sealed_at),
        f"{base_url(house().public_url, house().settings.port, request.host_url).rstrip('/')}/minutes/verify",
    )
    return with_state(with_seal(document, seal, signers, say, svg), state, say)


def _verdict(looked_up: str | None, text: str) -> str:
    """Tell of the sealed version with this checksum; whoever has no right one learns nothing."""
    found = sealed_with(house().store, looked_up) if looked_up is not None else None
    return page("verify.html", **_LIMIT, asked=text, unknown=True) if found is None else _told(*found, "checksum")


def _told(workshop: Workshop, kept: revisions.Revision, by: str) -> str:
    """Tell of a sealed version: known ``by`` its "checksum" or "file", or named in a file ("changed", "unrecorded")."""
    assert kept.sealed_at is not None
    return page(
        "verify.html",
        **_LIMIT,
        workshop=workshop,
        kept=kept,
        by=by,
        when=speech.moment(g.language, kept.sealed_at),
        grouped=grouped(kept.checksum or ""),
        signers=signers_of(house().store, workshop, kept.number, g.language),
    )
