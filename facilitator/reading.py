"""The minutes for those who read and do not lead: whoever oversees sees all of them, a viewer what was sealed."""

from __future__ import annotations

from flask import abort, g

from shared.domain.permissions import Scope, scope
from shared.domain.records import Workshop
from shared.minutes.as_html import article
from shared.store import revisions
from shared.store.revisions import Revision
from shared.web import language as speech
from shared.web.house import house
from shared.web.recording import minutes_of
from shared.web.site import say

from .pages import page, person
from .versions import document_of

_TO_READ = ("pdf", "html", "docx", "odt", "md")
_AS_DATA = ("xlsx", "csv", "json")


def only_released() -> bool:
    """Say whether whoever asks reads what was released and nothing else."""
    return scope(person().role, "read") is Scope.RELEASED


def read_minutes(workshop: Workshop) -> str:
    """Show the draft as it stands; to a viewer, the newest sealed version."""
    with house().store.read() as connection:
        saved = revisions.all_of(connection, workshop.id)
    told = [version for version in saved if may_read(version)]
    newest = document_of(told[0], workshop) if only_released() else None
    formats = _TO_READ if only_released() else (*_TO_READ, *_AS_DATA)
    return page(
        "minutes_read.html",
        workshop=workshop,
        article=article(newest or minutes_of(house().store, workshop, house().https)),
        doc_direction=speech.direction(workshop.language),
        drafts=not only_released(),
        formats=[(format, say(f"pages.format_{format}")) for format in formats],
        versions=[
            {
                "number": version.number,
                "at": speech.moment(g.language, version.at),
                "sealed": version.sealed_at is not None,
                "formats": [
                    (format, say(f"pages.format_{format}"))
                    for format in formats
                    if version.tree or format in ("md", "html", "json")
                ],
            }
            for version in told
        ],
    )


def may_read(version: Revision) -> bool:
    """Say whether a saved version is there for whoever asks."""
    return version.sealed_at is not None or not only_released()


def let_read(version: Revision | None, format: str) -> Revision:
    """Give a saved version to whoever may read it in this format; to others it is not there."""
    if version is None or not may_read(version) or (only_released() and format in _AS_DATA):
        abort(404)
    return version
