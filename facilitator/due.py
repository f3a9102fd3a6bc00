"""Checks that are due: a list for the office, mails that ask for them, and a calendar for each region."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from flask import Response, abort, g, make_response, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.mailing import Sending, address_of
from shared.domain.register.checks import TIMES, due, waiting
from shared.domain.register.entries import Entry, report
from shared.domain.register.states import OFFICE
from shared.store import people, register, reminders
from shared.web import language as speech
from shared.web.addresses import base_url
from shared.web.asked import asked_number
from shared.web.checking import today
from shared.web.errors import say_refusal
from shared.web.house import house
from shared.web.ics import TYPE
from shared.web.language import Speech
from shared.web.reminding import calendar_of
from shared.web.site import say

from .pages import back, for_office, page, pages, person

_WITHIN = (0, 30, 90, 365)  # days from today


@pages.get("/facilitator/measures/due")
@for_office
def due_checks() -> str:
    return _page()


@pages.post("/facilitator/measures/due")
@for_office
def remind() -> Answer:
    """Ask for checks by e-mail (``check``: ENTRY:TIME), open a region's calendar to a link, or close it."""
    act, region = request.form.get("act", ""), request.form.get("region", "")
    if act == "mail":
        try:
            return back("due_checks", queued=_mail(request.form.getlist("check")), **_asked())
        except Refused as refusal:
            return make_response(_page(refused=say_refusal(g.language, refusal)), 400)
    if region not in _offices():
        abort(404)
    if act == "open_calendar":
        made = house().store.write(lambda c: reminders.open_calendar(c, region))
        path = url_for("participant.calendar", token=made)
        return make_response(_page(link=base_url(house().public_url, house().port, request.host_url) + path))
    if act == "close_calendar":
        house().store.write(lambda c: reminders.close_calendar(c, region))
        return back("due_checks", **_asked())
    abort(400)


@pages.get("/facilitator/measures/due.ics")
@for_office
def due_calendar() -> Response:
    """Give all checks that are still to be made, as they stand, in one region or all that the person keeps."""
    offices, region = _offices(), request.args.get("region", "")
    chosen = [id for id in offices if region in ("", id)]
    with house().store.read() as connection:
        found = reminders.ended(connection, chosen)
    name = offices[chosen[0]] if len(chosen) == 1 else say("register.all_regions")
    home = base_url(house().public_url, house().port, request.host_url)
    made = calendar_of(found, name, offices, Speech(g.language), home)
    headers = {"Content-Disposition": 'attachment; filename="checks.ics"'}
    return Response(made, content_type=TYPE, headers=headers)


def _mail(chosen: list[str]) -> int:
    """Queue a mail for each chosen check that waits and whose champion has an address; say how many."""
    if not _mails():
        raise Refused("invalid", "mail_not_set")
    at, by = house().desk.now(), person().name
    waits = {(one["id"], one["time"]): one for one in _rows(list(_offices()), _last(365))}
    named = [pair.partition(":") for pair in dict.fromkeys(chosen)]
    asked = [waits[id, time] for id, _, time in named if (id, time) in waits]
    if not asked:
        raise Refused("invalid", "nothing_chosen")
    with house().store.read() as connection:
        spoken = {region.id: region.language for region in people.regions(connection)}

    def work(connection: Any) -> int:
        queued = 0
        for one in asked:
            id, time = one["id"], one["time"]
            if one["address"] and reminders.queue(connection, id, time, one["address"], spoken[one["region_id"]], at):
                register.change(connection, id, at, _asked_for(by, time))
                queued += 1
        return queued

    queued: int = house().store.write(work)
    return queued


def _asked_for(by: str, time: str) -> register.Step:
    return lambda here: report(here, by, OFFICE, "reminded", time)


def _mails() -> bool:
    """Say whether mails go, with links that the outside can follow."""
    return house().settings.smtp is not None and house().public_url is not None


def _offices() -> dict[str, str]:
    return house().identity.regions(person(), "office")


def _last(within: int) -> str:
    return (date.fromisoformat(today()) + timedelta(days=within)).isoformat()


def _asked() -> dict[str, Any]:
    """Give what the page was asked to show, as its form sends it along."""
    told = {
        "region": request.values.get("in", request.args.get("region", "")),
        "within": request.values.get("within", ""),
    }
    return {name: value for name, value in told.items() if value}


def _rows(regions: list[str], by: str) -> list[dict[str, Any]]:
    """List the checks that fall due by a day and were not made, the oldest first."""
    now, names = today(), _offices()
    with house().store.read() as connection:
        found = reminders.ended(connection, regions)
        sent = reminders.sent_for(connection, regions)
    rows = [
        {
            **{"id": entry.id, "title": entry.title, "number": entry.number, "time": time},
            **{"region": names.get(entry.region, ""), "region_id": entry.region, "due": due(entry.ended_on, time)},
            **{"champion": entry.form.get("champion", ""), "phone": entry.form.get("champion_phone", "")},
            "address": _address(entry),
            "sent": sent.get((entry.id, time)),
        }
        for entry, made in found
        for time in waiting(entry.ended_on, made, by)
    ]
    order = list(TIMES)
    rows.sort(key=lambda row: (row["due"], row["number"], order.index(row["time"])))
    return [{**row, "late": row["due"] < now} for row in rows]


def _address(entry: Entry) -> str:
    try:
        return address_of(str(entry.form.get("champion_email", "")))
    except Refused:
        return ""


def _page(refused: str = "", link: str = "") -> str:
    offices, asked = _offices(), _asked()
    chosen = [id for id in offices if asked.get("region", "") in ("", id)]
    told = str(asked.get("within", ""))
    within = int(told) if told in map(str, _WITHIN) else 90
    rows, queued = _rows(chosen, _last(within)), asked_number("queued")
    with house().store.read() as connection:
        open_ = reminders.calendars(connection)
    for row in rows:
        row["day"] = speech.day(g.language, row["due"], "medium")
        row["when"] = say(f"evaluation.words.time.{row['time']}")
        row["may_mail"] = bool(row["address"]) and (row["sent"] is None or row["sent"].state == Sending.FAILED)
    return page(
        "due.html",
        rows=rows,
        late=sum(row["late"] for row in rows),
        regions=list(offices.items()),
        region=asked.get("region", ""),
        within=str(within),
        spans=[(str(days), say(f"reminders.within_{days}")) for days in _WITHIN],
        calendars=[(id, name, id in open_) for id, name in offices.items() if id in chosen],
        mails=_mails(),
        link=link,
        said="" if queued is None else say("reminders.queued", n=queued),
        refused=refused,
    )
