"""The history, for anybody who sits in the room."""

from __future__ import annotations

from flask import g, render_template, url_for
from werkzeug.wrappers import Response as Answer

from shared.web.asked import asked_number
from shared.web.here import board_of
from shared.web.house import house
from shared.web.story import PAGE, acts_of_page

from .pages import pages
from .room import seated


@pages.get("/w/<code>/history")
def story(code: str) -> Answer | str:
    found = seated(code)
    if isinstance(found, Answer):
        return found
    workshop, _ = found
    acts = house().store.acts(workshop.id, PAGE, asked_number("before"))
    _, records = board_of(workshop.id)
    return render_template(
        "history.html",
        workshop=workshop,
        acts=acts_of_page(g.language, acts, room=True, records=records),
        older=acts[0]["version"] if len(acts) == PAGE else None,
        back=url_for("participant.room", code=workshop.code),
    )
