"""The application for a measure as pages: a section at a time, saved as often as one likes; for office and champion."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from flask import abort, g, render_template, request
from werkzeug.datastructures import MultiDict

from shared.domain.changes import Refused
from shared.domain.financing.calls import may_submit
from shared.domain.principles import held
from shared.domain.register.entries import Entry, Event, apart, fill, may_write, move
from shared.domain.register.form import FIELDS, SECTIONS, Field, doubts, missing
from shared.domain.register.words import answer
from shared.store import financing, register

from .checking import today
from .errors import say_refusal
from .house import house
from .language import Speech
from .site import say

_MORE_ROWS = 2  # blank ones below what is filled in


@dataclass
class Shown:
    """What a section's page shows: the answers as they stand or as they were typed, and what became of them."""

    answers: dict[str, Any]
    base: int
    said: str = ""
    refused: str = ""
    wrong: str = ""  # the field that a refusal is about
    clashes: list[tuple[str, str]] = field(default_factory=list)  # a field's name, and what stands there now


def section_or_404(name: str) -> tuple[Field, ...]:
    return SECTIONS.get(name) or abort(404)


def shown(entry: Entry) -> Shown:
    return Shown(dict(entry.form), entry.version, say("common.saved") if "saved" in request.args else "")


def keep_section(entry: Entry, name: str, by: str, party: str) -> Shown | None:
    """Keep what was typed into a section; None where it is kept, else what the page has to show again."""
    fields = section_or_404(name)
    base = int(request.form.get("base", "0")) if request.form.get("base", "0").isdecimal() else 0
    given = typed(fields, request.form)
    clashed: list[str] = []
    now, at = entry, house().desk.now()

    def work(connection: Any) -> None:
        def step(here: Entry) -> tuple[Entry, Event | None]:
            nonlocal now
            now = here
            past = register.history(connection, entry.id)  # the entry is held: nobody adds to it meanwhile
            since = [told.event for told in reversed(past) if base < told.version <= here.version]
            own, clashes = apart(here, since, given)
            clashed[:] = clashes
            return (here, None) if clashes and may_write(here, party) else fill(here, by, party, own)

        register.change(connection, entry.id, at, step)

    try:
        house().store.write(work)
    except Refused as refusal:
        wrong = str(refusal.params.get("field", ""))
        sentence = say_refusal(g.language, refusal)
        told = f"{say(f'register.field.{wrong}')}: {sentence}" if wrong else sentence
        return Shown(given, base, refused=told, wrong=wrong)
    if clashed:
        stands = [(name, answer(FIELDS[name], now.form.get(name), Speech(g.language)) or "–") for name in clashed]
        return Shown(given, now.version, refused=say("register.clash"), clashes=stands)
    return None


def typed(fields: Iterable[Field], form: MultiDict[str, str]) -> dict[str, Any]:
    """Read a section as a browser sends it: ``name``, or ``name-ROW-COLUMN`` in a table."""
    given: dict[str, Any] = {}
    for one in fields:
        if one.kind == "table":
            rows: dict[int, dict[str, str]] = {}
            for key, value in form.items():
                found = re.fullmatch(rf"{one.name}-(\d{{1,2}})-(\w+)", key, re.ASCII)
                if found and found[2] in {column.name for column in one.columns}:
                    rows.setdefault(int(found[1]), {})[found[2]] = value
            given[one.name] = [rows[n] for n in sorted(rows)]
        elif one.kind == "ticks":
            given[one.name] = form.getlist(one.name)
        else:
            given[one.name] = form.get(one.name, "")
    return given


def section_page(entry: Entry, name: str, what: Shown, frame: str, address: Callable[[str], str], **more: Any) -> str:
    """Render a section; ``frame`` is the page around it, ``address`` leads to a section or, for "", to the overview."""
    names = list(SECTIONS)
    rows = {
        one.name: min(one.most, len(what.answers.get(one.name) or []) + _MORE_ROWS)
        for one in SECTIONS[name]
        if one.kind == "table"
    }
    return render_template(
        "application_section.html",
        frame=frame,
        entry=entry,
        section=name,
        typed=f"{more['person'].id if 'person' in more else 'champion'}:{entry.id}:{name}",
        fields=SECTIONS[name],
        what=what,
        rows=rows,
        lacking=set(missing(entry.form)),
        address=address,
        place=names.index(name) + 1,
        places=len(names),
        said=what.said,
        refused=what.refused,
        **more,
    )


def after_save(name: str, address: Callable[[str], str]) -> str:
    """Lead on after a section was kept: to the next one, to the overview behind the last, or back to the same."""
    if request.form.get("act") != "next":
        return f"{address(name)}?saved=1"
    names = list(SECTIONS)
    at = names.index(name) + 1
    return address(names[at] if at < len(names) else "")


def overview(entry: Entry) -> dict[str, Any]:
    """Tell how far an application has come: by section what it lacks, what does not add up."""
    lacking = missing(entry.form)
    return {
        "sections": [
            {"name": name, "lacks": sum(f.name in lacking for f in fields), "asks": sum(f.required for f in fields)}
            for name, fields in SECTIONS.items()
        ],
        "lacking": len(lacking),
        "held": held(entry.form),
        "doubts": [say(f"register.doubt.{doubt}") for doubt in doubts(entry.form)],
    }


def moved(entry: Entry, by: str, party: str, to: str, reason: str) -> None:
    """Bring an entry into another state, or refuse; within the days of its call, and to a contract by its money."""
    at, now = house().desk.now(), today()

    def work(connection: Any) -> None:
        def step(here: Entry) -> tuple[Entry, Event | None]:
            call = financing.call(connection, here.call) if to == "submitted" else None
            if call is not None:
                may_submit(call, now)
            if to == "contracted" and financing.has_money(connection, here.region):
                raise Refused("conflict", "contract_needed")
            return move(here, by, party, to, reason)

        register.change(connection, entry.id, at, step)

    house().store.write(work)


def does(entry: Entry, step: register.Step) -> None:
    """Do one thing to an entry. The writer's thread runs ``step`` and knows of no request."""
    at = house().desk.now()
    house().store.write(lambda c: register.change(c, entry.id, at, step))
