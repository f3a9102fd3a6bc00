"""Which names this server answers to, and which pages may speak to it.

A page in another tab can be pointed at this server under a name of its own (DNS rebinding). It needs a name for that: a
bare address cannot be rebound, so on a LAN, where addresses come and go, every address is right and few names are.
"""

from __future__ import annotations

import ipaddress
import socket
from functools import cache
from urllib.parse import urlsplit


def trusted_host(host: str, public_url: str | None) -> bool:
    """Say whether a Host header (with or without a port) names this server."""
    name = _name(host)
    if name is None:
        return False
    if public_url:
        return name == (urlsplit(public_url).hostname or "").lower() or _loopback(name)
    return _address(name) is not None or name in _own_names()


def trusted_origin(origin: str, host: str, public_url: str | None, scheme: str = "http") -> bool:
    """Say whether an Origin header is this server's own: the scheme, host and port that the request itself named."""
    if public_url and origin.rstrip("/") == _origin(public_url):
        return True
    parts = urlsplit(origin)
    return (
        parts.scheme == scheme
        and not parts.path.strip("/")
        and parts.netloc.lower() == host.lower()
        and trusted_host(host, public_url)
    )


def from_loopback(address: str | None) -> bool:
    """Say whether a client's address is this machine itself."""
    found = _address(address or "")
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return found is not None and found.is_loopback


def _name(host: str) -> str | None:
    try:
        parts = urlsplit(f"//{host}")
        parts.port  # noqa: B018  # raises where the port is none
    except ValueError:
        return None
    clean = parts.netloc == host and not parts.username and not any(c in host for c in "/\\@ ")
    return parts.hostname.lower().rstrip(".") if clean and parts.hostname else None


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _loopback(name: str) -> bool:
    return name == "localhost" or from_loopback(name)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


@cache
def _own_names() -> frozenset[str]:
    machine = socket.gethostname().lower().split(".")[0]
    return frozenset({"localhost", machine, f"{machine}.local", f"{machine}.lan"})
