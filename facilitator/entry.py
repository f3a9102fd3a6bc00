"""One entry of the register: how far it has come, who may do what with it, its application and its history."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import abort, g, make_response, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.conclusions import BY as JUDGES
from shared.domain.conclusions import COSTS, JUDGED
from shared.domain.register.changing import waiting
from shared.domain.register.concluded import concluded
from shared.domain.register.course import MILESTONES
from shared.domain.register.entries import Entry, Event, join, may_write, note, release
from shared.domain.register.form import FIELDS, SECTIONS, own_share
from shared.domain.register.public import PUBLIC
from shared.domain.register.states import OFFICE, REASONED, STARTED, may_follow
from shared.domain.register.words import answer
from shared.minutes.register import application
from shared.minutes.render import written
from shared.minutes.sections.worth import answers
from shared.minutes.tree import Photo
from shared.store import attached, entry_photos, people, register
from shared.web import language as speech
from shared.web.application import (
    after_save,
    does,
    keep_section,
    moved,
    overview,
    section_or_404,
    section_page,
    shown,
)
from shared.web.aside import aside
from shared.web.errors import say_refusal
from shared.web.house import house
from shared.web.language import Speech
from shared.web.site import say

from .files import file_language, file_of
from .measures import only_released
from .pages import back, for_office, for_results, page, pages, person

_FORMATS = ("pdf", "docx", "odt")
_ANY = f"any({', '.join(_FORMATS)})"


@pages.get("/facilitator/measures/<id>")
@for_results
def measure(id: str) -> str:
    entry = own_entry(id, "results")
    if entry.region not in house().identity.regions(person(), "office"):
        return page("entry_read.html", entry=entry, region=_region(entry), told=told_answers(entry, PUBLIC))
    return _page(entry)


@pages.post("/facilitator/measures/<id>")
@for_office
def change_measure(id: str) -> Answer:
    """Move an entry on, write down what the office notes, make it public, open or close its champion's link."""
    entry = own_entry(id)
    act, by, typed, link = request.form.get("act", ""), person().name, request.form.to_dict(), ""
    try:
        if act == "move":
            moved(entry, by, OFFICE, request.form.get("to", ""), request.form.get("reason", ""))
        elif act == "note":
            does(entry, lambda here: note(here, by, typed))
        elif act == "join":
            ticked, names = request.form.getlist("joint"), _names()
            does(entry, lambda here: join(here, by, ticked, names))
        elif act in ("release", "withdraw"):
            does(entry, lambda here: release(here, by, act == "release"))
        elif act == "open_link":
            made = house().store.write(lambda c: register.open_link(c, entry.id))
            path = url_for("participant.apply", token=made)
            link = (house().public_url or request.host_url).rstrip("/") + path
        elif act == "close_link":
            house().store.write(lambda c: register.close_link(c, entry.id))
        else:
            abort(400)
    except Refused as refusal:
        return make_response(_page(own_entry(id), refused=say_refusal(g.language, refusal)), 400)
    if link:  # shown once; only its hash is kept
        return make_response(_page(entry, link=link))
    return back("measure", id=id)


@pages.get("/facilitator/measures/<id>/form/<section>")
@for_office
def measure_section(id: str, section: str) -> Answer:
    entry = own_entry(id)
    section_or_404(section)
    if not may_write(entry, OFFICE):
        return back("measure", id=id)
    framed = section_page(entry, section, shown(entry), "facilitator/frame.html", _address(id), person=person())
    return make_response(framed)


@pages.post("/facilitator/measures/<id>/form/<section>")
@for_office
def write_section(id: str, section: str) -> Answer:
    entry = own_entry(id)
    again = keep_section(entry, section, person().name, OFFICE)
    if again is None:
        return redirect(after_save(section, _address(id)), 303)
    framed = section_page(entry, section, again, "facilitator/frame.html", _address(id), person=person())
    return make_response(framed, 409 if again.clashes else 400)


@pages.get(f"/facilitator/measures/<id>.<{_ANY}:format>")
@for_office
def measure_file(id: str, format: str) -> Answer:
    """Give an application as a document, filled in as far as it is."""
    entry = own_entry(id)
    with house().store.read() as connection:
        past = register.history(connection, entry.id)
        files = attached.all_of(connection, entry.id)
        taken, jpegs = entry_photos.all_of(connection, entry.id), entry_photos.pictures(connection, entry.id)
    notes = [(speech.moment(g.language, t.at), t.event.by, t.event.reason) for t in past if t.event.verb == "told"]
    pictures = [Photo(p.id, p.caption, p.digest, p.width, p.height, jpegs.get(p.id, "")) for p in taken]
    document = application(entry, _region(entry), Speech(file_language(g.language)), notes, pictures, files)
    return file_of(entry.number, aside(lambda: written(document, format)), format)


