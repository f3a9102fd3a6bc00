"""The baseline: the same library in the same server mode, with handlers that do nothing but acknowledge."""

from __future__ import annotations

from gevent import monkey

monkey.patch_all()

import sys  # noqa: E402

from flask import Flask, request  # noqa: E402
from flask_socketio import SocketIO, join_room  # noqa: E402

app = Flask(__name__)
socketio = SocketIO(app, async_mode="gevent", transports=["websocket"], async_handlers=False, cors_allowed_origins="*")


@socketio.on("connect")
def connect() -> None:
    join_room("room")


@socketio.on("message")
def message(data: dict[str, object]) -> dict[str, object]:
    return {"ok": True, "version": 1}


@socketio.on("fan")
def fan(data: dict[str, object]) -> dict[str, object]:
    socketio.emit("changes", data, to="room", skip_sid=request.sid)  # type: ignore[attr-defined]
    return {"ok": True}


if __name__ == "__main__":
    socketio.run(app, host="127.0.0.1", port=int(sys.argv[1]))
