"""Check what comes from somebody's file before anything is made of it: kinds of values, fields, references."""

from __future__ import annotations

import math
import re
import types
from collections.abc import Iterable
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import sqlalchemy as sa

from shared.domain.activities import KINDS_OF_ACTIVITY
from shared.domain.activities.joined import sound as sound_joins
from shared.domain.activities.shares import VERBS
from shared.domain.attendance import counted
from shared.domain.changes import Refused
from shared.domain.drawing import sound as sound_interview
from shared.domain.factors import FACTORS, REACHES
from shared.domain.findings import sound as sound_finding
from shared.domain.records import (
    KINDS,
    Activity,
    Amendment,
    Card,
    CardState,
    Cluster,
    Finding,
    Interview,
    Record,
    Seat,
    Sector,
    Workshop,
    kind_of,
)
from shared.domain.reveals import sound_lot
from shared.domain.showing import STEPS
from shared.domain.stored import completed

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
_DEEPEST, _MOST_NUMBER = 20, 2**53
_NAMES = {  # fields that hold another record's id
    "workshop": {"now": "activity"},
    "activity": {"source": "activity"},
    "cluster": {"activity": "activity"},
    "card": {"activity": "activity", "cluster": "cluster", "author": "seat", "merged_into": "card"},
    "measure": {"cluster": "cluster", "author": "seat"},
    "pledge": {"activity": "activity", "measure": "measure", "author": "seat"},
    "finding": {"card": "card"},
    "voice": {"activity": "activity", "measure": "measure", "author": "seat"},
    "mark": {"activity": "activity", "finding": "finding", "author": "seat"},
    "amendment": {"activity": "activity"},
    "interview": {"activity": "activity", "author": "seat"},
    "note": {"activity": "activity"},
    "seat": {},
}


class Wrong(Exception):
    """What is wrong with a file, as half a sentence."""


def plain(value: Any, depth: int = 0) -> None:
    """Refuse what no database of ours can hold: endless numbers, broken text, bottomless nesting."""
    if depth > _DEEPEST:
        raise Wrong("it is nested too deeply")
    if isinstance(value, str):
        if "\0" in value or any("\ud800" <= c <= "\udfff" for c in value):
            raise Wrong("it holds text that is not text")
    elif isinstance(value, float | int):
        if not math.isfinite(value) or (isinstance(value, int) and abs(value) > _MOST_NUMBER):
            raise Wrong("it holds a number that is too large")
    elif isinstance(value, dict):
        for key, item in value.items():
            plain(key, depth + 1)
            plain(item, depth + 1)
    elif isinstance(value, list):
        for item in value:
            plain(item, depth + 1)


def record(kind: str, item: Any) -> Record:
    """Make a record; a field with a default may be missing, for an earlier version may not have had it."""
    cls, hints = KINDS[kind], _hints(kind)
    if not isinstance(item, dict) or not item.keys() <= hints.keys():
        raise Wrong(f"a record of kind {kind} has unknown fields")
    for f in fields(cls):
        if f.name not in item:
            if f.default is MISSING and f.default_factory is MISSING:
                raise Wrong(f"a record of kind {kind} has no {f.name}")
        elif not _fits(item[f.name], hints[f.name]):
            raise Wrong(f"a record of kind {kind} has a wrong {f.name}")
    if not _ID.fullmatch(item["id"]) or not _ID.fullmatch(item["workshop"]):
        raise Wrong(f"a record of kind {kind} has a wrong id")
    made: Record = completed(cls(**item))
    if not _known(made):
        raise Wrong(f"a record of kind {kind} has a value that this program does not know")
    return made


def rows(table: sa.Table, items: Any, name: str) -> list[dict[str, Any]]:
    """Check the lines of a table that stands in the file under ``name``, without their workshop."""
    columns = {column.name: column for column in table.columns if column.name != "workshop"}
    if not isinstance(items, list):
        raise Wrong(f"it has no {name}")
    for item in items:
        if not isinstance(item, dict) or item.keys() != columns.keys():
            raise Wrong(f"a line of its {name} has missing or unknown fields")
        for column in columns.values():
            if not _is(item[column.name], column):
                raise Wrong(f"a line of its {name} has a wrong {column.name}")
    key = [column.name for column in table.primary_key if column.name != "workshop"]
    if len({tuple(item[name] for name in key) for item in items}) != len(items):
        raise Wrong(f"a line of its {name} stands in it twice")
    return items


