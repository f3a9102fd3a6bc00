"""The minutes of a workshop as they stand, from the store: for the page and for the command line."""

from __future__ import annotations

from typing import Any

from shared.domain.records import Workshop
from shared.minutes.document import compose
from shared.minutes.kept import pack
from shared.minutes.render import render
from shared.minutes.seal import checksum
from shared.minutes.sheet import lay_out
from shared.minutes.tree import Document
from shared.store import people, revisions, workshops
from shared.store.store import Store

from .aside import aside
from .language import Speech

MOST_ACTS = 5000


def minutes_of(store: Store, workshop: Workshop, encrypted: bool = False) -> Document:
    """Compose a workshop's minutes in its own language."""
    _, records = store.records(workshop.id)
    acts = store.acts(workshop.id, MOST_ACTS)
    with store.read() as connection:
        names = {region.id: region.name for region in people.regions(connection)}
    speech = Speech(workshop.language)
    region = names.get(workshop.region, workshop.region)
    return aside(lambda: compose(lay_out(records, speech, acts, encrypted, region)))


def sealed_with(store: Store, looked_up: str) -> tuple[Workshop, revisions.Revision] | None:
    """Find the sealed version that has a checksum; one whose kept parts do not give it is none."""
    with store.read() as connection:
        found = revisions.sealed(connection, looked_up)
        workshop = workshops.by_id(connection, found[0]) if found else None
    if found is None or workshop is None or aside(lambda: checksum(found[1].data, found[1].tree)) != looked_up:
        return None
    return workshop, found[1]


def save_version(store: Store, workshop: Workshop, document: Document, *, at: int, by: str, remark: str) -> int:
    """Keep the minutes as they stand now as a version that never changes, and give its number."""
    markdown, html = aside(lambda: (render(document, "md"), render(document, "html")))
    kept: dict[str, Any] = {"markdown": markdown, "html": html, "data": document.data, "tree": pack(document)}
    number: int = store.write(lambda c: revisions.save(c, workshop.id, at=at, by=by, note=remark, **kept))
    return number
