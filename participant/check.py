"""A check of a measure by a personal link: no account, on any phone, once."""

from __future__ import annotations

from flask import abort, g, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.register.checks import answered
from shared.domain.register.entries import Entry
from shared.domain.register.states import CHAMPION
from shared.domain.text import line
from shared.store import register, results
from shared.web.checking import check_page, make_check, today
from shared.web.errors import say_refusal
from shared.web.house import house

from .pages import pages


@pages.get("/check/<token>")
def check(token: str) -> Answer:
    entry, time = _asked(token)
    return make_response(check_page(entry, time, {}, "small.html"))


@pages.post("/check/<token>")
def answer_check(token: str) -> Answer:
    entry, time = _asked(token)
    typed = request.form.to_dict()
    try:
        by = line(typed.get("name", ""), 120, least=1)
        made = answered(entry.id, time, typed, by, "link", today(), house().desk.now())
        make_check(made, CHAMPION, link=token)
    except Refused as refusal:
        said = say_refusal(g.language, refusal)
        return make_response(check_page(entry, time, typed, "small.html", refused=said), 400)
    return redirect(url_for("participant.checked"), 303)


@pages.get("/checked")
def checked() -> str:
    return render_template("participant/checked.html")


def _asked(token: str) -> tuple[Entry, str]:
    with house().store.read() as connection:
        asked = results.behind_check(connection, token)
        entry = register.one(connection, asked[0]) if asked else None
    if asked is None or entry is None:
        abort(404)
    return entry, asked[1]
