"""The server: Flask and Socket.IO on gevent, one process, WebSocket only."""

from __future__ import annotations

import contextlib
import gc
import signal
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import gevent
import socketio
from flask import Flask
from flask_socketio import SocketIO
from gevent.pywsgi import WSGIServer

from . import guard
from .hub import Hub
from .rooms import NAMESPACES

PING = 10  # seconds
_BACKLOG = 2048
_JOIN_SECONDS = 10.0  # in which a socket has to say who it is
_MOST_QUEUED = 200  # packets that a reader may lag behind
_MOST_FROM_ADDRESS = 1000
_IDLE_SECONDS = 75
_GRACE = 8  # seconds for requests that are running when the server ends
_OBJECTS_A_COLLECTION = 20_000  # made and not yet gone

OriginCheck = Callable[[str, dict[str, Any]], bool]


def attach(app: Flask, trusted: OriginCheck) -> SocketIO:
    """Put Socket.IO before an app; ``trusted`` says whether an Origin may speak to the server it named."""
    guard.install()
    return SocketIO(
        app,
        async_mode="gevent",
        transports=["websocket"],
        async_handlers=False,  # one client's messages in the order in which they were sent
        ping_interval=PING,
        ping_timeout=PING,
        max_http_buffer_size=guard.MOST_MESSAGE,
        cors_allowed_origins=lambda origin, environ=None: trusted(origin, environ or {}),
        manage_session=False,
        json=guard.StrictJson,
        serializer=guard.TextPacket,
        logger=False,
        engineio_logger=False,
    )


class Serving(WSGIServer):  # type: ignore[misc]
    """Counts connections by address: a room behind one address is many, an attacker's thousands are too many."""

    idle_seconds = _IDLE_SECONDS

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._by_address: Counter[str] = Counter()

    def handle(self, sock: Any, address: Any) -> None:
        name = address[0] if isinstance(address, tuple) else ""
        if self._by_address[name] >= _MOST_FROM_ADDRESS:
            sock.close()
            return
        self._by_address[name] += 1
        try:
            super().handle(sock, address)
        finally:
            self._by_address[name] -= 1
            if not self._by_address[name]:
                del self._by_address[name]


def serve(app: Flask, sio: SocketIO, hub: Hub, host: str, port: int, ready: Callable[[], None]) -> None:
    """Serve until SIGTERM or SIGINT; ``ready`` is called once the port listens."""
    server = Serving((host, port), app, backlog=_BACKLOG, handler_class=guard.Handler, log=None, error_log=None)
    server.start()
    keeper = gevent.spawn(_keep_clean, sio.server)
    _look_for_garbage_less_often()
    stop = gevent.event.Event()
    for signal_ in (signal.SIGTERM, signal.SIGINT):
        gevent.signal_handler(signal_, stop.set)
    ready()
    stop.wait()
    hub.goodbye("restarting")
    gevent.sleep(0.2)
    keeper.kill()
    server.stop(timeout=_GRACE)
    hub.close()


def _look_for_garbage_less_often() -> None:
    """What has been loaded stays; after it a collection each 700 objects cost an eighth of a busy room's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS_A_COLLECTION, 20, 20)


def _keep_clean(server: socketio.Server) -> None:
    """Close sockets that never say who they are, and readers that lag too far behind; they come back and sync."""
    since: dict[str, float] = {}
    while True:
        gevent.sleep(1)
        now = time.monotonic()
        joined = {
            eio_sid
            for namespace in NAMESPACES.values()
            for eio_sid in server.manager.rooms.get(namespace, {}).get(None, {}).values()
        }
        sockets = dict(server.eio.sockets)
        since = {eio_sid: since.get(eio_sid, now) for eio_sid in sockets}
        for eio_sid, socket in sockets.items():
            silent = eio_sid not in joined and now - since[eio_sid] > _JOIN_SECONDS
            if silent or socket.queue.qsize() > _MOST_QUEUED:
                with contextlib.suppress(Exception):
                    gevent.spawn(socket.close, wait=False, abort=True)
