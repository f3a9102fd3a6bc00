"""Saved versions of minutes as several pages look them up, and links to them that are given away."""

from __future__ import annotations

from dataclasses import dataclass

from flask import abort, request, url_for

from shared.domain.records import Workshop
from shared.minutes.kept import unpack
from shared.minutes.tree import Document
from shared.store import corrections, photos, revisions, workshops
from shared.web.addresses import base_url
from shared.web.asked import number_of
from shared.web.here import own_workshop
from shared.web.house import house
from shared.web.identity import Slow
from shared.web.throttle import Budget, network

from .pages import person

WRONG = Budget(30, 60)  # links that lead nowhere, from one address


@dataclass(frozen=True)
class Told:
    """What a form says, when and by whom; the store's writer knows of no request."""

    form: dict[str, str]
    now: int
    by: str


def form_told() -> Told:
    return Told(request.form.to_dict(), house().desk.now(), person().name)


def version_of(id: str, number: str) -> tuple[Workshop, revisions.Revision]:
    """Find a saved version that all formats can be written from, of a workshop that whoever asks may run."""
    workshop = own_workshop(person(), id)
    asked = number_of(number)
    with house().store.read() as connection:
        kept = revisions.one(connection, workshop.id, asked) if asked is not None else None
    if kept is None or kept.tree is None:
        abort(404)
    return workshop, kept


def given_away(endpoint: str, token: str) -> str:
    """Write the whole address behind which somebody without an account gets to a version."""
    base = base_url(house().public_url, house().settings.port, request.host_url)
    return base.rstrip("/") + url_for(endpoint, token=token)


def linked_version(token: str, *, signing: bool) -> tuple[Workshop, revisions.Revision, str]:
    """Find the version to which a link leads, and whom it lets sign; a link is for signing or for corrections.

    What leads nowhere is answered ever alike, and not without end.
    """
    with house().store.read() as connection:
        found = corrections.linked(connection, token)
        if found is not None and signing == (found[2] != corrections.CORRECTIONS):
            workshop = workshops.by_id(connection, found[0])
            kept = revisions.one(connection, found[0], found[1])
            if workshop is not None and kept is not None:
                return workshop, kept, found[2]
    place = f"minutes:{network(request.remote_addr)}"
    if wait := house().failures.wait([(place, WRONG)]):
        raise Slow(wait)
    house().failures.note([place])
    abort(404)


def document_of(kept: revisions.Revision, workshop: Workshop | None = None) -> Document:
    """Make the document again of which a version was saved; versions from before it was kept have none.

    With its ``workshop`` it holds the pictures of its photos, but for those that were taken out since.
    """
    if kept.tree is None:
        abort(404)
    if workshop is None:
        return unpack(kept.tree, kept.data)
    with house().store.read() as connection:
        return unpack(kept.tree, kept.data, photos.pictures(connection, workshop.id))
