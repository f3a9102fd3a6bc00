"""Regions side by side in one table: cycle, measures, what they brought, money, members, proposals; sorted by any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from flask import Response, g, request, url_for

from shared.domain.development import newest
from shared.domain.dialogue import STEPS, dialogue
from shared.domain.register.checks import first_due_by
from shared.domain.standing import CYCLE, cycle, reached
from shared.minutes.dashboard import Listing, bare, dashboard
from shared.minutes.render import written
from shared.store import development, financing, heads, regional, results
from shared.store.results import Place
from shared.web import language as speech
from shared.web.aside import aside
from shared.web.checking import today
from shared.web.house import house
from shared.web.language import Speech
from shared.web.site import say

from .files import file_of
from .measures import TABLES, only_released
from .pages import for_results, page, pages, person

_BROUGHT = ("trained", "jobs", "fte", "income")
_ANSWERED = STEPS.index("answered")


@dataclass(frozen=True)
class Line:
    """One region: its figures by column, exact; None where nothing is known. ``step`` of the cycle; "" where none."""

    id: str
    name: str
    step: str
    figures: dict[str, Fraction | None]
    beside: dict[str, str]  # what stands behind a figure, in words


@pages.get("/facilitator/programme/regions")
@for_results
def ranked() -> str:
    """Show the regions that the person may see, sorted ``by`` a column; ``down``: the largest first."""
    by, down = request.args.get("by", ""), request.args.get("down") == "1"
    lines, columns = _read()
    if by not in ("step", *columns):
        by = ""
    return page(
        "ranked.html",
        as_of=speech.day(g.language, today()),
        columns=[_column(name, by, down) for name in ("name", "step", *columns)],
        rows=[
            {
                "id": line.id,
                "name": line.name,
                "step": say(f"regional.step.{line.step}") if line.step else "–",
                "cells": [(_named(n), _spoken(line.figures[n]), line.beside.get(n, "")) for n in columns],
            }
            for line in _sorted(lines, by, down)
        ],
        formats=[(format, say(f"pages.format_{format}")) for format in TABLES],
        by=by,
        down=down,
    )


@pages.get(f"/facilitator/programme/regions.<any({', '.join(TABLES)}):format>")
@for_results
def ranked_file(format: str) -> Response:
    """Give the same as a table with bare numbers."""
    lines, columns = _read()
    head = [say("pages.region"), say("regional.cycle_step"), *(_named(name) for name in columns)]
    rows = [
        [line.name, say(f"regional.step.{line.step}") if line.step else "", *(bare(line.figures[n]) for n in columns)]
        for line in lines
    ]
    now = today()
    listing = Listing(say("regional.ranked"), head, rows, frozenset(range(2, len(head))))
    facts = [say("programme.as_of", day=speech.day(g.language, now))]
    document = dashboard(say("regional.ranked"), facts, [listing], Speech(g.language))
    return file_of(f"regions-{now}", aside(lambda: written(document, format)), format)


def _read() -> tuple[list[Line], list[str]]:
    """Read all regions that the person may see, and which columns there are: one of money for each currency."""
    regions, now = house().identity.regions(person(), "results"), today()
    offices = house().identity.regions(person(), "office")
    with house().store.read() as connection:
        places, _ = heads.once(connection, results.places(connection, list(regions), first_due_by(now)))
        held = regional.held(connection, list(regions), only_released())
        reports = newest(development.reports(connection, list(regions)), now)
        talks = development.talks(connection, list(regions))
        stands = financing.stands(connection, list(offices), now)
    money: dict[str, dict[str, int]] = {}
    for stand in stands:
        of = money.setdefault(stand.call.currency, {})
        of[stand.envelope.region] = of.get(stand.envelope.region, 0) + stand.books.committed
    columns = [
        "measures",
        "begun",
        *_BROUGHT,
        "effective",
        *(f"money:{c}" for c in sorted(money)),
        "members",
        "answered",
    ]
    lines = []
    for id, name in regions.items():
        place = places.get(id, Place())
        steps = cycle((one.template, one.date) for one in held if one.region == id)
        rate, report = place.rate, reports.get(id)
        proposals = dialogue([one for one in talks if one.region == id])
        figures: dict[str, Fraction | None] = {
            "measures": Fraction(place.measures),
            "begun": Fraction(place.begun),
            **{code: _of(place, code) for code in _BROUGHT},
            "effective": None if rate.share is None else 100 * rate.share,
            **{f"money:{c}": Fraction(of[id]) if id in of else None for c, of in money.items()},
            "members": Fraction(report.values["members"], 100) if report and "members" in report.values else None,
            "answered": Fraction(sum(proposals.steps[_ANSWERED:])),
        }
        beside = {
            "effective": say("regional.checked", checked=rate.checked, due=rate.due) if rate.due else "",
            "members": speech.day(g.language, report.day, "medium") if report else "",
            "answered": say("regional.of_proposals", n=proposals.proposals),
        }
        lines.append(Line(id, name, reached(steps), figures, beside))
    return lines, columns


def _of(place: Place, code: str) -> Fraction | None:
    line = place.lines.get(code)
    return Fraction(line.value, 100) if line and line.known else None


def _sorted(lines: list[Line], by: str, down: bool) -> list[Line]:
    """Sort by a column, by name where none is asked for; what is not known comes last either way."""
    named = sorted(lines, key=lambda line: line.name.casefold(), reverse=down and not by)
    if not by:
        return named
    value: Callable[[Line], Any] = (
        (lambda line: list(CYCLE).index(line.step) if line.step else None)
        if by == "step"
        else (lambda line: line.figures[by])
    )
    known = [line for line in named if value(line) is not None]
    return [*sorted(known, key=value, reverse=down), *(line for line in named if value(line) is None)]


def _column(name: str, by: str, down: bool) -> dict[str, Any]:
    """Name a column, with the address that sorts by it; a second time the other way round."""
    here = by == ("" if name == "name" else name)
    turn = not down if here else name not in ("name", "step")
    address = url_for("facilitator.ranked", by=None if name == "name" else name, down=1 if turn else None)
    order = ("descending" if down else "ascending") if here else ""
    return {"name": _named(name), "address": address, "order": order, "figure": name not in ("name", "step")}


def _named(column: str) -> str:
    if column.startswith("money:"):
        return say("regional.promised", currency=column.removeprefix("money:"))
    words = {"name": "pages.region", "step": "regional.cycle_step", "measures": "register.title"}
    words |= {"begun": "regional.begun", "effective": "regional.still_works", "answered": "regional.answered"}
    words |= {"members": "regional.members", **{code: f"programme.short.{code}" for code in _BROUGHT}}
    return say(words[column])


def _spoken(value: Fraction | None) -> str:
    return "–" if value is None else speech.figure(g.language, round(100 * value))
