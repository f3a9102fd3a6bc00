"""Measures from earlier workshops of the same region: which there are, and taking them over."""

from __future__ import annotations

from flask import Response, g

from shared.domain.changes import Refused
from shared.live.wire import exactly, refusal
from shared.web.bodies import json_body
from shared.web.carrying import former_of, take_over
from shared.web.errors import STATUS
from shared.web.here import actor_of, own_workshop
from shared.web.house import house

from .pages import for_facilitators, pages, person


@pages.get("/facilitator/workshops/<id>/former")
@for_facilitators
def former(id: str) -> Response:
    """List the workshops whose measures this one may take over."""
    found = former_of(house().desk, own_workshop(person(), id))
    told = [{**{name: getattr(w, name) for name in ("id", "title", "date")}, "measures": n} for w, n in found]
    return house().json({"ok": True, "workshops": told})


@pages.post("/facilitator/workshops/<id>/former")
@for_facilitators
def carry(id: str) -> Response:
    """Take over the measures of another workshop: {"id": a command's, "from": the workshop's}."""
    workshop = own_workshop(person(), id)
    try:
        said = exactly(json_body(), ("id", "from"))
        origin = house().identity.workshop(person(), said["from"]) if isinstance(said["from"], str) else None
        if origin is None:
            raise Refused("not_found", "not_found")
        answer = take_over(house().desk, workshop, origin, actor_of(person()), said["id"])
    except Refused as refused:
        response = house().json(refusal(refused, g.language, house().say))
        response.status_code = STATUS.get(refused.code, 409)
        return response
    return house().json({"ok": True, "version": answer.version, **answer.data})
