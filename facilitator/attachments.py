"""Files attached to a measure's application, for the office."""

from __future__ import annotations

from collections.abc import Callable

from flask import Response, g, make_response, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.register.states import OFFICE
from shared.web.attaching import act_on_files, file_answer, files_page, takes_files
from shared.web.errors import STATUS, say_refusal

from .entry import own_entry
from .pages import back, for_office, pages, person

takes_files("facilitator.change_files")


@pages.get("/facilitator/measures/<id>/files")
@for_office
def files_of(id: str) -> str:
    return _page(id)


@pages.post("/facilitator/measures/<id>/files")
@for_office
def change_files(id: str) -> Answer:
    """Attach a ``file`` of a ``kind`` (``act=add``), or take one out (``act=remove``, ``file_id``)."""
    entry = own_entry(id)
    try:
        act = act_on_files(entry, person().name, OFFICE)
    except Refused as refusal:
        return make_response(_page(id, say_refusal(g.language, refusal)), STATUS.get(refusal.code, 400))
    return back("files_of", id=id, said=act)


@pages.get("/facilitator/measures/<id>/files/<file>")
@for_office
def attached_file(id: str, file: str) -> Response:
    return file_answer(own_entry(id), file)


def _page(id: str, refused: str = "") -> str:
    entry = own_entry(id)
    return files_page(entry, OFFICE, "facilitator/frame.html", _address(id), refused, person=person())


def _address(id: str) -> Callable[[str], str]:
    def address(file: str) -> str:
        if not file:
            return url_for("facilitator.measure", id=id)
        return url_for("facilitator.attached_file", id=id, file=file)

    return address
