"""The register of measures: all that a person may see, filtered, as a list or by stage; new entries; as a table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from flask import abort, g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.permissions import Scope, scope
from shared.domain.records import Cluster, Measure
from shared.domain.register.entries import Entry, begin, sketched
from shared.domain.register.states import STAGES, STATES
from shared.minutes.register import listed
from shared.minutes.render import written
from shared.store import people, register
from shared.web.aside import aside
from shared.web.errors import say_refusal
from shared.web.here import board_of, own_workshop
from shared.web.house import house
from shared.web.language import Speech
from shared.web.site import say

from .files import file_of
from .pages import back, for_facilitators, for_office, for_results, page, pages, person

TABLES = ("xlsx", "csv", "pdf")


@pages.get("/facilitator/measures")
@for_results
def measures() -> str:
    return _page()


@pages.post("/facilitator/measures")
@for_office
def new_measure() -> Answer:
    """Enter a measure that comes from no workshop."""
    region = request.form.get("region", "")
    if region not in house().identity.regions(person(), "office"):
        abort(404)
    try:
        made = enter(region, request.form.get("title", ""))
    except Refused as refusal:
        return make_response(_page(say_refusal(g.language, refusal)), 400)
    return back("measure", id=made.id)


@pages.get(f"/facilitator/measures.<any({', '.join(TABLES)}):format>")
@for_results
def measures_file(format: str) -> Answer:
    """Give the entries that the filters leave, as a table."""
    entries, regions = _found(), house().identity.regions(person(), "results")
    document = listed(entries, regions, Speech(g.language))
    return file_of(f"measures-{datetime.now(UTC).date().isoformat()}", aside(lambda: written(document, format)), format)


@pages.post("/facilitator/workshops/<id>/register")
@for_facilitators
def register_measures(id: str) -> Answer:
    """Enter the measures of a workshop that are not in the register yet, each with what is known of it."""
    workshop = own_workshop(person(), id)
    _, records = board_of(workshop.id)
    clusters = {record.id: record.title for record in records if isinstance(record, Cluster)}
    standing = [r for r in records if isinstance(r, Measure) and not r.parked]
    with house().store.read() as connection:
        there = register.of_workshop(connection, workshop.id)
    fresh = [m for m in sorted(standing, key=lambda m: m.position) if m.id not in there and not m.origin]
    for measure in fresh:
        answers = sketched(measure, clusters.get(measure.cluster or "", ""))
        enter(workshop.region, measure.title, answers, workshop.id, measure.id)
    return back("measures", workshop=workshop.id, entered=len(fresh))


def enter(
    region: str, title: str, answers: dict[str, Any] | None = None, workshop: str = "", measure: str = ""
) -> Entry:
    """Put a measure into the register of a region, under its next number."""
    at, by = house().desk.now(), person().name
    made: Entry = house().store.write(
        lambda c: register.add(
            c,
            region_id=region,
            year=datetime.fromtimestamp(at / 1000, UTC).year,
            at=at,
            begun=lambda blank: begin(blank, by, title, answers),
            workshop=workshop,
            measure=measure,
        )
    )
    return made


def only_released() -> bool:
    return scope(person().role, "results") is Scope.RELEASED


def _found() -> list[Entry]:
    """Find the entries that the person may see and the filters of the address leave."""
    regions = house().identity.regions(person(), "results")
    asked = {name: request.args.get(name, "") for name in ("region", "state", "words", "workshop")}
    where = [id for id in regions if asked["region"] in ("", id)]
    with house().store.read() as connection:
        found = register.every(connection, where, only_released())
    words = asked["words"].casefold().split()
    states = STAGES.get(asked["state"], (asked["state"],))
    return [
        entry
        for entry in found
        if (not asked["state"] or entry.state in states)
        and (not asked["workshop"] or entry.workshop == asked["workshop"])
        and all(word in _text(entry) for word in words)
    ]


def _text(entry: Entry) -> str:
    named = (entry.form.get(name, "") for name in ("lead", "champion", "obstacle", "places"))
    return " ".join([entry.number, entry.title, *named]).casefold()


def _page(refused: str = "") -> str:
    regions = house().identity.regions(person(), "results")
    entries = _found()
    with house().store.read() as connection:
        names = {region.id: region.name for region in people.regions(connection)}
    return page(
        "register.html",
        rows=[_row(entry, names) for entry in entries],
        board=_board(entries, names) if request.args.get("as") == "board" else None,
        regions=list(regions.items()),
        states=[(name, say(f"register.stage.{name}")) for name in STAGES]
        + [(name, say(f"register.state.{name}")) for name in STATES],
        asked={name: request.args.get(name, "") for name in ("region", "state", "words", "workshop", "as")},
        formats=[(format, say(f"pages.format_{format}")) for format in TABLES],
        offices=list(house().identity.regions(person(), "office").items()),
        said=_said(),
        takes=bool(set(house().identity.regions(person(), "office")) & set(house().identity.regions(person()))),
        refused=refused,
    )


def _said() -> str:
    """Tell how many measures were entered, or had a decision written back, where one comes from there."""
    for name in ("entered", "decided"):
        if (n := request.args.get(name, "")).isdecimal():
            return say(f"register.{name}", n=int(n))
    return ""


def _row(entry: Entry, regions: dict[str, str]) -> dict[str, Any]:
    named = {name: getattr(entry, name) for name in ("id", "number", "title", "state", "released")}
    told = {name: entry.form.get(name, "") for name in ("lead", "champion", "asked")}
    return {**named, **told, "region": regions.get(entry.region, "")}


def _board(entries: Iterable[Entry], regions: dict[str, str]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Sort entries into the columns of a board, by stage."""
    columns: dict[str, list[dict[str, Any]]] = {stage: [] for stage in STAGES}
    for entry in entries:
        stage = next(stage for stage, states in STAGES.items() if entry.state in states)
        columns[stage].append(_row(entry, regions))
    return list(columns.items())
