"""How a measure goes while it runs, for the office: milestones, risks, notes and photos."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Response, abort, g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.photos import MOST_BYTES, MOST_CAPTION, caption_of
from shared.domain.register.course import (
    MET,
    MILESTONES,
    MOST_LINE,
    MOST_NOTE,
    MOST_PHOTOS,
    OPEN,
    OVER,
    RISKS,
    delay,
    drop,
    planned,
    rows,
    take_plan,
    tell,
    write,
)
from shared.domain.register.entries import Entry, report
from shared.domain.register.public import MOST_ALT, described
from shared.domain.register.reported import WAITS, answer, reports
from shared.domain.register.states import OFFICE, STARTED
from shared.store import entry_photos, register
from shared.store.keys import new_id
from shared.store.photos import digest_of
from shared.web import language as speech
from shared.web.application import does
from shared.web.checking import today
from shared.web.errors import STATUS, say_refusal
from shared.web.house import house
from shared.web.photographed import sent_photo, takes_photos
from shared.web.site import say

from .entry import own_entry
from .pages import back, for_office, page, pages, person

takes_photos("facilitator.change_course")


@pages.get("/facilitator/measures/<id>/course")
@for_office
def course_of(id: str) -> str:
    return _page(own_entry(id))


@pages.post("/facilitator/measures/<id>/course")
@for_office
def change_course(id: str) -> Answer:
    """Take the plan over, write or drop a milestone or risk, note how it goes, take a photo in or out."""
    entry, act = own_entry(id), request.form.get("act", "")
    if act not in _ACTS:
        abort(400)
    try:
        _ACTS[act](entry)
    except Refused as refusal:
        told = _page(own_entry(id), say_refusal(g.language, refusal), request.form.to_dict())
        return make_response(told, STATUS.get(refusal.code, 400))
    return back("course_of", id=id, said=act, _anchor=_ANCHORS.get(act) or f"h-{_kind()}")


@pages.get("/facilitator/measures/<id>/photos/<photo>.jpg")
@for_office
def entry_photo(id: str, photo: str) -> Response:
    entry = own_entry(id)
    with house().store.read() as connection:
        jpeg = entry_photos.picture(connection, entry.id, photo)
    if jpeg is None:
        abort(404)
    return Response(jpeg, content_type="image/jpeg")


def _plan(entry: Entry) -> None:
    by = person().name
    does(entry, lambda here: take_plan(here, by))


def _write(entry: Entry) -> None:
    kind, given, by, now = _kind(), request.form.to_dict(), person().name, today()
    id = given.get("item", "")
    if id and id not in entry.course.get(kind, {}):
        raise Refused("not_found", "gone_line")  # somebody took it out meanwhile
    does(entry, lambda here: write(here, by, kind, id or new_id(), given, now))


def _drop(entry: Entry) -> None:
    kind, id, by = _kind(), request.form.get("item", ""), person().name
    does(entry, lambda here: drop(here, by, kind, id))


def _tell(entry: Entry) -> None:
    text, by = request.form.get("note", ""), person().name
    does(entry, lambda here: tell(here, by, text))


def _accept(entry: Entry) -> None:
    _answer(entry, True)


def _return(entry: Entry) -> None:
    _answer(entry, False)


def _answer(entry: Entry, accepted: bool) -> None:
    id, word, by, now = request.form.get("report", ""), request.form.get("answer", ""), person().name, today()
    does(entry, lambda here: answer(here, by, id, accepted, word, now))


def _take_photo(entry: Entry) -> None:
    caption, day = caption_of(request.form.get("caption", "")), _day(request.form.get("day", ""))
    by, at, made = person().name, house().desk.now(), sent_photo()
    told = entry_photos.Photo(new_id(), day, caption, at, by, made.width, made.height, digest_of(made.jpeg))

    def work(connection: Any) -> None:
        if len(entry_photos.all_of(connection, entry.id)) >= MOST_PHOTOS:
            raise Refused("limit", "photos_full", most=MOST_PHOTOS)
        register.change(connection, entry.id, at, _noted(by, "pictured", caption))
        entry_photos.add(connection, entry.id, told, made.jpeg)

    house().store.write(work)


def _take_photo_out(entry: Entry) -> None:
    chosen, by, at = request.form.get("photo", ""), person().name, house().desk.now()

    def work(connection: Any) -> None:
        gone = entry_photos.remove(connection, entry.id, chosen)
        if gone is None:
            raise Refused("not_found", "gone_photo")
        register.change(connection, entry.id, at, _noted(by, "unpictured", gone.caption))

    house().store.write(work)


def _show_photo(entry: Entry) -> None:
    """Let a photo stand on public pages, with words that say what is on it."""
    alt = described(entry, request.form.get("alt", ""), request.form.get("agreed") == "yes")
    _released(entry, alt, "photo_released")


def _cover_photo(entry: Entry) -> None:
    _released(entry, "", "photo_withdrawn")


def _released(entry: Entry, alt: str, verb: str) -> None:
    chosen, by, at = request.form.get("photo", ""), person().name, house().desk.now()

    def work(connection: Any) -> None:
        before = entry_photos.release(connection, entry.id, chosen, alt)
        if before is None:
            raise Refused("not_found", "gone_photo")
        register.change(connection, entry.id, at, _noted(by, verb, before.caption))

    house().store.write(work)


def _noted(by: str, verb: str, what: str) -> register.Step:
    return lambda here: report(here, by, OFFICE, verb, what)


_ACTS: dict[str, Callable[[Entry], None]] = {
    "plan": _plan,
    "write": _write,
    "drop": _drop,
    "tell": _tell,
    "accept": _accept,
    "return": _return,
    "picture": _take_photo,
    "unpicture": _take_photo_out,
    "show": _show_photo,
    "cover": _cover_photo,
}
_ANCHORS = {
    "plan": "h-milestones",
    "tell": "h-notes",
    **dict.fromkeys(("accept", "return"), "h-reports"),
    **dict.fromkeys(("picture", "unpicture", "show", "cover"), "h-photos"),
}


def _reports(entry: Entry) -> list[dict[str, str]]:
    """Tell what the champion has reported, what waits first."""
    named = {row["id"]: row["what"] for row in rows(entry, MILESTONES)}
    told = sorted(reports(entry), key=lambda one: one.stand != WAITS)
    return [
        {
            **{"id": one.id, "stand": one.stand, "word": one.word, "by": one.by, "answer": one.answer},
            "what": " · ".join(filter(None, (say(f"reported.kind_{one.kind}"), named.get(one.milestone, "")))),
            "day": speech.day(g.language, one.day or one.told, "medium"),
        }
        for one in told
    ]


def _kind() -> str:
    kind = request.form.get("kind", "")
    return kind if kind in (MILESTONES, RISKS) else abort(400)


def _day(typed: str) -> str:
    try:
        day = date.fromisoformat(typed).isoformat() if typed else ""
    except ValueError:
        raise Refused("invalid", "form_date") from None
    if day > today():
        raise Refused("invalid", "reading_future")
    return day


def _page(entry: Entry, refused: str = "", typed: dict[str, str] | None = None) -> str:
    now, said = today(), request.args.get("said", "")
    with house().store.read() as connection:
        past = register.history(connection, entry.id)
        photos = entry_photos.all_of(connection, entry.id)
    return page(
        "course.html",
        entry=entry,
        open=entry.state in STARTED,
        plan=sum(len(told) for told in planned(entry).values()),
        milestones=[{**row, "delay": delay(row, now)} for row in rows(entry, MILESTONES)],
        risks=rows(entry, RISKS),
        stands=[(stand, say(f"course.risk_{stand}")) for stand in (OPEN, MET, OVER)],
        notes=[(speech.moment(g.language, t.at), t.event.by, t.event.reason) for t in past if t.event.verb == "told"],
        photos=photos,
        reports=_reports(entry),
        most_photos=MOST_PHOTOS,
        most_size=MOST_BYTES // 2**20,
        most={"line": MOST_LINE, "note": MOST_NOTE, "caption": MOST_CAPTION, "alt": MOST_ALT},
        today=now,
        typed=typed or {},
        said=say("common.saved") if said in _ACTS else "",
        refused=refused,
    )
