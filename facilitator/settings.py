"""A workshop's settings: its name, its door, the wall's address. Each change is a command like any other."""

from __future__ import annotations

from typing import Any

from flask import g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.records import Workshop
from shared.store.keys import new_id
from shared.web import language as speech
from shared.web.errors import say_refusal
from shared.web.here import actor_of, own_workshop
from shared.web.house import house
from shared.web.site import say

from .console import join_url, projector_url
from .pages import back, for_facilitators, page, pages, person

_SAID = {"saved": "common.saved", "wall_renewed": "pages.wall_renewed", "wall_revoked": "pages.wall_revoked"}


@pages.route("/facilitator/workshops/<id>/", methods=["GET", "POST"])
@for_facilitators
def settings(id: str) -> Answer:
    workshop = own_workshop(person(), id)
    if request.method == "GET":
        said = _SAID.get(request.args.get("said", ""))
        return make_response(_page(workshop, said=say(said) if said else ""))
    try:
        house().desk.perform(workshop.id, actor_of(person()), new_id(), "workshop.edit", _args())
    except Refused as refusal:
        return make_response(_page(workshop, refused=say_refusal(g.language, refusal)), 400)
    return back("settings", id=id, said="saved")


def _args() -> dict[str, Any]:
    form = request.form
    names = ("title", "date", "place", "host", "facilitators", "language")
    return {
        **{name: form[name] for name in names if name in form},
        "capacity": _whole("capacity"),
        "languages": form.getlist("languages"),
        "asks": {"name": form.get("asks_name", "no"), "organisation": form.get("asks_organisation", "no")},
        "wifi": {"name": form.get("wifi_name", ""), "password": form.get("wifi_password", "")},
    }


def _whole(name: str) -> int:
    try:
        return int("".join(request.form.get(name, "").split()))  # people write 10 000
    except ValueError as error:
        raise Refused("invalid", "argument_wrong", name=name) from error


def _page(workshop: Workshop, said: str = "", refused: str = "") -> str:
    typed = {
        **{name: getattr(workshop, name) for name in ("title", "date", "place", "host", "facilitators", "capacity")},
        "language": workshop.language,
        "languages": workshop.languages,
        **{f"wifi_{name}": workshop.wifi.get(name, "") for name in ("name", "password")},
        **{f"asks_{name}": workshop.asks.get(name, "no") for name in ("name", "organisation")},
    }
    if refused:
        typed |= {**request.form.to_dict(), "languages": request.form.getlist("languages")}
    return page(
        "settings.html",
        workshop=workshop,
        typed=typed,
        said=said,
        refused=refused,
        join_url=join_url(workshop),
        projector_url=_wall_address(workshop),
        asks=[(wish, say(f"pages.asks_{wish}")) for wish in ("no", "may", "must")],
        offered=[(code, speech.NAMES[code]) for code in speech.languages()],
    )


def _wall_address(workshop: Workshop) -> str:
    """Write the wall's address in full: it may be typed on another computer."""
    path = projector_url(workshop)
    return join_url(workshop).rpartition("/join/")[0] + path if path else ""
