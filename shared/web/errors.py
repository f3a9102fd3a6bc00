"""Errors in words: a page for people, JSON for scripts, never a trace."""

from __future__ import annotations

import logging
from typing import Any

from flask import Flask, Response, g, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from shared.domain.changes import Refused

from .forms import Forged
from .identity import Slow
from .language import SOURCE, catalogue, t

logger = logging.getLogger(__name__)
STATUS = {
    "not_found": 404,
    "not_joined": 403,
    "not_allowed": 403,
    "rate": 429,
    "busy": 503,
    "too_large": 413,
    "conflict": 409,
}


def tell_errors(app: Flask) -> None:
    """Answer every error of ``app`` with a sentence."""

    def http(error: HTTPException) -> Response:
        if error.response is not None:
            return make_response(error.response)
        return told(error.code or 500)

    def refused(error: Refused) -> Response:
        return told(STATUS.get(error.code, 400), error)

    def slow(error: Slow) -> Response:
        response = told(429)
        response.headers["Retry-After"] = str(error.seconds)
        return response

    def broken(error: Exception) -> Response:
        logger.error("%s %s failed", request.method, request.endpoint, exc_info=error)
        return told(500)

    app.register_error_handler(HTTPException, http)
    app.register_error_handler(Refused, refused)
    app.register_error_handler(Slow, slow)
    app.register_error_handler(Forged, lambda error: told(403))
    app.register_error_handler(Exception, broken)


def told(status: int, refusal: Refused | None = None) -> Response:
    """Make the answer to an error in the language of whoever asks."""
    language = g.get("language", SOURCE)
    shown = status if f"pages.error_{status}.title" in catalogue(SOURCE) else 400 if status < 500 else 500
    message = say_refusal(language, refusal) if refusal else t(language, f"pages.error_{shown}.text")
    if wants_json():
        code = (
            refusal.code
            if refusal
            else {403: "not_allowed", 404: "not_found", 413: "too_large", 429: "rate"}.get(status, "invalid")
        )
        body: dict[str, Any] = {"ok": False, "code": code, "message": message, "retry": bool(refusal and refusal.retry)}
        response = jsonify(body)
    else:
        response = make_response(_page(t(language, f"pages.error_{shown}.title"), message))
    response.status_code = status
    return response


def _page(title: str, message: str) -> str | Response:
    """Show the error as a page; as bare text where even that fails, so that nobody is left without a word."""
    try:
        return render_template("error.html", title=title, message=message)
    except Exception:
        logger.exception("the error page itself failed")
        return Response(f"{title}\n\n{message}\n", content_type="text/plain; charset=utf-8")


def say_refusal(language: str, refusal: Refused) -> str:
    """Say why the rules do not allow something, in somebody's language."""
    return t(language, f"refused.{refusal.key}", **refusal.params)


def wants_json() -> bool:
    best = request.accept_mimetypes.best_match(["text/html", "application/json"])
    return (
        best == "application/json"
        and request.accept_mimetypes["application/json"] > request.accept_mimetypes["text/html"]
    )
