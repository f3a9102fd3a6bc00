"""The page behind the link for corrections: a version to read, and beside each passage a way to remark on it.

Whoever has the link needs no account. A browser finds its own remarks again by a secret of its own; others' are shown
once the facilitator shows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import abort, g, make_response, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.corrections import MOST_NAME, MOST_TEXT, Window, remark
from shared.domain.records import Workshop
from shared.minutes.as_html import block_html, told_apart
from shared.minutes.passages import Passage, passages
from shared.store import corrections, revisions
from shared.store.keys import hash_token, keyed, new_id, new_token
from shared.web import language as speech
from shared.web.aside import aside
from shared.web.asked import asked_number, number_of
from shared.web.cookies import read_cookie, set_cookie
from shared.web.errors import say_refusal
from shared.web.house import house
from shared.web.site import say
from shared.web.throttle import Budget, network

from .pages import page, pages
from .versions import document_of, linked_version

COOKIE = "led_remarks"
KEPT = 40 * 24 * 3600  # seconds: longer than the longest window
BROWSER, ADDRESS = Budget(10, 60), Budget(200, 600)  # remarks


@pages.get("/minutes/correct/<token>")
def correct(token: str) -> str:
    workshop, kept, _ = linked_version(token, signing=False)
    return _page(
        token, workshop, kept, at=asked_number("at"), said=say("corrections.sent") if request.args.get("sent") else ""
    )


@pages.post("/minutes/correct/<token>")
def send_remark(token: str) -> Answer:
    """Keep a remark on a passage; sent twice from the same form it is kept once."""
    workshop, kept, _ = linked_version(token, signing=False)
    at = number_of(request.form.get("passage", ""))
    passage = passages(document_of(kept)).get(at) if at is not None else None
    if passage is None:
        abort(404)
    secret = _secret() or new_token()
    writer = _writer(workshop, secret)
    try:
        _patience(writer)
        sent = _Sent(
            id=hash_token(f"{writer}:{request.form.get('once') or new_id()}")[:32],
            writer=writer,
            at=house().desk.now(),
            text=request.form.get("text", ""),
            name=request.form.get("name", ""),
        )
        house().store.write(lambda c: _keep(c, workshop.id, kept.number, passage, sent))
    except Refused as refusal:
        told = say_refusal(g.language, refusal)
        return make_response(_page(token, workshop, kept, at=passage.number, refused=told), 400)
    answer = make_response(
        redirect(url_for("facilitator.correct", token=token, sent=1, language=g.language, _anchor=f"r-{sent.id}"), 303)
    )
    set_cookie(answer, COOKIE, secret, house().https, seconds=KEPT)
    return answer


@dataclass(frozen=True)
class _Sent:
    """A remark as it came in, and when."""

    id: str
    writer: str
    at: int
    text: str
    name: str


def _keep(connection: Any, workshop: str, number: int, passage: Passage, sent: _Sent) -> None:
    window = corrections.window(connection, workshop, number) or Window(0, 0)
    sealed = corrections.is_sealed(connection, workshop, number)
    all, own = corrections.counts(connection, workshop, number, sent.writer)
    text, name = remark(sent.text, sent.name, window, sent.at, sealed=sealed, all=all, own=own)
    where = {"number": number, "passage": passage.number, "anchor": passage.anchor, "excerpt": passage.excerpt}
    values = {"text": text, "name": name, "writer": sent.writer, "at": sent.at}
    corrections.add(connection, workshop, sent.id, **where, **values)


def _patience(writer: str) -> None:
    """Bear so many remarks a minute from one browser, and so many from one address, which a room may share."""
    budgets = [(f"remark:{writer}", BROWSER), (f"remark:{network(request.remote_addr)}", ADDRESS)]
    if wait := house().failures.wait(budgets):
        raise Refused("rate", "remarks_slow", retry=True, n=wait)
    house().failures.note(key for key, _ in budgets)


def _secret() -> str:
    return read_cookie(request.cookies, COOKIE, house().https)


def _writer(workshop: Workshop, secret: str) -> str:
    return keyed(house().secret, "remark", workshop.id, secret) if secret else ""


def _page(
    token: str, workshop: Workshop, kept: revisions.Revision, at: int | None, said: str = "", refused: str = ""
) -> str:
    """Show the version; at the passage ``at`` stands the form."""
    document, writer = document_of(kept, workshop), _writer(workshop, _secret())
    with house().store.read() as connection:
        window = corrections.window(connection, workshop.id, kept.number)
        remarks = corrections.remarks(connection, workshop.id, kept.number)
    takes = kept.sealed_at is None and window is not None and window.takes(house().desk.now())
    there = passages(document)
    seen: dict[int, list[corrections.Remark]] = {}
    for one in remarks:
        if one.shown or (writer and one.writer == writer):
            seen.setdefault(one.passage, []).append(one)
    blocks = aside(lambda: [block_html(block) for block in told_apart(document.blocks)])
    return page(
        "correct.html",
        token=token,
        workshop=workshop,
        number=kept.number,
        doc_direction=speech.direction(workshop.language),
        sealed=kept.sealed_at is not None,
        takes=takes,
        until=speech.moment(g.language, window.closes_at) if window else "",
        passages=[(n, block, there.get(n), seen.get(n, [])) for n, block in enumerate(blocks)],
        writer=writer,
        at=at if takes else None,
        once=new_id(),
        typed=request.form,
        most=MOST_TEXT,
        most_name=MOST_NAME,
        said=said,
        refused=refused,
    )
