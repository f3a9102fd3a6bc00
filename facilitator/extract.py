"""The extract of sealed minutes for public pages: looked at first, with what stays out of it, then made public."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import abort, g, request
from werkzeug.wrappers import Response as Answer

from shared.minutes.as_html import article
from shared.minutes.extract import Extract, names_of
from shared.minutes.tree import Heading
from shared.store import people, public_minutes, signatures
from shared.web.here import board_of
from shared.web.house import house
from shared.web.language import Speech

from .pages import back, for_facilitators, page, pages, person
from .versions import version_of


@pages.get("/facilitator/workshops/<id>/minutes/<number>/extract")
@for_facilitators
def minutes_extract(id: str, number: str) -> str:
    """Show the extract as everybody would read it, and the lines that stay out."""
    workshop, kept = version_of(id, number)
    if kept.sealed_at is None:
        abort(404)
    with house().store.read() as connection:
        more = [one.name for one in people.persons(connection)]
        more += [one.name for one in signatures.all_of(connection, workshop.id)]
        public = public_minutes.number_of(connection, workshop.id)
    names = names_of(kept.data, board_of(workshop.id)[1], more)
    extract = Extract(kept.data, names, Speech(g.language))
    document = extract.document()
    blocks = [_below(block) if isinstance(block, Heading) else block for block in document.blocks]
    shown = article(replace(document, blocks=tuple(blocks)))
    left_out = list(dict.fromkeys(extract.left_out))
    return page("extract.html", workshop=workshop, number=kept.number, public=public, shown=shown, left_out=left_out)


@pages.post("/facilitator/workshops/<id>/minutes/<number>/extract")
@for_facilitators
def release_extract(id: str, number: str) -> Answer:
    """Make the extract of a sealed version public, or take it back."""
    workshop, kept = version_of(id, number)
    act, at, by = request.form.get("act", ""), house().desk.now(), person().name
    if kept.sealed_at is None:
        abort(404)
    if act not in ("release", "withdraw"):
        abort(400)

    def work(connection: Any) -> None:
        if act == "release":
            public_minutes.release(connection, workshop.id, kept.number, at, by)
        else:
            public_minutes.withdraw(connection, workshop.id)

    house().store.write(work)
    return back("minutes_extract", id=id, number=kept.number)


def _below(heading: Heading) -> Heading:
    """Let the title stand below the page's own."""
    return replace(heading, level=max(heading.level, 2))
