"""Headers that every answer carries: what a page may load, who may frame it, what may be kept."""

from __future__ import annotations

from flask import Flask, Response, g, request

from .hosts import trusted_host

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_HTTPS = {"Strict-Transport-Security": "max-age=31536000", "Cross-Origin-Opener-Policy": "same-origin"}


def send_headers(app: Flask, public_url: str | None) -> None:
    """Put the security headers on every answer of ``app``, errors and files alike."""
    https = bool(public_url and public_url.startswith("https://"))

    def add(response: Response) -> Response:
        host = request.host if trusted_host(request.host, public_url) else None
        frames = g.get("frames", "")
        response.headers.update(_ALWAYS)
        response.headers.setdefault("Content-Security-Policy", policy(host, frames))
        response.headers["X-Frame-Options"] = "SAMEORIGIN" if frames == "framed" else "DENY"
        if https:
            response.headers.update(_HTTPS)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.pop("Server", None)
        return response

    app.after_request(add)


def policy(host: str | None, frames: str = "") -> str:
    """Write the content policy. ``frames``: "framed" (the projector, by the console), "frames" (the console) or ""."""
    # Safari before 15.4 does not count ws: as 'self', so the socket's address is named.
    sockets = f" ws://{host} wss://{host}" if host else ""
    framed_by = "'self'" if frames == "framed" else "'none'"
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            f"connect-src 'self'{sockets}",
            "form-action 'self'",
            "base-uri 'none'",
            "object-src 'none'",
            f"frame-ancestors {framed_by}",
            *(["frame-src 'self'"] if frames == "frames" else []),
        )
    )
