"""Cookies: named and guarded by how the server is reached. Plain HTTP on a LAN cannot have the ``__Host-`` prefix."""

from __future__ import annotations

from collections.abc import Mapping

from werkzeug.wrappers import Response


def cookie_name(name: str, https: bool) -> str:
    return f"__Host-{name}" if https else name


def read_cookie(cookies: Mapping[str, str], name: str, https: bool) -> str:
    return cookies.get(cookie_name(name, https), "")


def set_cookie(response: Response, name: str, value: str, https: bool, seconds: int | None = None) -> None:
    """Hand a browser a secret that no script can read and no other site can send along."""
    name = cookie_name(name, https)
    response.set_cookie(name, value, max_age=seconds, secure=https, httponly=True, samesite="Lax", path="/")


def drop_cookie(response: Response, name: str, https: bool) -> None:
    response.delete_cookie(cookie_name(name, https), secure=https, httponly=True, samesite="Lax", path="/")
