"""Forms: every request that changes something proves that it comes from a page of ours.

A form carries a token that fits the session, or the browser's ``led_form`` cookie where nobody is signed in. Requests
that a foreign page cannot make at all without asking first (JSON, an Authorization header, a header of our own) need
none, for nobody is ever given that leave.
"""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256

from flask import Flask, Response, abort, g, request

from .cookies import read_cookie, set_cookie
from .here import me
from .hosts import trusted_host, trusted_origin

COOKIE = "led_form"
FIELD = "form_token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Forged(Exception):
    """A changing request that does not come from one of our own pages."""


def guard_forms(app: Flask, secret: bytes, public_url: str | None) -> None:
    """Refuse foreign hosts and forged requests before any view runs; give templates ``form_token()``."""
    https = bool(public_url and public_url.startswith("https://"))

    def guard() -> None:
        if not trusted_host(request.host, public_url):
            abort(400, "host")
        g.form_cookie = read_cookie(request.cookies, COOKIE, https)
        if request.method in SAFE:
            return
        # With "no-referrer" browsers name the origin of our own forms "null"; then the token alone decides.
        origin = request.headers.get("Origin", "null")
        if origin != "null" and not trusted_origin(origin, request.host, public_url, request.scheme):
            raise Forged
        if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            raise Forged
        unnamed = "Origin" in request.headers and origin == "null"
        if not ((_asks_first() and not unnamed) or _fits(request.form.get(FIELD, ""))):
            raise Forged

    def form_token() -> str:
        if not _bond() and not g.get("form_cookie"):
            g.form_cookie, g.form_cookie_new = secrets.token_hex(16), True
        return _sign(_bond())

    def keep(response: Response) -> Response:
        if g.get("form_cookie_new"):
            set_cookie(response, COOKIE, g.form_cookie, https)
        return response

    def _sign(bond: str) -> str:
        return hmac.new(secret, f"form:{bond}".encode(), sha256).hexdigest()

    def _fits(token: str) -> bool:
        return bool(_bond()) and hmac.compare_digest(token.encode(), _sign(_bond()).encode())

    def _bond() -> str:
        """What a form's token is bound to: the session where somebody is signed in, else the browser."""
        session = me() if request.path.startswith("/facilitator") else None
        return session.csrf if session else str(g.get("form_cookie", ""))

    app.before_request(guard)
    app.after_request(keep)
    app.jinja_env.globals["form_token"] = form_token


def _asks_first() -> bool:
    """Say whether a browser would have to ask us before it sent this for another site's page."""
    return (
        request.mimetype == "application/json"
        or request.headers.get("Authorization", "").startswith("Bearer ")
        or request.headers.get("X-Requested-With") == "led"
    )