def together(records: Iterable[Record]) -> None:
    """Refuse records of several workshops, the same one twice, and names of records that are not there."""
    records = list(records)
    there = {(kind_of(r), r.id) for r in records}
    own = [r for r in records if isinstance(r, Workshop)]
    if len(own) != 1 or any(r.workshop != own[0].id for r in records):
        raise Wrong("its records are not those of one workshop")
    if len(there) != len(records):
        raise Wrong("a record stands in it twice")
    for r in records:
        for field, kind in _NAMES[kind_of(r)].items():
            id = getattr(r, field)
            if id is not None and (kind, id) not in there:
                raise Wrong(f"a record of kind {kind_of(r)} names a {kind} that is not in it")


def _counted(attendance: dict[str, dict[str, int]]) -> bool:
    try:
        return counted(attendance) == attendance
    except Refused:
        return False


def _known(made: Record) -> bool:
    """Say whether the rules know what they would find: kinds, phases, settings, sectors, states."""
    if isinstance(made, Activity):
        kind = KINDS_OF_ACTIVITY.get(made.kind)
        return (
            kind is not None
            and made.phase in kind.phases
            and made.revealed in ("", *STEPS)
            and all(sound_lot(lot) for lot in made.lots)
            and sound_joins(made)
            and all(name in made.settings and kind.allowed[name](made.settings[name]) for name in kind.settings)
        )
    if isinstance(made, Workshop):
        return _counted(made.attendance)
    if isinstance(made, Seat):
        return made.sector in ("", *Sector)
    if isinstance(made, Card):
        sectors = (None, *Sector)
        return made.state in list(CardState) and made.sector in sectors and _judged(made.verdict)
    if isinstance(made, Cluster):
        return _sorted_by(made.sorted_by)
    if isinstance(made, Finding):
        return sound_finding(made)
    if isinstance(made, Interview):
        return sound_interview(made)
    if isinstance(made, Amendment):
        return made.factor in FACTORS and made.reach in ("", *REACHES) and made.rating in (None, *range(-3, 4))
    if isinstance(made, Workshop):
        return made.workshop == made.id and {"covered", "shows", "cluster", "theme", "letters"} <= made.wall.keys()
    return True


def _sorted_by(told: dict[str, Any]) -> bool:
    """Say whether a group tells rightly, or not at all, of the people whose own sorting it comes from."""
    if not told:
        return True
    agreed = told.get("agreement")
    if told.keys() != {"people", "agreement"} or type(told["people"]) is not int or not isinstance(agreed, str):
        return False
    return re.fullmatch(r"\d{1,200}(/[1-9]\d{0,200})?", agreed, re.ASCII) is not None


def _judged(verdict: dict[str, Any]) -> bool:
    """Say whether a card's verdict is one that rules and screens can read."""
    wishes = verdict.get("wishes", {})
    return (
        verdict.keys() <= {"state", "by", "wishes", "deal"}
        and verdict.get("state", "settled") in VERBS
        and verdict.get("by", "room") in ("room", "facilitator")
        and type(verdict.get("deal", 1)) is int
        and isinstance(wishes, dict)
        and all(type(n) is int for n in wishes.values())
    )


def _is(value: Any, column: sa.Column[Any]) -> bool:
    if value is None:
        return bool(column.nullable)
    return isinstance(column.type, sa.JSON) or type(value) is column.type.python_type


@cache
def _hints(kind: str) -> dict[str, Any]:
    return get_type_hints(KINDS[kind])


def _fits(value: Any, hint: Any) -> bool:
    origin = get_origin(hint)
    if hint is Any:
        return True
    if origin is Union or origin is types.UnionType:
        return any(_fits(value, part) for part in get_args(hint))
    if hint is type(None):
        return value is None
    if hint is float:
        return type(value) in (int, float)
    if origin is list:
        return isinstance(value, list) and all(_fits(item, get_args(hint)[0]) for item in value)
    if origin is dict:
        key, item = get_args(hint)
        return isinstance(value, dict) and all(_fits(k, key) and _fits(v, item) for k, v in value.items())
    return isinstance(value, hint) and not (hint is int and isinstance(value, bool))
