"""What becomes of a measure, for the office: figures as they are reported, the day it ended, its checks."""

from __future__ import annotations

from typing import Any

from flask import abort, g, make_response, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.register.checks import TIMES, answered, due
from shared.domain.register.entries import Entry, end, report
from shared.domain.register.firms import FIRMS, firms
from shared.domain.register.heads import COUNTED, FEMALE, MALE, Heads, day_of, heads, known
from shared.domain.register.indicators import INDICATORS, PARTS, reading
from shared.domain.register.states import OFFICE, STARTED
from shared.domain.text import line
from shared.store import heads as marks
from shared.store import register, results
from shared.web import language as speech
from shared.web.application import does
from shared.web.checking import check_page, make_check, today
from shared.web.errors import say_refusal
from shared.web.house import house
from shared.web.site import say

from .entry import own_entry
from .pages import back, for_office, page, pages, person


@pages.get("/facilitator/measures/<id>/results")
@for_office
def results_of(id: str) -> str:
    return _page(own_entry(id))


@pages.post("/facilitator/measures/<id>/results")
@for_office
def report_results(id: str) -> Answer:
    """Report a figure, take one back, say when the measure ended, or make the link for a check."""
    entry, form = own_entry(id), request.form.to_dict()
    act, by, at = form.get("act", ""), person().name, house().desk.now()
    try:
        if act == "read":
            values = reading(form, today())
            house().store.write(lambda c: _read(c, entry, values, by, at))
        elif act == "list":
            code, day = form.get("code", ""), day_of(form.get("day", ""), today())
            told, proof = _listed(entry, code, form, day), line(form.get("proof", ""), 200, least=1)
            secret = house().secret
            twice = house().store.write(lambda c: _list(c, secret, entry, code, told, day, proof, by, at))
            return back("results_of", id=id, list=code, found=len(told.heads), lines=told.lines, twice=twice)
        elif act == "take_back":
            house().store.write(lambda c: _take_back(c, entry, form.get("reading", ""), by, at))
        elif act == "ended":
            now = today()
            does(entry, lambda here: end(here, by, form.get("day", ""), now))
        elif act == "link" and form.get("time") in TIMES and entry.ended_on:
            made = house().store.write(lambda c: results.open_check(c, entry.id, form["time"]))
            path = url_for("participant.check", token=made)
            link = (house().public_url or request.host_url).rstrip("/") + path
            return make_response(_page(entry, link=link))  # shown once; only its hash is kept
        else:
            abort(400)
    except Refused as refusal:
        return make_response(_page(own_entry(id), say_refusal(g.language, refusal), form), 400)
    return back("results_of", id=id)


@pages.route("/facilitator/measures/<id>/checks/<time>", methods=["GET", "POST"])
@for_office
def check_measure(id: str, time: str) -> Answer:
    """Make a check, or correct one that was made."""
    entry = own_entry(id)
    if time not in TIMES or not entry.ended_on:
        abort(404)
    shown: dict[str, Any] = {"frame": "facilitator/frame.html", "person": person()}
    if request.method == "GET":
        with house().store.read() as connection:
            before = results.checks_of(connection, id).get(time)
        typed = {"day": before.day if before else today(), "way": before.way if before else "visit"}
        return make_response(check_page(entry, time, {**typed, **(before.answers if before else {})}, **shown))
    typed = request.form.to_dict()
    try:
        way, day = typed.get("way", ""), typed.get("day", "") or today()
        make_check(answered(entry.id, time, typed, person().name, way, day, house().desk.now()), OFFICE)
    except Refused as refusal:
        said = say_refusal(g.language, refusal)
        return make_response(check_page(entry, time, typed, refused=said, **shown), 400)
    return back("results_of", id=id)


def _read(connection: Any, entry: Entry, values: dict[str, Any], by: str, at: int) -> None:
    register.change(connection, entry.id, at, lambda here: report(here, by, OFFICE, "read", values["code"]))
    results.add_reading(connection, entry.id, values, by, at)


def _list(
    connection: Any, secret: bytes, entry: Entry, code: str, told: Heads, day: str, proof: str, by: str, at: int
) -> int:
    register.change(connection, entry.id, at, lambda here: report(here, by, OFFICE, "read", code))
    return marks.report(connection, secret, entry.id, code, told, day, proof, by, at)


def _listed(entry: Entry, code: str, form: dict[str, str], day: str) -> Heads:
    if code == FIRMS:
        return firms(form.get("firms", ""), entry.region)
    if code not in COUNTED:
        raise Refused("invalid", "form_choice")
    return heads(form.get("people", ""), _sexes(), day)


def _sexes() -> dict[str, str]:
    """Know the words for both sexes in every language."""
    return known(
        {
            sex: [
                word.strip()
                for spoken in speech.languages()
                for word in speech.words(spoken, f"programme.heads_{sex}").split(",")
            ]
            for sex in (FEMALE, MALE)
        }
    )


def _said() -> str:
    """Tell what a list came to, from the address that led back here."""
    told = {name: request.args.get(name, "") for name in ("found", "lines", "twice")}
    if not all(n.isdecimal() and len(n) < 7 for n in told.values()):
        return ""
    key = "firms_kept" if request.args.get("list") == FIRMS else "heads_kept"
    return say(f"programme.{key}", **{name: int(n) for name, n in told.items()}, n=int(told["found"]))


def _take_back(connection: Any, entry: Entry, id: str, by: str, at: int) -> None:
    gone = results.remove_reading(connection, entry.id, id)
    if gone is None:
        raise Refused("not_found", "not_found")
    register.change(connection, entry.id, at, lambda here: report(here, by, OFFICE, "unread", gone.code))


def _page(entry: Entry, refused: str = "", typed: dict[str, str] | None = None, link: str = "") -> str:
    with house().store.read() as connection:
        read = results.readings_of(connection, entry.id)
        made = results.checks_of(connection, entry.id)
    now = today()
    return page(
        "results.html",
        entry=entry,
        open=entry.state in STARTED,
        readings=[
            {
                "id": one.id,
                "what": say(f"programme.indicator.{one.code}"),
                "value": speech.figure(g.language, one.value),
                "day": speech.day(g.language, one.day, "medium"),
                "parts": ", ".join(f"{say(f'programme.part.{name}')} {n}" for name, n in one.parts.items()),
                "proof": one.proof,
                "by": one.by,
            }
            for one in read
        ],
        indicators=[(code, say(f"programme.indicator.{code}")) for code in INDICATORS],
        parts=[(name, say(f"programme.part.{name}")) for name in PARTS],
        checks=[
            {
                "time": time,
                "due": speech.day(g.language, due(entry.ended_on, time), "medium"),
                "late": time not in made and due(entry.ended_on, time) <= now,
                "made": made.get(time),
            }
            for time in TIMES
            if entry.ended_on
        ],
        typed={"day": now, **(typed or {})},
        link=link,
        said=_said(),
        counted=[(code, say(f"programme.indicator.{code}")) for code in COUNTED],
        firms=[(FIRMS, say(f"programme.indicator.{FIRMS}"))],
        refused=refused,
    )
