"""Who is connected: which seats, how many walls and consoles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from shared.domain.changes import Actor
from shared.domain.records import Seat
from shared.store.board import Board

MOST_SOCKETS = 3  # of one seat; the oldest is closed


@dataclass(frozen=True)
class Client:
    """One connection. ``still`` asks anew whether it may go on: the code of a goodbye, "" where it may."""

    sid: str
    audience: str
    workshop: str
    actor: Actor
    still: Callable[[], str] = field(compare=False)


class Presence:
    def __init__(self) -> None:
        self._clients: dict[str, Client] = {}
        self._seats: dict[str, list[Client]] = {}

    def __len__(self) -> int:
        return len(self._clients)

    def add(self, client: Client) -> Client | None:
        """Note a client; answer with one of the same seat that has to go, where there are too many."""
        self._clients[client.sid] = client
        if client.audience != "room":
            return None
        sockets = self._seats.setdefault(client.actor.id, [])
        sockets.append(client)
        return sockets[0] if len(sockets) > MOST_SOCKETS else None

    def remove(self, sid: str) -> Client | None:
        client = self._clients.pop(sid, None)
        if client is not None and client.audience == "room":
            left = [other for other in self._seats.get(client.actor.id, []) if other.sid != sid]
            if left:
                self._seats[client.actor.id] = left
            else:
                self._seats.pop(client.actor.id, None)
        return client

    def of(self, audience: str) -> list[Client]:
        return [client for client in self._clients.values() if client.audience == audience]

    def of_seat(self, seat: str) -> list[Client]:
        return list(self._seats.get(seat, ()))

    def told(self, board: Board, audience: str) -> dict[str, Any]:
        """Tell who has joined and who is here; consoles also learn which seats, and how many walls hang."""
        seats = board.find(Seat, removed=False)
        here = [seat.id for seat in seats if seat.id in self._seats]
        told: dict[str, Any] = {
            "seats": len(seats),
            "here": len(here),
            "by_sector": dict(sorted(Counter(seat.sector for seat in seats if seat.sector).items())),
        }
        if audience == "console":
            consoles = sorted({client.actor.name for client in self.of("console")})
            walls = sum(client.actor.role != "mirror" for client in self.of("wall"))  # not those within consoles
            told |= {"connected": here, "walls": walls, "consoles": consoles}
        return told
