"""Guards around the socket library: whole frames, no compression, small messages, nobody who only knocks.

Each mends something that was measured: a compressed frame of 254 KiB inflates to half a gigabyte before any limit is
looked at; the library ignores that a socket took only a part of what it was given; deflate costs 258 KB a phone.
"""

from __future__ import annotations

import contextlib
import json
import socket
from typing import Any

import gevent
import simple_websocket
import simple_websocket.ws as ws
from gevent.lock import RLock
from gevent.pywsgi import WSGIHandler
from socketio.packet import Packet

MOST_MESSAGE = 64 * 1024  # bytes
MOST_DEPTH = 12
MALFORMED = "malformed"  # the event that a message becomes which cannot be read
_HEADER_SECONDS = 10
_MOST_DIGITS = 20
_READS_IN_A_ROW = 4
_PIECE = 16 * 1024  # bytes that a line has to take
_DEAF_SECONDS = 10  # in so many seconds
_OWN_EVENTS = ("connect", "disconnect")  # the library's own; no client says them


class WholeSocket:
    """A socket whose ``send`` sends everything, one frame after the other."""

    def __init__(self, sock: Any) -> None:
        self._socket, self._lock, self._reads = sock, RLock(), 0
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, data: bytes) -> int:
        with self._lock:
            for start in range(0, len(data), _PIECE):
                try:
                    with gevent.Timeout(_DEAF_SECONDS, TimeoutError):
                        self._socket.sendall(data[start : start + _PIECE])
                except TimeoutError:
                    # Who takes nothing for so long would keep this line, and all that waits for it, for ever.
                    self._socket.shutdown(socket.SHUT_RDWR)
                    raise BrokenPipeError("the other end does not read") from None
        return len(data)

    def recv(self, size: int) -> bytes:
        """Read, and let others come in between: one who talks without end must not starve the room."""
        self._reads += 1
        if self._reads % _READS_IN_A_ROW == 0:
            gevent.sleep(0)
        data: bytes = self._socket.recv(size)
        return data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._socket, name)


class GuardedServer(simple_websocket.Server):  # type: ignore[misc]
    """The server's end of a WebSocket: small messages, no extensions."""

    def __init__(self, environ: dict[str, Any], **options: Any) -> None:
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        options.setdefault("max_message_size", MOST_MESSAGE)
        super().__init__(environ, **options)

    def close(self, reason: Any = None, message: str | None = None) -> None:
        """Say goodbye; to whom the line is broken already, there is nothing to say."""
        with contextlib.suppress(OSError):
            super().close(reason, message)


class _Accept(ws.AcceptConnection):  # type: ignore[misc]
    def __init__(self, subprotocol: Any = None, extensions: Any = None, **more: Any) -> None:
        super().__init__(subprotocol=subprotocol, **more)


def install() -> None:
    """Put the guards in place; once, before a server starts."""
    if simple_websocket.Server is GuardedServer:
        return
    plain_init = ws.Base.__init__

    def init(self: Any, sock: Any = None, **options: Any) -> None:
        plain_init(self, WholeSocket(sock), **options)

    ws.Base.__init__ = init
    ws.AcceptConnection = _Accept
    simple_websocket.Server = GuardedServer


class Handler(WSGIHandler):  # type: ignore[misc]
    """Reads a request's head in ten seconds or not at all; names no software."""

    def read_request(self, raw_requestline: str) -> Any:
        with gevent.Timeout(_HEADER_SECONDS, False):
            return super().read_request(raw_requestline)
        self.close_connection = True
        return None

    def read_requestline(self) -> Any:
        # An idle connection may wait for its next request; one that has begun a line may not take for ever.
        with gevent.Timeout(self.server.idle_seconds, False):
            return super().read_requestline()
        self.close_connection = True
        return ""

    def finalize_headers(self) -> None:
        super().finalize_headers()
        kept = [(name, value) for name, value in self.response_headers if name.lower() not in ("server", b"server")]
        self.response_headers: list[tuple[Any, Any]] = kept

    def log_request(self) -> None:
        """Keep no line a request: addresses and times are nobody's business."""


class TextPacket(Packet):  # type: ignore[misc]
    """A packet that is never looked through for bytes to send beside it: all we send is text."""

    uses_binary_events = False


class StrictJson:
    """JSON as the wire takes it: no NaN, no key twice, no endless number, no bottomless nesting."""

    @staticmethod
    def dumps(value: Any, **_: Any) -> str:
        return _ENCODER.encode(value)

    @staticmethod
    def loads(text: str, **_: Any) -> Any:
        """Read a packet's data; what cannot be read becomes an event that is refused, so that it is answered too."""
        try:
            read = strict(text)
        except (ValueError, RecursionError):
            return [MALFORMED, None]
        if isinstance(read, list) and not (read and isinstance(read[0], str) and read[0] not in _OWN_EVENTS):
            return [MALFORMED, None]
        return read


def strict(text: str | bytes) -> Any:
    """Read JSON, or raise ValueError."""
    if isinstance(text, bytes):
        text = text.decode("utf-8")
    if _depth(text) > MOST_DEPTH:
        raise ValueError("nested too deeply")
    return _DECODER.decode(text)


def _depth(text: str) -> int:
    """Count how deep brackets nest, at the most: brackets in strings count too, which only errs on the safe side."""
    if text.count("[") + text.count("{") <= MOST_DEPTH:
        return 0
    deepest = depth = 0
    for c in text:
        if c in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif c in "]}":
            depth -= 1
    return deepest


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key stands twice")
    return made


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError("too many digits")
    return int(digits)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_constant=_no_constant, parse_int=_whole)
