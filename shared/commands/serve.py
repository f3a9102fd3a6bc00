"""``led-workshop serve``: start the server and say where everybody finds it."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import socket
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import click

from shared.config import Settings, SettingsError, lan_addresses

from .options import data_option

_MOST_FILES = 8192


@click.command()
@click.option("--host", help="Address to listen on (LED_HOST, default 0.0.0.0).")
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Port to listen on (LED_PORT, default 8000); 0: any free one."
)
@data_option
@click.option("--demo", is_flag=True, help="Start with a finished planning day to look around in.")
def serve(host: str | None, port: int | None, data: str | None, demo: bool) -> None:
    """Start the server."""
    settings = Settings.read(host=host, port=port or None, data=data)
    if port == 0:
        settings = replace(settings, port=_free_port(settings.host))
    with _alone(settings.data):
        check_port(settings.host, settings.port)
        _raise_file_limit()
        _run(settings, demo)


def _run(settings: Settings, demo: bool) -> None:
    from shared.live.server import serve as listen
    from wsgi import create_app

    app = create_app(settings)
    house = app.extensions["house"]
    if demo:
        from .demo import play_once

        click.echo(f"Demo day: code {play_once(house.store)}")
    link = house.identity.first_sign_in_link()
    base = settings.public_url or f"http://{_reached_at(settings.host)}:{settings.port}"
    here = settings.public_url or f"http://127.0.0.1:{settings.port}"

    def ready() -> None:
        click.echo(f"Console: {here}/facilitator/")
        if link:
            click.echo(f"First sign-in (works once, within a day): {here}/facilitator/welcome/{link}")
        click.echo(f"Join: {base}/")
        if no_phone_reaches(base):
            click.echo(
                "No phone reaches this address. Join the room's Wi-Fi or open a hotspot; pages show the new one."
            )
        click.echo(_qr(base.upper() + "/"))
        click.echo("Ready. Stop with Ctrl+C.")
        sys.stdout.flush()

    if settings.smtp:
        import gevent

        from shared.web.courier import Courier

        courier = Courier(house.store, settings.smtp, settings.public_url, house.desk.now)
        gevent.spawn(courier.runs, gevent.sleep)
    listen(app, app.extensions["socketio"], house.hub, settings.host, settings.port, ready)
    house.store.close()


@contextlib.contextmanager
def _alone(data: Path) -> Iterator[None]:
    """Hold the data for this server; the system lets go of the lock whatever becomes of us."""
    with (data / "lock").open("a+") as lock:
        try:
            if os.name == "nt":
                import msvcrt

                msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
            else:
                import fcntl

                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as taken:
            raise SettingsError(
                f"Another server is running on the data in {data}. Use that one, or end it first."
            ) from taken
        yield


def check_port(host: str, port: int) -> None:
    """Refuse a port that something else listens on, and name another one."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            if problem.errno == errno.EADDRINUSE:
                other = port + 1 if port < 65535 else port - 1
                raise SettingsError(f"Port {port} is taken. Choose another: --port {other}") from problem
            raise SettingsError(f"Cannot listen on {host}, port {port}: {problem.strerror}.") from problem


def no_phone_reaches(base: str) -> bool:
    """Say whether an address is this machine's name for itself: it is in no network, or listens to itself alone."""
    host = urlsplit(base).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def _raise_file_limit() -> None:
    """Each phone costs two descriptors."""
    if os.name != "nt":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = _MOST_FILES if most == resource.RLIM_INFINITY else min(most, _MOST_FILES)
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def _reached_at(host: str) -> str:
    """Name the address under which phones in the room reach this machine."""
    if host not in ("0.0.0.0", "::"):
        return f"[{host}]" if ":" in host else host
    return next(iter(lan_addresses()), "127.0.0.1")


def _qr(text: str) -> str:
    import qrcode

    code = qrcode.QRCode(border=2)
    code.add_data(text)
    drawn = io.StringIO()
    code.print_ascii(out=drawn, invert=True)
    return drawn.getvalue()
