"""One's own account: name, language, password, where one is signed in, tokens of scripts."""

from __future__ import annotations

from flask import g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.store import access
from shared.store import people as kept
from shared.store.keys import hash_token
from shared.web import language as speech
from shared.web.cookies import set_cookie
from shared.web.here import me as session_here
from shared.web.house import house
from shared.web.identity import COOKIE, check_person
from shared.web.passwords import Unfit
from shared.web.site import say

from .pages import back, by_password, for_people, page, pages, person


@pages.route("/facilitator/me", methods=["GET", "POST"])
@for_people
def me() -> Answer:
    if request.method == "GET":
        return make_response(_page(said=say("pages.password_changed") if "changed" in request.args else ""))
    try:
        return _act()
    except Unfit as unfit:
        return make_response(_page(refused=say(unfit.key, **unfit.params)), 400)
    except Refused as refusal:
        return make_response(_page(refused=say(f"refused.{refusal.key}", **refusal.params)), 400)


def _act() -> Answer:
    form, store, identity = request.form, house().store, house().identity
    them = person()
    if "end_session" in form:
        store.write(lambda c: access.end_session(c, them.id, form["end_session"]))
    elif "end_token" in form:
        store.write(lambda c: access.revoke_token(c, them.id, form["end_token"]))
    elif form.get("act") == "pair":
        return make_response(_page(secret=identity.pairing.offer(them.id)))
    elif form.get("act") == "edit":
        _, name, language = check_person(them.email, form.get("name", ""), form.get("language", ""))
        store.write(lambda c: kept.change_person(c, them.id, name=name, language=language))
    elif form.get("act") == "password":
        session = session_here()
        if session is None or not by_password():
            raise Unfit("pages.no_password_here")
        fresh = identity.change_password(session, form.get("old", ""), form.get("new", ""))
        response = back("me", changed=1)
        set_cookie(response, COOKIE, fresh, house().https)
        return response
    return back("me")


def _page(said: str = "", refused: str = "", secret: str = "") -> str:
    them, session = person(), session_here()
    with house().store.read() as connection:
        sessions = access.sessions_of(connection, them.id)
        tokens = access.tokens_of(connection, them.id)
    here = hash_token(session.id) if session else ""
    return page(
        "me.html",
        said=said,
        refused=refused,
        secret=secret,
        by_password=by_password(),
        offered=[(code, speech.NAMES[code]) for code in speech.languages()],
        sessions=[{"id": s.hash, "since": _since(s.created_at), "this": s.hash == here} for s in sessions],
        tokens=[{"id": k.hash, "label": k.hash[:8], "since": _since(k.created_at)} for k in tokens],
    )


def _since(at: int) -> str:
    return speech.moment(g.language, at)
