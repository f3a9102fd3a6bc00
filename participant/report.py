"""How a measure goes, told by its champion's link while it runs: milestones, a word, photos, the next tranche."""

from __future__ import annotations

from typing import Any

from flask import abort, g, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.photos import MOST_BYTES, MOST_CAPTION, caption_of
from shared.domain.register.course import MILESTONES, MOST_PHOTOS, rows
from shared.domain.register.entries import Entry, Event
from shared.domain.register.reported import KINDS, MOST_WORD, REACHED, may_report, reports, tell
from shared.domain.register.states import CHAMPION
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

from .apply import champion_of, entry_behind
from .pages import pages

MOST_BY_LINK = 10  # photos of one measure; the office needs room for its own
takes_photos("participant.send_report", anybody=True)


@pages.get("/apply/<token>/report")
def report_page(token: str) -> str:
    return _page(token, entry_behind(token))


@pages.post("/apply/<token>/report")
def send_report(token: str) -> Answer:
    """Report something (``act=tell``: ``id``, ``kind``, ``word``, ``milestone``, ``day``) or send a photo."""
    entry, act = entry_behind(token), request.form.get("act", "")
    by, form, now = champion_of(entry), request.form.to_dict(), today()
    try:
        if act == "tell":
            id = form.get("id", "")[:32] or new_id()
            does(entry, lambda here: tell(here, by, id, form, now))
        elif act == "picture":
            _picture(entry, by)
        else:
            abort(400)
    except Refused as refusal:
        told = _page(token, entry_behind(token), say_refusal(g.language, refusal))
        return make_response(told, STATUS.get(refusal.code, 400))
    return redirect(url_for("participant.report_page", token=token, said=act), 303)


def _picture(entry: Entry, by: str) -> None:
    caption, at = caption_of(request.form.get("caption", "")), house().desk.now()
    if not may_report(entry):
        raise Refused("phase_closed", "report_closed")
    made = sent_photo()
    told = entry_photos.Photo(new_id(), today(), caption, at, by, made.width, made.height, digest_of(made.jpeg))

    def work(connection: Any) -> None:
        def step(here: Entry) -> tuple[Entry, Event | None]:
            there = entry_photos.all_of(connection, here.id)
            if not may_report(here):
                raise Refused("phase_closed", "report_closed")
            if any(photo.digest == told.digest for photo in there):
                return here, None  # sent again after its answer was lost
            if sum(photo.by == by for photo in there) >= MOST_BY_LINK or len(there) >= MOST_PHOTOS:
                raise Refused("limit", "photos_full", most=MOST_BY_LINK)
            entry_photos.add(connection, here.id, told, made.jpeg)
            return here, Event("pictured", by, CHAMPION, reason=caption)

        register.change(connection, entry.id, at, step)

    house().store.write(work)


def _page(token: str, entry: Entry, refused: str = "") -> str:
    milestones = {row["id"]: row["what"] for row in rows(entry, MILESTONES)}
    typed = request.form if refused else {}
    said = request.args.get("said", "")
    return render_template(
        "participant/report.html",
        entry=entry,
        back=url_for("participant.apply", token=token),
        open=may_report(entry),
        id=typed.get("id", "") or new_id(),
        kinds=[(kind, say(f"reported.kind_{kind}")) for kind in KINDS if kind != REACHED or milestones],
        milestones=[(row["id"], row["what"]) for row in rows(entry, MILESTONES) if not row.get("reached")],
        reports=[
            {
                "stand": one.stand,
                "what": " · ".join(filter(None, (say(f"reported.kind_{one.kind}"), milestones.get(one.milestone, "")))),
                "word": one.word,
                "day": speech.day(g.language, one.told, "medium"),
                "answer": one.answer,
            }
            for one in reports(entry)
        ],
        today=today(),
        typed=typed,
        most=MOST_WORD,
        most_caption=MOST_CAPTION,
        most_size=MOST_BYTES // 2**20,
        said=say(f"reported.said_{said}") if said in ("tell", "picture") else "",
        refused=refused,
    )
