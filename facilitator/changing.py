"""Changes to the contract of a measure, for the office."""

from __future__ import annotations

from flask import g, make_response, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.register.states import OFFICE
from shared.web.changing import act_on_changes, changes_page
from shared.web.errors import STATUS, say_refusal

from .entry import own_entry
from .pages import back, for_office, pages, person


@pages.get("/facilitator/measures/<id>/changes")
@for_office
def changes_of(id: str) -> str:
    return _page(id)


@pages.post("/facilitator/measures/<id>/changes")
@for_office
def change_contract(id: str) -> Answer:
    """Write down a change (``act=ask``: ``amount-N``, ``end``, ``why``, ``word``), allow or refuse what waits."""
    entry = own_entry(id)
    try:
        act = act_on_changes(entry, person().name, OFFICE)
    except Refused as refusal:
        return make_response(_page(id, say_refusal(g.language, refusal)), STATUS.get(refusal.code, 400))
    return back("changes_of", id=id, said=act)


def _page(id: str, refused: str = "") -> str:
    entry, home = own_entry(id), url_for("facilitator.measure", id=id)
    return changes_page(entry, OFFICE, "facilitator/frame.html", home, refused, person=person())