@pages.get(f"/facilitator/application.<{_ANY}:format>")
@for_office
def blank_application(format: str) -> Answer:
    """Give the blank form, to be filled in by hand."""
    told = Speech(file_language(g.language))
    document = application(None, "", told)
    return file_of(f"application-{told.language}", aside(lambda: written(document, format)), format)


def own_entry(id: str, act: str = "office") -> Entry:
    """Find an entry that a person may keep, or read (``results``); what is not theirs is not there."""
    with house().store.read() as connection:
        entry = register.one(connection, id)
    if entry is None or entry.region not in house().identity.regions(person(), act):
        abort(404)
    if act == "results" and only_released() and not entry.released:
        abort(404)
    return entry


def told_answers(entry: Entry, names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Put answers of an application into words, those that were given."""
    told = [(name, answer(FIELDS[name], entry.form.get(name), Speech(g.language))) for name in names]
    return [(say(f"register.field.{name}"), text) for name, text in told if text]


def _address(id: str) -> Callable[[str], str]:
    def address(section: str) -> str:
        if not section:
            return url_for("facilitator.measure", id=id)
        return url_for("facilitator.measure_section", id=id, section=section)

    return address


def _names() -> dict[str, str]:
    with house().store.read() as connection:
        return {region.id: region.name for region in people.regions(connection)}


def _region(entry: Entry) -> str:
    return _names().get(entry.region, "")


def _page(entry: Entry, refused: str = "", link: str = "") -> str:
    with house().store.read() as connection:
        past = register.history(connection, entry.id)
        linked = register.has_link(connection, entry.id)
        files = attached.all_of(connection, entry.id)
    from_here = may_follow(entry.state, OFFICE)
    share = own_share(entry.form)
    return page(
        "entry.html",
        entry=entry,
        region=_region(entry),
        led=bool(entry.workshop) and house().identity.workshop(person(), entry.workshop, "read") is not None,
        moves=[(to, say(f"register.move.{to}"), to in REASONED) for to in from_here],
        told={name: told_answers(entry, tuple(field.name for field in fields)) for name, fields in SECTIONS.items()},
        others=[(id, name) for id, name in _names().items() if id != entry.region],
        share=None if share is None else round(100 * share[0] / share[1]),
        history=[_line(told) for told in past],
        linked=linked,
        concluded=_concluded(entry),
        change_waits=waiting(entry) is not None,
        attached=files,
        begun=entry.state in STARTED,
        milestones=len(entry.course.get(MILESTONES, {})),
        reached=sum("reached" in row for row in entry.course.get(MILESTONES, {}).values()),
        writable=may_write(entry, OFFICE),
        link=link,
        formats=[(format, say(f"pages.format_{format}")) for format in _FORMATS],
        refused=refused,
        **overview(entry),
    )


def _concluded(entry: Entry) -> dict[str, Any] | None:
    """Put into words what a room found the measure to have been worth; None where none has told."""
    said, meeting = concluded(entry)
    if not said:
        return None
    spoken = Speech(g.language)
    money = [(say(f"evaluation.words.{n}"), said[n]) for n in ("own_delivered", *COSTS) if said.get(n)]
    words = [(f"{heading} – {asked}", text) for heading, asked, text in answers(spoken, said) if text]
    return {
        "meeting": " · ".join(filter(None, (meeting["title"], meeting["day"] and spoken.day(meeting["day"])))),
        "scores": [
            (say(f"evaluation.words.judge.{question}"), [said.get(f"{question}_{who}", "") or "–" for who in JUDGES])
            for question in JUDGED
        ],
        "by": [say(f"evaluation.words.by.{who}") for who in JUDGES],
        "told": money + words,
    }


def _what(event: Event) -> str:
    """Tell the reason of an event, or what a report or a check was about."""
    if event.verb in ("read", "unread"):
        return say(f"programme.indicator.{event.reason}")
    return say(f"evaluation.words.time.{event.reason}") if event.verb in ("checked", "reminded") else event.reason


def _line(told: register.Told) -> dict[str, Any]:
    event = told.event
    kind, money = event.changes.get("money") or ("", None)
    rating = (event.changes.get("rating") or [None, None])[1]
    means = rating["means"].items() if rating else ()
    less = event.changes.get("offer")
    sums = [speech.number(g.language, money[0]), money[1]] if money else []
    fields = [say(f"register.field.{name}") for name in event.changes if name in FIELDS]
    return {
        "at": speech.moment(g.language, told.at),
        "what": say(f"register.did.{event.verb}", state=say(f"register.state.{event.to}") if event.to else ""),
        "by": event.by,
        "party": event.party,
        "money": " ".join([say(f"financing.kind.{kind}"), *sums]) if money else "",
        "less": say("register.offered", asked=speech.number(g.language, less[0]), name=less[1]) if less else "",
        "rating": " · ".join(f"{say(f'rating.words.{criterion}')} {mean}" for criterion, mean in means),
        "reason": _what(event),
        "fields": ", ".join(fields),
    }
