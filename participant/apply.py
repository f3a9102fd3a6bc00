"""The application for a measure by a personal link: its champion writes it on any phone, without an account."""

from __future__ import annotations

from collections.abc import Callable

from flask import abort, g, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.register.changing import may_ask
from shared.domain.register.entries import Entry, may_write
from shared.domain.register.reported import may_report
from shared.domain.register.states import CHAMPION, may_follow
from shared.store import register
from shared.web.application import after_save, keep_section, moved, overview, section_or_404, section_page, shown
from shared.web.attaching import act_on_files, attached_of, file_answer, files_page, takes_files
from shared.web.changing import act_on_changes, changes_page
from shared.web.errors import STATUS, say_refusal
from shared.web.house import house
from shared.web.site import say

from .pages import pages

takes_files("participant.change_apply_files", anybody=True)
_MOVES = ("drafting", "submitted")  # what a link may do; the rest is talked over


@pages.get("/apply/<token>")
def apply(token: str) -> str:
    return _page(token, entry_behind(token))


@pages.post("/apply/<token>")
def hand_in(token: str) -> Answer:
    """Begin the application, or hand it in."""
    entry, to = entry_behind(token), request.form.get("to", "")
    try:
        if to not in _MOVES:
            abort(400)
        moved(entry, champion_of(entry), CHAMPION, to, "")
    except Refused as refusal:
        return make_response(_page(token, entry_behind(token), say_refusal(g.language, refusal)), 400)
    return redirect(url_for("participant.apply", token=token), 303)


@pages.get("/apply/<token>/files")
def apply_files(token: str) -> str:
    return _files(token, entry_behind(token))


@pages.post("/apply/<token>/files")
def change_apply_files(token: str) -> Answer:
    """Attach a ``file`` of a ``kind`` (``act=add``), or take one of one's own out (``act=remove``, ``file_id``)."""
    entry = entry_behind(token)
    try:
        act = act_on_files(entry, champion_of(entry), CHAMPION)
    except Refused as refusal:
        told = _files(token, entry_behind(token), say_refusal(g.language, refusal))
        return make_response(told, STATUS.get(refusal.code, 400))
    return redirect(url_for("participant.apply_files", token=token, said=act), 303)


@pages.get("/apply/<token>/files/<file>")
def apply_file(token: str, file: str) -> Answer:
    return file_answer(entry_behind(token), file)


@pages.get("/apply/<token>/changes")
def apply_changes(token: str) -> str:
    return _changes(token, entry_behind(token))


@pages.post("/apply/<token>/changes")
def ask_for_change(token: str) -> Answer:
    """Ask for a change of the contract: ``act=ask``, ``amount-N``, ``end``, ``why``."""
    entry = entry_behind(token)
    try:
        act = act_on_changes(entry, champion_of(entry), CHAMPION)
    except Refused as refusal:
        told = _changes(token, entry_behind(token), say_refusal(g.language, refusal))
        return make_response(told, STATUS.get(refusal.code, 400))
    return redirect(url_for("participant.apply_changes", token=token, said=act), 303)


@pages.get("/apply/<token>/<section>")
def apply_section(token: str, section: str) -> Answer:
    entry = entry_behind(token)
    section_or_404(section)
    if not may_write(entry, CHAMPION):
        return redirect(url_for("participant.apply", token=token), 303)
    return make_response(section_page(entry, section, shown(entry), "small.html", _address(token)))


@pages.post("/apply/<token>/<section>")
def write_application(token: str, section: str) -> Answer:
    entry = entry_behind(token)
    again = keep_section(entry, section, champion_of(entry), CHAMPION)
    if again is None:
        return redirect(after_save(section, _address(token)), 303)
    framed = section_page(entry, section, again, "small.html", _address(token))
    return make_response(framed, 409 if again.clashes else 400)


def _changes(token: str, entry: Entry, refused: str = "") -> str:
    return changes_page(entry, CHAMPION, "small.html", url_for("participant.apply", token=token), refused)


def _files(token: str, entry: Entry, refused: str = "") -> str:
    def address(file: str) -> str:
        if not file:
            return url_for("participant.apply", token=token)
        return url_for("participant.apply_file", token=token, file=file)

    return files_page(entry, CHAMPION, "small.html", address, refused)


def entry_behind(token: str) -> Entry:
    """Find the measure whose champion a link is for; to others the page is not there."""
    with house().store.read() as connection:
        return register.behind_link(connection, token) or abort(404)


def champion_of(entry: Entry) -> str:
    return str(entry.form.get("champion", "")) or say("register.champion")


def _address(token: str) -> Callable[[str], str]:
    def address(section: str) -> str:
        if not section:
            return url_for("participant.apply", token=token)
        return url_for("participant.apply_section", token=token, section=section)

    return address


def _page(token: str, entry: Entry, refused: str = "") -> str:
    return render_template(
        "participant/apply.html",
        entry=entry,
        address=_address(token),
        attached=attached_of(entry),
        changes=may_ask(entry, CHAMPION),
        reports=may_report(entry),
        open=may_write(entry, CHAMPION),
        moves=[to for to in may_follow(entry.state, CHAMPION) if to in _MOVES],
        refused=refused,
        **overview(entry),
    )
