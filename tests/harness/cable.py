"""A cable between a browser and the server that can be pulled: a small TCP proxy on loopback.

A browser's own "offline" switch leaves open sockets alone; a pulled cable does not.
"""

from __future__ import annotations

import contextlib
import selectors
import socket
import struct
import threading


class Cable:
    """Carries connections from its own port to ``port`` while it is plugged in."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._pairs: dict[socket.socket, socket.socket] = {}
        self._lock = threading.Lock()
        self._plugged = True
        self._selector = selectors.DefaultSelector()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self._listener.setblocking(False)
        self.port: int = self._listener.getsockname()[1]
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._wake, self._woken = socket.socketpair()
        self._selector.register(self._woken, selectors.EVENT_READ)
        self._running = True
        self._thread = threading.Thread(target=self._carry, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def pull(self) -> None:
        """Cut what is open with a reset and turn away what comes."""
        with self._lock:
            self._plugged = False
        self._wake.send(b"x")

    def plug(self) -> None:
        with self._lock:
            self._plugged = True

    def close(self) -> None:
        self._running = False
        self._wake.send(b"x")
        self._thread.join(5)

    def __enter__(self) -> Cable:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _carry(self) -> None:
        while self._running:
            for key, _ in self._selector.select(1):
                if key.fileobj is self._listener:
                    self._accept()
                elif key.fileobj is self._woken:
                    self._woken.recv(64)
                else:
                    assert isinstance(key.fileobj, socket.socket)
                    self._pass_on(key.fileobj)
            if not self._plugged:
                for end in list(self._pairs):
                    self._cut(end)
        for end in list(self._pairs):
            self._cut(end)
        for rest in (self._listener, self._wake, self._woken, self._selector):
            rest.close()

    def _accept(self) -> None:
        near, _ = self._listener.accept()
        if not self._plugged:
            _reset(near)
            return
        try:
            far = socket.create_connection(("127.0.0.1", self._to), timeout=2)
        except OSError:
            _reset(near)
            return
        for one, other in ((near, far), (far, near)):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            one.settimeout(5)
            self._pairs[one] = other
            self._selector.register(one, selectors.EVENT_READ)

    def _pass_on(self, end: socket.socket) -> None:
        if end not in self._pairs:
            return
        try:
            data = end.recv(65536)
            if data:
                self._pairs[end].sendall(data)
                return
        except OSError:
            pass
        self._cut(end)

    def _cut(self, end: socket.socket) -> None:
        other = self._pairs.pop(end, None)
        if other is None:
            return
        self._pairs.pop(other, None)
        for one in (end, other):
            with contextlib.suppress(KeyError, ValueError):
                self._selector.unregister(one)
            _reset(one)


def _reset(end: socket.socket) -> None:
    """Close at once, so that the other side hears of it."""
    with contextlib.suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    end.close()
