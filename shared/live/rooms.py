"""Sending to many: one small interface between those who know what to say and the library that says it."""

from __future__ import annotations

from typing import Any, Protocol

import socketio

NAMESPACES = {"console": "/facilitator", "wall": "/projector", "room": "/participant"}


class Rooms(Protocol):
    """Sends events to a room, which is named by an audience and a key, or to one client."""

    def enter(self, audience: str, sid: str, key: str) -> None: ...
    def send(self, audience: str, key: str, event: str, payload: Any) -> None: ...
    def send_one(self, audience: str, sid: str, event: str, payload: Any) -> None: ...
    def cut(self, audience: str, sid: str) -> None: ...


class EmitRooms:
    """The library's own way: a packet is encoded once and queued for each client."""

    def __init__(self, server: socketio.Server) -> None:
        self._server = server

    def enter(self, audience: str, sid: str, key: str) -> None:
        self._server.enter_room(sid, key, namespace=NAMESPACES[audience])

    def send(self, audience: str, key: str, event: str, payload: Any) -> None:
        self._server.emit(event, payload, room=key, namespace=NAMESPACES[audience])

    def send_one(self, audience: str, sid: str, event: str, payload: Any) -> None:
        self._server.emit(event, payload, to=sid, namespace=NAMESPACES[audience])

    def cut(self, audience: str, sid: str) -> None:
        self._server.disconnect(sid, namespace=NAMESPACES[audience])
