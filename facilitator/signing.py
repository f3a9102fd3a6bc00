"""Signing in and out: by password where nobody can listen, by pairing code elsewhere, by a one-time link at first."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import make_response, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.store import people
from shared.web import language as speech
from shared.web.cookies import drop_cookie, set_cookie
from shared.web.here import me
from shared.web.house import house
from shared.web.identity import COOKIE, Slow
from shared.web.passwords import Unfit
from shared.web.site import say
from shared.web.throttle import Budget, network

from .pages import back, by_password, page, pages

_PAIRING = Budget(20, 900)


@pages.route("/facilitator/sign-in", methods=["GET", "POST"])
def sign_in() -> Answer:
    if request.method == "GET":
        if me() is not None:
            return back("workshops")
        return make_response(_sign_in_page(said=say("pages.signed_out") if "out" in request.args else ""))
    if "pairing" in request.form:
        return _pair(request.form["pairing"])
    if not by_password():
        return make_response(_sign_in_page(refused=say("pages.no_password_here")), 403)
    email, password = request.form.get("email", ""), request.form.get("password", "")
    try:
        session = house().identity.sign_in(email, password, request.remote_addr)
    except Slow as slow:
        return make_response(_sign_in_page(email, say("pages.wait", n=slow.seconds)), 429)
    if session is None:
        return make_response(_sign_in_page(email, say("pages.wrong_password")), 403)
    return _enter(session, request.form.get("next", ""))


@pages.post("/facilitator/sign-out")
def sign_out() -> Answer:
    session = me()
    if session is not None:
        house().identity.sign_out(session.id)
    response = redirect(url_for("facilitator.sign_in", out=1), 303)
    drop_cookie(response, COOKIE, house().https)
    return response


@pages.route("/facilitator/welcome/<token>", methods=["GET", "POST"])
def welcome(token: str) -> Answer:
    """Take in whoever holds a one-time link: the first person of all, or one who was invited."""
    found = house().identity.invited(token)
    if found is None:
        return make_response(_sign_in_page(refused=say("pages.link_dead")), 404)
    purpose, invited = found
    known = {"name": invited.name, "email": invited.email, "language": invited.language} if invited else {}
    offered = [(code, speech.NAMES[code]) for code in speech.languages()]
    values = {"first": purpose == "first", "by_password": by_password(), "offered": offered}
    if request.method == "GET":
        return make_response(page("welcome.html", typed=known, **values))
    if not by_password():
        return make_response(page("welcome.html", typed=known, **values), 403)
    typed = {name: request.form.get(name, "") for name in ("name", "email", "password", "language", "region")}
    try:
        session = house().identity.accept(token, **typed)
    except Unfit as unfit:
        return make_response(page("welcome.html", typed=typed, refused=say(unfit.key, **unfit.params), **values), 400)
    except Refused as refusal:
        message = say(f"refused.{refusal.key}", **refusal.params)
        return make_response(page("welcome.html", typed=typed, refused=message, **values), 400)
    if session is None:
        return make_response(_sign_in_page(refused=say("pages.link_dead")), 404)
    return _enter(session)


def _pair(typed: str) -> Answer:
    identity, place = house().identity, f"pair:{network(request.remote_addr)}"
    if seconds := identity.failures.wait([(place, _PAIRING)]):
        return make_response(_sign_in_page(refused=say("pages.wait", n=seconds)), 429)
    person = identity.pairing.take(typed)
    if person is None:
        identity.failures.note([place])
        return make_response(_sign_in_page(refused=say("pages.wrong_pairing")), 403)
    return _enter(identity.start_session(person), request.form.get("next", ""))


def _enter(session: str, next: str = "") -> Answer:
    """Give the browser its new session; whatever it had before ends."""
    old = me()
    if old is not None:
        house().identity.sign_out(old.id)
    response = redirect(_inside(next), 303)
    set_cookie(response, COOKIE, session, house().https)
    return response


def _inside(next: str) -> str:
    """Lead on to one of the facilitators' own pages, and nowhere else."""
    parts = urlsplit(next)
    own = not parts.scheme and not parts.netloc and next.startswith("/facilitator/") and "\\" not in next
    return next if own and parts.path != url_for("facilitator.sign_in") else url_for("facilitator.workshops")


def _sign_in_page(email: str = "", refused: str = "", said: str = "") -> str:
    with house().store.read() as connection:
        nobody = not people.anybody(connection)
    next = request.values.get("next", "")
    return page(
        "sign_in.html", email=email, next=next, refused=refused, said=said, nobody=nobody, by_password=by_password()
    )
