"""Seats: who takes part. A seat is a sector and a language; a name only where the workshop asks for one.

A name stands in the minutes only where its owner has said so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from .changes import Change, Refused, add, edit
from .records import Activity, Seat, Sector, Workshop
from .registry import SEAT, SYSTEM, Asked, rule
from .shape import Id
from .text import line

LANGUAGES = ("en", "de", "fr", "es", "ru", "mn", "ar")


@dataclass(frozen=True)
class Join:
    seat: Id
    sector: str | None = None
    language: str | None = None
    name: str = ""
    organisation: str = ""
    named: bool = False


@dataclass(frozen=True)
class ChangeSeat:
    sector: str | None = None
    language: str | None = None
    name: str | None = None
    organisation: str | None = None
    named: bool | None = None


@dataclass(frozen=True)
class OneSeat:
    seat: Id


@rule("seat.join", Join, SYSTEM)
def join(asked: Asked, command: Join) -> Change:
    workshop = asked.workshop
    if workshop.ended_at is not None:
        raise Refused("ended", "ended")
    if workshop.locked:
        raise Refused("locked", "door_closed")
    if asked.board.count(Seat, removed=False) >= workshop.capacity:
        raise Refused("full", "room_full", most=workshop.capacity)
    seat = Seat(
        id=asked.fresh(Seat, command.seat),
        workshop=workshop.id,
        number=1 + asked.board.count(Seat),  # seats are never deleted, so no number comes twice
        sector="" if command.sector is None else _sector(command.sector),
        language=_language(workshop, command.language),
        name=_asked_for(workshop, "name", command.name),
        organisation=_asked_for(workshop, "organisation", command.organisation),
        joined_at=asked.at,
    )
    seat = replace(seat, named=command.named and bool(seat.name))
    return Change("seat.joined", (add(seat),), answer={"seat": seat.id, "number": seat.number})


@rule("seat.change", ChangeSeat, SEAT)
def change(asked: Asked, command: ChangeSeat) -> Change:
    """Change one's own seat; the sector only until the first vote opens, for ballots carry it."""
    workshop, seat = asked.workshop, asked.one(Seat, asked.actor.id)
    values: dict[str, Any] = {}
    if command.sector is not None and command.sector != seat.sector:
        if any(activity.options for activity in asked.board.find(Activity)):
            raise Refused("phase_closed", "sector_is_fixed")
        values["sector"] = _sector(command.sector)
    if command.language is not None:
        values["language"] = _language(workshop, command.language)
    if command.name is not None:
        values["name"] = _asked_for(workshop, "name", command.name)
    if command.organisation is not None:
        values["organisation"] = _asked_for(workshop, "organisation", command.organisation)
    if command.named is not None or "name" in values:
        wished = seat.named if command.named is None else command.named
        values["named"] = wished and bool(values.get("name", seat.name))
    return Change("seat.changed", (edit(seat, **values),))


@rule("seat.remove", OneSeat)
def remove(asked: Asked, command: OneSeat) -> Change:
    """Take a seat out of the room; its way back in is blocked. Cards that it wrote stay."""
    seat = asked.one(Seat, command.seat)
    return Change("seat.removed", (edit(seat, removed=True),), str(seat.number))


@rule("seat.restore", OneSeat)
def restore(asked: Asked, command: OneSeat) -> Change:
    seat = asked.one(Seat, command.seat)
    return Change("seat.restored", (edit(seat, removed=False),), str(seat.number))


def _sector(value: str) -> str:
    if not value:
        raise Refused("invalid", "sector_needed")
    if value not in list(Sector):
        raise Refused("invalid", "sector_unknown")
    return value


def _language(workshop: Workshop, value: str | None) -> str:
    """Keep a language that the product speaks; else the workshop's own."""
    return value if value in LANGUAGES else workshop.language


def _asked_for(workshop: Workshop, field: str, value: str) -> str:
    """Keep what the workshop asks for; what it does not ask for is not kept, whoever sends it."""
    wish = workshop.asks.get(field, "no")
    if wish == "no":
        return ""
    return line(value, 60, least=1 if wish == "must" else 0)
