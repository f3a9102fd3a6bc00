"""A region's calendar of checks, for whoever has its link: calendars ask for it by themselves and sign nothing in."""

from __future__ import annotations

from flask import Response, abort, request

from shared.store import people, reminders
from shared.web.addresses import base_url
from shared.web.house import house
from shared.web.ics import TYPE
from shared.web.language import Speech
from shared.web.reminding import calendar_of

from .pages import pages


@pages.get("/calendar/<token>.ics")
def calendar(token: str) -> Response:
    with house().store.read() as connection:
        id = reminders.behind_calendar(connection, token)
        region = next((one for one in people.regions(connection) if one.id == id), None)
        found = reminders.ended(connection, [region.id]) if region else []
    if region is None:
        abort(404)
    home = base_url(house().public_url, house().port, request.host_url)
    made = calendar_of(found, region.name, {region.id: region.name}, Speech(region.language), home)
    return Response(made, content_type=TYPE)
