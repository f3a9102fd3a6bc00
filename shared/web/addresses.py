"""Addresses that are given away: to phones, to the projector, to the console."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit


def base_url(public_url: str | None, port: int, asked: str = "") -> str:
    """Say under which address phones reach this server.

    The fixed one where there is one; else the one under which the page was asked for, unless that is this machine's name
    for itself, which no phone can use; else this machine's address on the LAN.
    """
    if public_url:
        return public_url.rstrip("/")
    host = (urlsplit(asked).hostname or "") if asked else ""
    if host and host not in ("localhost", "::1") and not host.startswith("127."):
        return asked.rstrip("/")
    return f"http://{lan_address()}{'' if port == 80 else f':{port}'}"


def lan_address() -> str:
    """Find this machine's address on the network that it would use; loopback where it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("198.51.100.1", 9))  # sends nothing: it only asks which way a packet would go
            return str(probe.getsockname()[0])
        except OSError:
            return _any_address()


def _any_address() -> str:
    """A room's Wi-Fi often leads nowhere: take an address of the machine's own name."""
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return "127.0.0.1"
    addresses = [str(entry[4][0]) for entry in found]
    return next((address for address in addresses if not address.startswith("127.")), "127.0.0.1")
