"""Addresses that are given away: to phones, to the projector, to the console."""

from __future__ import annotations

from urllib.parse import urlsplit

from shared.config import lan_addresses


def base_url(public_url: str | None, port: int, asked: str = "") -> str:
    """Say under which address phones reach this server.

    The fixed one where there is one; else the one under which the page was asked for, unless that is this
    machine's name for itself, which no phone can use; else this machine's address on the LAN.
    """
    if public_url:
        return public_url.rstrip("/")
    host = (urlsplit(asked).hostname or "") if asked else ""
    if host and host not in ("localhost", "::1") and not host.startswith("127."):
        return asked.rstrip("/")
    address = next(iter(lan_addresses()), "127.0.0.1")
    return f"http://{address}{'' if port == 80 else f':{port}'}"
