"""Quarters: figures as they were frozen, beside what is known now of that day, and where a difference comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from flask import Response, abort, g, make_response, request
from werkzeug.wrappers import Response as Answer

from shared.domain.changes import Refused
from shared.domain.permissions import Scope, scope
from shared.domain.register.entries import Entry
from shared.domain.register.indicators import INDICATORS
from shared.domain.register.published import LENGTHS, Published, published
from shared.domain.register.quarters import (
    Difference,
    Picture,
    changed_verdicts,
    differences,
    last_day,
    to_freeze,
    together,
)
from shared.domain.sustainability import EFFECTIVE
from shared.minutes.dashboard import Listing, bare, dashboard
from shared.minutes.render import written
from shared.store import published as older
from shared.store import quarters as kept
from shared.store import register
from shared.store.keys import new_id
from shared.web import language as speech
from shared.web.aside import aside
from shared.web.checking import today
from shared.web.errors import say_refusal
from shared.web.house import house
from shared.web.language import Speech
from shared.web.site import say

from .files import file_of
from .measures import TABLES, only_released
from .pages import back, for_freezers, for_results, page, pages, person


@dataclass(frozen=True)
class Seen:
    """A quarter in one region or all: as it was frozen, and as it is reckoned now."""

    frozen: kept.Frozen
    then: Picture
    now: Picture
    entries: dict[str, Entry]
    told: dict[tuple[str, str], tuple[int, str]]


@pages.get("/facilitator/programme/quarters")
@for_results
def quarters() -> str:
    return _page()


@pages.post("/facilitator/programme/freeze")
@for_freezers
def freeze_quarter() -> Answer:
    """Freeze a quarter (``quarter``) that has ended, in all regions."""
    name, at, by = request.form.get("quarter", ""), house().desk.now(), person().name
    now = today()
    try:
        with house().store.read() as connection:
            there = [one.name for one in kept.frozen(connection)]
        last_day(name)
        if name in there:
            raise Refused("conflict", "quarter_frozen")
        if name not in to_freeze(now, there):
            raise Refused("invalid", "quarter_going")
        house().store.write(lambda c: kept.freeze(c, name, at, by))
    except Refused as refusal:
        return make_response(_page(say_refusal(g.language, refusal)), 400)
    return back("quarters", quarter=name, said="frozen")


@pages.post("/facilitator/programme/published")
@for_freezers
def keep_published() -> Answer:
    """Write down a figure from before these records began (``act=add``), or take one out (``act=drop``, ``figure``)."""
    act, region, form = request.form.get("act", ""), request.form.get("region", ""), request.form.to_dict()
    by, at, now = person().name, house().desk.now(), today()
    try:
        if region and region not in house().identity.regions(person(), "freeze"):
            abort(404)
        if act == "add":
            told = published(new_id(), region, form, now, by, at)
            house().store.write(lambda c: older.add(c, told))
        elif act == "drop":
            house().store.write(lambda c: older.remove(c, form.get("figure", "")))
        else:
            abort(400)
    except Refused as refusal:
        return make_response(_page(say_refusal(g.language, refusal), form), 400)
    return back("quarters", _anchor="h-before")


@pages.get(f"/facilitator/programme/quarters.<any({', '.join(TABLES)}):format>")
@for_results
def quarters_file(format: str) -> Response:
    """Give a quarter as tables, with bare numbers."""
    seen = _seen(*_asked())
    if seen is None:
        abort(404)
    columns = [say(f"quarters.{name}") for name in ("figure", "frozen", "now", "difference")]
    rows = [[name, _bare(one.was), _bare(one.now), _bare(one.by)] for name, one in _figures(seen)]
    change = [say("register.list.title"), say("register.list.number"), *columns]
    changes = [
        [entry.title if entry else say("quarters.gone"), entry.number if entry else "", name, *told, day, by]
        for entry, name, told, day, by in _changes(seen, _bare)
        if not _hidden(entry)
    ]
    listings = [
        Listing(say("quarters.figures"), columns, rows, frozenset({1, 2, 3})),
        Listing(
            say("quarters.changes"), [*change, say("quarters.day"), say("programme.by")], changes, frozenset({3, 4, 5})
        ),
    ]
    document = dashboard(f"{say('quarters.title')}: {_called(seen)}", [_facts(seen)], listings, Speech(g.language))
    return file_of(f"quarter-{seen.frozen.name}", aside(lambda: written(document, format)), format)


def _asked() -> tuple[dict[str, str], str]:
    """Give the regions that the person may see and the one that is asked for; "" for all, where they see all."""
    regions = house().identity.regions(person(), "results")
    asked = request.args.get("region", "")
    if asked and asked not in regions:
        abort(404)
    if not asked and not _sees_all() and regions:
        asked = next(iter(regions))
    return regions, asked


def _sees_all() -> bool:
    return scope(person().role, "results") is Scope.ALL


def _seen(regions: dict[str, str], asked: str) -> Seen | None:
    """Read the quarter that is asked for, else the newest; None where none is frozen."""
    chosen = [asked] if asked else list(regions)
    with house().store.read() as connection:
        there = {one.name: one for one in kept.frozen(connection)}
        name = request.args.get("quarter", "") or next(iter(there), "")
        if not name:
            return None
        if name not in there:
            abort(404)
        day = last_day(name)
        then, now = kept.kept(connection, name, chosen), kept.pictures(connection, chosen, day)
        if asked:
            was, is_now = then.get(asked, Picture()), now[asked]
        else:
            was = together(list(then.values()), there[name].twice)
            is_now = together(list(now.values()), kept.twice(connection, chosen, day))
        changed = {one.entry for one in differences(was, is_now)} | {id for id, _, _ in changed_verdicts(was, is_now)}
        entries = {entry.id: entry for entry in register.every(connection, chosen) if entry.id in changed}
        told = kept.last_told(connection, list(entries), there[name].at)
    return Seen(there[name], was, is_now, entries, told)


def _figures(seen: Seen) -> list[tuple[str, Difference]]:
    """Name each figure with what it was and is, in hundredths; a share in hundredths of a percent."""
    found = []
    for code in INDICATORS:
        told = Difference("", code, seen.then.figure(code), seen.now.figure(code))
        found.append((say(f"programme.indicator.{code}"), told))
    shares = [None if one.rate.share is None else round(10_000 * one.rate.share) for one in (seen.then, seen.now)]
    return [*found, (f"% {say('programme.effective_of_checked')}", Difference("", EFFECTIVE, *shares))]


def _changes(seen: Seen, spoken: Callable[[int | None], str]) -> list[tuple[Entry | None, str, list[str], str, str]]:
    """List the measures behind a difference: measure, figure, then, now and by how much, when it was told and by whom.

    Figures are written by ``spoken`` from hundredths.
    """
    found = []
    for one in differences(seen.then, seen.now):
        told = [spoken(one.was), spoken(one.now), spoken(one.by)]
        at, by = seen.told.get((one.entry, one.code), (0, ""))
        found.append((seen.entries.get(one.entry), say(f"programme.indicator.{one.code}"), told, _day(at), _who(by)))
    for id, was, is_now in changed_verdicts(seen.then, seen.now):
        told = [say(f"evaluation.words.verdict.{verdict}") if verdict else "" for verdict in (was, is_now)]
        at, by = seen.told.get((id, EFFECTIVE), (0, ""))
        found.append((seen.entries.get(id), say("programme.effective_of_checked"), [*told, ""], _day(at), _who(by)))
    return found


def _who(by: str) -> str:
    """Name who told a figure to the offices; viewers read what was released, and no names."""
    return "" if only_released() else by


def _day(at: int) -> str:
    return speech.moment(g.language, at) if at else ""


def _hidden(entry: Entry | None) -> bool:
    return only_released() and (entry is None or not entry.released)


def _called(seen: Seen) -> str:
    return _name(seen.frozen.name)


def _name(quarter: str) -> str:
    return say("quarters.name", n=quarter[-1], year=quarter[:4])


def _facts(seen: Seen) -> str:
    day = speech.day(g.language, last_day(seen.frozen.name))
    return say("quarters.facts", day=day, at=speech.moment(g.language, seen.frozen.at), by=seen.frozen.by)


def _bare(hundredths: int | None) -> str:
    return bare(None if hundredths is None else Fraction(hundredths, 100))


def _spoken(hundredths: int | None) -> str:
    return "–" if hundredths is None else speech.figure(g.language, hundredths)


def _signed(hundredths: int | None) -> str:
    sign = "" if not hundredths else "+" if hundredths > 0 else "−"
    return sign + _spoken(None if hundredths is None else abs(hundredths))


def _older(regions: dict[str, str], asked: str) -> list[tuple[Published, str, str, str]]:
    """List figures from before, with region, value and day in words."""
    with house().store.read() as connection:
        found = older.every(connection, [asked] if asked else ["", *regions])
    whole = say("register.all_regions")
    return [
        (one, regions.get(one.region, whole), _spoken(one.value), speech.day(g.language, one.day, "medium"))
        for one in found
    ]


def _page(refused: str = "", typed: dict[str, str] | None = None) -> str:
    regions, asked = _asked()
    seen = _seen(regions, asked)
    with house().store.read() as connection:
        there = [one.name for one in kept.frozen(connection)]
    changes = _changes(seen, _spoken) if seen else []
    return page(
        "quarters.html",
        regions=[*([("", say("register.all_regions"))] if _sees_all() else []), *regions.items()],
        region=asked,
        there=[(name, _name(name)) for name in there],
        quarter=seen.frozen.name if seen else "",
        called=_called(seen) if seen else "",
        facts=_facts(seen) if seen else "",
        figures=[(name, _spoken(one.was), _spoken(one.now), _signed(one.by), one.by) for name, one in _figures(seen)]
        if seen
        else [],
        changes=[row for row in changes if not _hidden(row[0])],
        hidden=sum(_hidden(row[0]) for row in changes),
        older=_older(regions, asked),
        typed={"day": today(), **(typed or {})},
        lengths=LENGTHS,
        offered=[(name, _name(name)) for name in to_freeze(today(), there)],
        formats=[(format, say(f"pages.format_{format}")) for format in TABLES],
        said=say("quarters.done") if request.args.get("said") == "frozen" else "",
        refused=refused,
    )
