"""Files that came, opened and taken in: what a region has released, or a whole workshop with all that is in it."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import sqlalchemy as sa

from shared.domain import exchange as exchange_rules
from shared.domain.changes import Refused
from shared.domain.exchange import (
    ASKED,
    FOREIGN,
    NEW,
    NEWER,
    OLDER,
    OURS,
    THEIRS,
    WORKSHOP,
    Came,
    Here,
    Item,
    Parcel,
    fate,
)
from shared.domain.records import Workshop
from shared.domain.text import line

from . import archive, exchange, people, workshops
from .exchange import Choices, Met
from .signing import grouped, signer_of
from .store import Needs
from .tables import door, parcel_item, public_minutes
from .transaction import Transaction

SCHEMA = "led-workshop-signed/1"


@dataclass(frozen=True, eq=False)
class Arriving:
    """A workshop in a file. ``made_at``: milliseconds, UTC; ``region``: the id and name that its region had there."""

    region: str
    name: str
    language: str
    made_at: int
    document: dict[str, Any]
    workshop: Workshop

    @cached_property
    def item(self) -> Item:
        return _item(self.document)

    @property
    def items(self) -> tuple[Item, ...]:
        return (self.item,)

    @property
    def photos(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.document["photos"]
        return found


def pack(connection: sa.Connection, workshop: str, at: int) -> dict[str, Any]:
    """Lay a workshop out as it leaves. Refuses one that there is not."""
    document = archive.laid_out(connection, workshop)
    found = workshops.by_id(connection, workshop)
    if document is None or found is None:
        raise Refused("not_found", "not_found")
    place = next((one for one in people.regions(connection) if one.id == found.region), None)
    region = {"id": found.region, "name": place.name if place else "", "language": place.language if place else "en"}
    return {"schema": SCHEMA, "made_at": at, "region": region, "workshop": document}


def read(document: Any, today: str) -> Arriving:
    """Read a file that came from outside, through and through."""
    try:
        region, made_at = document["region"], exchange_rules.moment_of(document["made_at"], today)
        name, language = line(region["name"], 80, least=1), exchange_rules.language_of(region["language"])
        found = archive.read(document["workshop"]).workshop
        return Arriving(str(region["id"])[:200], name, language, made_at, document["workshop"], found)
    except (KeyError, TypeError, ValueError, AttributeError, archive.BadArchive, Refused) as error:
        raise Refused("invalid", "parcel_damaged") from error


def opened(document: Any, today: str) -> tuple[str, Parcel | Arriving]:
    """Open a file that came: whose signature it bears, and what is in it. Refuses what was changed on its way."""
    if not isinstance(document, dict) or "signature" not in document:
        raise Refused("invalid", "parcel_other")
    key = signer_of(document)
    return key, read(document, today) if document.get("schema") == SCHEMA else exchange_rules.read(document, today)


def compare(connection: sa.Connection, came: Parcel | Arriving, into: str) -> list[Met]:
    """Say what becomes of all that came in the region ``into``; "" for one that is not there yet."""
    if isinstance(came, Parcel) and into:
        return exchange.compare(connection, came, into)
    if isinstance(came, Parcel):
        return [Met(item, NEW) for item in came.items]
    here = workshops.by_id(connection, came.workshop.id)
    document = archive.laid_out(connection, came.workshop.id) if here else None
    own = _item(document) if document else None
    standing = Here(here.region, own.digest) if here and own else None
    return [Met(came.item, fate(came.item, came.made_at, into, standing, _before(connection, came, into)), own)]


@dataclass(frozen=True)
class TakeIn:
    """Take a file in, in one piece: ``choices`` settles what is asked, ``believes`` that its key is the region's.

    ``into``: the region here; "" for a new one. Answers with the region and how many things had which fate.
    """

    came: Parcel | Arriving
    key: str
    into: str
    choices: Choices
    believes: bool
    by: str
    at: int

    @property
    def needs(self) -> Needs:
        return Needs()

    def run(self, transaction: Transaction) -> tuple[str, Counter[str]]:
        connection, came = transaction.connection, self.came
        if self.into and self.into not in {region.id for region in people.regions(connection)}:
            raise Refused("not_found", "not_found")
        if not self.believes and not (self.into and exchange.trusted(connection, self.key, self.into)):
            raise Refused("not_allowed", "parcel_unknown")
        into = self.into or people.add_region(connection, came.name, came.language)
        if self.believes:
            exchange.trust(connection, self.key, into, self.by, self.at)
        if isinstance(came, Parcel):
            source = grouped(self.key)
            return into, exchange.take_in(connection, came, into, self.choices, self.by, source, self.at)
        return into, Counter([self._workshop(transaction, came, into)])

    def _workshop(self, transaction: Transaction, came: Arriving, into: str) -> str:
        """Take a whole workshop in, in the place of the one that is here."""
        connection = transaction.connection
        ((item, told, _),) = [(met.item, met.fate, met.here) for met in compare(connection, came, into)]
        choice = self.choices.get((item.kind, item.id), "") if told in ASKED else ""
        if told in (FOREIGN, OLDER) or (told in ASKED and choice not in (OURS, THEIRS)):
            return told
        if told in (NEW, NEWER) or choice == THEIRS:
            doors, public = _own(connection, item.id)
            workshops.remove(connection, item.id)
            archive.enter(transaction, archive.read(settled(came.document, into)))
            _keep(connection, item.id, doors, public)
        was = _before(connection, came, into)
        exchange.note(connection, into, item, Came(item.digest, max(came.made_at, was.made_at if was else 0)))
        return "settled" if choice else told


def _own(connection: sa.Connection, id: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Read what a workshop has here alone: the addresses of its walls, and which of its extracts is public."""
    tables = (door, public_minutes)
    doors, public = (connection.execute(sa.select(t).where(t.c.workshop == id)).mappings().all() for t in tables)
    return [dict(row) for row in doors], [dict(row) for row in public]


def _keep(connection: sa.Connection, id: str, doors: list[dict[str, Any]], public: list[dict[str, Any]]) -> None:
    if doors:
        connection.execute(door.delete().where(door.c.workshop == id))
        connection.execute(door.insert(), doors)
    if public:
        connection.execute(public_minutes.insert(), public)


def settled(document: dict[str, Any], region: str) -> dict[str, Any]:
    """Write a region into a document that was found in order, in its log as in its records."""
    made = deepcopy(document)
    for side in _sides(made):
        side["region"] = region
    return made


def _item(document: dict[str, Any]) -> Item:
    """Tell two states of a workshop apart; its code and region may have to change on the way."""
    made = deepcopy(document)
    for side in _sides(made):
        side["code"] = side["region"] = ""
    found = made["records"]["workshop"][0]
    return Item(WORKSHOP, found["id"], {**made, "title": found["title"]})


def _sides(document: dict[str, Any]) -> list[dict[str, Any]]:
    sides = [side for line in document["log"] for edit in line["edits"] if edit[0] == "workshop" for side in edit[1:]]
    return [*document["records"]["workshop"], *filter(None, sides)]


def _before(connection: sa.Connection, came: Arriving, into: str) -> Came | None:
    id = came.workshop.id
    mine = (parcel_item.c.region == into) & (parcel_item.c.kind == WORKSHOP) & (parcel_item.c.id == id)
    row = connection.execute(sa.select(parcel_item).where(mine)).one_or_none()
    return Came(row.digest, row.made_at, row.gone) if row else None
