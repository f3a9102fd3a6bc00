"""The programme at a glance: what measures have brought, in one region or all; each figure with its rule and gaps."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flask import Response, abort, g, request, url_for

from shared.domain.register.checks import first_due_by
from shared.domain.register.entries import Entry
from shared.domain.register.indicators import INDICATORS, PARTS
from shared.domain.register.states import STAGES
from shared.domain.sustainability import EFFECTIVE, ENDED, PARTLY
from shared.minutes.dashboard import Listing, bare, dashboard
from shared.minutes.render import written
from shared.store import heads, people, published, register, results
from shared.store.results import Line, Place
from shared.voting.sectors import percent
from shared.web import language as speech
from shared.web.aside import aside
from shared.web.checking import today
from shared.web.house import house
from shared.web.language import Speech
from shared.web.site import say

from .files import file_of
from .measures import TABLES, only_released
from .pages import for_results, page, pages, person

HEADLINES = ("trained", "jobs", "income")
_FURTHER = tuple(code for code in INDICATORS if code not in HEADLINES)


@pages.get("/facilitator/programme")
@for_results
def programme() -> str:
    """Show all regions that the person may see, or one of them (``region``)."""
    regions, chosen = _regions()
    now = today()
    with house().store.read() as connection:
        found = results.places(connection, chosen, first_due_by(now))
        found, whole = heads.once(connection, found)
        by_year = heads.years_once(connection, chosen, results.years(connection, chosen))
        joint = register.shared_with(connection, chosen[0]) if len(chosen) == 1 else []
        every = {region.id: region.name for region in people.regions(connection)} if joint else {}
        older = len(published.every(connection, chosen if request.args.get("region") else ["", *chosen]))
    return page(
        "programme.html",
        region=request.args.get("region", "") if len(chosen) == 1 else "",
        formats=[(format, say(f"pages.format_{format}")) for format in TABLES],
        regions=list(regions.items()),
        as_of=speech.day(g.language, now),
        whole=whole,
        older=older,
        headlines=[_figure(code, whole) for code in HEADLINES],
        joint=[
            (entry, every[entry.region], _may_open(entry, regions))
            for entry in joint
            if entry.released or not only_released()
        ],
        further=[_figure(code, whole) for code in _FURTHER],
        rate=_rate(whole),
        reported=_reported(found, len(chosen)),
        stages=_stages(whole),
        rows=[_row(id, name, found.get(id, Place())) for id, name in regions.items() if id in chosen],
        years=[
            (year, [speech.figure(g.language, figures[code]) if code in figures else "–" for code in INDICATORS])
            for year, figures in by_year.items()
        ],
        indicators=[(code, say(f"programme.short.{code}")) for code in INDICATORS],
    )


@pages.get(f"/facilitator/programme.<any({', '.join(TABLES)}):format>")
@for_results
def programme_file(format: str) -> Response:
    """Give the same as tables, with bare numbers."""
    regions, chosen = _regions()
    now = today()
    with house().store.read() as connection:
        found = results.places(connection, chosen, first_due_by(now))
        found, whole = heads.once(connection, found)
        by_year = heads.years_once(connection, chosen, results.years(connection, chosen))
    rate = whole.rate
    effective = say("programme.checked_of_due", effective=rate.effective, checked=rate.checked, due=rate.due)
    head = [say(f"programme.{name}") for name in ("figure", "value")] + [
        say("programme.rule"),
        say("programme.coverage"),
    ]
    figures = [
        [one["name"], _bare(whole.lines.get(one["code"])), one["rule"], " ".join([one["covers"], *one["parts"]])]
        for one in (_figure(code, whole) for code in INDICATORS)
    ]
    share = "" if rate.share is None else bare(100 * rate.share)
    figures.append([f"% {say('programme.effective_of_checked')}", share, say("programme.rule.effective"), effective])
    short = [say(f"programme.short.{code}") for code in INDICATORS]
    stages = [name for _, name, _ in _stages(whole)]
    places = [
        [
            *(regions[id], str(place.measures)),
            *(str(n) for _, _, n in _stages(place)),
            *(_bare(place.lines.get(code)) for code in INDICATORS),
        ]
        for id, place in ((id, found.get(id, Place())) for id in chosen)
    ]
    years = [
        [year, *(bare(Fraction(told[code], 100)) if code in told else "" for code in INDICATORS)]
        for year, told in by_year.items()
    ]
    columns = [say("pages.region"), say("register.title"), *stages, *short]
    listings = [
        Listing(say("programme.brought"), head, figures, frozenset({1})),
        Listing(say("pages.regions"), columns, places, frozenset(range(1, len(columns)))),
        Listing(say("programme.by_year"), [say("programme.year"), *short], years, frozenset(range(1, 1 + len(short)))),
    ]
    facts = [say("programme.as_of", day=speech.day(g.language, now)), _reported(found, len(chosen))]
    document = dashboard(say("programme.title"), facts, listings, Speech(g.language))
    return file_of(f"programme-{now}", aside(lambda: written(document, format)), format)


def _may_open(entry: Entry, regions: dict[str, str]) -> bool:
    return entry.region in regions and (entry.released or not only_released())


def _bare(line: Line | None) -> str:
    return bare(Fraction(line.value, 100)) if line is not None and line.known else ""


@pages.get("/facilitator/programme/<indicator>")
@for_results
def programme_figure(indicator: str) -> str:
    """List the measures that a figure is made of: they add up to it."""
    _, chosen = _regions()
    twice = 0
    with house().store.read() as connection:
        entries = {entry.id: entry for entry in register.every(connection, chosen)}
        if indicator == "effective":
            told = results.verdicts(connection, chosen, first_due_by(today()))
            rows = [(id, say(f"evaluation.words.verdict.{verdict}")) for id, verdict in told.items()]
            total = ""
        elif indicator in INDICATORS:
            behind = results.behind(connection, chosen, indicator)
            rows = [(id, speech.figure(g.language, value)) for id, value in behind]
            twice = heads.twice(connection, chosen, indicator)
            total = speech.figure(g.language, sum(value for _, value in behind) - 100 * twice)
        else:
            abort(404)
    shown = [(entries[id], value) for id, value in rows if entries[id].released or not only_released()]
    return page(
        "figure.html",
        title=say("programme.effective_of_checked" if indicator == "effective" else f"programme.indicator.{indicator}"),
        rule=say("programme.rule.effective" if indicator == "effective" else f"programme.rule.{indicator}"),
        rows=sorted(shown, key=lambda row: row[0].number) if indicator == "effective" else shown,
        hidden=len(rows) - len(shown),
        total=total,
        twice=speech.number(g.language, twice) if twice else "",
        region=request.args.get("region", ""),
    )


def _regions() -> tuple[dict[str, str], list[str]]:
    """Give the regions that the person may see, and those that are asked for: one, or all."""
    regions = house().identity.regions(person(), "results")
    asked = request.args.get("region", "")
    if asked and asked not in regions:
        abort(404)
    return regions, [asked] if asked else list(regions)


def _figure(code: str, place: Place) -> dict[str, Any]:
    """Tell one figure with its rule, what it covers, and its parts as far as they are known."""
    line = place.lines.get(code, Line())
    region = request.args.get("region", "")
    parts = []
    for name in PARTS:
        n, known = line.parts.get(name, (0, 0))
        if known:
            of, unknown = Fraction(n, known), Fraction(line.value - known, line.value)
            told = {"share": percent(of, 0), "unknown": percent(unknown, 0)}
            parts.append(say(f"programme.share_{name}", **told))
    return {
        "code": code,
        "value": speech.figure(g.language, line.value) if line.known else "–",
        "name": say(f"programme.indicator.{code}"),
        "rule": say(f"programme.rule.{code}"),
        "covers": say("programme.covers", known=line.known, begun=place.begun),
        "parts": parts,
        "behind": url_for("facilitator.programme_figure", indicator=code, region=region or None),
    }


def _rate(place: Place) -> dict[str, Any]:
    """Tell how many of the checked measures still work; what is not checked is not counted, and said."""
    rate = place.rate
    return {
        "effective": rate.effective,
        "checked": rate.checked,
        "due": rate.due,
        "unchecked": rate.due - rate.checked,
        "percent": None if rate.share is None else percent(rate.share, 0),
    }


def _reported(found: dict[str, Place], regions: int) -> str:
    told = sum(bool(place.lines) for place in found.values())
    return say("programme.regions_reported", n=told, all=regions)


def _stages(place: Place) -> list[tuple[str, str, int]]:
    return [
        (stage, say(f"register.stage.{stage}"), sum(place.states[state] for state in states))
        for stage, states in STAGES.items()
    ]


def _row(id: str, name: str, place: Place) -> dict[str, Any]:
    """Tell a region: its figures, and its measures as a bar of parts that add up to all of them."""
    told = place.verdicts
    stages = {stage: n for stage, _, n in _stages(place)}
    bar = [
        ("works", told[EFFECTIVE]),
        ("partly", told[PARTLY]),
        ("going", stages["going"]),
        ("unchecked", max(0, stages["done"] - place.rate.checked)),
        ("stopped", told[ENDED]),
        ("before", stages["planned"] + stages["decided_on"]),
    ]
    return {
        "id": id,
        "name": name,
        "measures": place.measures,
        "figures": [
            speech.figure(g.language, place.lines[code].value) if code in place.lines else "–" for code in HEADLINES
        ],
        "bar": [(part, n) for part, n in bar if n],
        "told": ", ".join(f"{say(f'programme.bar.{part}')} {n}" for part, n in bar if n),
    }
