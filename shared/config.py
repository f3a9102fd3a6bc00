"""Settings, read once from the environment; everything has a default."""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit


class SettingsError(Exception):
    """A setting does not fit; the message says which and why."""


@dataclass(frozen=True)
class Smtp:
    """Where mail is handed in. ``tls``: "always" from the first byte, "start" (STARTTLS or no mail at all), "none"."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = ""
    tls: str = "start"


@dataclass(frozen=True)
class Settings:
    data: Path
    database_url: str
    secret: bytes
    host: str = "0.0.0.0"
    port: int = 8000
    public_url: str | None = None
    trusted_proxies: int = 0
    smtp: Smtp | None = None

    @classmethod
    def read(cls, environ: Mapping[str, str] = os.environ, **given: object) -> Settings:
        """Read the settings; ``given`` ones (data, host, port) go before the environment."""
        data = Path(str(given.get("data") or environ.get("LED_DATA") or "instance")).resolve()
        try:
            data.mkdir(parents=True, exist_ok=True)
            probe = data / ".writable"
            probe.write_text("")
            probe.unlink()
        except OSError as error:
            raise SettingsError(f"The data folder {data} cannot be written: {error.strerror}.") from error
        return cls(
            data=data,
            database_url=_database(environ.get("LED_DATABASE_URL", ""), data),
            secret=(environ.get("LED_SECRET_KEY") or "").encode() or _secret(data / "secret.key"),
            host=str(given.get("host") or environ.get("LED_HOST") or "0.0.0.0"),
            port=_number(given.get("port") or environ.get("LED_PORT") or 8000, "LED_PORT", 65535),
            public_url=(environ.get("LED_PUBLIC_URL") or "").rstrip("/") or None,
            trusted_proxies=_number(environ.get("LED_TRUSTED_PROXIES") or 0, "LED_TRUSTED_PROXIES", 10),
            smtp=_smtp(environ.get("LED_SMTP_URL", "")),
        )


def _smtp(url: str) -> Smtp | None:
    """Read smtp://user:password@host:587?from=address, or smtps:// for TLS from the first byte."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        asked = parse_qs(parts.query)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise SettingsError("LED_SMTP_URL cannot be read.") from error
    sender = asked.get("from", [""])[0]
    tls = "always" if parts.scheme == "smtps" else asked.get("tls", ["start"])[0]
    if parts.scheme not in ("smtp", "smtps") or not host:
        raise SettingsError("LED_SMTP_URL must begin with smtp:// or smtps:// and name a server.")
    if "@" not in sender or not sender.isprintable():
        raise SettingsError("LED_SMTP_URL must name a sender: ?from=address.")
    if tls not in ("always", "start", "none"):
        raise SettingsError("LED_SMTP_URL knows ?tls=start and ?tls=none.")
    usual = 465 if tls == "always" else 587
    return Smtp(host, port or usual, sender, unquote(parts.username or ""), unquote(parts.password or ""), tls)


def lan_addresses() -> list[str]:
    """List this machine's own IPv4 addresses, the one that others most likely reach first; no packet is sent."""
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
        probe.connect(("192.0.2.1", 9))  # an address for documentation: only the route is looked up
        found.append(probe.getsockname()[0])
    with contextlib.suppress(OSError):
        found += [str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    return [a for a in dict.fromkeys(found) if not a.startswith("127.") and a != "0.0.0.0"]


def _database(url: str, data: Path) -> str:
    if not url:
        return f"sqlite:///{data / 'led.sqlite3'}"
    if url.startswith("postgresql://"):
        return "postgresql+psycopg://" + url.removeprefix("postgresql://")
    if url.startswith(("postgresql+psycopg://", "sqlite:///")):
        return url
    raise SettingsError("LED_DATABASE_URL must begin with postgresql:// or sqlite:///.")


def _secret(file: Path) -> bytes:
    """Read the server's secret, made at first start and readable by its owner alone."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_bytes().strip()
    with os.fdopen(handle, "w") as out:
        out.write(secrets.token_hex(32))
    return file.read_bytes()


def _number(value: object, name: str, most: int) -> int:
    try:
        number = int(str(value))
    except ValueError:
        number = -1
    if not 0 <= number <= most:
        raise SettingsError(f"{name} must be a number from 0 to {most}.")
    return number
