"""The history, for those who run the workshop: with the words of cards and notes."""

from __future__ import annotations

from flask import g, render_template, url_for

from shared.web.asked import asked_number
from shared.web.here import board_of, own_workshop
from shared.web.house import house
from shared.web.story import PAGE, acts_of_page

from .pages import for_facilitators, pages, person


@pages.get("/facilitator/workshops/<id>/history")
@for_facilitators
def history(id: str) -> str:
    workshop = own_workshop(person(), id)
    acts = house().store.acts(workshop.id, PAGE, asked_number("before"))
    _, records = board_of(workshop.id)
    return render_template(
        "history.html",
        workshop=workshop,
        acts=acts_of_page(g.language, acts, room=False, records=records),
        older=acts[0]["version"] if len(acts) == PAGE else None,
        back=url_for("facilitator.settings", id=id),
    )
