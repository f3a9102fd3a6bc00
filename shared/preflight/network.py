"""The way from the phones to this machine: the port, the addresses, and what only a phone can find out."""

from __future__ import annotations

import http.client
import socket
import sys

from shared.config import Settings, lan_addresses

from .finding import Finding, State

_PATIENCE = 3.0  # seconds


def running(settings: Settings) -> bool:
    """Say whether an LED Workshop server answers on the port already."""
    return _answers(_own(settings.host), settings.port)


def port(settings: Settings, running: bool) -> Finding:
    if running:
        return Finding("port", State.GOOD, f"The server is running on port {settings.port}.")
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as problem:
            words = f"Port {settings.port} cannot be used: {problem.strerror}. Choose another: --port."
            return Finding("port", State.BAD, words)
    return Finding("port", State.GOOD, f"Port {settings.port} is free.")


def address(settings: Settings, running: bool) -> Finding:
    """Name the address that phones are told, and try it where a server runs."""
    if settings.public_url:
        return Finding("address", State.GOOD, f"Phones are told {settings.public_url}.")
    found = lan_addresses()
    if settings.host not in ("0.0.0.0", "::"):
        if settings.host.startswith("127.") or settings.host in ("::1", "localhost"):
            return Finding("address", State.BAD, f"On {settings.host} no phone gets in: leave LED_HOST unset.")
        found = [settings.host]
    if not found:
        return Finding("address", State.BAD, "This machine is in no network. Switch the Wi-Fi or the hotspot on first.")
    first, *others = found
    if running and not _answers(first, settings.port):
        return Finding("address", State.BAD, f"The server does not answer under {first}, not even to this machine.")
    words = f"Phones are told http://{first}:{settings.port}/"
    if others:
        words += f"; this machine is also {', '.join(others)}: switch off what the phones are not in"
        return Finding("address", State.CARE, f"{words}, or set LED_PUBLIC_URL.")
    return Finding("address", State.GOOD, f"{words}.")


def firewall(port: int) -> Finding:
    ways = {
        "win32": "when Windows asks about Python, allow it in private networks",
        "darwin": "in System Settings, Network, Firewall, let Python take incoming connections",
    }
    way = ways.get(sys.platform, f"let TCP port {port} in, with ufw: ufw allow {port}/tcp")
    return Finding("firewall", State.HINT, f"Only a phone can see the firewall. If none gets in: {way}.")


def isolation() -> Finding:
    words = (
        "Scan the code with your own phone. If the address is right and the page does not come, the Wi-Fi keeps its "
        "devices apart (guest network, client isolation): switch that off at the router, or use a hotspot."
    )
    return Finding("wifi", State.HINT, words)


def _own(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=_PATIENCE)
    try:
        connection.request("GET", "/healthz", headers={"Host": f"127.0.0.1:{port}"})
        answer = connection.getresponse()
        return answer.status == 200 and answer.read(16) == b"ok\n"
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
