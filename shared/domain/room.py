"""The room: its door, its wall, its clock, and what the workshop is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from .attendance import counted
from .changes import Change, Refused, edit
from .records import Activity, Cluster, Measure
from .registry import Asked, rule
from .seats import LANGUAGES
from .shape import Id
from .text import line

LONGEST = 24 * 3600  # seconds on a timer


@dataclass(frozen=True)
class Locked:
    locked: bool


@dataclass(frozen=True)
class Paused:
    paused: bool


@dataclass(frozen=True)
class Covered:
    covered: bool


@dataclass(frozen=True)
class Show:
    shows: str
    cluster: Id | None = None


@dataclass(frozen=True)
class Turn:
    measure: Id | None


@dataclass(frozen=True)
class Look:
    theme: str | None = None
    letters: str | None = None


@dataclass(frozen=True)
class Seconds:
    seconds: int


@dataclass(frozen=True)
class Nothing:
    pass


@dataclass(frozen=True)
class EditWorkshop:
    title: str | None = None
    date: str | None = None
    place: str | None = None
    host: str | None = None
    facilitators: str | None = None
    language: str | None = None
    languages: list[str] | None = None
    begins: str | None = None
    ends: str | None = None
    expected: int | None = None
    capacity: int | None = None
    asks: dict[str, str] | None = None
    wifi: dict[str, str] | None = None
    attendance: dict[str, dict[str, int]] | None = None


@rule("room.lock", Locked)
def lock(asked: Asked, command: Locked) -> Change:
    verb = "room.locked" if command.locked else "room.unlocked"
    return Change(verb, (edit(asked.workshop, locked=command.locked),))


@rule("room.pause", Paused)
def pause(asked: Asked, command: Paused) -> Change:
    """Stop what phones send; what is typed on them is kept there."""
    verb = "room.paused" if command.paused else "room.unpaused"
    return Change(verb, (edit(asked.workshop, paused=command.paused),))


@rule("wall.cover", Covered)
def cover(asked: Asked, command: Covered) -> Change:
    verb = "wall.covered" if command.covered else "wall.uncovered"
    return Change(verb, (edit(asked.workshop, wall={**asked.workshop.wall, "covered": command.covered}),))


@rule("wall.show", Show)
def show(asked: Asked, command: Show) -> Change:
    if command.shows not in ("step", "join", "spotlight", "handout"):
        raise Refused("invalid", "argument_wrong", name="shows")
    if command.shows == "handout" and not asked.workshop.handout:
        raise Refused("conflict", "handout_not_given")
    cluster = asked.one(Cluster, command.cluster) if command.shows == "spotlight" else None
    wall = {**asked.workshop.wall, "shows": command.shows, "cluster": cluster.id if cluster else None}
    return Change("wall.shown", (edit(asked.workshop, wall=wall),), cluster.title if cluster else "")


@rule("wall.turn", Turn)
def turn(asked: Asked, command: Turn) -> Change:
    """Let one measure hang, where a step shows one at a time; None: all by turns."""
    measure = asked.one(Measure, command.measure) if command.measure is not None else None
    wall = {**asked.workshop.wall, "measure": measure.id if measure else None}
    return Change("wall.turned", (edit(asked.workshop, wall=wall),), measure.title if measure else "")


@rule("wall.look", Look)
def look(asked: Asked, command: Look) -> Change:
    wall = dict(asked.workshop.wall)
    for name, value, allowed in (
        ("theme", command.theme, ("day", "evening")),
        ("letters", command.letters, ("s", "m", "l")),
    ):
        if value is not None:
            if value not in allowed:
                raise Refused("invalid", "argument_wrong", name=name)
            wall[name] = value
    return Change("wall.looked", (edit(asked.workshop, wall=wall),))


@rule("timer.start", Seconds)
def start_timer(asked: Asked, command: Seconds) -> Change:
    """Let a number of seconds run; at the end nothing happens but that everybody sees it."""
    if not 1 <= command.seconds <= LONGEST:
        raise Refused("invalid", "argument_wrong", name="seconds")
    return _timer(asked, "timer.started", {"seconds": command.seconds, "ends_at": asked.at + command.seconds * 1000})


@rule("timer.pause", Nothing)
def pause_timer(asked: Asked, command: Nothing) -> Change:
    timer = _set(asked)
    if "ends_at" not in timer:
        raise Refused("conflict", "timer_stands")
    left = max(0, -(-(timer["ends_at"] - asked.at) // 1000))
    return _timer(asked, "timer.paused", {"seconds": timer["seconds"], "left": left})


@rule("timer.resume", Nothing)
def resume_timer(asked: Asked, command: Nothing) -> Change:
    timer = _set(asked)
    if "left" not in timer:
        raise Refused("conflict", "timer_runs")
    return _timer(asked, "timer.started", {"seconds": timer["seconds"], "ends_at": asked.at + timer["left"] * 1000})


@rule("timer.add", Seconds)
def add_time(asked: Asked, command: Seconds) -> Change:
    """Lengthen (or, below nought, shorten) what is left; one that has run out starts again from now."""
    timer = _set(asked)
    if not -LONGEST <= command.seconds <= LONGEST:
        raise Refused("invalid", "argument_wrong", name="seconds")
    if "left" in timer:
        left = min(LONGEST, max(0, timer["left"] + command.seconds))
        seconds = max(left, timer["seconds"] + command.seconds, 1)
        return _timer(asked, "timer.changed", {"seconds": seconds, "left": left})
    ends_at = max(timer["ends_at"], asked.at) + command.seconds * 1000
    ends_at = min(max(ends_at, asked.at), asked.at + LONGEST * 1000)
    return _timer(asked, "timer.changed", {"seconds": max(timer["seconds"] + command.seconds, 1), "ends_at": ends_at})


@rule("timer.stop", Nothing)
def stop_timer(asked: Asked, command: Nothing) -> Change:
    return _timer(asked, "timer.stopped", None)


@rule("workshop.edit", EditWorkshop)
def edit_workshop(asked: Asked, command: EditWorkshop) -> Change:
    workshop = asked.workshop
    values: dict[str, Any] = {}
    if command.title is not None:
        values["title"] = line(command.title, 120, least=1)
    if command.date is not None:
        values["date"] = iso_day(command.date)
    for name in ("place", "host", "facilitators"):
        if (value := getattr(command, name)) is not None:
            values[name] = line(value, 200)
    if command.language is not None:
        values["language"] = _known(command.language)
    if command.languages is not None:
        values["languages"] = [_known(language) for language in dict.fromkeys(command.languages)] or [workshop.language]
    if command.begins is not None:
        values["begins"] = time_of_day(command.begins, "begins")
    if command.ends is not None:
        values["ends"] = command.ends and time_of_day(command.ends, "ends")
    if command.expected is not None:
        if not 0 <= command.expected <= 2000:
            raise Refused("invalid", "argument_wrong", name="expected")
        values["expected"] = command.expected
    if command.capacity is not None:
        if not 1 <= command.capacity <= 2000:
            raise Refused("invalid", "argument_wrong", name="capacity")
        values["capacity"] = command.capacity
    if command.asks is not None:
        values["asks"] = _asks(workshop.asks, command.asks)
    if command.wifi is not None:
        if not command.wifi.keys() <= {"name", "password"}:
            raise Refused("invalid", "argument_wrong", name="wifi")
        wifi = {**workshop.wifi, **command.wifi}
        values["wifi"] = {"name": line(wifi["name"], 32), "password": line(wifi["password"], 63)}
    if command.attendance is not None:
        values["attendance"] = counted(command.attendance)
    return Change("workshop.edited", (edit(workshop, **values),), values.get("title", workshop.title))


@rule("workshop.end", Nothing)
def end(asked: Asked, command: Nothing) -> Change:
    """End the day: phones are thanked and can write no more; the minutes go on."""
    values: dict[str, Any] = {"ended_at": asked.at, "timer": None}
    edits = [edit(asked.workshop, **values)]
    running = asked.board.get(Activity, asked.workshop.now)
    if running is not None and running.ended_at is None:
        edits.append(edit(running, ended_at=asked.at))
    return Change("workshop.ended", tuple(edits), asked.workshop.title)


@rule("workshop.resume", Nothing)
def resume(asked: Asked, command: Nothing) -> Change:
    return Change("workshop.resumed", (edit(asked.workshop, ended_at=None),), asked.workshop.title)


def time_of_day(value: str, name: str) -> str:
    """Keep a time of day as HH:MM, or refuse."""
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value, re.ASCII):
        raise Refused("invalid", "argument_wrong", name=name)
    return value


def iso_day(value: str) -> str:
    """Keep a calendar day as YYYY-MM-DD, or refuse."""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            raise ValueError(value)
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise Refused("invalid", "argument_wrong", name="date") from error


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise Refused("invalid", "argument_wrong", name="language")
    return language


def _asks(now: dict[str, str], given: dict[str, str]) -> dict[str, str]:
    if not given.keys() <= {"name", "organisation"} or not set(given.values()) <= {"no", "may", "must"}:
        raise Refused("invalid", "argument_wrong", name="asks")
    return {**now, **given}


def _set(asked: Asked) -> dict[str, Any]:
    if asked.workshop.timer is None:
        raise Refused("conflict", "timer_not_set")
    return asked.workshop.timer


def _timer(asked: Asked, verb: str, timer: dict[str, Any] | None) -> Change:
    return Change(verb, (edit(asked.workshop, timer=timer),))
